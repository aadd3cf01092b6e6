import type { Placed } from './compose.ts'
import type { Fact } from './facts.ts'
import type { Rhythm } from './times.ts'

type Countable = Extract<Fact, { is: 'count' | 'money' }>

const waits = (fact: Fact | undefined): fact is Countable =>
  (fact?.is === 'money' && fact.rhythm === null) || (fact?.is === 'count' && fact.rhythm === null && fact.year === null)

const mayFollow = (fact: Countable, distance: number, rhythm: Rhythm): boolean => {
  if (fact.is === 'money') return distance <= 14
  if (fact.kind === 'person') return rhythm.freq === 'YEARLY' && distance <= 12 && !fact.many.article
  return distance <= 8
}

const mayPrecede = (fact: Countable, distance: number, rhythm: Rhythm): boolean => {
  if (fact.is === 'money') return distance <= 8
  if (fact.kind === 'person') return rhythm.freq === 'YEARLY' && distance <= 4 && !fact.many.article
  return distance <= 6
}

const near = 4

/** The count or sum that a period on its own belongs to, looking a few facts back and then ahead. */
const partner = (facts: readonly Placed[], at: number, rhythm: Rhythm): number | undefined => {
  const own = facts[at]
  if (own === undefined) return undefined
  for (let index = at - 1; index >= Math.max(0, at - near); index -= 1) {
    const other = facts[index]
    if (other !== undefined && waits(other.fact) && mayPrecede(other.fact, own.start - other.end, rhythm)) return index
  }
  for (let index = at + 1; index <= Math.min(facts.length - 1, at + near); index += 1) {
    const other = facts[index]
    if (other !== undefined && waits(other.fact) && mayFollow(other.fact, other.start - own.end, rhythm)) return index
  }
  return undefined
}

const paired = (fact: Countable, period: Extract<Fact, { is: 'period' }>): Fact => {
  const op = fact.many.op === '=' ? period.op : fact.many.op
  const many = { ...fact.many, op, approx: fact.many.approx || period.approx, article: false }
  return { ...fact, many, rhythm: period.rhythm }
}

/**
 * Gives each period that stands alone to the count or sum it belongs to: `hvert år uddeles 7 mio. kr.`,
 * `hvert år en styringsdialog`. What finds no partner stays.
 */
export const pairPeriods = (facts: readonly Placed[]): Placed[] => {
  const left: (Placed | undefined)[] = [...facts]
  for (const [at, own] of facts.entries()) {
    if (own.fact.is !== 'period') continue
    const present = left.map((placed, index) => placed ?? facts[index]).slice(0)
    const index = partnerAmong(left, facts, at, own.fact.rhythm)
    const other = index === undefined ? undefined : present[index]
    if (index === undefined || other === undefined || !waits(other.fact)) continue
    left[index] = {
      ...other,
      fact: paired(other.fact, own.fact),
      from: Math.min(own.from, other.from),
      to: Math.max(own.to, other.to),
    }
    left[at] = undefined
  }
  return left.flatMap((placed) => placed ?? [])
}

const partnerAmong = (
  left: readonly (Placed | undefined)[],
  facts: readonly Placed[],
  at: number,
  rhythm: Rhythm,
): number | undefined => {
  const low = Math.max(0, at - near)
  const window = facts
    .slice(low, at + near + 1)
    .map((placed, offset) => left[low + offset] ?? { ...placed, fact: { is: 'hint' as const, hint: 'or' as const } })
  const found = partner(window, at - low, rhythm)
  return found === undefined ? undefined : found + low
}
