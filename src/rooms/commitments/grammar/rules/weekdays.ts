import { ahead, beginningWith, listOf, map, not, oneOf, opt, pick, seq, sign, word } from '../parser.ts'
import { ordinal } from '../numbers.ts'
import { dayDate, month } from '../days.ts'
import { weekday, weekdayList, weekdays } from '../weekday-names.ts'
import { plainHours, timeSpan, timeStart } from '../clock-times.ts'
import { ready, term } from '../facts.ts'
import type { BareTerm, Fact, GrammarRule } from '../facts.ts'
import type { Parser } from '../parser.ts'
import { everyPeriod } from '../times.ts'
import { everyOtherMonth } from './seasons.ts'
import type { Rhythm } from '../times.ts'

const code = (day: number): string => weekdays[day] ?? ''

const weekdaysFact = (days: string, rhythm: Rhythm | null, ...more: BareTerm[]): Fact => ({
  is: 'weekdays',
  terms: [term('BYDAY', days), ...more],
  rhythm,
})

const inMonth: Parser<Rhythm> = oneOf(
  everyPeriod,
  map(word('i måneden, pr måned, i en måned, om måneden, i den'), () => ({
    freq: 'MONTHLY' as const,
    interval: 1,
  })),
  map(word('i kvartalet', 'pr kvartal'), () => ({ freq: 'QUARTERLY' as const, interval: 1 })),
)

const sidste: Parser<number> = map(word('sidste'), () => -1)

const position = listOf(oneOf(sidste, ordinal), oneOf(word('og', 'samt', 'eller'), sign(',')))

const nthDay: Parser<string> = map(seq(opt(word('den', 'hver')), position, weekday), ([, places, day]) =>
  places.map((place) => `${place}${code(day)}`).join(','),
)

const parity: Parser<string> = pick(
  seq(opt(word('i', 'hver', 'alle')), word('lige', 'ulige'), word('uge, uger, ugerne, ugenumre, kalenderuger')),
  ([, name]) => (name === 'lige' ? 'EVEN' : 'ODD'),
)

const fortnight: Rhythm = { freq: 'WEEKLY', interval: 2 }

/** Hours said right after the days, without `kl.`: `torsdag 10-18`, `mandag fra 13 til 16`. */
const withHours = (days: Parser<Fact>): Parser<Fact> =>
  map(seq(days, opt(sign(',', ':')), opt(plainHours)), ([fact, , hours]) =>
    hours === null || fact.is !== 'weekdays' ? fact : { ...fact, terms: [...fact.terms, term('TIME', hours)] },
  )

const everyNthWeekday: Parser<Fact> = map(seq(word('hver', 'hvert'), opt(ordinal), weekdayList), ([, nth, days]) =>
  weekdaysFact(days.join(','), { freq: 'WEEKLY', interval: nth ?? 1 }),
)

const dayparts: [RegExp, string][] = [
  [/^morgen/, 'MORNING'],
  [/^formiddag/, 'MORNING'],
  [/^eftermiddag/, 'AFTERNOON'],
  [/^aften/, 'EVENING'],
  [/^nat/, 'NIGHT'],
]

const daypart: Parser<string> = pick(
  seq(
    opt(word('om')),
    word(
      'morgen, formiddag, formiddage, formiddagen, eftermiddag, eftermiddage, eftermiddagen, aften',
      'aftener, aftenen, nat',
    ),
  ),
  ([, name]) => dayparts.find(([pattern]) => pattern.test(name))?.[1],
)

/** `aften` is a part of the day after a weekday or `om`; else it is an evening that is held. */
function beside(part: Parser<string>): Parser<string> {
  return beginningWith(part, (tokens, at) => {
    const isDefinite = tokens.at(at)?.text === 'om'
    return isDefinite || weekday(tokens, at - 1) !== undefined ? part(tokens, at) : undefined
  })
}

const allDays: { days: readonly string[]; part: string | null } = { days: weekdays, part: null }

