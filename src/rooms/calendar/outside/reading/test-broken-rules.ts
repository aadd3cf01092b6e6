import { type BrokenCalendar, at, calendarWith, event, left, theGood, to, well } from './test-calendar-files.ts'

/** Rules that are broken, endless, or never happen; exceptions of every kind. */
export const brokenRules: readonly BrokenCalendar[] = [
  { what: 'an empty rule', file: event(at, to, 'RRULE:'), ...left('bad_rule') },
  { what: 'a rule in words', file: event(at, to, 'RRULE:hver uge'), ...left('bad_rule') },
  { what: 'a rule of a kind nobody knows', file: event(at, to, 'RRULE:FREQ=FORTNIGHTLY'), ...left('bad_rule') },
  { what: 'an interval of nothing', file: event(at, to, 'RRULE:FREQ=DAILY;INTERVAL=0'), ...left('bad_rule') },
  {
    what: 'a rule with parts of its own maker',
    file: event(at, to, 'RRULE:FREQ=WEEKLY;COUNT=2;X-FOO=1;'),
    read: [theGood, 'En: 2026-12-02 17:00 ×2'],
  },
  { what: 'every second', file: event(at, to, 'RRULE:FREQ=SECONDLY'), ...left('too_often') },
  {
    what: 'every second a milliard times',
    file: event(at, to, 'RRULE:FREQ=SECONDLY;COUNT=1000000000'),
    ...left('too_often'),
  },
  {
    what: 'every second by the day',
    file: event(at, to, `RRULE:FREQ=DAILY;BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`),
    ...left('too_often'),
  },
  {
    what: 'every day a milliard times since 1900',
    file: event('DTSTART:19000101T100000', 'RRULE:FREQ=DAILY;COUNT=1000000000'),
    read: ['En: 2026-11-22 10:00 ×426', theGood],
  },
  {
    what: 'a rule that never happens',
    file: event(at, to, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
    read: [theGood],
  },
  {
    what: 'an end of the rule before the start',
    file: event(at, to, 'RRULE:FREQ=WEEKLY;UNTIL=20200101T000000Z'),
    read: [theGood],
  },
  {
    what: 'an end of the rule with dashes',
    file: event(at, to, 'RRULE:FREQ=WEEKLY;UNTIL=2026-12-10'),
    read: [theGood, 'En: 2026-12-02 17:00 ×2'],
  },
  { what: '29 February every year', file: event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY'), read: [theGood] },
  {
    what: '29 February every four years',
    file: event('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;INTERVAL=4'),
    read: [theGood],
  },
  {
    what: 'the night the clocks change, each night',
    file: event('DTSTART;TZID=Europe/Copenhagen:20270327T023000', 'RRULE:FREQ=DAILY;COUNT=3'),
    read: [theGood, 'En: 2027-03-27 02:30 ×3'],
  },
  {
    what: 'a time left out that never was',
    file: event(at, to, 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:20300101T000000Z'),
    read: [theGood, 'En: 2026-12-02 17:00 ×2'],
  },
  {
    what: 'a time left out in another zone',
    file: event(at, to, 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:20261202T160000Z'),
    read: [theGood, 'En: 2026-12-09 17:00 ×1'],
  },
  {
    what: 'times left out that are none',
    file: event(at, to, 'RRULE:FREQ=WEEKLY;COUNT=2', 'EXDATE:,aldrig,,'),
    read: [theGood, 'En: 2026-12-02 17:00 ×2'],
  },
  {
    what: 'all times left out',
    file: event(at, to, 'RRULE:FREQ=DAILY;COUNT=1', 'EXDATE;VALUE=DATE:20261202'),
    read: [theGood],
  },
  {
    what: 'extra times, told as periods',
    file: event(at, to, 'RDATE;VALUE=PERIOD:20261205T100000Z/PT1H,x'),
    read: [theGood, 'En: 2026-12-02 17:00 ×2'],
  },
  {
    what: '50,000 extra times',
    file: event(at, to, `RDATE:${Array.from({ length: 50_000 }, (_, index) => `20261203T${hms(index)}`).join(',')}`),
    ...left('too_often'),
  },
  { what: 'a change of a time that never was', file: event(at, to, 'RECURRENCE-ID:20261203T100000Z'), ...well },
  { what: 'a change of a time that is none', file: event(at, to, 'RECURRENCE-ID:da'), ...left('not_a_moment') },
  {
    what: 'a time changed twice',
    file: calendarWith(...changed('20261209T190000', 'SEQUENCE:2'), ...change('20261209T200000', 'SEQUENCE:1')),
    read: [theGood, 'En: 2026-12-02 17:00 ×2'],
  },
  {
    what: 'a change told as a day',
    file: calendarWith(...changed('20261210T170000', 'X:1')).replace(
      'RECURRENCE-ID;TZID=Europe/Copenhagen:20261209T170000',
      'RECURRENCE-ID;VALUE=DATE:20261209',
    ),
    read: [theGood, 'En: 2026-12-02 17:00 ×2'],
  },
]

function upTo(end: number): string {
  return Array.from({ length: end }, (_, number) => number).join(',')
}

function hms(second: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(second / 3600))}${two(Math.floor(second / 60) % 60)}${two(second % 60)}`
}

function change(start: string, more: string): string[] {
  const id = 'RECURRENCE-ID;TZID=Europe/Copenhagen:20261209T170000'
  return ['BEGIN:VEVENT', 'UID:en', 'SUMMARY:En', id, `DTSTART;TZID=Europe/Copenhagen:${start}`, more, 'END:VEVENT']
}

function changed(start: string, more: string): string[] {
  const series = ['BEGIN:VEVENT', 'UID:en', 'SUMMARY:En', at, to, 'RRULE:FREQ=WEEKLY;COUNT=2', 'END:VEVENT']
  return [...series, ...change(start, more)]
}
