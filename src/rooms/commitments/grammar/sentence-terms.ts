import { term } from './facts.ts'
import type { BareTerm, Fact, Hint, Piece, Placed } from './facts.ts'
import { moneyValue } from './money.ts'
import { manyValue } from './numbers.ts'
import { calendarFreq, perName } from './times.ts'
import type { Rhythm } from './times.ts'

type Count = Extract<Fact, { is: 'count' }>
type Money = Extract<Fact, { is: 'money' }>
type Hints = ReadonlySet<Hint>

const rhythmTerms = ({ freq, interval }: Rhythm): BareTerm[] => [
  term('FREQ', freq),
  ...(interval === 1 ? [] : [term('INTERVAL', String(interval))]),
]

const approx = (isSo: boolean): BareTerm[] => (isSo ? [term('APPROX', 'true')] : [])

const paymentNames = new Map([
  ['YEARLY/1', 'YEARLY'],
  ['YEARLY/2', 'HALFYEARLY'],
  ['YEARLY/4', 'QUARTERLY'],
  ['YEARLY/12', 'MONTHLY'],
])

const paymentCount = (fact: Count, rhythm: Rhythm): BareTerm[] => {
  const often = `${rhythm.freq}/${fact.many.low}`
  const payment = paymentNames.get(often) ?? rhythm.freq
  return [
    term('PAYMENT', payment),
    term('COUNT_PER_PERIOD', `${manyValue(fact.many)}/${perName(rhythm)}`, fact.many.op),
  ]
}

const quantity = (fact: Count): BareTerm => {
  const period = fact.year !== null ? `/${fact.year}` : fact.rhythm !== null ? `/${perName(fact.rhythm)}` : ''
  const unit = fact.per !== null && fact.unit === 'leisure pass' ? null : (fact.unit ?? 'times')
  return { key: 'QUANTITY', op: fact.many.op, value: `${manyValue(fact.many)}${period}`, unit, per: fact.per }
}

const happens = (fact: Count): boolean => fact.kind === 'happening' || fact.kind === 'times' || fact.kind === 'days'

const isMerelyArticle = (fact: Count): boolean =>
  fact.many.article && fact.many.op === '=' && fact.per === null && fact.rhythm === null && fact.year === null

const conditionTerms = (fact: Count, hints: Hints): BareTerm[] => {
  const op = fact.many.op
  if (hints.has('cancelling')) return [term('CANCEL_IF', `${fact.unit ?? 'times'}${op}${manyValue(fact.many)}`)]
  return [{ key: 'THRESHOLD', op, value: manyValue(fact.many), unit: fact.unit, per: null }]
}

const countTerms = (fact: Count, hints: Hints, isDated: boolean): BareTerm[] => {
  // "3 gange i foråret": the season is the period.
  if (fact.kind === 'times' && isDated && fact.rhythm === null && fact.per === null && fact.year === null) {
    return [term('COUNT_PER_PERIOD', manyValue(fact.many), fact.many.op)]
  }
  if (isMerelyArticle(fact)) return []
  if (hints.has('quorum')) return [term('QUORUM', manyValue(fact.many), fact.many.op)]
  const isCondition = hints.has('condition') || hints.has('cancelling') || fact.many.op === '<'
  const limits = fact.many.op === '<' || fact.many.op === '>'
  if (limits && isCondition && fact.rhythm === null) return conditionTerms(fact, hints)
  if (fact.rhythm !== null && hints.has('payment') && (fact.kind === 'times' || fact.one === 'instalment'))
    return paymentCount(fact, fact.rhythm)
  if (fact.rhythm !== null && happens(fact) && fact.per === null) {
    return [
      ...rhythmTerms(fact.rhythm),
      term('COUNT_PER_PERIOD', manyValue(fact.many), fact.many.op),
      ...approx(fact.many.approx),
    ]
  }
  if (fact.rhythm !== null && fact.many.article && fact.kind === 'thing' && fact.per === null) {
    return [...rhythmTerms(fact.rhythm), term('COUNT_PER_PERIOD', '1', fact.many.op)]
  }
  return [quantity(fact), ...approx(fact.many.approx)]
}

const moneyTerms = (fact: Money, hints: Hints): BareTerm[] => {
  const isLimit = fact.many.op === '<' || fact.many.op === '>'
  const key = fact.many.op === '<' || (isLimit && hints.has('condition')) ? 'THRESHOLD' : 'AMOUNT'
  const period = fact.year !== null ? `/${fact.year}` : fact.rhythm === null ? '' : `/${perName(fact.rhythm)}`
  return [
    { key, op: fact.many.op, value: `${moneyValue(fact.many)}${period}`, unit: null, per: fact.per },
    ...approx(fact.many.approx),
  ]
}