/** Days of the week, parts of the day, and the clock. */
export const weekdayRules: GrammarRule[] = [
  {
    name: 'the last working day',
    examples: [['sidste hverdag i hver måned', 'FREQ=MONTHLY;BYDAY=LAST_WORKDAY']],
    read: map(
      seq(
        opt(word('den')),
        word('sidste hverdag, sidste arbejdsdag, sidste bankdag, første hverdag, første arbejdsdag'),
        opt(inMonth),
      ),
      ([, name, rhythm]) => weekdaysFact(name.startsWith('sidste') ? 'LAST_WORKDAY' : 'FIRST_WORKDAY', rhythm),
    ),
  },
  {
    name: 'the first Monday of the month',
    examples: [
      ['Den første mandag i måneden', 'FREQ=MONTHLY;BYDAY=1MO'],
      ['anden og fjerde torsdag i hver måned', 'FREQ=MONTHLY;BYDAY=2TH,4TH'],
      ['sidste fredag i måneden', 'FREQ=MONTHLY;BYDAY=-1FR'],
    ],
    read: map(seq(nthDay, inMonth), ([days, rhythm]) => weekdaysFact(days, rhythm)),
  },
  {
    name: 'the first Monday of some months',
    examples: [['første mandag i marts og september', 'FREQ=YEARLY;BYDAY=1MO;BYMONTH=3,9']],
    read: map(seq(nthDay, ahead(seq(word('i'), month))), ([days]) =>
      weekdaysFact(days, { freq: 'YEARLY', interval: 1 }),
    ),
  },
  {
    name: 'the first Monday of odd or even months',
    examples: [['den tredje torsdag i lige måneder', 'FREQ=YEARLY;BYDAY=3TH;BYMONTH=2,4,6,8,10,12']],
    read: map(seq(nthDay, word('i'), everyOtherMonth), ([days, , months]) =>
      weekdaysFact(days, { freq: 'YEARLY', interval: 1 }, term('BYMONTH', months)),
    ),
  },
  {
    name: 'the first Monday, of a period said elsewhere',
    examples: [['hvert kvartal, den sidste onsdag kl. 17', 'FREQ=QUARTERLY;BYDAY=-1WE;START=17:00']],
    read: map(seq(word('den'), position, weekday, not(word('efter, før, inden, i'))), ([, places, day]) =>
      weekdaysFact(places.map((place) => `${place}${code(day)}`).join(','), null),
    ),
  },
  {
    name: 'on a day of each month',
    examples: [['den 1. i hver måned', 'FREQ=MONTHLY;ON=01']],
    read: map(seq(word('den, d'), ordinal, word('i hver måned, i måneden, hver måned')), ([, day]): Fact => ({
      is: 'weekdays',
      terms: [term('ON', String(day).padStart(2, '0'))],
      rhythm: { freq: 'MONTHLY', interval: 1 },
    })),
  },
  {
    name: 'every other Thursday',
    examples: [
      ['hver anden torsdag', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
      ['hver fredag og desuden hver anden fredag', 'FREQ=WEEKLY;BYDAY=FR + FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
      ['hver tirsdag og torsdag', 'FREQ=WEEKLY;BYDAY=TU,TH'],
    ],
    read: withHours(everyNthWeekday),
  },
  {
    name: 'Wednesdays in even weeks',
    examples: [['torsdage i ulige uger', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WEEKPARITY=ODD']],
    read: map(seq(weekdayList, parity), ([days, weeks]) =>
      weekdaysFact(days.join(','), fortnight, term('WEEKPARITY', weeks)),
    ),
  },
  {
    name: 'even weeks',
    examples: [['i lige uger', 'FREQ=WEEKLY;INTERVAL=2;WEEKPARITY=EVEN']],
    read: map(parity, (weeks) => ({ is: 'weekdays' as const, terms: [term('WEEKPARITY', weeks)], rhythm: fortnight })),
  },
  {
    name: 'all days but',
    examples: [
      ['alle dage undtagen søndag', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA'],
      ['hver aften undtagen lørdag', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SU;DAYPART=EVENING'],
      ['alle hverdage undtagen torsdag', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,FR'],
    ],
    read: map(
      seq(
        oneOf(
          map(word('alle dage, alle ugens dage, hver dag, dagligt, ugens dage'), () => allDays),
          map(seq(word('hver'), daypart), ([, part]) => ({ ...allDays, part })),
          map(seq(opt(word('alle')), weekdayList), ([, days]) => ({ days, part: null })),
        ),
        opt(sign(',', '(')),
        word('undtagen, undt, bortset fra, på nær, dog ikke'),
        weekdayList,
      ),
      ([{ days, part }, , , but]) =>
        weekdaysFact(
          days.filter((day) => !but.includes(day)).join(','),
          null,
          ...(part === null ? [] : [term('DAYPART', part)]),
        ),
    ),
  },
  {
    name: 'every morning',
    examples: [['Læreren ringer hver morgen', 'FREQ=DAILY;DAYPART=MORNING']],
    read: map(seq(word('hver'), daypart), ([, part]) => ready(term('FREQ', 'DAILY'), term('DAYPART', part))),
  },
  {
    name: 'weekdays',
    examples: [
      ['mandag til torsdag kl. 10-14', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;TIME=10:00-14:00'],
      ['tirsdag og fredag', 'FREQ=WEEKLY;BYDAY=TU,FR'],
      ['alle hverdage', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ],
    read: withHours(
      map(seq(not(dayDate), opt(word('på, om, alle, i')), weekdayList), ([, , days]) =>
        weekdaysFact(days.join(','), null),
      ),
    ),
  },
  {
    name: 'part of the day',
    examples: [
      ['onsdag eftermiddag', 'FREQ=WEEKLY;BYDAY=WE;DAYPART=AFTERNOON'],
      ['hver uge om aftenen', 'FREQ=WEEKLY;COUNT_PER_PERIOD=1;DAYPART=EVENING'],
    ],
    read: map(beside(daypart), (part) => ready(term('DAYPART', part))),
  },
  {
    name: 'not at that time',
    examples: [
      ['mandag kl. 9-15 (undtagen kl. 12-12.30)', 'FREQ=WEEKLY;BYDAY=MO;TIME=09:00-15:00;EXCLUDE_TIME=12:00-12:30'],
    ],
    read: map(
      seq(
        word(
          'undtagen, undt, bortset fra, dog ikke, lukket, dog lukket, pause, frokostlukket, frokostpause, frokost, holder lukket, på nær',
        ),
        timeSpan,
      ),
      ([, time]) => ready(term('EXCLUDE_TIME', time)),
    ),
  },
  {
    name: 'from when to when',
    examples: [['hver onsdag fra kl. 16.30 til 18', 'FREQ=WEEKLY;BYDAY=WE;TIME=16:30-18:00']],
    read: map(timeSpan, (time) => ready(term('TIME', time))),
  },
  {
    name: 'from when',
    examples: [
      ['hver torsdag kl. 19', 'FREQ=WEEKLY;BYDAY=TH;START=19:00'],
      ['holder åbent lørdag til kl. 22', 'FREQ=WEEKLY;BYDAY=SA'],
    ],
    read: beginningWith(timeStart, (tokens, at) => {
      const found = tokens.at(at - 1)?.text === 'til' ? undefined : timeStart(tokens, at)
      return found && { value: ready(term('START', found.value)), to: found.to }
    }),
  },
]
