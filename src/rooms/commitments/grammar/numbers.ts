import { anyDigits, beginningWith, like, map, oneOf, opt, pick, seq, shared, sign, token, word } from './parser.ts'
import type { Found, Parser } from './parser.ts'
import type { Operator } from '../notation.ts'

/** Numbers written as words. `en` and `et` are read only where a number must stand: see `articleOrNumber`. */
const cardinals = new Map<string, number>([
  ['to', 2],
  ['tre', 3],
  ['fire', 4],
  ['fem', 5],
  ['seks', 6],
  ['syv', 7],
  ['otte', 8],
  ['ni', 9],
  ['ti', 10],
  ['elleve', 11],
  ['tolv', 12],
  ['tretten', 13],
  ['fjorten', 14],
  ['femten', 15],
  ['seksten', 16],
  ['sytten', 17],
  ['atten', 18],
  ['nitten', 19],
  ['tyve', 20],
  ['tredive', 30],
  ['fyrre', 40],
  ['halvtreds', 50],
  ['tres', 60],
  ['halvfjerds', 70],
  ['firs', 80],
  ['halvfems', 90],
  ['hundrede', 100],
  ['tusind', 1000],
  ['halvanden', 1.5],
  ['halvandet', 1.5],
])

const tens = ['tyve', 'tredive', 'fyrre', 'halvtreds', 'tres', 'halvfjerds', 'firs', 'halvfems']

const ones = new Map<string, number>([['en', 1], ...[...cardinals].filter(([, value]) => value < 10 && value !== 1.5)])

/** `femogtyve` = 25: Danish says the ones first. */
const onesAndTens = (text: string): number | undefined => {
  const joint = text.indexOf('og')
  if (joint < 2) return undefined
  const ten = text.slice(joint + 2)
  const one = ones.get(text.slice(0, joint))
  return one === undefined || !tens.includes(ten) ? undefined : one + (cardinals.get(ten) ?? 0)
}

const halves = new Map<string, number>([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])

const wordNumber: Parser<number> = pick(
  token((found) => found.kind === 'word'),
  (found) => cardinals.get(found.text) ?? onesAndTens(found.text),
)

const fractionSign: Parser<number> = pick(
  token((found) => found.kind === 'sign'),
  (found) => halves.get(found.text),
)

/**
 * Digits with Danish signs: `2.000`, `1. 386.235` (a slip met in contracts), `5,9`, `7½`.
 * A full stop is a thousands sign only before exactly three digits.
 */
const digitNumber: Parser<number> = beginningWith(anyDigits, (tokens, at) => {
  const first = tokens.at(at)
  if (first?.kind !== 'digits' || first.text.length > 15) return undefined
  let text = first.text
  let to = at + 1
  for (let groups = 0; groups < 4; groups += 1) {
    const dot = tokens.at(to)
    const next = tokens.at(to + 1)
    const grouped = dot?.text === '.' && dot.glued && next?.kind === 'digits' && next.text.length === 3
    if (!grouped || first.text.length > 3) break
    if (!next.glued && tokens.at(to + 2)?.text !== '.') break
    text += next.text
    to += 2
  }
  const decimals = tokens.at(to + 1)
  if (tokens.at(to)?.text === ',' && tokens.at(to)?.glued === true && decimals?.kind === 'digits' && decimals.glued) {
    return { value: Number(`${text}.${decimals.text}`), to: to + 2 }
  }
  const half = halves.get(tokens.at(to)?.text ?? '')
  return half === undefined ? { value: Number(text), to } : { value: Number(text) + half, to: to + 1 }
})

/** A number in digits or words: `4`, `fire`, `2.000`, `7½`, `halvanden`, `femogtyve`. */
export const number: Parser<number> = oneOf(digitNumber, wordNumber, fractionSign)

const article = map(word('en, et, een, eet, eneste, en enkelt, et enkelt, enkelt'), () => 1)

/** A number, or `en`/`et` where it may be meant as one. */
export const articleOrNumber: Parser<number> = oneOf(number, article)

/** How many: one number or a range, with what loosens or bounds it. `article` marks a mere `en`/`et`. */
export interface HowMany {
  op: Operator
  low: number
  high: number | null
  approx: boolean
  article: boolean
}

const atLeast = word(
  'mindst, minimum, min, som minimum, i hvert fald, ikke under, ikke mindre end, ikke færre end',
  'et minimum af, et minimum på',
)
const atMost = word(
  'højst, højest, max, maks, maximum, maksimum, maksimalt, maximalt, op til, optil, ikke over',
  'ikke mere end, ikke flere end, et maksimum på, indtil',
)
const moreThan = word('over, mere end, flere end, større end, højere end')
const lessThan = word('under, mindre end, færre end, lavere end')

/** `mindst` → `>=`, `op til` → `<=`, `over` → `>`, `under` → `<`. */
export const bound: Parser<Operator> = oneOf<Operator[]>(
  map(atLeast, () => '>='),
  map(atMost, () => '<='),
  map(moreThan, () => '>'),
  map(lessThan, () => '<'),
)

/** Words that loosen a number. */
export const approximately = word(
  'ca, cirka, circa, omkring, omtrent, i gennemsnit, gennemsnitligt, gennemsnitlig, i snit',
  'rundt regnet, i omegnen af, tæt på, næsten, godt, knap',
)

