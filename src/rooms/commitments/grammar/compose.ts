import { inCanonicalOrder } from '../notation.ts'
import type { Rule, Term } from '../notation.ts'
import { pairPeriods } from './pair.ts'
import { calendarFreq } from './times.ts'
import type { BareTerm, Hint, Piece, Placed } from './facts.ts'
import { sentenceTerms } from './sentence-terms.ts'

const softKeys = new Set(['APPROX', 'TYPICAL', 'DEFAULT', 'EXPECTED', 'EXAMPLE'])
const onceKeys = new Set([
  'FREQ',
  'BYDAY',
  'TIME',
  'START',
  'DEADLINE',
  'DEADLINE_REL',
  'NOTICE',
  'VALID',
  'DURATION',
  'COUNT_PER_PERIOD',
  'PAYMENT',
  'SESSION',
  'DATE',
  'ON',
])

/** Keys whose values are lists: said twice, they are one longer list (`i foråret og … i efteråret`). */
const listKeys = new Set(['SEASON', 'BYMONTH', 'BYQUARTER', 'EXCEPT_BYMONTH'])

const isSoft = (piece: Piece): boolean => piece.terms.every((term) => softKeys.has(term.key))

const place = (piece: Piece): Term[] => piece.terms.map((term) => ({ ...term, from: piece.from, to: piece.to }))

const valueOf = (terms: readonly BareTerm[], key: string): string | undefined =>
  terms.find((term) => term.key === key)?.value

/** "hver mandag … og hver anden mandag": the same days at another interval. */
const comesOtherwise = (terms: readonly Term[], piece: Piece): boolean =>
  ['FREQ', 'BYDAY'].every((key) => valueOf(terms, key) !== undefined && valueOf(piece.terms, key) !== undefined) &&
  valueOf(terms, 'INTERVAL') !== valueOf(piece.terms, 'INTERVAL')

/** A rule is full for a piece that would say otherwise what a rule says once. */
const clashes = (terms: readonly Term[], piece: Piece): boolean =>
  comesOtherwise(terms, piece) ||
  piece.terms.some((term) => {
    const known = onceKeys.has(term.key) ? valueOf(terms, term.key) : undefined
    return known !== undefined && known !== term.value
  })

const addPiece = (terms: Term[], piece: Piece): void => {
  for (const term of place(piece)) {
    const known = terms.find((other) => other.key === term.key)
    const repeats =
      known !== undefined && known.value === term.value && known.unit === term.unit && known.per === term.per
    if (repeats && term.key !== 'AMOUNT') continue
    if (term.key === 'TRIGGER' && known !== undefined) known.value = `${known.value}|${term.value}`
    else if (known !== undefined && listKeys.has(term.key)) known.value = `${known.value},${term.value}`
    else if (
      known !== undefined &&
      (softKeys.has(term.key) || term.key === 'FREQ' || term.key === 'SCOPE' || term.key === 'ROTATION')
    )
      continue
    else terms.push(term)
  }
}

const asRule = (groups: readonly Term[][]): Rule | undefined => {
  const [terms, ...alternatives] = groups.map(inCanonicalOrder)
  const all = groups.flat()
  if (terms === undefined || !all.some((term) => !softKeys.has(term.key))) return undefined
  return {
    terms,
    alternatives,
    from: Math.min(...all.map((term) => term.from)),
    to: Math.max(...all.map((term) => term.to)),
  }
}

/** Times that may stand in each other's stead: `én gang om året eller hvert kvartal`. */
const asAlternatives = (pieces: readonly Piece[]): Rule | undefined => {
  const rhythms = pieces.filter((piece) => calendarFreq.test(valueOf(piece.terms, 'FREQ') ?? ''))
  const distinct = new Set(rhythms.map((piece) => JSON.stringify(piece.terms)))
  if (distinct.size < 2 || !rhythms.slice(1).some((piece) => piece.afterOr)) return undefined
  if (rhythms.length !== pieces.filter((piece) => !isSoft(piece)).length) return undefined
  return asRule(
    rhythms.map((piece) => {
      const terms = place(piece)
      return terms.filter((term) => term.key !== 'COUNT_PER_PERIOD' || term.value !== '1' || term.op !== '=')
    }),
  )
}

/** How far, in characters, a hedge reaches forward and back: `fx` only to the very next words. */
const reach = (soft: Piece): { forward: number; back: number } =>
  soft.terms.some((term) => term.key === 'EXAMPLE') ? { forward: 8, back: 0 } : { forward: 80, back: 40 }

const asRules = (pieces: readonly Piece[]): Rule[] => {
  const groups: Term[][] = []
  let current: Term[] = []
  let before: Piece | undefined
  let waiting: Piece[] = []
  const settle = (next: Piece | undefined): void => {
    for (const soft of waiting) {
      const { forward, back } = reach(soft)
      const reachesNext = next !== undefined && next.from - soft.to <= forward
      if (reachesNext) addPiece(current, soft)
      else if (before !== undefined && soft.from - before.to <= back) addPiece(groups.at(-1) ?? current, soft)
    }
    waiting = []
  }
  for (const piece of pieces) {
    if (isSoft(piece)) {
      waiting.push(piece)
      continue
    }
    if (clashes(current, piece)) {
      groups.push(current)
      current = []
    }
    settle(piece)
    addPiece(current, piece)
    before = piece
  }
  groups.push(current)
  settle(undefined)
  return groups.flatMap((group) => asRule([group]) ?? [])
}

/** The rules of one sentence from what was read in it. */
export const composeSentence = (facts: readonly Placed[]): Rule[] => {
  if (facts.length === 0) return []
  const hints = new Set<Hint>(facts.flatMap(({ fact }) => (fact.is === 'hint' ? [fact.hint] : [])))
  const pieces = sentenceTerms(pairPeriods(facts), hints)
  const either = hints.has('or') ? asAlternatives(pieces) : undefined
  return either === undefined ? asRules(pieces) : [either]
}