const periodTerms = (fact: Extract<Fact, { is: 'period' }>, hints: Hints, isDated: boolean): BareTerm[] => {
  if ((fact.isPaid || hints.has('payment')) && fact.rhythm.interval === 1) return [term('PAYMENT', fact.rhythm.freq)]
  const counts = fact.op !== '=' || (fact.rhythm.interval === 1 && !isDated)
  return [
    ...rhythmTerms(fact.rhythm),
    ...(counts ? [term('COUNT_PER_PERIOD', '1', fact.op)] : []),
    ...approx(fact.approx),
  ]
}

const datingKeys = new Set(['DATE', 'BYDAY', 'BYMONTH', 'BYQUARTER', 'SEASON', 'ON', 'WEEKPARITY'])

/** What "inden 10 dage" counts from, where the sentence tells it: minutes follow a meeting, an answer an enquiry. */
const spokenOf = (hints: Hints): string =>
  hints.has('minutes') ? 'meeting' : hints.has('enquiry') ? 'enquiry' : 'reference_date'

const turned = (found: BareTerm, hints: Hints): BareTerm => {
  const isPresence = hints.has('present') && (found.op === '>=' || found.op === '>')
  if ((hints.has('quorum') || isPresence) && (found.key === 'SHARE' || found.key === 'RATIO'))
    return { ...found, key: 'QUORUM' }
  if (hints.has('condition') && found.key === 'SHARE' && (found.op === '<' || found.op === '>'))
    return { ...found, key: 'THRESHOLD' }
  if (hints.has('deadline') && (found.key === 'ON' || found.key === 'DATE')) return { ...found, key: 'DEADLINE' }
  if (found.key === 'DEADLINE_REL' && found.value.startsWith('reference_date'))
    return { ...found, value: found.value.replace('reference_date', spokenOf(hints)) }
  if (found.key === 'ROTATION' && hints.has('convening')) return term('ROTATION', 'convenor')
  if (found.key === 'ROTATION' && hints.has('hosting')) return term('ROTATION', 'host')
  if (found.key === 'ROTATION' && hints.has('chairing')) return term('ROTATION', 'chair')
  return found
}

const factTerms = (fact: Fact, hints: Hints, isDated: boolean): BareTerm[] => {
  switch (fact.is) {
    case 'hint':
    case 'per':
    case 'bound':
      return []
    case 'terms':
      return fact.terms.map((found) => turned(found, hints))
    case 'weekdays':
      return [...(fact.rhythm === null ? [] : rhythmTerms(fact.rhythm)), ...fact.terms]
    case 'year':
      return hints.has('deadline') && fact.alone.length === 0 ? [term('PERIOD', fact.year)] : fact.alone
    case 'period':
      return periodTerms(fact, hints, isDated)
    case 'money':
      return moneyTerms(fact, hints)
    case 'count':
      return countTerms(fact, hints, isDated)
  }
}

const isDating = (found: BareTerm): boolean =>
  datingKeys.has(found.key) || (found.key === 'DEADLINE' && /^\d\d-\d\d/.test(found.value))

const isDatedSentence = (facts: readonly Placed[]): boolean =>
  facts.some(({ fact }) => fact.is === 'weekdays' || (fact.is === 'terms' && fact.terms.some(isDating)))

/** The rotation takes those who are in it: `otte gårdmænd, der på turnus …`. */
const withRotation = (facts: readonly Placed[]): Placed[] => {
  const at = facts.findIndex(({ fact }) => fact.is === 'terms' && fact.terms.some((found) => found.key === 'ROTATION'))
  const who = facts[at - 1]
  const turn = facts[at]
  if (
    who === undefined ||
    turn === undefined ||
    who.fact.is !== 'count' ||
    who.fact.kind !== 'person' ||
    who.fact.rhythm !== null
  )
    return [...facts]
  const list = `responsible(${manyValue(who.fact.many)} ${who.fact.unit ?? ''})`
  const merged: Placed = { ...turn, from: who.from, fact: { is: 'terms', terms: [term('ROTATION', list)] } }
  return [...facts.slice(0, at - 1), merged, ...facts.slice(at + 1)]
}

