import type { AgreedActivity, AgreementDocument, Contact, ReadCommitment } from './agreement-format.ts'
import { bookOf, listParties, type PartyBook } from './processing-parties.rules.ts'
import type {
  AgreementProcessing,
  DataKind,
  DataSubjects,
  PartyRole,
  ProcessingActivity,
  ProcessingStep,
} from './processing.ts'

/**
 * What an agreement says, read as processing of personal data (GDPR article 30): a proposal that its parties must confirm. Purposes and
 * what is said of deleting are the agreement's own words; who is controller follows who owes the promise; which data an activity needs
 * follows what kind of activity it is. Activities that only hold others together, with no promises of their own, are left out.
 */
export const processingOf = (document: AgreementDocument): AgreementProcessing => ({
  parties: listParties(document),
  activities: document.activities
    .filter(({ commitments }) => commitments.length > 0)
    .map((activity) => processingOfActivity(document, activity)),
})

const processingOfActivity = (document: AgreementDocument, activity: AgreedActivity): ProcessingActivity => {
  const line = [activity, ...listAbove(document, activity)]
  const book = bookOf(document, contactsOf(document, activity, line))
  const words = wordsOf(activity)
  const marked = dataIn(activity, words)
  const ages = line.find((one) => one.ages !== null)?.ages ?? null
  const subjects = subjectsIn(ages, words, marked)
  const data = subjects.some(({ kind }) => areYoung.includes(kind)) ? marked : ofGrownUps(marked)
  const steps = stepsAboutPeople(activity.commitments).map((commitment) => stepOf(commitment, book))
  return {
    id: activity.id,
    title: activity.title,
    purpose: purposeOf(line),
    subjects,
    data,
    steps,
    roles: rolesIn(book, steps, activity.commitments),
    deletion: activity.commitments.map(({ text }) => text).filter((text) => /\bslette[rst]?\b/i.test(text)),
  }
}

const listAbove = (document: AgreementDocument, { parentId }: AgreedActivity): AgreedActivity[] => {
  const above = document.activities.find(({ id }) => id === parentId)
  return above === undefined ? [] : [above, ...listAbove(document, above)]
}

/** Those the activity names, or the one above it; where none does, everyone who is party through the activities below. */
const contactsOf = (
  document: AgreementDocument,
  { id }: AgreedActivity,
  line: readonly AgreedActivity[],
): Contact[] => {
  const named = line.find(({ contacts }) => contacts.length > 0)
  if (named !== undefined) return named.contacts
  const below = document.activities.filter(({ parentId }) => parentId === id).flatMap(({ contacts }) => contacts)
  return below.length > 0 ? below : document.contacts
}

const wordsOf = (activity: AgreedActivity): string =>
  [
    activity.title,
    ...activity.sections
      .filter(({ kind }) => ['purpose', 'responsibilities', 'other'].includes(kind))
      .map(({ text }) => text),
  ]
    .join('\n')
    .toLowerCase()

/**
 * Money, notice and what may be used say nothing of those the activity is for, and where the parties meet and plan they see each other:
 * that counts only where there is nothing else.
 */
const stepsAboutPeople = (commitments: readonly ReadCommitment[]): readonly ReadCommitment[] => {
  const own = commitments.filter(
    ({ kind }) => !['payment', 'notice', 'availability', 'meeting', 'planning'].includes(kind),
  )
  return own.length > 0 ? own : commitments.filter(({ kind }) => kind === 'meeting' || kind === 'planning')
}

const areYoung: readonly DataSubjects['kind'][] = ['children', 'young', 'children_and_young']

const ofGrownUps = (data: readonly DataKind[]): DataKind[] => [
  ...new Set(data.map((kind) => (kind === 'child_name' || kind === 'guardian_contact' ? 'resident_name' : kind))),
]

/** What marks an activity as one that needs data of this kind. */
const marks: readonly (readonly [RegExp, readonly DataKind[]])[] = [
  [/fritidsjob|lommepengejob|ledige job|praktikplads/, ['job', 'guardian_contact']],
  [
    /følge[rs]? (?:et barn|børn|barnet|beboere|unge|en ung)|brobyg|\blods(?:er|erne)?\b|guide|ledsage/,
    ['child_name', 'guardian_contact', 'wish'],
  ],
  [/tilmeld|rekrutterer|venteliste|melder sig til/, ['child_name', 'guardian_contact']],
]

