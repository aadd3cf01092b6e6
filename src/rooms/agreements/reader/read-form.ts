import { Refused } from '../../../platform/refused.ts'
import {
  type AgreedActivity,
  type AgreementDocument,
  agreementFormat,
  type Contact,
  type Footnote,
  type SectionKind,
  type Signatory,
} from '../agreement-format.ts'
import type { Block, OpenedSource } from './blocks.ts'
import { footnoteMarksIn, numberByReferences, readFootnotes, withoutMarks } from './find-footnotes.ts'
import { findUnmetEntries } from './check-contents.ts'
import { findParts, type PlacedBlock, textOfBlock } from './find-parts.ts'
import type { FormTemplate } from './form-template.ts'
import { ask } from './ask.ts'
import { raiseQuestions } from './raise-questions.ts'
import { foldText } from './match-words.ts'
import { type DraftActivity, numberActivities, readActivities } from './read-activities.ts'
import { type Ages, readAges } from './read-ages.ts'
import { readAmounts } from './read-amounts.ts'
import { readContacts } from './read-contacts.ts'
import { readCover } from './read-cover.ts'
import { linesOfPart, readCoordination, readFrames, readGoals, textsOf } from './read-overall.ts'
import { readOtherActivities, readOtherParties } from './read-others.ts'
import { readAttachments, readHeader, readSignatories } from './read-header.ts'
import { readReservations } from './read-reservations.ts'
import { restoreMarks } from './restore-marks.ts'
import { type AnswerLine, answerText } from './read-sections.ts'
import { shareActivities } from './share-activities.ts'
import { type FormFound, readSubAgreements } from './read-sub-agreements.ts'
import { readVenues } from './read-venues.ts'
import { traceLines } from './trace-lines.ts'

const isOfTheForm = (placed: PlacedBlock[], drafts: DraftActivity[]): boolean => {
  const parts = placed.filter(({ part, isPartHeading }) => isPartHeading && part !== 'contents' && part !== 'preamble')
  const kinds = drafts.flatMap((draft) => draft.answers.map((answer) => answer.kind)).filter((kind) => kind !== 'other')
  return new Set([...parts.map(({ part }) => part), ...kinds]).size >= 3
}

const asLine = (footnote: Footnote): AnswerLine => ({
  text: footnote.text,
  bullet: 0,
  lead: null,
  place: footnote.source,
})

/** The footnotes an activity's text refers to, as lines to read facts from. */
const footnotesOf = (draft: DraftActivity, footnotes: Footnote[]): AnswerLine[] => {
  const marks = new Set(draft.answers.flatMap((answer) => answer.lines.flatMap((line) => footnoteMarksIn(line.text))))
  return footnotes.filter((footnote) => marks.has(footnote.mark)).map(asLine)
}

const agesOf = (draft: DraftActivity): Ages | null => {
  const inTitle = readAges(draft.title)
  if (inTitle !== null) return inTitle
  const order = ['target_group', 'purpose', 'content', 'responsibilities', 'venues', 'other', 'economy', 'anchoring']
  const answers = draft.answers
    .filter((answer) => order.includes(answer.kind))
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  for (const line of answers.flatMap((answer) => answer.lines)) {
    const ages = readAges(line.text)
    if (ages !== null) return ages
  }
  return null
}

/** "Bølgen: Koordinator" under a housing organisation tells the plan where a unit would stand. */
const withPlans = (contacts: Contact[], plans: string[]): Contact[] => {
  const known = new Set(plans.map(foldText))
  return contacts.map((contact) =>
    contact.plan === null && contact.unit !== null && known.has(foldText(contact.unit))
      ? { ...contact, plan: contact.unit, unit: null }
      : contact,
  )
}

const namesIn = (contacts: Contact[]): string[] =>
  contacts.flatMap(({ party, plan }) => (plan === null ? [party] : [party, plan]))

/** The questions whose answers name posts and who holds them. */
const naming: SectionKind[] = ['posts', 'responsible']

const readActivity = (
  draft: DraftActivity,
  ids: { id: string; parentId: string | null },
  footnotes: Footnote[],
  form: { template: FormTemplate; district: string | null; names: string[]; plans: string[] },
): AgreedActivity => {
  const linesOf = (kinds: SectionKind[]): AnswerLine[] =>
    draft.answers.filter((answer) => kinds.includes(answer.kind)).flatMap((answer) => answer.lines)
  const prose = draft.answers.filter((answer) => !naming.includes(answer.kind))
  const notes = footnotesOf(draft, footnotes)
  const contacts = withPlans(readContacts(linesOf(naming), form.template, form.district), form.plans)
  const known = [...form.names, ...namesIn(contacts)]
  return {
    ...ids,
    role: draft.role,
    title: withoutMarks(draft.title),
    focusAreas: draft.focusAreas,
    sections: draft.answers.map((answer) => ({
      kind: answer.kind,
      heading: answer.heading,
      text: answerText(answer.lines),
      source: answer.place,
    })),
    contacts,
    ages: agesOf(draft),
    venues: readVenues(linesOf(['venues'])),
    amounts: [...prose.flatMap((answer) => readAmounts(answer.lines, known)), ...readAmounts(notes, known)],
    reservations: [...prose.flatMap((answer) => answer.lines), ...notes].flatMap((line) =>
      readReservations([line]).map(({ text, until, source }) => ({ text, until, source })),
    ),
    commitments: [],
    source: draft.place,
  }
}

