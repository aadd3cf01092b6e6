import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Timing } from './series.ts'
import { requireTiming, timesOf, withUntil } from './times.rules.ts'
import { readRepeatWords, repeatInDanish, whenWords } from './timing-words.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

const timing = (rule: string | null, change: Partial<Timing> = {}): Timing => ({
  startsOn: day('2026-12-05'),
  startsMinute: 14 * 60,
  lastsMinutes: 180,
  rule,
  leavesOutMonths: [],
  schoolDaysOnly: false,
  ...change,
})

describe('when an activity is, in words', () => {
  it('tells a single day, a rhythm, months left out, school days and the last day', () => {
    assert.equal(whenWords(timing(null), 'da'), 'Lørdag den 5. december 2026 kl. 14.00–17.00')
    assert.equal(whenWords(timing(null), 'en'), 'Saturday 5 December 2026 14:00–17:00')
    const rests = { leavesOutMonths: [7], schoolDaysOnly: true }
    assert.equal(
      whenWords(timing('FREQ=WEEKLY;BYDAY=TH', rests), 'da'),
      'Hver torsdag kl. 14–17, ikke i juli, kun i skoleuger',
    )
    assert.equal(
      whenWords(timing(withUntil('FREQ=MONTHLY;BYDAY=1TU', day('2027-06-01'))), 'da'),
      'Den første tirsdag i måneden kl. 14–17, til 1. juni 2027',
    )
  })
})

describe('a rhythm written by the planner', () => {
  it('is taken with the months it leaves out, school weeks and its last day', () => {
    const read = readRepeatWords('første og tredje tirsdag i måneden, ikke i juli', day('2026-12-01'))
    const times = timesOf(timing(read?.rule ?? null, { startsOn: day('2027-06-01') }), [], {
      from: day('2027-06-01'),
      to: day('2027-08-31'),
    })
    assert.deepEqual(
      times.map(({ startsAt }) => startsAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString()),
      ['2027-06-01', '2027-06-15', '2027-08-03', '2027-08-17'],
    )
    assert.equal(readRepeatWords('hver anden torsdag i skoleuger', day('2026-12-01'))?.schoolDaysOnly, true)
  })

  it('is not taken where it is none, or only half understood', () => {
    for (const phrase of ['', 'når vi har lyst', 'efter behov', 'hver tirsdag undtagen når solen skinner'])
      assert.equal(readRepeatWords(phrase, day('2026-12-01')), undefined, phrase)
  })

  it('is the same again after it is told', () => {
    const rhythm = fc.constantFrom(
      'FREQ=WEEKLY;BYDAY=MO',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=MONTHLY;BYMONTHDAY=15',
    )
    const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 })
    fc.assert(
      fc.property(rhythm, months, (rule, leavesOutMonths) => {
        const one = timing(rule, { leavesOutMonths, startsOn: day('2026-01-01') })
        requireTiming(one)
        const again = readRepeatWords(repeatInDanish(one), one.startsOn)
        const span = { from: day('2026-01-01'), to: day('2028-12-31') }
        const other = timing(again?.rule ?? null, { startsOn: one.startsOn })
        assert.deepEqual(timesOf(other, [], span), timesOf(one, [], span), repeatInDanish(one))
      }),
    )
  })
})
