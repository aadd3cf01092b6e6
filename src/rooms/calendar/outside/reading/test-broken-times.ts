import { type BrokenCalendar, at, event, left, theGood, to, well } from './test-calendar-files.ts'

/** How times are told wrongly, or oddly. */
export const brokenTimes: readonly BrokenCalendar[] = [
  { what: 'no start', file: event(to), ...left('no_start') },
  { what: 'an empty start', file: event('DTSTART:', to), ...left('not_a_moment') },
  { what: 'a start in words', file: event('DTSTART:i morgen', to), ...left('not_a_moment') },
  { what: '30 February', file: event('DTSTART:20270230T100000'), ...left('not_a_moment') },
  { what: 'month 13', file: event('DTSTART:20261301T100000'), ...left('not_a_moment') },
  { what: '25 o’clock', file: event('DTSTART:20261202T250000'), ...left('not_a_moment') },
  { what: '24 o’clock', file: event('DTSTART:20261202T240000'), read: [theGood, 'En: 2026-12-03 00:00 ×1'] },
  { what: 'a leap second', file: event('DTSTART:20261202T165960'), read: [theGood, 'En: 2026-12-02 16:59 ×1'] },
  { what: 'dashes and colons', file: event('DTSTART:2026-12-02T17:00:00', 'DTEND:2026-12-02 18:00'), ...well },
  { what: 'no seconds', file: event('DTSTART:20261202T1700', 'DTEND:20261202T1800'), ...well },
  { what: 'parts of a second', file: event('DTSTART:20261202T170000.000', to), ...well },
  { what: 'year 1', file: event('DTSTART:00010101T100000'), read: [theGood] },
  { what: 'year 9999', file: event('DTSTART:99991231T230000Z'), read: [theGood] },
  {
    what: 'every week since year 1',
    file: event('DTSTART:00010101T100000', 'RRULE:FREQ=WEEKLY'),
    read: ['En: 2026-11-23 10:00 ×61', theGood],
  },
  {
    what: 'an end before the start',
    file: event(at, 'DTEND;TZID=Europe/Copenhagen:20261202T160000'),
    ...left('ends_first'),
  },
  { what: 'an end at the start', file: event(at, at.replace('START', 'END')), ...well },
  { what: 'an end that is none', file: event(at, 'DTEND:senere'), ...left('not_a_moment') },
  { what: 'an end told as the same day', file: event(at, 'DTEND;VALUE=DATE:20261202'), ...well },
  { what: 'no end', file: event(at), ...well },
  { what: 'a length', file: event(at, 'DURATION:PT1H30M'), ...well },
  { what: 'a negative length', file: event(at, 'DURATION:-PT1H'), ...left('ends_first') },
  { what: 'a length of nothing', file: event(at, 'DURATION:PT0S'), ...well },
  { what: 'a length that is none', file: event(at, 'DURATION:P'), ...left('not_a_moment') },
  { what: 'a length of a thousand years', file: event(at, 'DURATION:P365000D'), ...left('lasts_too_long') },
  { what: 'a length without end', file: event(at, `DURATION:P${'9'.repeat(400)}D`), ...left('lasts_too_long') },
  { what: 'a whole day', file: event('DTSTART;VALUE=DATE:20261202'), read: [theGood, 'En: 2026-12-02 00:00 ×1'] },
  {
    what: 'a whole day that ends the same day',
    file: event('DTSTART;VALUE=DATE:20261202', 'DTEND;VALUE=DATE:20261202'),
    read: [theGood, 'En: 2026-12-02 00:00 ×1'],
  },
  {
    what: 'three whole days',
    file: event('DTSTART;VALUE=DATE:20261202', 'DTEND;VALUE=DATE:20261205'),
    read: [theGood, 'En: 2026-12-02 00:00 ×1'],
  },
  {
    what: 'a month of days',
    file: event('DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20270101'),
    ...left('lasts_too_long'),
  },
  {
    what: 'something that is over',
    file: event('DTSTART:20260101T100000Z', 'DTEND:20260101T110000Z'),
    read: [theGood],
  },
  {
    what: 'something that goes on now',
    file: event('DTSTART:20261120T100000Z', 'DTEND:20261122T110000Z'),
    read: ['En: 2026-11-20 11:00 ×1', theGood],
  },
]

/** Zones, well known and not. */
export const brokenZones: readonly BrokenCalendar[] = [
  { what: 'a zone as Windows calls it', file: event('DTSTART;TZID=Romance Standard Time:20261202T170000'), ...well },
  {
    what: 'another zone as Windows calls it',
    file: event('DTSTART;TZID="FLE Standard Time":20261202T180000'),
    ...well,
  },
  {
    what: 'a zone behind a path',
    file: event('DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Copenhagen:20261202T170000'),
    ...well,
  },
  {
    what: 'a zone with its offset before it',
    file: event('DTSTART;TZID="(UTC+01:00) Europe/Copenhagen":20261202T170000'),
    ...well,
  },
  { what: 'an offset as a zone', file: event('DTSTART;TZID=GMT-0500:20261202T110000'), ...well },
  { what: 'a zone nobody knows', file: event('DTSTART;TZID=Midgard/Utgard:20261202T170000'), ...well },
  { what: 'a zone of 10,000 letters', file: event(`DTSTART;TZID=${'z'.repeat(10_000)}:20261202T170000`), ...well },
  { what: 'an empty zone', file: event('DTSTART;TZID=:20261202T170000'), ...well },
  {
    what: 'a zone the file tells of itself',
    file: withZone('Vores', '+0200', '+0300').replace('T170000', 'T180000'),
    ...well,
  },
  {
    what: 'a zone the file tells without summer time',
    file: withZone('Vores', '-0500', null).replace('T170000', 'T110000'),
    ...well,
  },
  { what: 'a zone told by nonsense', file: withZone('Vores', 'nul', 'nix'), ...well },
  { what: 'another zone across the sea', file: event('DTSTART;TZID=America/New_York:20261202T110000'), ...well },
  {
    what: 'the hour that is skipped',
    file: event('DTSTART;TZID=Europe/Copenhagen:20270328T023000'),
    read: [theGood, 'En: 2027-03-28 03:30 ×1'],
  },
  {
    what: 'the hour that comes twice',
    file: event('DTSTART;TZID=Europe/Copenhagen:20271031T023000'),
    read: [theGood, 'En: 2027-10-31 02:30 ×1'],
  },
]

function withZone(name: string, standard: string, daylight: string | null): string {
  const part = (kind: string, offset: string) =>
    [`BEGIN:${kind}`, 'DTSTART:19700101T030000', `TZOFFSETTO:${offset}`, `END:${kind}`].join('\r\n')
  const zone = ['BEGIN:VTIMEZONE', `TZID:${name}`, part('STANDARD', standard)]
  if (daylight !== null) zone.push(part('DAYLIGHT', daylight))
  return event(`DTSTART;TZID=${name}:20261202T170000`).replace(
    'BEGIN:VEVENT',
    [...zone, 'END:VTIMEZONE', 'BEGIN:VEVENT'].join('\r\n'),
  )
}