const perYear: Record<string, number> = { YEARLY: 1, HALFYEARLY: 2, QUARTERLY: 4, MONTHLY: 12 }

const yearly = (fact: Fact): number | undefined =>
  fact.is === 'count' && fact.rhythm !== null && fact.many.high === null && happens(fact)
    ? fact.many.low * (perYear[fact.rhythm.freq] ?? 0)
    : undefined

/** `4 møder om året, 1 møde pr. kvartal` says one thing twice: the finer rhythm stays, the coarser is its total. */
const withTotals = (facts: readonly Placed[]): Placed[] =>
  facts.flatMap((own, at) => {
    const next = facts.slice(at + 1, at + 3).find(({ fact }) => fact.is === 'count')
    const total = yearly(own.fact)
    if (next === undefined || total === undefined || total === 0 || own.fact.is !== 'count' || next.fact.is !== 'count')
      return [own]
    const isSame =
      yearly(next.fact) === total && own.fact.rhythm?.freq !== next.fact.rhythm?.freq && own.fact.one === next.fact.one
    if (!isSame || own.fact.rhythm === null) return [own]
    return [
      {
        ...own,
        fact: {
          is: 'terms' as const,
          terms: [term('TOTAL', `${manyValue(own.fact.many)}/${perName(own.fact.rhythm)}`)],
        },
      },
    ]
  })

const closingTerms = (terms: readonly BareTerm[], hints: Hints): BareTerm[] => {
  const has = (key: string, value?: string): boolean =>
    terms.some((found) => found.key === key && (value === undefined || found.value === value))
  const more: BareTerm[] = []
  const isWritten = hints.has('written') && (hints.has('notice') || hints.has('told') || has('NOTICE'))
  if (isWritten && !has('FORM')) more.push(term('FORM', 'WRITTEN'))
  if (hints.has('extraordinary') && !has('TRIGGER') && (has('FREQ', 'ON_DEMAND') || has('NOTICE')))
    more.push(term('SCOPE', 'extraordinary'))
  if (hints.has('widening') && has('FREQ', 'ON_DEMAND')) more.push(term('SCOPE', 'participants'))
  if (hints.has('request') && has('AVAILABLE')) more.push(term('TRIGGER', 'request'))
  if (hints.has('reduction') && has('THRESHOLD')) more.push(term('TRIGGER', 'reduction'))
  if (hints.has('suppression') && has('THRESHOLD')) more.push(term('TRIGGER', 'suppress'))
  return more
}

const isCalendar = (found: BareTerm): boolean => found.key === 'FREQ' && calendarFreq.test(found.value)

/** Days of the week come weekly where nothing else is said of them. */
const withWeekly = (pieces: Piece[]): Piece[] => {
  const isRhythmic = pieces.some((piece) => piece.terms.some(isCalendar))
  const first = pieces.findIndex((piece) => piece.terms.some((found) => found.key === 'BYDAY'))
  if (isRhythmic || first < 0) return pieces
  const isNth = pieces[first]?.terms.some((found) => found.key === 'BYDAY' && /^-?\d/.test(found.value)) === true
  const freq = term('FREQ', isNth ? 'MONTHLY' : 'WEEKLY')
  return pieces.map((piece, at) => (at === first ? { ...piece, terms: [freq, ...piece.terms] } : piece))
}

const withClosing = (pieces: readonly Piece[], terms: BareTerm[], facts: readonly Placed[]): Piece[] => {
  const last = pieces.at(-1)
  if (last !== undefined) return [...pieces.slice(0, -1), { ...last, terms: [...last.terms, ...terms] }]
  return [{ terms, from: facts[0]?.from ?? 0, to: facts.at(-1)?.to ?? 0, afterOr: false }]
}

/** What a sentence's facts say together, as pieces in reading order. */
export const sentenceTerms = (facts: readonly Placed[], hints: Hints): Piece[] => {
  const isDated = isDatedSentence(facts)
  const pieces: Piece[] = []
  let afterOr = false
  for (const placed of withTotals(withRotation(facts))) {
    if (placed.fact.is === 'hint' && placed.fact.hint === 'or') afterOr = true
    const terms = factTerms(placed.fact, hints, isDated)
    if (terms.length === 0) continue
    pieces.push({ terms, from: placed.from, to: placed.to, afterOr })
    afterOr = false
  }
  const closing = closingTerms(
    pieces.flatMap((piece) => piece.terms),
    hints,
  )
  return withWeekly(closing.length === 0 ? pieces : withClosing(pieces, closing, facts))
}
