import { type Language, pick } from '../../../platform/language.ts'
import type {
  AgreedActivity,
  AgreementDocument,
  Contact,
  OtherActivity,
  ReadCommitment,
  SourcePlace,
} from '../agreement-format.ts'
import { agreementTexts } from '../agreement.texts.ts'
import { moneyInWords } from '../documents/document-words.ts'
import { termInWords } from '../term-words/term-in-words.ts'
import type { ShapeName } from '../draft-fields.ts'

/** The facts of one kind in one place of the draft, each in a line of words, with the line it was read in (0 = by hand). */
export interface FactGroup {
  /** The list's path in the draft. */
  readonly list: string
  readonly title: string
  readonly shape: ShapeName
  readonly facts: readonly { readonly text: string; readonly line: number }[]
}

type ListName =
  | 'goals'
  | 'policyGoals'
  | 'contacts'
  | 'frames'
  | 'otherParties'
  | 'footnotes'
  | 'attachments'
  | 'signatories'
  | 'commitments'
  | 'venues'
  | 'amounts'
  | 'reservations'
  | 'sections'

const joined = (...parts: (string | null | false | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** The lists of the whole agreement: goals, contacts and frames first, the rest after the activities. */
export const wholeGroups = (document: AgreementDocument, language: Language) => {
  const words = pick(agreementTexts, language)
  const group = grouping('', language)
  return {
    first: [
      group('goals', 'goal', document.goals, (goal) => goal.text),
      group('policyGoals', 'goal', document.policyGoals, (goal) => goal.text),
      group('contacts', 'contact', document.contacts, contactLine),
      group('frames', 'frame', document.frames, (frame) =>
        joined(frame.plan, frame.amountOere === null ? words.noMoney : moneyInWords(frame.amountOere, language)),
      ),
    ],
    last: [
      group('otherParties', 'other_party', document.otherParties, (party) =>
        joined(party.name, party.contact, party.email),
      ),
      group('footnotes', 'footnote', document.footnotes, (footnote) => `${footnote.mark} ${footnote.text}`),
      group('attachments', 'attachment', document.attachments, ({ title }) => title),
      group('signatories', 'signatory', document.signatories, ({ party, name, signedOn }) =>
        joined(party, name, signedOn),
      ),
    ],
  }
}

/** The lists of one activity, its promises first. */
export const activityGroups = (activity: AgreedActivity, at: number, language: Language): FactGroup[] => {
  const group = grouping(`activities.${at}.`, language)
  return [
    group('commitments', 'commitment', activity.commitments, (promise) => promiseLine(promise, language)),
    group('contacts', 'contact', activity.contacts, contactLine),
    group('venues', 'venue', activity.venues, (venue) => joined(venue.name, venue.area)),
    group('amounts', 'amount', activity.amounts, (amount) =>
      joined(
        moneyInWords(amount.amountOere, language),
        amount.per,
        amount.payer && `${amount.payer} → ${amount.payee ?? ''}`,
      ),
    ),
    group('reservations', 'reservation', activity.reservations, (reservation) =>
      joined(reservation.text, reservation.until),
    ),
    group('sections', 'section', activity.sections, (section) => section.heading),
  ]
}

/** The promises of an activity outside the form. */
export const otherActivityGroups = (activity: OtherActivity, at: number, language: Language): FactGroup[] => [
  grouping(`otherActivities.${at}.`, language)('commitments', 'commitment', activity.commitments, (promise) =>
    promiseLine(promise, language),
  ),
]

const grouping =
  (prefix: string, language: Language) =>
  <Thing extends { source: SourcePlace }>(
    list: ListName,
    shape: ShapeName,
    things: readonly Thing[],
    say: (thing: Thing) => string,
  ): FactGroup => ({
    list: `${prefix}${list}`,
    title: pick(agreementTexts, language)[list],
    shape,
    facts: things.map((thing) => ({ text: say(thing), line: thing.source.line })),
  })

const contactLine = ({ party, plan, unit, post, holder, provisional }: Contact): string =>
  joined(party, plan, unit, post, holder && `${provisional ? 'pt. ' : ''}${holder}`)

const promiseLine = (promise: ReadCommitment, language: Language): string =>
  joined(
    pick(agreementTexts, language).choices[promise.kind],
    promise.owedBy.join(', '),
    termInWords(promise.notation, language),
    `"${promise.text}"`,
  )
