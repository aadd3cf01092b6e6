import { beginningWith, like, map, not, oneOf, opt, pick, seq, sign, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { bound, fraction, howMany, ordinal, percent } from '../numbers.ts'
import type { HowMany } from '../numbers.ts'
import { anyNoun, describedNoun, unitName } from '../nouns.ts'
import type { Noun } from '../nouns.ts'
import { perWhat } from '../recipients.ts'
import { money } from '../money.ts'
import { period, periodAdjective } from '../times.ts'
import { year } from '../days.ts'
import { ready, term } from '../facts.ts'
import type { Fact, GrammarRule } from '../facts.ts'
import type { Tokens } from '../tokens.ts'

const filler = opt(
  word('faste, fast, ordinære, ordinært, fælles, store, stort, mindre, større, formelle, nye, hele', 'forskellige'),
)

const inYear: Parser<string> = map(seq(word('i'), year, not(sign('-', '/'))), ([, value]) => String(value))

const once: Noun = { one: 'time', many: 'times', kind: 'times' }
const hour: Noun = { one: 'hour', many: 'hours', kind: 'hours' }

type Around = Pick<Extract<Fact, { is: 'count' }>, 'rhythm' | 'per' | 'year'>

const countFact = (many: HowMany, noun: Noun, adjectives: string[], { rhythm, per, year: when }: Around): Fact => ({
  is: 'count',
  many,
  kind: noun.kind,
  one: noun.one,
  unit: noun.kind === 'times' ? null : unitName(noun, adjectives, many.low === 1 && many.high === null),
  per,
  rhythm,
  year: when,
})

const around = seq(opt(perWhat), opt(period), opt(perWhat), opt(inYear))

/** `to timers undervisning pr. uge`: what the hours are filled with is passed over. */
const filling: Parser<null> = (tokens, at) =>
  tokens.at(at - 1)?.text === 'timers' && period(tokens, at + 1) !== undefined ? { value: null, to: at + 1 } : undefined

const someOf = seq(howMany, opt(word('af')), describedNoun, opt(filling), around)

/** A mere `en` leaves the words after it to other rules, for it may be an article: `en treårig indsats`. */
/** Things that are numbered, not counted: `side 14`, `§ 5`, `Zone 2`. */
const numbered =
  /^(?:side|nr|punkt|pkt|bilag|afsnit|kapitel|§|stk|fase|trin|uge|tabel|figur|hus|blok|opgang|zone|sal|lokale|note|klasse|tlf|telefon|version|sag)$/

/** A number may name what is known already (`de to klubber`) or be part of a name (`Zone2`). */
const isNoCount = (tokens: Tokens, at: number): boolean => {
  const before = tokens.at(at - 1)
  if (before === undefined) return false
  const isPartOfName = before.kind === 'word' && tokens.at(at)?.glued === true
  return isPartOfName || numbered.test(before.text)
}

const isKnown = (tokens: Tokens, at: number): boolean =>
  /^(?:de|disse|begge|vores|hinandens)$/.test(tokens.at(at - 1)?.text ?? '')

const soMany: Parser<Fact> = beginningWith(someOf, (tokens, at) => {
  const found = isNoCount(tokens, at) ? undefined : someOf(tokens, at)
  if (found === undefined) return undefined
  const [many, , { noun, adjectives }, , [perBefore, rhythm, perAfter, when]] = found.value
  const per = perBefore ?? perAfter
  const isLone = rhythm === null && per === null && when === null
  if (isLone && isKnown(tokens, at)) return undefined
  const isLength = rhythm === null && (noun.kind === 'days' || noun.kind === 'hours')
  if (isLength && ((isLone && (noun.kind === 'days' || many.op === '=')) || per === 'occurrence')) return undefined
  // "et forløb over 10 gange" is ten times, no more.
  const plain = noun.kind === 'times' && many.op === '>' ? { ...many, op: '=' as const } : many
  const value = countFact(plain, noun, adjectives, { rhythm, per, year: when })
  return { value, to: isLone && many.article && many.op === '=' ? at + 1 : found.to }
})

/** How often, how many, for whom. */
export const countRules: GrammarRule[] = [
  {
    name: 'so many yearly meetings',
    examples: [
      ['fire årlige møder', 'FREQ=YEARLY;COUNT_PER_PERIOD=4'],
      ['minimum et årligt dialogmøde', 'FREQ=YEARLY;COUNT_PER_PERIOD>=1'],
      ['tre ugentlige åbningstider', 'FREQ=WEEKLY;COUNT_PER_PERIOD=3'],
    ],
    read: map(
      seq(howMany, filler, periodAdjective, filler, opt(describedNoun), opt(perWhat), opt(inYear)),
      ([many, , rhythm, , described, per, when]): Fact =>
        countFact(many, described?.noun ?? once, described?.adjectives ?? [], { rhythm, per, year: when }),
    ),
  },
  {
    name: 'so many of something',
    examples: [
      ['tre møder årligt', 'FREQ=YEARLY;COUNT_PER_PERIOD=3'],
      ['én gang i kvartalet', 'FREQ=QUARTERLY;COUNT_PER_PERIOD=1'],
      ['mindst 12 unge om året', 'QUANTITY>=12/YEAR unit=young people'],
      ['op til 4 kurser hvert år i hvert område', 'QUANTITY<=4/YEAR unit=courses per=area'],
      ['12 timer/uge', 'QUANTITY=12/WEEK unit=hours'],
      ['to dage pr. uge', 'FREQ=WEEKLY;COUNT_PER_PERIOD=2'],
      ['formidle 90 fritidsjob i 2019', 'QUANTITY=90/2019 unit=part-time jobs'],
    ],
    read: soMany,
  },
  {
    name: 'several times',
    examples: [
      ['flere gange om året', 'FREQ=YEARLY;COUNT_PER_PERIOD>1'],
      ['et par gange om måneden', 'FREQ=MONTHLY;COUNT_PER_PERIOD=2;APPROX=true'],
    ],
    read: map(
      seq(word('flere, adskillige, nogle, nogle få, et par'), describedNoun, period),
      ([name, { noun, adjectives }, rhythm]) => {
        const isPair = name === 'et par'
        const many: HowMany = {
          op: isPair ? '=' : '>',
          low: isPair ? 2 : 1,
          high: null,
          approx: isPair,
          article: false,
        }
        return countFact(many, noun, adjectives, { rhythm, per: null, year: null })
      },
    ),
  },
  {
    name: 'so many of a thing the table does not know',
    examples: [
      ['mindst 3 hjertestartere', 'QUANTITY>=3 unit=hjertestartere'],
      ['uddeler 30 hjelme pr. år', 'QUANTITY=30/YEAR unit=hjelme'],
      ['uddanner højst 6 nye mæglere om året', 'QUANTITY<=6/YEAR unit=mæglere'],
    ],
    read: pick(seq(howMany, anyNoun, around), ([many, noun, [perBefore, rhythm, perAfter, when]]) =>
      many.article || (many.op === '=' && (rhythm === null || many.low < 2))
        ? undefined
        : countFact(many, noun, [], { rhythm, per: perBefore ?? perAfter, year: when }),
    ),
  },
  {
    name: 'hours a week, abbreviated',
    examples: [['37 t/ugen', 'QUANTITY=37/WEEK unit=hours']],
    read: map(seq(howMany, word('t', 'tim'), period, opt(perWhat)), ([many, , rhythm, per]) =>
      countFact(many, hour, [], { rhythm, per, year: null }),
    ),
  },
]

const acrossYear = seq(opt(perWhat), opt(period), opt(perWhat), opt(period), opt(inYear))

/** Money, percentages and fractions. */
export const amountRules: GrammarRule[] = [
  {
    name: 'money',
    examples: [
      ['kr. 5.000,- pr. workshop', 'AMOUNT=5000 DKK per=workshop'],
      ['8.000 kr. pr. temadag', 'AMOUNT=8000 DKK per=theme day'],
      ['20.000 kr. pr. år', 'AMOUNT=20000 DKK/YEAR'],
      ['op til 1.500 kr. pr. barn pr. år', 'AMOUNT<=1500 DKK/YEAR per=child'],
      ['2,5 mio. kr. årligt', 'AMOUNT=2500000 DKK/YEAR'],
    ],
    read: map(seq(money, acrossYear), ([many, [one, rhythm, other, later, when]]): Fact => ({
      is: 'money',
      many,
      per: one ?? other,
      rhythm: rhythm ?? later,
      year: when,
    })),
  },
  {
    name: 'percent',
    examples: [
      ['højst 50 % af udgifterne', 'SHARE<=50%'],
      ['mindst 25 pct.', 'SHARE>=25%'],
    ],
    read: map(seq(opt(bound), opt(word('ca', 'omkring')), percent), ([op, loose, value]) =>
      ready(term('SHARE', value, op ?? '='), ...(loose === null ? [] : [term('APPROX', 'true')])),
    ),
  },
  {
    name: 'one in so many',
    examples: [['op til hver fjerde ledige bolig', 'RATIO<=1/4']],
    read: pick(seq(opt(bound), word('hver'), ordinal, describedNoun), ([op, , nth, { noun }]) =>
      nth > 1 && (noun.kind === 'person' || noun.kind === 'thing')
        ? ready(term('RATIO', `1/${nth}`, op ?? '='))
        : undefined,
    ),
  },
  {
    name: 'fraction',
    examples: [['mindst en tredjedel af pladserne', 'RATIO>=1/3']],
    read: map(seq(opt(bound), fraction), ([op, value]) => ready(term('RATIO', value, op ?? '='))),
  },
]

const attendance = oneOf(
  word('beslutningsdygtig, beslutningsdygtigt, beslutningsdygtige, quorum, beslutningsdygtighed'),
)

/** What a count or a sum said elsewhere in the sentence belongs to. */
export const loneRules: GrammarRule[] = [
  {
    name: 'at least, a few words before',
    examples: [['Der skal som minimum holdes et møde hvert halvår', 'FREQ=HALFYEARLY;COUNT_PER_PERIOD>=1']],
    read: pick(bound, (op): Fact | undefined => (op === '>=' || op === '<=' ? { is: 'bound', op } : undefined)),
  },
  {
    name: 'per what',
    examples: [['400 kr. til materialer pr. workshop', 'AMOUNT=400 DKK per=workshop']],
    read: map(perWhat, (per) => ({ is: 'per', per })),
  },
  {
    name: 'in that year',
    examples: [['I 2016 fik 40 unge et job', 'QUANTITY=40/2016 unit=young people']],
    read: map(
      oneOf(
        inYear,
        map(seq(word('til, for'), year), ([, value]) => String(value)),
      ),
      (when) => ({ is: 'year', year: when, alone: [] }),
    ),
  },
]

/** Words whose only task is to tell how the sentence around them is meant. */
export const quorumHint: GrammarRule = {
  name: 'quorum',
  examples: [['Gruppen er beslutningsdygtig, når mindst halvdelen er til stede', 'QUORUM>=1/2']],
  read: map(attendance, () => ({ is: 'hint', hint: 'quorum' })),
}

const payVerb = word(
  'udbetales, udbetaler, udbetalt, udbetale, betaler, betales, betale, betaling, betalingen',
  'afregnes, afregner, afregning, faktureres, fakturerer, fakturering, opkræves, opkræver',
  'opkrævning, indbetales, indbetaler, udbetaling, udbetalingen, afregningen, faktura, rater',
  'forfalder, overføres, overfører, refunderes',
)

const grantNoun =
  /^(?:\p{L}*tilskud(?:det)?|\p{L}*bidrag(?:et)?|ydelse|\p{L}*leje|\p{L}*kontingent(?:et)?|honorar|\p{L}*betaling|afregning|støtte|rater?|acontobeløb|beløb|\p{L}*udgift(?:er)?|ramme|budget|bevilling)$/u

/** Periods of payment. */
export const paymentRules: GrammarRule[] = [
  {
    name: 'a yearly grant',
    examples: [
      ['yder et årligt tilskud til klubben', 'PAYMENT=YEARLY'],
      ['i kvartalsvise rater', 'PAYMENT=QUARTERLY'],
      ['et årligt tilskud på 75.000 kr.', 'AMOUNT=75000 DKK/YEAR'],
    ],
    read: map(seq(opt(word('et, en, i')), periodAdjective, like(grantNoun)), ([, rhythm]): Fact => ({
      is: 'period',
      op: '=',
      approx: false,
      rhythm,
      isPaid: true,
    })),
  },
  {
    name: 'paid',
    examples: [
      ['Beløbet betales kvartalsvis bagud', 'PAYMENT=QUARTERLY;TIMING=IN_ARREARS'],
      ['Tilskuddet udbetales to gange årligt', 'PAYMENT=HALFYEARLY;COUNT_PER_PERIOD=2/YEAR'],
    ],
    read: map(payVerb, () => ({ is: 'hint', hint: 'payment' })),
  },
  {
    name: 'in arrears',
    examples: [['Der afregnes månedsvis bagud', 'PAYMENT=MONTHLY;TIMING=IN_ARREARS']],
    read: map(word('bagud', 'bagudrettet'), () => ready(term('TIMING', 'IN_ARREARS'))),
  },
  {
    name: 'in advance',
    examples: [['Huslejen betales månedligt forud', 'PAYMENT=MONTHLY;TIMING=IN_ADVANCE']],
    read: map(seq(word('forud, forudbetales, aconto, forskud'), opt(sign('.'))), () =>
      ready(term('TIMING', 'IN_ADVANCE')),
    ),
  },
]