const untilSign: Parser<string> = oneOf(sign('-'), word('til', 'a'))

/** One number, or two with `-` or `til` between; `en` is a number only in `en til to`. */
const range: Parser<{ low: number; high: number | null }> = oneOf(
  pick(seq(articleOrNumber, untilSign, number), ([low, , high]) => (high > low ? { low, high } : undefined)),
  map(number, (low) => ({ low, high: null })),
)

const either: Parser<{ low: number; high: number | null }> = pick(
  seq(articleOrNumber, word('eller', 'og'), number),
  ([low, , high]) => (high === low + 1 ? { low, high } : undefined),
)

const between: Parser<{ low: number; high: number | null }> = map(
  seq(word('mellem', 'imellem'), number, word('og'), number),
  ([, low, , high]) => ({ low, high }),
)

const reversedBound: Parser<Operator> = oneOf<Operator[]>(
  map(word('eller flere, eller derover, og opefter, og derover'), () => '>='),
  map(word('eller færre', 'eller derunder'), () => '<='),
)

const isArticle = (tokens: Parameters<Parser<unknown>>[0], at: number): boolean => tokens.at(at)?.kind === 'word'

const loosened = seq(opt(approximately), opt(bound), opt(approximately), opt(bound))

const countOf: Parser<HowMany> = beginningWith(oneOf(approximately, bound, between, number, article), (tokens, at) => {
  const before = loosened(tokens, at)
  const start = before?.to ?? at
  const [loose, op, looser, second] = before?.value ?? [null, null, null, null]
  const many: Found<{ low: number; high: number | null }> | undefined =
    between(tokens, start) ?? either(tokens, start) ?? range(tokens, start)
  const one = many === undefined ? article(tokens, start) : undefined
  const found = many ?? (one === undefined ? undefined : { value: { low: one.value, high: null }, to: one.to })
  if (found === undefined) return undefined
  const after = op === null && found.value.high === null ? reversedBound(tokens, found.to) : undefined
  return {
    value: {
      ...found.value,
      op: op ?? second ?? after?.value ?? '=',
      approx: loose !== null || looser !== null,
      article: one !== undefined && isArticle(tokens, start),
    },
    to: after?.to ?? found.to,
  }
})

/** How many: `mindst 4`, `2-4`, `25 til 30`, `mellem 5 og 10`, `op til ca. 6`, `to eller tre`, `en`. */
export const howMany: Parser<HowMany> = shared(countOf)

/** A number as the notation writes it: no grouping, a full stop before decimals. */
export const plainNumber = (value: number): string => String(Math.round(value * 1000) / 1000)

/** How many, as a value of the notation: `4`, `2..4`. */
export const manyValue = (many: { low: number; high: number | null }): string =>
  many.high === null ? plainNumber(many.low) : `${plainNumber(many.low)}..${plainNumber(many.high)}`

const ordinalWords = new Map<string, number>([
  ['første', 1],
  ['anden', 2],
  ['andet', 2],
  ['tredje', 3],
  ['fjerde', 4],
  ['femte', 5],
  ['sjette', 6],
  ['syvende', 7],
  ['ottende', 8],
  ['niende', 9],
  ['tiende', 10],
  ['ellevte', 11],
  ['tolvte', 12],
  ['fjortende', 14],
])

/** `første`, `tredje`, `14.` */
export const ordinal: Parser<number> = oneOf(
  pick(
    token((found) => found.kind === 'word'),
    (found) => ordinalWords.get(found.text),
  ),
  map(
    seq(
      token((found) => found.kind === 'digits' && found.text.length <= 2),
      token((found) => found.text === '.' && found.glued),
    ),
    ([digits]) => Number(digits.text),
  ),
)

const parts = new Map<string, number>([
  ['halvdel', 2],
  ['tredjedel', 3],
  ['fjerdedel', 4],
  ['femtedel', 5],
  ['tiendedel', 10],
])

const partName: Parser<number> = pick(like(/del(?:e|en|ene)?$/), (text) =>
  parts.get(text.replace(/del(?:e|en|ene)?$/, 'del')),
)

/** A fraction: `1/3`, `halvdelen`, `to tredjedele`. */
export const fraction: Parser<string> = oneOf(
  pick(
    seq(
      token((found) => found.kind === 'digits' && found.text.length <= 3),
      token((found) => found.text === '/' && found.glued),
      token((found) => found.kind === 'digits' && found.glued && found.text.length <= 3),
    ),
    ([above, , below]) => (Number(above.text) < Number(below.text) ? `${above.text}/${below.text}` : undefined),
  ),
  pick(seq(number, word('ud af, ud af de'), number), ([part, , all]) => (part < all ? `${part}/${all}` : undefined)),
  pick(seq(opt(articleOrNumber), partName), ([above, below]) =>
    (above ?? 1) < below ? `${above ?? 1}/${below}` : undefined,
  ),
)

/** A percentage as a value of the notation: `65%`, `12.5%`. */
export const percent: Parser<string> = map(
  seq(number, opt(seq(sign('-'), number)), oneOf(sign('%'), word('procent', 'pct'))),
  ([low, high]) => (high === null ? `${plainNumber(low)}%` : `${plainNumber(low)}..${plainNumber(high[1])}%`),
)