const dataIn = (activity: AgreedActivity, words: string): DataKind[] => {
  const isCounted = /anonym/.test(words) || activity.commitments.some(({ kind }) => kind === 'session')
  // Where the agreement is anonymous, it is counted and nobody is written down.
  const marked = /anonym/.test(words) ? [] : marks.flatMap(([mark, kinds]) => (mark.test(words) ? kinds : []))
  const volunteers = /frivillige/.test(words) ? (['volunteer'] as const) : []
  return [...new Set<DataKind>(['work_contact', ...marked, ...volunteers, ...(isCounted ? (['counts'] as const) : [])])]
}

const subjectsIn = (ages: AgreedActivity['ages'], words: string, data: readonly DataKind[]): DataSubjects[] => {
  const has = (word: RegExp) => word.test(words)
  const young: DataSubjects[] =
    ages !== null
      ? [{ kind: kindOfAges(ages), ages }]
      : has(/\bbørn/) || has(/\bunge/)
        ? [{ kind: has(/\bbørn/) ? (has(/\bunge/) ? 'children_and_young' : 'children') : 'young', ages: null }]
        : []
  const others: [boolean, DataSubjects['kind']][] = [
    [has(/forældre|familie/) || (young.length > 0 && data.includes('guardian_contact')), 'parents'],
    [has(/frivillige/), 'volunteers'],
    [has(/beboere|naboer/), 'residents'],
    [true, 'staff'],
  ]
  return [...young, ...others.flatMap(([isSo, kind]) => (isSo ? [{ kind, ages: null }] : []))]
}

const kindOfAges = ({ from, to }: { from: number | null; to: number | null }): DataSubjects['kind'] => {
  if (from !== null && from >= 13) return 'young'
  return to !== null && to <= 15 ? 'children' : 'children_and_young'
}

const stepOf = ({ text, owedBy }: ReadCommitment, book: PartyBook): ProcessingStep => ({
  text,
  controllers: [...new Set(owedBy.flatMap((name) => book.find(name)))],
  unsettled: owedBy.filter((name) => book.find(name).length === 0),
})

/** The nearest to the data wins: jointly where several owe a promise together, alone for one's own, else told. */
const rolesIn = (
  book: PartyBook,
  steps: readonly ProcessingStep[],
  commitments: readonly ReadCommitment[],
): Map<string, PartyRole> => {
  const told = new Set([
    ...book.taking,
    ...commitments.flatMap(({ owedTo }) => owedTo.flatMap((name) => book.find(name))),
  ])
  const roleOf = (party: string): PartyRole => {
    const own = steps.filter(({ controllers }) => controllers.includes(party))
    if (own.some(({ controllers }) => controllers.length > 1)) return 'joint'
    if (own.length > 0) return 'own'
    return told.has(party) ? 'recipient' : 'none'
  }
  return new Map(book.all.map((party) => [party, roleOf(party)]))
}

/** As much of a purpose as is quoted, in characters, to the end of a sentence. */
const longestQuote = 320

const purposeOf = (line: readonly AgreedActivity[]): ProcessingActivity['purpose'] => {
  const sections = line.flatMap(({ sections }) =>
    sections.filter(({ kind, text }) => kind === 'purpose' && text !== ''),
  )
  const text = sections[0]?.text.replaceAll(/\s*\n\s*/g, ' ').trim()
  if (text === undefined) return null
  if (text.length <= longestQuote) return { quote: text, isWhole: true }
  const sentences = text.match(/[^.!?]+(?:[.!?](?!\s+\p{Lu}|$)[^.!?]*)*[.!?]+\s*/gu) ?? [text]
  let quote = ''
  for (const sentence of sentences) {
    if (quote !== '' && quote.length + sentence.trimEnd().length > longestQuote) break
    quote += sentence
  }
  return { quote: quote.trim(), isWhole: false }
}
