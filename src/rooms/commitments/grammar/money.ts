import { map, oneOf, opt, pick, seq, sign, token, word } from './parser.ts'
import type { Parser } from './parser.ts'
import { manyValue, howMany, plainNumber } from './numbers.ts'
import type { HowMany } from './numbers.ts'

const scale: Parser<number> = oneOf(
  map(oneOf(word('mio, million, millioner, mill')), () => 1_000_000),
  map(word('mia', 'milliard', 'milliarder'), () => 1_000_000_000),
  map(word('t', 'tusind', 'tusinde'), () => 1000),
)

/** `3 mio. over tre år`: millions are of kroner where nothing else is said. */
const millions: Parser<number> = map(word('mio, mill, mia'), (name) => (name === 'mia' ? 1_000_000_000 : 1_000_000))

const krone = word('kr, kroner, krone, dkk, danske kroner')

const tkr: Parser<number> = map(word('tkr'), () => 1000)

const dash = opt(
  seq(
    sign(','),
    token((found) => found.glued && found.text === '-'),
  ),
)

const unitAfter: Parser<number> = oneOf(
  tkr,
  pick(seq(opt(sign('.')), dash, opt(scale), opt(sign('.')), krone, dash), ([dot, , factor]) =>
    dot === null || factor !== null ? (factor ?? 1) : undefined,
  ),
  millions,
)

const plainDash: Parser<number> = map(
  seq(
    sign(','),
    token((found) => found.glued && found.text === '-'),
  ),
  () => 1,
)

const scaled = (many: HowMany, factor: number): HowMany => ({
  ...many,
  low: many.low * factor,
  high: many.high === null ? null : many.high * factor,
})

const kronerAfter: Parser<HowMany> = map(seq(howMany, oneOf(unitAfter, plainDash)), ([many, factor]) =>
  scaled(many, factor),
)

const howManyLead: Parser<{ op: HowMany['op']; approx: boolean }> = oneOf(
  map(word('mindst', 'minimum'), () => ({ op: '>=' as const, approx: false })),
  map(word('højst, max, maks, maksimalt, op til, indtil'), () => ({ op: '<=' as const, approx: false })),
  map(word('ca', 'cirka', 'omkring'), () => ({ op: '=' as const, approx: true })),
)

const kronerBefore: Parser<HowMany> = map(
  seq(opt(howManyLead), krone, opt(sign(':')), howMany, opt(scale), dash),
  ([lead, , , many, factor]) => {
    const amount = scaled(many, factor ?? 1)
    return lead === null ? amount : { ...amount, op: lead.op, approx: lead.approx }
  },
)

/** Money in kroner: `500 kr.`, `kr. 5.000,-`, `5,9 millioner kroner`, `140 mio. kr.`, `250 t.kr.`, `10-15.000 kr.` */
export const money: Parser<HowMany> = oneOf(kronerBefore, kronerAfter)

/** An amount as a value of the notation, without its period: `20000 DKK`. */
export const moneyValue = (many: HowMany): string => {
  const low =
    many.high !== null && many.low < 1000 && many.high >= 1000 && many.low * 1000 < many.high
      ? many.low * 1000
      : many.low
  return `${many.high === null ? plainNumber(many.low) : manyValue({ low, high: many.high })} DKK`
}
