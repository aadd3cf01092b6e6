import { parseDayNumber } from '../../platform/day-number.ts'
import type { HoldBack } from './state/state.ts'

/** A promise as far as a reservation looks at it. */
interface Named {
  readonly id: string
  readonly text: string
  readonly owedBy: readonly string[]
  readonly owedTo: readonly string[]
}

/** What a person said of a reservation: that it goes on, or that it ended on a day; and which day that was said. */
export interface Settlement {
  readonly outcome: 'goes_on' | 'ended'
  /** ISO days; `endedOn` is the last day it applied. */
  readonly endedOn: string | null
  readonly settledOn: string
}

/** Words a reservation shares with any other, which point at no promise. */
const common = new Set(
  `aftale aftaler aftalen alle andre blive bliver brug
   del dele delen denne derefter derfor dermed dette disse efter eller endnu
   finansiere finansieret finansiering forbehold forbeholdet foreløbig foreløbigt forlænge forlænges forlænget forsøges fortsætte fortsættes
   først herefter hvis ikke indtil kommune kommunen kommunens kommunale københavns lokal lokale med mellem midler
   måtte nærmere øvrige også parter parterne penge period periode perioden sammen samt sker skal således tages uden under ved være vil yderligere`.split(
    /\s+/,
  ),
)

/** Words for the whole of what the parties do: a reservation about them is about every promise of its activity. */
const wholes =
  /^(?:samarbejd|indsats|aktivitet|projekt|aftale|tilbud|ordning|forløb|arbejd|del(?:en|aftale)?$|hele?$|helhedsplan)/u

const endings = /(?:ernes|erne|enes|ene|ens|ers|en|et|er|es|ne|e|s)$/u

/** `koordinatoren`, `koordinatorer` and `koordinators` → `koordinator`. */
const stemOf = (word: string): string => {
  const stem = word.replace(endings, '')
  return stem.length >= 4 ? stem : word
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}&]+/gu) ?? []

/** Words for anybody with work to do, which point at nobody without the word before them. */
const anybody = /^(?:medarbejder|leder|person|ansat)/u

const isSignificant = (word: string): boolean =>
  word.length >= 4 && !common.has(word) && !wholes.test(word) && !anybody.test(word)

/** Where a sentence's subject ends: at the first word that says something of it. */
const verbs =
  /(?:^|\s)(?:er|var|bliver|blev|sker|skal|kan|vil|har|tages?|gælder|forudsætter|afhænger|indgås|gennemføres|finansieres|fortsætter|ophører|ansættes|betales|løber)(?=\s|$)/u

/** What the reservation is about: the subject of its first sentence; all of it where the sentence opens with the reservation itself. */
const subjectOf = (reservation: string): string => {
  const first = reservation.toLowerCase().split(/(?<=[.!?])\s+/u)[0] ?? ''
  const at = first.search(verbs)
  const isForward = at > 0 && !/^\W*(?:med\s|der\s|dog\s|under\s)?\s*(?:forbehold|forudsat|betinget)/u.test(first)
  return isForward ? first.slice(0, at) : first
}

/** Whether the reservation speaks of the whole effort: its subject is the cooperation, the effort, the project … and not somebody's post. */
const speaksOfWhole = (subject: string): boolean => {
  const [head] = wordsOf(subject).filter((word) => !common.has(word) || wholes.test(word))
  return head === undefined || wholes.test(head)
}

/**
 * The ids of the activity's promises that hang on a reservation: those that share its significant words, such as the name of the post it
 * is about; where it speaks of the whole effort, all of them. None where it is about something no promise names.
 */
export const promisesHangingOn = (reservation: string, promises: readonly Named[]): string[] => {
  const subject = subjectOf(reservation)
  if (speaksOfWhole(subject)) return promises.map(({ id }) => id)
  const significant = new Set(wordsOf(subject).filter(isSignificant).map(stemOf))
  const isNamed = ({ text, owedBy, owedTo }: Named) =>
    wordsOf([text, ...owedBy, ...owedTo].join(' ')).some((word) => significant.has(stemOf(word)))
  return promises.filter(isNamed).map(({ id }) => id)
}

/** What a reservation makes of the promises that hang on it. Until its day they are judged as usual; after it they wait to be told. */
export const holdBackOf = (until: string | null, settlement: Settlement | null): HoldBack => ({
  waitsAfter: until === null ? null : parseDayNumber(until),
  settledOn: settlement === null ? null : parseDayNumber(settlement.settledOn),
  endsAfter: settlement?.outcome === 'ended' && settlement.endedOn !== null ? parseDayNumber(settlement.endedOn) : null,
})

/** A reservation as read; `source.line` is 1-based. */
interface Conditional {
  readonly text: string
  readonly until: string | null
  readonly source: { readonly line: number }
}

interface ReservedActivity {
  readonly id: string
  readonly reservations: readonly Conditional[]
}

/** An agreement's reservation with the ids of the promises that hang on it. A parent's promises include its sub-activities'. */
export interface Reserved {
  readonly activityId: string
  readonly text: string
  readonly until: string | null
  readonly sourceLine: number
  readonly promises: readonly string[]
}

/** Every reservation of an agreement with what hangs on it, in the order of the text. Time linear in reservations × promises. */
export const reservationsOf = (activities: readonly ReservedActivity[], promises: readonly Named[]): Reserved[] =>
  activities.flatMap(({ id, reservations }) => {
    if (reservations.length === 0) return []
    const own = promises.filter((promise) => promise.id.startsWith(`${id}/`) || promise.id.startsWith(`${id}.`))
    return reservations.map(({ text, until, source }) => ({
      activityId: id,
      text,
      until,
      sourceLine: source.line,
      promises: promisesHangingOn(text, own),
    }))
  })
