import {
  type BrokenCalendar,
  at,
  calendarWith,
  deep,
  event,
  left,
  once,
  theGood,
  to,
  well,
} from './test-calendar-files.ts'

/** How events are put together wrongly. */
export const brokenEvents: readonly BrokenCalendar[] = [
  { what: 'an event that is not ended', file: event(at, to).replace('END:VEVENT\r\n', ''), ...well },
  {
    what: 'an end of nothing',
    file: event(at, to).replace('BEGIN:VEVENT', 'END:VALARM\r\nEND:X\r\nBEGIN:VEVENT'),
    ...well,
  },
  {
    what: 'an alarm with a time of its own',
    file: event(at, to, 'BEGIN:VALARM', 'DTSTART:19700101T000000Z', 'SUMMARY:Alarm', 'END:VALARM'),
    ...well,
  },
  { what: 'an alarm that is not ended', file: event(at, to, 'BEGIN:VALARM', 'TRIGGER:-PT15M'), ...well },
  { what: 'parts 10,000 deep', file: event(at, to, ...deep(10_000, 'BEGIN:X', 'END:X')), ...well },
  {
    what: 'calendars in calendars',
    file: event(at, to).replace('BEGIN:VEVENT', 'BEGIN:VCALENDAR\r\n'.repeat(500) + 'BEGIN:VEVENT'),
    ...well,
  },
  { what: 'no name of its own', file: event(at, to).replace('UID:en\r\n', ''), ...well },
  {
    what: 'a name of its own of 5,000 letters',
    file: event(at, to).replace('UID:en', `UID:${'x'.repeat(5000)}`),
    ...well,
  },
  { what: 'the same event twice', file: calendarWith(...doubled('SEQUENCE:0', 'SEQUENCE:0')), ...well },
  {
    what: 'an older version after a newer',
    file: calendarWith(...doubled('SEQUENCE:9', 'SEQUENCE:1\r\nSUMMARY:Gammel')),
    ...well,
  },
  {
    what: 'one name for two things',
    file: calendarWith(...doubled('X-A:1', 'DTSTART:20261205T100000Z')),
    read: [theGood, once, 'En: 2026-12-05 11:00 ×1'],
  },
  { what: 'a huge SEQUENCE', file: event(at, to, 'SEQUENCE:99999999999999999999'), ...well },
  { what: 'a SEQUENCE that is none', file: event(at, to, 'SEQUENCE:mange'), ...well },
  {
    what: 'no title',
    file: event(at, to).replace('SUMMARY:En\r\n', ''),
    read: [theGood, 'Aktivitet uden navn: 2026-12-02 17:00 ×1'],
  },
  {
    what: 'a title of markup',
    file: event(at, to).replace('SUMMARY:En', 'SUMMARY:<b>En</b><script>alert(1)</script>'),
    ...well,
  },
  {
    what: 'a title that turns the direction',
    file: event(at, to).replace('SUMMARY:En', 'SUMMARY:\u202EE\u200Bn'),
    ...well,
  },
  { what: 'markup 20,000 deep', file: event(at, to, `DESCRIPTION:${'<div>'.repeat(20_000)}`), ...well },
  { what: 'something private', file: event(at, to, 'CLASS:PRIVATE'), ...left('is_private', '') },
  { what: 'something confidential', file: event(at, to, 'CLASS: confidential '), ...left('is_private', '') },
  {
    what: 'a number like a CPR number in the text',
    file: event(at, to, 'DESCRIPTION:Ring om 010190-1234'),
    ...left('has_cpr', ''),
  },
  {
    what: 'a number like a CPR number in the title',
    file: event(at, to).replace('SUMMARY:En', 'SUMMARY:0101901234'),
    ...left('has_cpr', ''),
  },
  {
    what: 'a number like a CPR number in a broken event',
    file: event('DTSTART:010190-1234', to),
    ...left('has_cpr', ''),
  },
  { what: 'called off', file: event(at, to, 'STATUS:CANCELLED'), read: [theGood, 'En: none ×0'] },
]

function doubled(one: string, other: string): string[] {
  const body = ['BEGIN:VEVENT', 'UID:en', 'SUMMARY:En', at, to]
  const second = other.includes('SUMMARY') ? body.filter((line) => !line.startsWith('SUMMARY')) : body
  const started = other.includes('DTSTART') ? second.filter((line) => !line.startsWith('DT')) : second
  return [...body, one, 'END:VEVENT', ...started, other, 'END:VEVENT']
}
