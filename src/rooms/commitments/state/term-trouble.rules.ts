import type { CommitmentKind } from '../../agreements/index.ts'
import type { Rule, Term, TermKey } from '../notation.ts'
import type { Validity } from './periods.rules.ts'
import { planOf } from './state.rules.ts'
import { validityWithin } from './validity.rules.ts'

/**
 * What is wrong with a term that can be read but not meant: a quota of 0, a share over 100 %, a range upside down, rhythms that exclude each
 * other, an end before its beginning, a day no calendar has, or days that never fall inside the agreement.
 */
export type TermTrouble =
  | 'quota_is_zero'
  | 'share_over_whole'
  | 'range_upside_down'
  | 'rhythms_exclude_each_other'
  | 'ends_before_it_begins'
  | 'no_such_day'
  | 'never_within_agreement'

/** The troubles of a promise's term in an agreement, the gravest first; none where it can be judged or simply has no measure. */
export const troublesIn = (
  rules: readonly Rule[],
  validity: Validity,
  kind: CommitmentKind = 'task',
): TermTrouble[] => {
  const ways = rules.flatMap((rule) => [rule.terms, ...rule.alternatives])
  const own = ways.flatMap((terms) => troubles.flatMap(([trouble, isSo]) => (isSo(terms) ? [trouble] : [])))
  if (own.length > 0) return [...new Set(own)]
  const isOutside = ways.some((terms) => {
    const days = validityWithin(terms, validity)
    return days.to < days.from
  })
  // What is judged has a period somewhere in the agreement; a term that would be judged and has none says nothing.
  const isNowhere = planOf(rules, validity, kind).ways.some((way) =>
    way.every(
      ({ cadence, isAsked, isLimited }) =>
        cadence.kind !== 'on_demand' && cadence.kind !== 'unjudged' && !isAsked && !isLimited,
    ),
  )
  return isOutside || isNowhere ? ['never_within_agreement'] : []
}

type Check = (terms: readonly Term[]) => boolean

const valuesOf = (terms: readonly Term[], ...keys: TermKey[]): Term[] => terms.filter(({ key }) => keys.includes(key))

const numberIn = (text: string): number => Number(/^-?\d+(?:\.\d+)?/.exec(text)?.[0] ?? Number.NaN)

const isQuotaZero: Check = (terms) =>
  valuesOf(terms, 'COUNT_PER_PERIOD', 'QUANTITY', 'AMOUNT', 'TOTAL').some(
    ({ value, op }) => (op === '<' ? numberIn(value) <= 1 : op !== '>') && numberIn(value) <= (op === '<' ? 1 : 0),
  )

const isShareOverWhole: Check = (terms) =>
  valuesOf(terms, 'SHARE').some(({ value }) => value.endsWith('%') && numberIn(value) > 100)

const isRangeUpsideDown: Check = (terms) =>
  valuesOf(terms, 'COUNT_PER_PERIOD', 'QUANTITY', 'AMOUNT').some(({ value }) => {
    const [low = '', high] = value.split('..')
    return high !== undefined && numberIn(high) < numberIn(low)
  })

const shortRhythms = new Set(['DAILY', 'WEEKLY'])

/** Two rhythms in one rule; weeks of a parity in a rhythm without weeks; the only months named excepted; at least more than at most. */
const areRhythmsExclusive: Check = (terms) => {
  const rhythms = valuesOf(terms, 'FREQ').map(({ value }) => value)
  if (new Set(rhythms).size > 1) return true
  if (valuesOf(terms, 'WEEKPARITY').length > 0 && rhythms[0] !== undefined && !shortRhythms.has(rhythms[0])) return true
  const split = (key: TermKey) => new Set(valuesOf(terms, key).flatMap(({ value }) => value.split(',')))
  const [named, excepted] = [split('BYMONTH'), split('EXCEPT_BYMONTH')]
  if (named.size > 0 && named.isSubsetOf(excepted)) return true
  const counts = valuesOf(terms, 'COUNT_PER_PERIOD')
  const most = Math.min(...counts.flatMap(({ op, value }) => (op === '<=' || op === '<' ? [numberIn(value)] : [])))
  return counts.some(({ op, value }) => op !== '<=' && op !== '<' && numberIn(value) > most)
}

const endsBeforeItBegins: Check = (terms) => {
  const always = { from: -1_000_000, to: 10_000_000 }
  const { from, to } = validityWithin(terms, always)
  return to < from
}

const daysIn: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isNoDay: Check = (terms) =>
  valuesOf(terms, 'ON', 'DEADLINE', 'DATE').some(({ value }) =>
    value.split(',').some((day) => {
      const match = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(day)
      if (!match) return false
      const [year, month, dayOfMonth] = [match[1] ?? '2012', Number(match[2]), Number(match[3])]
      if (dayOfMonth < 1 || dayOfMonth > (daysIn[month - 1] ?? 0)) return true
      const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
      return month === 2 && dayOfMonth === 29 && !isLeap
    }),
  ) ||
  valuesOf(terms, 'BYMONTH', 'EXCEPT_BYMONTH').some(({ value }) => value.split(',').some((one) => numberIn(one) > 12))

const troubles: readonly (readonly [TermTrouble, Check])[] = [
  ['quota_is_zero', isQuotaZero],
  ['share_over_whole', isShareOverWhole],
  ['range_upside_down', isRangeUpsideDown],
  ['no_such_day', isNoDay],
  ['ends_before_it_begins', endsBeforeItBegins],
  ['rhythms_exclude_each_other', areRhythmsExclusive],
]
