import type { Operator } from '../notation.ts'
import type { BareTerm, Fact, Placed } from './facts.ts'

type Countable = Extract<Fact, { is: 'count' | 'money' }>
type Lone = Extract<Fact, { is: 'period' | 'year' | 'per' }>

/** How many facts away a partner may stand. */
const near = 4

const isLone = (fact: Fact): fact is Lone => fact.is === 'period' || fact.is === 'year' || fact.is === 'per'

const waits = (fact: Fact, lone: Lone): fact is Countable => {
  if (fact.is !== 'money' && fact.is !== 'count') return false
  if (lone.is === 'period' && lone.isPaid && fact.is === 'count') return false
  return lone.is === 'per' ? fact.per === null : fact.rhythm === null && fact.year === null
}

const isYearly = (lone: Lone): boolean => lone.is === 'year' || (lone.is === 'period' && lone.rhythm.freq === 'YEARLY')

/** People are counted by the year at most: "otte frivillige mødes hver uge" is no eight a week. */
const mayBePeople = (fact: Countable, lone: Lone): boolean =>
  fact.is === 'money' || fact.kind !== 'person' || (isYearly(lone) && !fact.many.article)

const mayPrecede = (fact: Countable, lone: Lone, distance: number): boolean => {
  if (lone.is === 'per') return distance <= (fact.many.article ? 3 : 4)
  return mayBePeople(fact, lone) && distance <= (fact.is === 'money' ? 8 : fact.kind === 'person' ? 4 : 6)
}

const mayFollow = (fact: Countable, lone: Lone, distance: number): boolean => {
  if (lone.is === 'per') return fact.is === 'money' && distance <= 8
  return mayBePeople(fact, lone) && distance <= (fact.is === 'money' ? 14 : fact.kind === 'person' ? 12 : 8)
}

/** The count or sum that a period on its own belongs to: the nearest before it, else the nearest after it. */
const findPartner = (
  facts: readonly (Placed | undefined)[],
  at: number,
  own: Placed,
  lone: Lone,
): number | undefined => {
  for (let index = at - 1; index >= Math.max(0, at - near); index -= 1) {
    const other = facts[index]
    if (other !== undefined && waits(other.fact, lone) && mayPrecede(other.fact, lone, own.start - other.end))
      return index
  }
  for (let index = at + 1; index <= Math.min(facts.length - 1, at + near); index += 1) {
    const other = facts[index]
    if (other !== undefined && waits(other.fact, lone) && mayFollow(other.fact, lone, other.start - own.end))
      return index
  }
  return undefined
}

const joined = (fact: Countable, lone: Lone): Fact => {
  if (lone.is === 'per') return { ...fact, per: lone.per }
  if (lone.is === 'year') return { ...fact, year: lone.year }
  const op = fact.many.op === '=' ? lone.op : fact.many.op
  return {
    ...fact,
    many: { ...fact.many, op, approx: fact.many.approx || lone.approx, article: false },
    rhythm: lone.rhythm,
  }
}

/** `500 kr. til måltid og 200 kr. til aktivitet pr. gang`: what the last sum is paid per, those before it are too. */
const shareRecipients = (facts: Placed[]): void => {
  for (let at = facts.length - 2; at >= 0; at -= 1) {
    const own = facts[at]
    const next = facts[at + 1]
    if (own?.fact.is !== 'money' || next?.fact.is !== 'money' || own.fact.per !== null || own.fact.rhythm !== null)
      continue
    if (next.start - own.end <= 5) facts[at] = { ...own, fact: { ...own.fact, per: next.fact.per } }
  }
}

const boundKeys = new Set(['SHARE', 'RATIO', 'DURATION', 'SESSION', 'NOTICE'])

const bounded = (found: BareTerm, op: Operator): BareTerm =>
  boundKeys.has(found.key) && found.op === '=' ? { ...found, op } : found

/** `Der skal som minimum holdes et møde`: a bound some words before what it bounds. */
const withBounds = (facts: readonly Placed[]): Placed[] =>
  facts.map((own, at) => {
    const before = facts[at - 1]
    if (before?.fact.is !== 'bound' || own.start - before.end > 5) return own
    const { op } = before.fact
    if (own.fact.is === 'period' && own.fact.op === '=') return { ...own, fact: { ...own.fact, op } }
    if (own.fact.is === 'terms')
      return { ...own, fact: { ...own.fact, terms: own.fact.terms.map((found) => bounded(found, op)) } }
    if ((own.fact.is !== 'count' && own.fact.is !== 'money') || own.fact.many.op !== '=') return own
    return { ...own, from: before.from, fact: { ...own.fact, many: { ...own.fact.many, op } } }
  })

/**
 * Gives each period, year or recipient that stands alone to the count or sum it belongs to: `hvert år uddeles
 * 7 mio. kr.`, `hvert år en styringsdialog`. What finds no partner stays.
 */
export const pairPeriods = (all: readonly Placed[]): Placed[] => {
  const facts = withBounds(all)
  const left: (Placed | undefined)[] = [...facts]
  for (const [at, own] of facts.entries()) {
    if (!isLone(own.fact)) continue
    const index = findPartner(left, at, own, own.fact)
    const other = index === undefined ? undefined : left[index]
    if (index === undefined || other === undefined || !waits(other.fact, own.fact)) continue
    left[index] = {
      ...other,
      fact: joined(other.fact, own.fact),
      from: Math.min(own.from, other.from),
      to: Math.max(own.to, other.to),
    }
    left[at] = undefined
  }
  const rest = left.filter((placed) => placed !== undefined)
  shareRecipients(rest)
  return rest
}
