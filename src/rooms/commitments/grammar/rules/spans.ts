import { listOf, map, oneOf, opt, pick, seq, sign, token, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { anyDate, dayDate, month, monthEnd, partOfPeriod, year } from '../days.ts'
import { ready, term } from '../facts.ts'
import type { Fact, GrammarRule } from '../facts.ts'

const hyphen = oneOf(word('til, til og med, tom, frem til, og til, og frem til'), sign('-'))

const shortYears: Parser<string> = pick(
  seq(
    year,
    sign('-', '/'),
    token((found) => found.kind === 'digits' && found.text.length === 2 && found.glued),
  ),
  ([first, , last]) => {
    const second = Math.floor(first / 100) * 100 + Number(last.text)
    return second > first ? `${first}/${second}` : undefined
  },
)

const yearSpan: Parser<string> = oneOf(
  shortYears,
  pick(seq(year, hyphen, year), ([first, , last]) => (last > first ? `${first}/${last}` : undefined)),
)

/** `1. januar - 31. december 2014`: the year of the end is the year of the beginning too. */
const dateSpan: Parser<string> = pick(seq(anyDate, hyphen, anyDate), ([from, , to]) => {
  const endYear = /^\d{4}/.exec(to.value)?.[0]
  if (from.exact === 'yearless' && to.exact === 'yearless') return `${from.value}/${to.value}`
  if (to.exact === 'yearless' || endYear === undefined) return undefined
  return `${from.exact === 'yearless' ? `${endYear}-${from.value}` : from.value}/${to.value}`
})

const monthSpan: Parser<string> = pick(
  seq(month, hyphen, month, year),
  ([from, , to, ofYear]) => `${ofYear}-${String(from).padStart(2, '0')}/${ofYear}-${String(to).padStart(2, '0')}`,
)

const spanLead = word(
  'i',
  'i perioden, for perioden, perioden, i årene, for årene, årene, i perioden fra',
  'for perioden fra, gælder, gælder fra, løber fra, løber, fra, mellem, løber i perioden, for',
  'aftaleperiode, projektperiode, projektperioden, aftaleperioden, bevillingsperiode',
  'bevillingsperioden, periode, fra den',
)

const colon = opt(sign(':'))

const span: Parser<string> = oneOf(monthSpan, dateSpan, yearSpan)

const begins = word(
  'gælder fra, gældende fra, gælder fra og med, træder i kraft, ikrafttrædelse, ikrafttræden',
  'med virkning fra, med ikrafttrædelse, i kraft, med start, har virkning fra, virkning fra',
  'starter, opstart, er gældende fra, løber fra, begynder, træder i kraft fra, virksom fra',
  'påbegyndes, igangsættes, starter op',
)

const from = word('fra, fra og med, pr, fra den, siden')

const ends = word(
  'indtil, frem til, til og med, gælder til, gældende til, udløber, ophører, løber til',
  'løber frem til, gælder indtil, gælder frem til, finansieret indtil, til, afsluttes, slutter, sluttede',
)

const lastDay: Parser<string> = oneOf(
  map(
    seq(
      word('udgangen af, med udgangen af, med, og med, ved udgangen af'),
      oneOf(
        map(seq(month, opt(year)), ([value, ofYear]) => monthEnd(value, ofYear)),
        map(year, (value) => `${value}-12-31`),
      ),
    ),
    ([, value]) => value,
  ),
  map(anyDate, (date) => date.value),
)

const since = (day: string): Fact => ready(term('VALID', `${day}/..`))

/** When something holds. */
export const validityRules: GrammarRule[] = [
  {
    name: 'from one date to another',
    examples: [
      ['i perioden 2013-16', 'VALID=2013/2016'],
      ['Aftalen gælder fra 1. januar 2014 til 31. december 2016', 'VALID=2014-01-01/2016-12-31'],
      ['for perioden 1/8-2018 - 31/7-2020', 'VALID=2018-08-01/2020-07-31'],
    ],
    read: map(seq(opt(word('gælder', 'løber')), opt(spanLead), opt(word('fra')), colon, span), ([, , , , value]) =>
      ready(term('VALID', value)),
    ),
  },
  {
    name: 'from a date on',
    examples: [
      ['Aftalen træder i kraft den 1. juli 2015', 'VALID=2015-07-01/..'],
      ['Samarbejdet gælder fra: august 2017', 'VALID=2017-08/..'],
      ['med ikrafttrædelse primo 2010', 'VALID=2010-01(BEGINNING)/..'],
      ['ansættes fra den 1. marts 2013', 'VALID=2013-03-01/..'],
    ],
    read: oneOf(
      pick(seq(begins, opt(from), colon, opt(word('den, d, i')), anyDate), ([, , , , date]) =>
        date.value.startsWith('W') ? undefined : since(date.value),
      ),
      pick(seq(from, opt(word('den, d, i')), anyDate), ([name, , date]) =>
        name === 'pr' && date.exact === 'yearless' ? undefined : since(date.value),
      ),
    ),
  },
  {
    name: 'until a date',
    examples: [
      ['Stillingen er finansieret indtil udgangen af 2014', 'VALID=../2014-12-31'],
      ['til og med 30. juni 2015', 'VALID=../2015-06-30'],
    ],
    read: pick(seq(ends, opt(word('den, d, i')), lastDay), ([name, , value]) =>
      (name === 'til' && !/^\d{4}-/.test(value)) || value.startsWith('W')
        ? undefined
        : ready(term('VALID', `../${value}`)),
    ),
  },
]

const edge: Parser<string> = oneOf(
  map(word('afslutning, udgang, udløb, slutning, ophør'), () => 'END'),
  map(word('start, begyndelse, opstart'), () => 'START'),
)

const owner: [RegExp, string][] = [
  [/^sæson(?:en)?s$/, 'SEASON'],
  [/^projekt(?:et|periodens)s?$/, 'PROJECT'],
  [/^(?:projekt|tilskuds|bevillings|aftale)?periodens$/, 'PERIOD'],
  [/^(?:aftale|samarbejdsaftale)ns$/, 'AGREEMENT'],
  [/^forløbets$/, 'COURSE'],
  [/^skoleårets$/, 'SCHOOL_YEAR'],
  [/^(?:kalender)?årets$/, 'YEAR'],
]

/** `ved sæsonens afslutning` → SEASON_END. */
const atEdge: Parser<string> = pick(
  seq(
    word('ved'),
    token((found) => found.kind === 'word'),
    edge,
  ),
  ([, thing, side]) => {
    const name = owner.find(([pattern]) => pattern.test(thing.text))?.[1]
    return name === undefined ? undefined : `${name}_${side}`
  },
)

/** The beginning or end of what is spoken of. */
export const edgeRules: GrammarRule[] = [
  {
    name: 'at its end',
    examples: [['80 % er tilfredse ved forløbets afslutning', 'SHARE=80%;AT=COURSE_END']],
    read: map(atEdge, (where) => ready(term('AT', where))),
  },
]

/** Dates that stand by themselves. */
export const dateRules: GrammarRule[] = [
  {
    name: 'every year on that day',
    examples: [
      ['hvert år den 1. oktober', 'FREQ=YEARLY;ON=10-01'],
      ['opgøres pr. 31. december', 'ON=12-31'],
    ],
    read: pick(
      seq(
        opt(word('pr, den, d, hver den, hvert år den, i, omkring, fra')),
        listOf(dayDate, oneOf(word('og', 'samt', 'og den'), seq(sign(','), opt(word('og'))))),
      ),
      ([, found]) =>
        found.every((date) => date.exact === 'yearless')
          ? ready(term('ON', found.map((date) => date.value).join(',')))
          : undefined,
    ),
  },
  {
    name: 'a date',
    examples: [
      ['29. november 2013', 'DATE=2013-11-29'],
      ['ultimo 2012', 'DATE=2012-12(END)'],
    ],
    read: oneOf(
      map(oneOf(dayDate, partOfPeriod), (date) => ready(term(date.exact === 'yearless' ? 'ON' : 'DATE', date.value))),
      pick(seq(word('i'), anyDate), ([, date]) =>
        /^\d{4}-\d{2}$/.test(date.value) ? ready(term('DATE', date.value)) : undefined,
      ),
    ),
  },
]
