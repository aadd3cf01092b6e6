/**
 * The notation of a term: how a promise's "when and how much" is written down, compared and stored.
 * `KEY=VALUE;KEY=VALUE` is one rule; several rules are joined by ` + `, alternatives within a rule by ` | `.
 */

/** Every key of the notation, in the order in which a rule writes them. */
export const termKeys = [
  'SHARE',
  'AT',
  'THRESHOLD',
  'RATIO',
  'QUORUM',
  'CANCEL_IF',
  'DATE',
  'AMOUNT',
  'PAYMENT',
  'TIMING',
  'AVAILABLE',
  'FREQ',
  'INTERVAL',
  'COUNT_PER_PERIOD',
  'TOTAL',
  'POSITION',
  'BYDAY',
  'BYMONTH',
  'BYQUARTER',
  'WEEKPARITY',
  'SEASON',
  'DAYPART',
  'TIME',
  'START',
  'ON',
  'EXCEPT_BYMONTH',
  'EXCLUDE_TIME',
  'DURATION',
  'SESSION',
  'QUANTITY',
  'DEADLINE_REL',
  'DEADLINE',
  'BOUND',
  'VALID',
  'PERIOD',
  'HORIZON',
  'NOTICE',
  'NOTICE_TO',
  'FORM',
  'ROTATION',
  'TRIGGER',
  'SCOPE',
  'APPROX',
  'TYPICAL',
  'DEFAULT',
  'EXPECTED',
  'EXAMPLE',
] as const

export type TermKey = (typeof termKeys)[number]

export const operators = ['>=', '<=', '=', '>', '<'] as const

export type Operator = (typeof operators)[number]

/** The values `FREQ` takes; the last five tell a rhythm that has no calendar unit. */
export const frequencies = [
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'QUARTERLY',
  'HALFYEARLY',
  'YEARLY',
  'CONTINUOUS',
  'ON_DEMAND',
  'AD_HOC',
  'FIXED_UNSPECIFIED',
  'UNSPECIFIED_REGULAR',
] as const

export type Frequency = (typeof frequencies)[number]

/**
 * One `KEY=VALUE` of a rule. `unit` and `per` are the small keys of quantities and amounts, `null` where unsaid.
 * `from` and `to` are offsets in the phrase it was read from (`to` is the offset after the last character);
 * both are 0 in a term that was parsed from notation.
 */
export interface Term {
  key: TermKey
  op: Operator
  value: string
  unit: string | null
  per: string | null
  from: number
  to: number
}

/** One rule: its terms in canonical order, and what may stand in their stead. The span covers all that was read. */
export interface Rule {
  terms: Term[]
  alternatives: Term[][]
  from: number
  to: number
}

const place = new Map<string, number>(termKeys.map((key, index) => [key, index]))

const isTermKey = (text: string): text is TermKey => place.has(text)

/** The terms in the order the notation writes them; terms of the same key keep their order. */
export const inCanonicalOrder = (terms: readonly Term[]): Term[] =>
  terms.toSorted((one, other) => (place.get(one.key) ?? 0) - (place.get(other.key) ?? 0))

const formatTerm = (term: Term): string => {
  const unit = term.unit === null ? '' : ` unit=${term.unit}`
  const per = term.per === null ? '' : ` per=${term.per}`
  return `${term.key}${term.op}${term.value}${unit}${per}`
}

const formatTerms = (terms: readonly Term[]): string => terms.map(formatTerm).join(';')

/** One rule as text: `FREQ=YEARLY;COUNT_PER_PERIOD=4`. */
export const formatRule = (rule: Rule): string => [rule.terms, ...rule.alternatives].map(formatTerms).join(' | ')

/** All rules as text, joined by ` + `; `''` if there are none. */
export const formatNotation = (rules: readonly Rule[]): string => rules.map(formatRule).join(' + ')

/** The first term of that key in the rule, or `undefined`. */
export const findTerm = (rule: Rule, key: TermKey): Term | undefined => rule.terms.find((term) => term.key === key)

const firstOperator = (text: string): { at: number; op: Operator } | undefined => {
  for (let at = 0; at < text.length; at += 1) {
    const op = operators.find((candidate) => text.startsWith(candidate, at))
    if (op !== undefined) return { at, op }
  }
  return undefined
}

const cutAt = (text: string, mark: string): [string, string | null] => {
  const at = text.indexOf(mark)
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + mark.length)]
}

const parseTerm = (text: string): Term => {
  const found = firstOperator(text)
  const key = text.slice(0, found?.at ?? 0)
  if (found === undefined || !isTermKey(key)) throw new SyntaxError(`Not a term of the notation: "${text}"`)
  const [beforePer, per] = cutAt(text.slice(found.at + found.op.length), ' per=')
  const [value, unit] = cutAt(beforePer, ' unit=')
  if (value === '') throw new SyntaxError(`A term without a value: "${text}"`)
  return { key, op: found.op, value, unit, per, from: 0, to: 0 }
}

const parseTerms = (text: string): Term[] => text.split(';').map(parseTerm)

const parseRule = (text: string): Rule => {
  const [first, ...others] = text.split(' | ')
  return { terms: parseTerms(first ?? ''), alternatives: others.map(parseTerms), from: 0, to: 0 }
}

/**
 * Reads notation back into rules; the exact reverse of `formatNotation`.
 * Throws SyntaxError for what is not notation. The empty text has no rules.
 */
export const parseNotation = (text: string): Rule[] => {
  const bare = text.replace(/ \(alternatives\)$/, '')
  return bare.trim() === '' ? [] : bare.split(' + ').map((part) => parseRule(part.trim()))
}
