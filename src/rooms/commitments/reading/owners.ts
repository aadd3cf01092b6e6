import { isAgentNoun, isAgentPhrase, isTargetWord } from './agents.ts'
import { partyOfHeading } from './frame.ts'
import {
  doersBehindBy,
  doersInOwnWords,
  namedAfter,
  namedBehindVerb,
  objectOf,
  subjectOf,
  targetsIn,
} from './people.ts'
import type { ReadClause } from './promise.rules.ts'
import { resolveNames } from './resolve.ts'
import type { Roster } from './roster.ts'
import { readAct } from './act.ts'
import type { CommitmentKind } from '../../agreements/index.ts'
import { senseOfVerb } from './verbs.ts'

/** Who owes and who is owed, as the words beside the promise tell it; `owedBy` is `[]` where they do not. */
export interface Owners {
  owedBy: string[]
  owedTo: string[]
}

/** Verbs whose subject is given something: the one who uses a place, is told, is employed. */
const receives = new Set(['benytte', 'bruge', 'låne', 'leje', 'anvende', 'modtage', 'få'])

/**
 * Who owes what a clause promises. First those the sentence names: who acts, in the passive "af …", for meetings and
 * agreements those it is held "mellem"; then the lead-in ("X står for:"); then a party standing as heading.
 */
export const ownersOf = (read: ReadClause, kind: CommitmentKind, roster: Roster): Owners => {
  const { act, clause } = read
  const named = namedOwners(read, kind, roster)
  const owedBy = named.length > 0 ? named : ownersAbove(clause.leadIn, clause.heading, roster)
  const owedTo = recipientsOf(read, kind, roster).filter((name) => !owedBy.includes(name))
  const isSubjectReceiving = act.shape.isPassive || receives.has(act.verb ?? '')
  const told = isSubjectReceiving && kind !== 'staffing' ? [...read.subject] : []
  const owed = resolveNames(told.length > 0 ? told : owedTo, roster)
  const by = resolveNames(owedBy, roster)
  return { owedBy: by, owedTo: owed.filter((name) => !by.includes(name)) }
}

const namedOwners = (read: ReadClause, kind: CommitmentKind, roster: Roster): readonly string[] => {
  const { act, subject, clause } = read
  const { shape } = act
  const label = labelOf(clause.text, roster)
  if (label !== null) return [label]
  if (shape.isPassive) {
    if (/^(?:kontakte|træffe)$/u.test(act.verb ?? '') && subject.length > 0) return subject
    const agents = namedAfter(shape, /^af$/u, roster)
    const isUse = receives.has(act.verb ?? '')
    if (agents.length > 0 && !isUse && standsAfterVerb(read, agents)) return agents
    const doers = isUse ? null : doersBehindBy(shape)
    if (doers !== null) return [doers]
    if (kind === 'staffing') return lender(subject)
    if (act.verb === 'forankre') return namedAfter(shape, /^(?:i|hos)$/u, roster)
    const parties = namedAfter(shape, /^(?:mellem|ml|imellem)$/u, roster)
    if (parties.length > 1) return parties
    if (kind === 'availability' && subject.length === 0) return hostOfPlace(read, roster)
    if (/(?<!\p{L})(?:er|bliver) (?:etableret|bemandet)/u.test(clause.text)) return namedAfter(shape, /^med$/u, roster)
  } else if (receives.has(act.verb ?? '') || (act.verb === 'have' && kind === 'availability')) {
    return namedAfter(shape, /^(?:i|hos|af)$/u, roster)
  } else if (subject.length > 0) return subject
  const doers = act.verb === null ? null : doersInOwnWords(shape)
  if (doers !== null && !receives.has(act.verb ?? '')) return [doers]
  if (kind === 'payment' && clause.kind === 'item') return payerAtStart(clause.text, roster)
  const between = namedAfter(shape, /^(?:mellem|ml\.?|imellem)$/u, roster)
  const isByTurns = /på skift|skiftevis/u.test(clause.text)
  if ((between.length > 1 && kind !== 'staffing' && kind !== 'task') || (between.length > 0 && isByTurns))
    return between
  return kind === 'payment' ? targetAtStart(clause.text) : []
}

/** "Bølgen: lokaler og mad": who owes stands before the colon. */
export const labelOf = (text: string, roster: Roster): string | null => {
  const label = /^([^:.,;]{2,50}):\s/u.exec(text)?.[1]
  const party = label?.replace(/s (?:bidrag|andel|egenfinansiering|betaling)$/u, '')
  return party !== undefined && isAgentPhrase(party, roster) ? party : null
}

