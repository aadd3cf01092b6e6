import { listOf, map, not, oneOf, opt, seq, sign, word } from '../parser.ts'
import type { Parser } from '../parser.ts'
import { anchor } from '../anchors.ts'
import { anyDate, month, monthEnd, quarter, season, year } from '../days.ts'
import type { DateRead } from '../days.ts'
import { timeStart } from '../clock-times.ts'
import { ordinal } from '../numbers.ts'
import { ready, term } from '../facts.ts'
import type { BareTerm, Fact, GrammarRule } from '../facts.ts'

const ofMonthOrYear: Parser<string> = oneOf(
  map(seq(month, opt(word('måned')), opt(year)), ([value, , ofYear]) => monthEnd(value, ofYear)),
  map(seq(quarter, opt(year)), ([value, ofYear]) => monthEnd(value * 3, ofYear)),
  map(year, (value) => `${value}-12-31`),
  map(word('året, kalenderåret, hvert år, hvert kalenderår, indeværende år'), () => '12-31'),
)

const endOf: Parser<string> = oneOf(
  map(
    seq(
      word('udgangen af, slutningen af, udløbet af, med udgangen af, ved udgangen af, ved udløbet af'),
      ofMonthOrYear,
    ),
    ([, value]) => value,
  ),
  map(word('årets udgang, årets udløb, årsskiftet, nytår, kalenderårets udgang, årets slutning'), () => '12-31'),
)

const asDeadline = (value: string, isBefore: boolean, ...more: BareTerm[]): Fact =>
  ready(term('DEADLINE', value), ...(isBefore ? [term('BOUND', 'BEFORE')] : []), ...more)

const dates: Parser<string> = map(
  seq(
    opt(word('henholdsvis, hhv, hvert år, udgangen af')),
    listOf(anyDate, oneOf(seq(sign(','), opt(word('og'))), word('og, samt, eller, og den'))),
  ),
  ([, found]) => found.map((date: DateRead) => date.value).join(','),
)

const nextYear = opt(
  word(
    'i året efter, året efter, i det følgende år, det følgende år, i det efterfølgende år',
    'næste år, i det følgende kalenderår, i det kommende år',
  ),
)

const closing: Parser<unknown> = word(
  'fristen, ansøgningsfristen, ansøgningsfrist, deadline, frist, fristen for, tilmeldingsfrist',
  'afleveringsfrist, tilmeldingsfristen, frister, ansøgningsfrister, ansøgningsfristerne',
  'tidsfristen, sidste frist, svarfrist',
)

const asap = word(
  'hurtigst muligt, snarest muligt, snarest, straks, omgående, så hurtigt som muligt',
  'så snart som muligt, så vidt muligt samme dag, uden ugrundet ophold, øjeblikkeligt, hurtigst',
  'uden unødigt ophold, uden unødig forsinkelse, med det samme, umiddelbart',
  'så tidligt som muligt, tidligst muligt, samme dag',
)

