import type { AgreementDocument, Contact, PartyKind, StatedGoal } from '../agreement-format.ts'
import { displayTitle } from '../display-title.rules.ts'
import { contactInWords, describeActivities, holderInWords, itemOf, titleOf } from './describe-activities.ts'
import { describeAmounts, describeCommitments } from './describe-commitments.ts'
import type { Chapter, DocumentDescription, Line, Part } from './description.ts'
import { documentTexts } from './document.texts.ts'
import type { DocumentLanguage } from './document.texts.ts'
import { dayInWords, moneyInWords, printable, spanInWords } from './document-words.ts'
import { areNumberedInOrder, linesOf, paragraphOf } from './lines.ts'
import type { NotePlaces } from './lines.ts'

const partyKindsInOrder: PartyKind[] = ['housing_organisation', 'department', 'association', 'club', 'other']

/** Says what the agreement's document contains, the same for every format it is written in. */
export const describeAgreement = (agreement: AgreementDocument, language: DocumentLanguage): DocumentDescription => {
  const texts = documentTexts[language]
  const shown = (value: string | null) => printable(value ?? '')
  const title =
    shown(displayTitle(agreement)) || [texts.untitled, shown(agreement.district)].filter(Boolean).join(' · ')
  const subtitle = shown(agreement.focusArea) || null
  const caseNumber = shown(agreement.caseNumber)
  const documentNumber = shown(agreement.documentNumber)
  return {
    language,
    title,
    subtitle,
    runningTitle: [title, subtitle].filter(Boolean).join(' · '),
    author: shown(agreement.leadParty) || shown(agreement.municipality) || 'Brobyg',
    footer: [
      caseNumber && `${texts.caseNumber} ${caseNumber}`,
      documentNumber && `${texts.documentNumber} ${documentNumber}`,
    ]
      .filter(Boolean)
      .join(' · '),
    facts: [
      { label: texts.validDuring, value: agreement.validDuring && spanInWords(agreement.validDuring, language) },
      { label: texts.signedOn, value: agreement.signedOn && dayInWords(agreement.signedOn, language) },
      { label: texts.municipality, value: agreement.municipality },
      { label: texts.district, value: agreement.district },
      { label: texts.leadParty, value: agreement.leadParty },
      { label: texts.caseNumber, value: agreement.caseNumber },
      { label: texts.documentNumber, value: agreement.documentNumber },
    ].flatMap(({ label, value }) => (shown(value) === '' ? [] : [{ label, value: shown(value) }])),
    chapters: describeChapters(agreement, language),
  }
}

/** Footnotes stand at the foot of their page where their numbers allow it; the others are listed last, as notes. */
const describeChapters = (agreement: AgreementDocument, language: DocumentLanguage): Chapter[] => {
  const places: NotePlaces = { footnotes: agreement.footnotes, placed: [] }
  const chapters = chaptersWith(agreement, places, language)
  return areNumberedInOrder(places) ? chapters : chaptersWith(agreement, { footnotes: [], placed: [] }, language)
}

const chaptersWith = (agreement: AgreementDocument, notes: NotePlaces, language: DocumentLanguage): Chapter[] => {
  const texts = documentTexts[language]
  const aboutAgreement = agreement.preamble.flatMap((paragraph) => linesOf(paragraph, notes))
  const chapters: (Chapter | null)[] = [
    { heading: texts.aboutAgreement, parts: linesPart(aboutAgreement) },
    { heading: texts.overall, parts: overallParts(agreement, notes, language) },
    describeActivities(agreement, notes, language),
    { heading: texts.otherParties, parts: otherParties(agreement, language) },
    { heading: texts.otherActivities, parts: otherActivities(agreement, notes, language) },
    describeCommitments(agreement, language),
    describeAmounts(agreement, language),
    { heading: texts.attachments, parts: linesPart(agreement.attachments.map(({ title }) => itemOf(title))) },
    { heading: texts.signatories, parts: signatories(agreement, language) },
  ]
  const unplaced = agreement.footnotes.filter((footnote) => !notes.placed.includes(footnote))
  const noteLines = unplaced.map(({ mark, text }) => paragraphOf(`${mark} ${text}`))
  chapters.push({ heading: texts.notes, parts: linesPart(noteLines) })
  return chapters.filter((chapter) => chapter !== null).filter((chapter) => chapter.parts.length > 0)
}

const linesPart = (lines: Line[]): Part[] => (lines.length === 0 ? [] : [{ kind: 'lines', lines }])

