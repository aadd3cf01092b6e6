import type { Rule } from '../../commitments/index.ts'
import { listedIn, membersIn, seatIn } from './member-names.ts'
import type { Convening, GroupKind, GroupPromiseRole } from '../group/group.ts'
import {
  type GroupWord,
  groupWordsIn,
  handoverCandidates,
  meansSeveral,
  rulesPersonsOut,
  tellsConvenor,
  tellsHandover,
  tellsMembers,
} from './group-words.ts'

/** A promise as it stands in a sentence: `from` and `to` are offsets in the text of its section. */
export interface PromiseToRead {
  readonly lineageId: string
  readonly kind: string
  readonly text: string
  readonly rules: readonly Rule[]
  readonly owedBy: readonly string[]
  readonly owedTo: readonly string[]
  readonly within: { readonly section: number; readonly from: number; readonly to: number } | null
}

export interface ActivityToRead {
  readonly title: string
  readonly sections: readonly {
    readonly clauses: readonly {
      readonly text: string
      readonly from: number
      readonly to: number
      readonly leadIn: string | null
    }[]
  }[]
  readonly promises: readonly PromiseToRead[]
}

/** A group as an activity tells of it. Seats and convenors are named as the agreement names them. */
export interface ReadGroup {
  readonly name: string
  readonly kind: GroupKind
  readonly promises: readonly { readonly lineageId: string; readonly role: GroupPromiseRole }[]
  readonly convening: Convening
  /** Who calls the meetings, or the first of them where they take turns; null = nothing is said. */
  readonly convenor: string | null
  /** The one who calls does so the first year only. */
  readonly isFirstYearOnly: boolean
  readonly seats: readonly string[]
  /** Those who take turns, by name. */
  readonly inTurn: readonly string[]
  readonly isPersonFree: boolean
  readonly noticeDays: number | null
  readonly agendaDays: number | null
  readonly handover: { readonly words: string; readonly candidates: readonly string[] } | null
}

interface Growing {
  word: GroupWord | null
  readonly section: number
  promises: { lineageId: string; role: GroupPromiseRole }[]
  cadence: PromiseToRead | null
  convening: Convening
  convenor: string | null
  firstConvenor: string | null
  isFirstYearOnly: boolean
  seats: string[]
  inTurn: string[]
  isPersonFree: boolean
  noticeDays: number | null
  agendaDays: number | null
  handover: ReadGroup['handover']
}

/**
 * Reads the groups an activity tells of, in the order of the text: those that promise to meet, and those whose members are listed. A
 * sentence that names no meetings of its own goes on about the group spoken of just before, within the same section. Pure and linear.
 */
export const readGroups = (activity: ActivityToRead): ReadGroup[] => {
  const groups: Growing[] = []
  for (const [section, { clauses }] of activity.sections.entries()) {
    let latest: Growing | null = null
    let mentioned: GroupWord | null = null
    for (const clause of clauses) {
      const words = groupWordsIn(clause.text)
      const inClause = activity.promises
        .filter(({ within }) => within?.section === section && within.from >= clause.from && within.from < clause.to)
        .toSorted((a, b) => (a.within?.from ?? 0) - (b.within?.from ?? 0))
      const [word] = words
      const isList: boolean = clause.leadIn !== null && latest !== null && tellsMembers(clause.leadIn)
      if (isList && latest !== null && inClause.every(({ kind }) => kind !== 'meeting')) {
        latest.seats.push(seatIn(clause.text))
        continue
      }
      if (word !== undefined && tellsMembers(clause.text) && isBody(word)) {
        latest = groupCalled(groups, word) ?? begin(groups, section, word)
        latest.seats.push(...membersIn(clause.text))
      }
      mentioned = word ?? mentioned
      for (const promise of inClause) {
        const found: Growing | null = groupOf(promise, {
          groups,
          latest,
          mentioned,
          section,
          clause: clause.text,
          words,
        })
        if (found === null) continue
        take(found, promise, clause.text)
        latest = found
      }
      if (latest !== null && rulesPersonsOut(clause.text)) latest.isPersonFree = true
    }
  }
  return groups.filter(isWorthIt).map(finish)
}

const isWorthIt = (group: Growing): boolean =>
  group.cadence !== null || group.seats.length > 0 || group.word?.kind === 'following'