/** When something must have been done. */
export const deadlineRules: GrammarRule[] = [
  {
    name: 'by the end of',
    examples: [
      ['inden udgangen af marts', 'DEADLINE=03-31;BOUND=BEFORE'],
      ['senest ved udgangen af 2014', 'DEADLINE=2014-12-31'],
    ],
    read: oneOf(
      map(seq(word('senest, inden, før, senest med, senest ved, senest inden'), endOf), ([name, value]) =>
        asDeadline(value, name === 'inden' || name === 'før'),
      ),
      map(seq(word('ved udgangen af'), ofMonthOrYear), ([, value]) => asDeadline(value, false)),
    ),
  },
  {
    name: 'by a date',
    examples: [
      ['senest den 1. april i året efter', 'DEADLINE=04-01;PERIOD=NEXT_YEAR'],
      ['senest 1. april hvert år', 'FREQ=YEARLY;DEADLINE=04-01'],
      ['inden henholdsvis 1. februar og 1. august', 'DEADLINE=02-01,08-01;BOUND=BEFORE'],
      ['senest 15/9-2014', 'DEADLINE=2014-09-15'],
    ],
    read: map(
      seq(
        word('senest, seneste, inden, før, ikke senere end, senest inden, forud for, senest pr, senest fra'),
        dates,
        nextYear,
      ),
      ([name, value, later]) => {
        const isBefore = name === 'inden' || name === 'før' || name === 'forud for'
        return asDeadline(value, isBefore, ...(later === null ? [] : [term('PERIOD', 'NEXT_YEAR')]))
      },
    ),
  },
  {
    name: 'in the course of',
    examples: [
      ['i løbet af foråret 2014', 'DEADLINE=2014-SPRING'],
      ['i løbet af 2. kvartal 2015', 'DEADLINE=2015-Q2'],
    ],
    read: map(
      seq(word('i løbet af, inden for, i, senest i, senest, inden'), oneOf(named(season), named(quarter))),
      ([, value]) => asDeadline(value, false),
    ),
  },
  {
    name: 'in the course of a year',
    examples: [
      ['Planen udarbejdes i løbet af 2014', 'DEADLINE=2014'],
      ['i løbet af 2014 har 120 unge været i job', 'QUANTITY=120/2014 unit=young people'],
    ],
    read: map(seq(word('i løbet af'), year, not(sign('-'))), ([, value]) => ({
      is: 'year',
      year: String(value),
      alone: [term('DEADLINE', String(value))],
    })),
  },
  {
    name: 'in the course of a month of a year',
    examples: [['i løbet af marts 2014', 'DEADLINE=2014-03']],
    read: map(seq(word('i løbet af'), anyDate), ([, date]) => asDeadline(date.value, false)),
  },
  {
    name: 'the closing date',
    examples: [
      ['Ansøgningsfristen er den 1. oktober', 'DEADLINE=10-01'],
      ['Frist: 15. november 2024', 'DEADLINE=2024-11-15'],
    ],
    read: map(closing, () => ({ is: 'hint', hint: 'deadline' })),
  },
  {
    name: 'by a time of the day',
    examples: [['Afbud gives senest kl. 12', 'DEADLINE=12:00']],
    read: map(seq(word('senest, inden, før'), timeStart), ([name, time]) => asDeadline(time, name !== 'senest')),
  },
  {
    name: 'by a day of the next month',
    examples: [['senest den 10. i måneden efter', 'DEADLINE_REL=MONTH_END+P10D']],
    read: map(
      seq(
        word('senest, inden'),
        word('den, d'),
        ordinal,
        word('i måneden efter, i den følgende måned, i den efterfølgende måned, i næste måned, i måneden herefter'),
      ),
      ([, , day]) => ready(term('DEADLINE_REL', `MONTH_END+P${day}D`)),
    ),
  },
  {
    name: 'as soon as possible',
    examples: [
      ['Afbud gives hurtigst muligt', 'DEADLINE=ASAP'],
      ['hurtigst muligt efter at have fået kendskab til det', 'DEADLINE=ASAP;TRIGGER=knowledge'],
    ],
    read: map(seq(asap, opt(seq(word('efter'), opt(word('at')), anchor))), ([, after]) =>
      ready(term('DEADLINE', 'ASAP'), ...(after === null ? [] : [term('TRIGGER', after[2])])),
    ),
  },
  {
    name: 'rolling',
    examples: [['Der er løbende ansøgningsfrist', 'DEADLINE=ROLLING']],
    read: map(
      oneOf(
        word(
          'løbende ansøgningsfrist, løbende frist, ingen ansøgningsfrist, løbende ansøgning, løbende optag',
          'løbende tilmelding, løbende søge, løbende ansøge, ingen frist, løbende indsende, løbende søges',
        ),
        map(
          seq(
            word(
              'søges, ansøges, indsendes, ansøge, søge, behandles, modtages, indsende, sendes, tilmeldes, tilmelde sig',
            ),
            word('løbende, hele året, året rundt'),
            opt(word('hele året, året rundt, gennem hele året')),
          ),
          () => '',
        ),
      ),
      () => ready(term('DEADLINE', 'ROLLING')),
    ),
  },
]

function named(part: Parser<string | number>): Parser<string> {
  return map(seq(part, opt(word('i', 'af')), year), ([value, , ofYear]) =>
    typeof value === 'number' ? `${ofYear}-Q${value}` : `${ofYear}-${value}`,
  )
}