/** "af" tells the agent only when it follows the verb, not in "udarbejdelse af klubben". */
const standsAfterVerb = ({ act: { shape } }: ReadClause, agents: readonly string[]): boolean => {
  const at = shape.text.indexOf(agents[0] ?? '')
  const before = shape.tokens.findIndex(({ from }) => from >= at) - 1
  if (/^(?:en|et|del|nogle|alle|flere|hver|én|ansættelse|udarbejdelse)$/u.test(shape.tokens[before - 1]?.lower ?? ''))
    return false
  return before > shape.finiteAt && before - shape.verbAt <= 6 && /^af$/u.test(shape.tokens[before]?.lower ?? '')
}

/** "Klubbens lokaler benyttes", "der kan holdes møder på biblioteket": who has the place. */
const hostOfPlace = ({ act: { shape } }: ReadClause, roster: Roster): readonly string[] => {
  const owner = /^(.{2,40}?)s (?:\p{L}+ )?\p{L}*(?:lokaler?|sal|hal|køkken|kontor)(?!\p{L})/iu.exec(shape.text)?.[1]
  if (owner !== undefined && isAgentPhrase(owner, roster)) return [owner]
  const hosts = namedAfter(shape, /^(?:på|i|hos)$/u, roster)
  return hosts
    .filter((name) => name.split(/\s/u).some(isAgentNoun))
    .map((name) => (shape.text.includes(`${name} `) ? name.replace(/(?<=\p{Lu}\p{Ll}+[^s\s])s$/u, '') : name))
}

/** "en medarbejder fra Ungdomshuset udlånes": the house owes, not the one lent. */
const lender = (subject: readonly string[]): string[] =>
  subject.flatMap((name) => /\s(?:fra|i|ved)\s(.+)$/u.exec(name)?.[1] ?? [])

/** "Deltagerne betaler selv": those it is for pay. */
const targetAtStart = (text: string): string[] => {
  const first = /^\p{L}+(?= betaler)/u.exec(text)?.[0]
  return first !== undefined && isTargetWord(first) ? [first] : []
}

/** "Boligselskabet Fjord, 2013-2016: 400.000 kr.": who pays stands first. */
const payerAtStart = (text: string, roster: Roster): string[] => {
  const start = /^[^,:]{2,80}?(?=[,:]|\s\d{3}|$)/u.exec(text)?.[0].trim() ?? ''
  return start !== '' && isAgentPhrase(start, roster) ? [start] : []
}

const ownersAbove = (leadIn: string | null, heading: string | null, roster: Roster): readonly string[] => {
  if (leadIn !== null) {
    const act = readAct(leadIn)
    const subject = subjectOf(act, roster)
    if (subject.length > 0 && !act.shape.isPassive) return subject
    const party = partyOfHeading(leadIn, roster)
    if (party !== null) return [party]
  }
  const party = heading === null ? null : partyOfHeading(heading, roster)
  return party === null ? [] : [party]
}

const recipientsOf = ({ act, clause }: ReadClause, kind: CommitmentKind, roster: Roster): readonly string[] => {
  const { shape } = act
  if (act.verb === 'frikøbe') return lender(objectOf(shape, roster))
  if (kind === 'payment') return firstNamed([objectOf(shape, roster), namedBehindVerb(shape, /^til$/u, roster)])
  if (kind === 'inform')
    return firstNamed([objectOf(shape, roster), namedBehindVerb(shape, /^(?:til|for|hos)$/u, roster), targetsIn(shape)])
  if (kind === 'meeting') {
    const called = act.verb === 'indkalde' ? objectOf(shape, roster) : []
    return firstNamed([called, namedBehindVerb(shape, /^med$/u, roster)])
  }
  if (receives.has(act.verb ?? '') && shape.isPassive) return namedBehindVerb(shape, /^af$/u, roster)
  if (kind === 'staffing') return namedBehindVerb(shape, /^til$/u, roster)
  if (
    senseOfVerb(act.verb ?? '') === 'task' &&
    /^(?:støtte|understøtte|bistå|rådgive|hjælpe|orientere)$/u.test(act.verb ?? '')
  )
    return firstNamed([objectOf(shape, roster), targetsIn(shape)])
  return clause.text.length > 0 ? targetsIn(shape) : []
}

const firstNamed = (choices: readonly (readonly string[])[]): readonly string[] =>
  choices.find((names) => names.length > 0) ?? []