const isBody = ({ stem }: GroupWord): boolean => /(?:gruppe|forum|bestyrelse|netværk|udvalg)$/u.test(stem)

const begin = (groups: Growing[], section: number, word: GroupWord | null): Growing => {
  const group: Growing = {
    word,
    section,
    promises: [],
    cadence: null,
    convening: 'unsaid',
    convenor: null,
    firstConvenor: null,
    isFirstYearOnly: false,
    seats: [],
    inTurn: [],
    isPersonFree: false,
    noticeDays: null,
    agendaDays: null,
    handover: null,
  }
  groups.push(group)
  return group
}

const groupCalled = (groups: readonly Growing[], { stem }: GroupWord): Growing | undefined =>
  groups.find(({ word }) => word?.stem === stem)

interface Around {
  readonly groups: Growing[]
  readonly latest: Growing | null
  readonly mentioned: GroupWord | null
  readonly section: number
  readonly clause: string
  readonly words: readonly GroupWord[]
}

const valueOf = (promise: PromiseToRead, key: string): string | null =>
  promise.rules.flatMap(({ terms }) => terms).find((term) => term.key === key)?.value ?? null

const isFirstMeetingOf = (promise: PromiseToRead): boolean => valueOf(promise, 'POSITION') === 'FIRST_MEETING'

/** Whether it says how often they meet, and not only who calls the first meeting or how long before. */
const isCadence = (promise: PromiseToRead): boolean =>
  valueOf(promise, 'FREQ') !== null && !(isFirstMeetingOf(promise) && tellsConvenor(promise.text))

const loose = new Set(['ON_DEMAND', 'AD_HOC', 'CONTINUOUS', 'UNSPECIFIED_REGULAR'])

const isLoose = (promise: PromiseToRead): boolean => loose.has(valueOf(promise, 'FREQ') ?? '')

const speaksOfMeeting = (text: string): boolean => /(?<!\p{L})mød(?:e|er|et|erne|es|tes)(?!\p{L})/iu.test(text)

/** Which group a promise is of: one named, the one spoken of, or a new one; null where it is of none. */
const groupOf = (promise: PromiseToRead, around: Around): Growing | null => {
  const { groups, latest, mentioned, section } = around
  const own = wordFor(promise, around)
  if (promise.kind !== 'meeting')
    return own !== undefined && isBody(own) && isOwnedBy(promise, own) ? groupNamed(around, own) : null
  if (!isCadence(promise)) {
    const named = own === undefined ? undefined : groupCalled(groups, own)
    return named ?? latest
  }
  if (own !== undefined) return groupNamed(around, own)
  const frequency = valueOf(promise, 'FREQ')
  // What comes round every week is an activity, unless the sentence calls it a meeting.
  if ((frequency === 'WEEKLY' || frequency === 'DAILY') && !/møde[rt]?\b/iu.test(promise.text)) return null
  if (frequency === 'CONTINUOUS' && !speaksOfMeeting(promise.text)) return null
  if (latest !== null && goesOn(promise, latest)) return latest
  const spokenOf =
    mentioned !== null &&
    isBody(mentioned) &&
    /^\s*(?:den|de|gruppen|denne|forummet|netværket|og)\b/iu.test(promise.text)
  if (spokenOf && mentioned !== null) return groupNamed(around, mentioned)
  return begin(groups, section, null)
}

/** The word a promise calls its meetings by: in its own words, else in the sentence it is half of. */
const wordFor = (promise: PromiseToRead, { clause, words }: Around): GroupWord | undefined => {
  const [own] = groupWordsIn(promise.text)
  if (own !== undefined) return own
  return clause.length < 3 * promise.text.length ? words.find((word) => promise.text.includes(word.stem)) : undefined
}

const isOwnedBy = ({ owedBy }: PromiseToRead, { stem }: GroupWord): boolean =>
  owedBy.some((name) => groupWordsIn(name).some((word) => word.stem === stem))

const groupNamed = ({ groups, section }: Around, word: GroupWord): Growing =>
  groupCalled(groups, word) ?? begin(groups, section, word)

/** Whether a cadence that names no meetings of its own is of the group spoken of: it had none yet, or only a loose one. */
const goesOn = (promise: PromiseToRead, latest: Growing): boolean => {
  if (latest.cadence === null || isLoose(promise)) return true
  return isLoose(latest.cadence) && /^\s*(?:der|den|de|møderne|gruppen)\b/iu.test(promise.text)
}