const overallParts = (agreement: AgreementDocument, notes: NotePlaces, language: DocumentLanguage): Part[] => {
  const texts = documentTexts[language]
  const contacts = agreement.contacts.length === 0 ? [] : contactParts(agreement.contacts, language)
  return [
    ...withHeading(texts.goals, linesPart(goalLines(agreement.goals, notes))),
    ...withHeading(texts.policyGoals, linesPart(goalLines(agreement.policyGoals, notes))),
    ...withHeading(texts.contacts, contacts),
    ...withHeading(texts.frames, frameParts(agreement, language)),
    ...withHeading(texts.coordination, linesPart(coordinationLines(agreement, language))),
  ]
}

const withHeading = (text: string, parts: Part[]): Part[] =>
  parts.length === 0 ? [] : [{ kind: 'heading', level: 2, text, inContents: true }, ...parts]

const goalLines = (goals: StatedGoal[], notes: NotePlaces): Line[] =>
  goals.flatMap((goal) =>
    linesOf(goal.text, notes).map((line): Line => ({ ...line, kind: 'item', level: line.level || 1 })),
  )

const contactParts = (contacts: Contact[], language: DocumentLanguage): Part[] => {
  const texts = documentTexts[language]
  return partyKindsInOrder.flatMap((kind): Part[] => {
    const ofKind = contacts.filter((contact) => contact.kind === kind)
    if (ofKind.length === 0) return []
    const columns = [
      { heading: texts.party, align: 'left' as const, width: 3 },
      { heading: texts.unitOrPlan, align: 'left' as const, width: 3 },
      { heading: texts.post, align: 'left' as const, width: 3 },
      { heading: texts.holder, align: 'left' as const, width: 3 },
    ]
    const rows = ofKind.map((contact) =>
      [
        contact.party,
        [contact.plan, contact.unit].filter(Boolean).join(', '),
        contact.post ?? '',
        holderInWords(contact, texts),
      ].map(printable),
    )
    return [
      { kind: 'heading', level: 3, text: texts.partyKinds[kind], inContents: false },
      { kind: 'table', columns, rows },
    ]
  })
}

const frameParts = ({ frames }: AgreementDocument, language: DocumentLanguage): Part[] => {
  if (frames.length === 0) return []
  const texts = documentTexts[language]
  const columns = [
    { heading: texts.plan, align: 'left' as const, width: 5 },
    { heading: texts.period, align: 'left' as const, width: 4 },
    { heading: texts.amount, align: 'right' as const, width: 3 },
  ]
  const rows = frames.map(({ plan, during, amountOere }) => [
    printable(plan),
    (during && spanInWords(during, language)) ?? '',
    amountOere === null ? texts.noMoney : moneyInWords(amountOere, language),
  ])
  return [{ kind: 'table', columns, rows }]
}

const coordinationLines = ({ coordination }: AgreementDocument, language: DocumentLanguage): Line[] => {
  if (coordination === null) return []
  const texts = documentTexts[language]
  const lead = coordination.lead && `${texts.lead}: ${contactInWords(coordination.lead, texts)}`
  return [coordination.forum, lead].flatMap((text) =>
    text === null || printable(text) === '' ? [] : [paragraphOf(text)],
  )
}

const otherParties = (agreement: AgreementDocument, language: DocumentLanguage): Part[] => {
  if (agreement.otherParties.length === 0) return []
  const texts = documentTexts[language]
  const columns = [texts.party, texts.contactPerson, texts.email].map((heading) => ({
    heading,
    align: 'left' as const,
    width: 4,
  }))
  const rows = agreement.otherParties.map(({ name, contact, email }) =>
    [name, contact ?? '', email ?? ''].map(printable),
  )
  return [{ kind: 'table', columns, rows }]
}

/** A line for each party to sign on, filled in where it says who signed when. */
const signatories = (agreement: AgreementDocument, language: DocumentLanguage): Part[] => {
  if (agreement.signatories.length === 0) return []
  const texts = documentTexts[language]
  const columns = [texts.party, texts.holder, texts.signedOn].map((heading) => ({
    heading,
    align: 'left' as const,
    width: 4,
  }))
  const rows = agreement.signatories.map(({ party, name, signedOn }) =>
    [party, name ?? '', signedOn === null ? '' : dayInWords(signedOn, language)].map(printable),
  )
  return [{ kind: 'table', columns, rows }]
}

const otherActivities = (agreement: AgreementDocument, notes: NotePlaces, language: DocumentLanguage): Part[] =>
  agreement.otherActivities.flatMap((activity): Part[] => {
    const span = activity.validDuring && spanInWords(activity.validDuring, language)
    return [
      { kind: 'heading', level: 2, text: titleOf(activity, language), inContents: true },
      ...(span ? [{ kind: 'remark' as const, text: span }] : []),
      ...linesPart(linesOf(activity.text, notes)),
    ]
  })