/** Reads the facts of one stretch of answers of a draft that is being written, as they would be read from a document. */
export const readStretch = (
  draft: DraftActivity,
  agreement: Pick<AgreementDocument, 'district' | 'contacts' | 'frames'>,
  { template, ids }: { template: FormTemplate; ids: { id: string; parentId: string | null } },
): AgreedActivity => {
  const plansOfFrames = agreement.frames.map(({ plan }) => plan)
  const plans = [...plansOfFrames, ...agreement.contacts.flatMap(({ plan }) => plan ?? [])]
  const names = [...namesIn(agreement.contacts), ...plansOfFrames]
  const { id, parentId } = ids
  return readActivity(draft, { id, parentId }, [], { template, district: agreement.district, names, plans })
}

/** The blocks that gave the agreement something; the rest of the cover and stray texts did not. */
const mappedBlocks = (placed: PlacedBlock[], strays: Set<Block>, usedOnCover: Set<Block>): Block[] =>
  placed
    .filter(({ part, block }) => !strays.has(block) && (part !== 'cover' || usedOnCover.has(block)))
    .map(({ block }) => block)

/** The parts and stretches of answers, as the template lays its form out. */
const findForm = (blocks: Block[], template: FormTemplate): FormFound => {
  if (template.layout === 'sub_agreements') {
    const found = readSubAgreements(blocks, template)
    return { ...found, drafts: shareActivities(found.drafts) }
  }
  const placed = findParts(blocks, template)
  return { placed, ...readActivities(placed, template) }
}

/** An agreement is made when the last of its parties has signed. */
const signedOn = (signatories: Signatory[]): string | null =>
  signatories
    .flatMap(({ signedOn: day }) => day ?? [])
    .toSorted()
    .at(-1) ?? null

/**
 * Reads an opened source as a filled form: its parts by the template, then the facts of each part, then the questions a
 * person must settle. Commitments stay empty; another room reads them from the sections' text.
 * Throws Refused('source_not_an_agreement') where too little of the form is found.
 */
export const readForm = (source: OpenedSource, template: FormTemplate): AgreementDocument => {
  const { placed, drafts, unplaced } = findForm(restoreMarks(source.blocks), template)
  if (!isOfTheForm(placed, drafts)) throw new Refused('source_not_an_agreement', { name: source.name })

  const footnotes = numberByReferences(
    readFootnotes(placed.filter(({ part }) => part === 'footnotes').map(({ block }) => block)),
    placed.filter(({ part }) => part !== 'footnotes').flatMap(({ block }) => footnoteMarksIn(textOfBlock(block))),
  )
  const ids = numberActivities(drafts)
  const signatories = readSignatories(placed)
  const coordination = readCoordination(placed, template)
  const { used, ...told } = readCover(placed, template, coordination?.forum ?? null)
  const header = readHeader(placed)
  const cover = {
    ...told,
    district: header.district ?? told.district,
    validDuring: header.validDuring ?? told.validDuring,
    signedOn: signedOn(signatories) ?? told.signedOn,
  }
  const frames = readFrames(placed)
  const plansOfFrames = frames.map((frame) => frame.plan)
  const contacts = withPlans(readContacts(linesOfPart(placed, 'parties'), template, cover.district), plansOfFrames)
  const plans = [...plansOfFrames, ...contacts.flatMap((contact) => contact.plan ?? [])]
  const names = [...namesIn(contacts), ...plansOfFrames]
  const agreement = {
    format: agreementFormat,
    template: template.id,
    source: { name: source.name, mediaType: source.mediaType, sha256: source.sha256, lines: source.lines.length },
    ...cover,
    leadParty: cover.leadParty ?? coordination?.lead?.party ?? null,
    preamble: textsOf(placed, 'preamble').map((block) => block.text.replaceAll('\n', ' ')),
    goals: readGoals(placed, 'goals'),
    policyGoals: readGoals(placed, 'policyGoals'),
    contacts,
    frames,
    coordination,
    activities: drafts.map((draft, at) =>
      readActivity(draft, ids[at] ?? { id: `a${at + 1}`, parentId: null }, footnotes, {
        template,
        district: cover.district,
        names,
        plans,
      }),
    ),
    otherParties: readOtherParties(placed, template),
    otherActivities: readOtherActivities(placed, template),
    attachments: readAttachments(placed),
    signatories,
    footnotes,
    trace: traceLines(source, mappedBlocks(placed, new Set<Block>(unplaced), used)),
  } satisfies Omit<AgreementDocument, 'questions'>
  const unmet = findUnmetEntries(placed, agreement.activities, template).map(({ text, source: place }) =>
    ask('activity_not_found', { title: text }, { about: 'activities', source: place }),
  )
  return { ...agreement, questions: [...unmet, ...raiseQuestions(agreement, template)] }
}