const take = (group: Growing, promise: PromiseToRead, clause: string): void => {
  group.promises.push({ lineageId: promise.lineageId, role: roleOf(promise) })
  if (promise.kind === 'meeting' && isCadence(promise)) takeCadence(group, promise)
  takeConvenor(group, promise)
  if (rulesPersonsOut(promise.text) || (group.word?.kind === 'focus' && rulesPersonsOut(clause)))
    group.isPersonFree = true
  group.noticeDays ??= daysOf(valueOf(promise, 'NOTICE'))
  const before = /^meeting-(P.+)$/.exec(valueOf(promise, 'DEADLINE_REL') ?? '')?.[1]
  if (before !== undefined) group.agendaDays ??= daysOf(before)
  if (tellsHandover(promise.text))
    group.handover = { words: promise.text, candidates: handoverCandidates(promise.text) }
}

const roleOf = (promise: PromiseToRead): GroupPromiseRole => {
  if (promise.kind === 'meeting' && isCadence(promise)) return 'cadence'
  return promise.kind === 'meeting' && tellsConvenor(promise.text) ? 'convening' : 'about'
}

const takeCadence = (group: Growing, promise: PromiseToRead): void => {
  if (group.cadence === null || (isLoose(group.cadence) && !isLoose(promise))) group.cadence = promise
  const listed = listedIn(promise.text)
  if (isLoose(promise) && group.seats.length > 0 && listed.length === 0) return
  group.seats.push(
    ...(listed.length > 0
      ? listed
      : [...promise.owedBy, ...promise.owedTo].filter((name) => !isGroupItself(group, name))),
  )
  if (valueOf(promise, 'ROTATION') !== 'convenor') return
  group.convening = 'rotation'
  group.inTurn.push(...promise.owedBy)
}

const isGroupItself = ({ word }: Growing, name: string): boolean =>
  word !== null && groupWordsIn(name).some(({ stem }) => stem === word.stem)

const takeConvenor = (group: Growing, promise: PromiseToRead): void => {
  const [owner, ...others] = promise.owedBy.filter((name) => !isGroupItself(group, name))
  if (owner === undefined || meansSeveral(owner) || promise.kind !== 'meeting') return
  const isTold = tellsConvenor(promise.text) && valueOf(promise, 'ROTATION') !== 'convenor'
  if (isFirstMeetingOf(promise) && isTold) {
    group.firstConvenor ??= owner
    return
  }
  // Who alone owes the meetings calls them.
  if (!isTold && (others.length > 0 || roleOf(promise) !== 'cadence')) return
  if (group.convening === 'rotation' || (group.convenor !== null && !isTold)) return
  group.convening = 'fixed'
  group.convenor = owner
  if (/første år/iu.test(promise.text)) group.isFirstYearOnly = true
}

const daysOf = (duration: string | null): number | null => {
  if (duration === null) return null
  const [, count, unit] = /^P(\d+)([DWM])$/.exec(duration) ?? []
  return count === undefined ? null : Number(count) * (unit === 'W' ? 7 : unit === 'M' ? 30 : 1)
}

const once = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [name.toLowerCase(), name])).values(),
]

/** A group without a name of its own is told by who meets: "Møder: Kajkanten og Sundhedshuset". */
const nameless = ({ seats }: Growing): string => {
  const [one, other, ...more] = once(seats).map((name) => name.replace(/^helhedsplanen\s/iu, ''))
  if (one === undefined) return 'Møder'
  if (other === undefined) return `Møder: ${one}`
  return more.length > 0 ? `Møder: ${one}, ${other} m.fl.` : `Møder: ${one} og ${other}`
}

const finish = (group: Growing): ReadGroup => ({
  name: group.word?.name ?? nameless(group),
  kind: group.word?.kind ?? (group.isPersonFree ? 'focus' : 'other'),
  promises: group.promises,
  convening: group.convening,
  convenor: group.convening === 'rotation' ? group.firstConvenor : (group.convenor ?? group.firstConvenor),
  isFirstYearOnly: group.isFirstYearOnly,
  seats: once(group.seats),
  inTurn: once(group.inTurn),
  isPersonFree: group.isPersonFree,
  noticeDays: group.noticeDays,
  agendaDays: group.agendaDays,
  handover: group.handover,
})
