import type { FoundPromise } from './read-clause.ts'
import { bare } from './roster.ts'
import type { Roster } from './roster.ts'

/** The promises of one section in order of text. */
export interface SectionPromises {
  section: number
  promises: FoundPromise[]
}

/**
 * Gives every promise of an activity its owners, where its own words name none:
 * a meeting's is who calls or leads meetings in the same section, the nearest after it first; else who owes the same kind
 * shortly before or after; else who was spoken of before; else who alone owes that kind in the activity; else all its parties.
 * Returns the promises whose owners are such a last guess.
 */
export const settleOwners = (sections: readonly SectionPromises[], roster: Roster): FoundPromise[] => {
  const everyone = partiesOf(roster)
  const named: Named = new Set(sections.flatMap(({ promises }) => promises.filter(({ owedBy }) => owedBy.length > 0)))
  const unsure: FoundPromise[] = []
  for (const { promises } of sections) {
    for (const [index, promise] of promises.entries()) {
      if (named.has(promise)) continue
      const place = { promises, index, named }
      const found = ownersAround(promise, place, sections)
      promise.owedBy = found ?? everyone
      if (found === null && !isShared(promise)) unsure.push(promise)
    }
  }
  return unsure
}

type Named = ReadonlySet<FoundPromise>

interface Place {
  promises: readonly FoundPromise[]
  index: number
  named: Named
}

/** The first that fits; those the promise is owed to never owe it themselves. */
const ownersAround = (promise: FoundPromise, place: Place, sections: readonly SectionPromises[]): string[] | null => {
  if (/^(?:hvis|ønsker|når) .{0,40}part(?:er|erne)?(?!\p{L})/iu.test(promise.text)) return null
  const choices = [
    callerOf(promise, place),
    neighbourOf(promise, place),
    followerOf(promise, place),
    onlyOwnerOf(promise, sections, place.named),
    speakerOf(promise),
  ]
  const fits = choices.map((names) => withoutReceivers(names ?? [], promise)).find((names) => names.length > 0)
  return fits ?? null
}

const withoutReceivers = (owners: readonly string[], { owedTo }: FoundPromise): string[] =>
  owners.filter((name) => !owedTo.includes(name))

/** Meetings, plans and the end of the cooperation concern everyone: no question is worth asking. */
const isShared = ({ kind }: FoundPromise): boolean =>
  kind === 'meeting' || kind === 'planning' || kind === 'notice' || kind === 'inform'

const callerOf = (promise: FoundPromise, { promises, index, named }: Place): readonly string[] | undefined => {
  const isOfMeeting = promise.kind === 'meeting' || promise.act.verb === 'invitere'
  if (!isOfMeeting || promise.notation.includes('ROTATION')) return undefined
  const after = promises.slice(index + 1, index + 4).find((next) => next.calls && named.has(next))
  const before = promises.slice(Math.max(0, index - 2), index).findLast((other) => other.calls && named.has(other))
  return (after ?? before)?.owedBy
}

const neighbourOf = (promise: FoundPromise, { promises, index, named }: Place): readonly string[] | undefined => {
  const before = promises.slice(Math.max(0, index - 4), index).toReversed()
  if (promise.kind === 'notice') return undefined
  if (promise.kind === 'payment') return paysLikewise(promise, before[0], named)
  if (promise.kind === 'meeting')
    return before.find((other) => other.kind === 'meeting' && named.has(other) && other.owedBy.length > 1)?.owedBy
  if (promise.kind === 'planning' && !/(?<!\p{L})(?:her|der|møderne|mødet|disse)(?!\p{L})/u.test(promise.text))
    return undefined
  const lasting = before.filter((other) => named.has(other) && !other.owedBy.some((name) => isDoneTo(name, promise)))
  const same = lasting.find((other) => other.kind === promise.kind)
  const goesOn = promise.act.shape.isPassive || promise.kind === 'availability'
  return (same ?? (goesOn ? lasting[0] : undefined))?.owedBy
}

/** "Der betales kvartalsvis bagud.": the terms of the payment just before. */
const paysLikewise = (
  promise: FoundPromise,
  before: FoundPromise | undefined,
  named: Named,
): readonly string[] | undefined =>
  before?.kind === 'payment' && named.has(before) && !promise.notation.includes('AMOUNT') ? before.owedBy : undefined

/**
 * Whoever's turn it is owes the agenda, nothing else; and a post the sentence speaks of in the passive ("før koordinatoren
 * ansættes") does not owe it.
 */
const isDoneTo = (name: string, { text, act }: FoundPromise): boolean => {
  if (name === 'Indkalder') return true
  const post = (name.split(/[\s,]/u)[0] ?? '').toLowerCase()
  return act.shape.isPassive && post.length > 8 && text.toLowerCase().includes(post.slice(-9))
}

const speakerOf = ({ kind, spokenOf }: FoundPromise): readonly string[] | undefined =>
  spokenOf.length === 0 || kind === 'meeting' || kind === 'planning' || kind === 'notice' || kind === 'payment'
    ? undefined
    : spokenOf

const followerOf = (promise: FoundPromise, { promises, index, named }: Place): readonly string[] | undefined =>
  promise.kind === 'session'
    ? promises.slice(index + 1, index + 3).find((next) => next.kind === 'session' && named.has(next))?.owedBy
    : undefined

const onlyOwnerOf = (
  promise: FoundPromise,
  sections: readonly SectionPromises[],
  named: Named,
): readonly string[] | undefined => {
  if (promise.kind !== 'session' && promise.kind !== 'presence' && promise.kind !== 'staffing') return undefined
  const owners = new Map(
    sections
      .flatMap(({ promises }) => promises)
      .filter((other) => other.kind === promise.kind && named.has(other))
      .map(({ owedBy }) => [owedBy.join('|'), owedBy]),
  )
  return owners.size === 1 ? [...owners.values()][0] : undefined
}

/** All who take part in an activity: plans by name, others by party; a party that stands for a plan goes by the plan. */
export const partiesOf = ({ near }: Roster): string[] => {
  const withPlan = new Set(near.filter(({ plan }) => plan !== null).map(({ party }) => bare(party)))
  const names = new Map<string, string>()
  for (const { plan, party } of near) {
    if (plan === null && withPlan.has(bare(party))) continue
    const name = plan === null ? party : `helhedsplanen ${plan}`
    if (!names.has(bare(name))) names.set(bare(name), name)
  }
  return [...names.values()]
}
