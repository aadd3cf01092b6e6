import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { layTimes, type WantedTime } from './lay-times.rules.ts'
import type { Occurrence } from './occurrence.ts'

const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Copenhagen').toInstant()

const wanted = (text: string, minutes = 60): WantedTime => ({
  startsAt: at(text),
  endsAt: at(text).add({ minutes }),
})

const there = (text: string, change: Partial<Occurrence> = {}): Occurrence => ({
  occurrenceId: text,
  seriesId: 'series',
  originalStartsAt: at(text),
  startsAt: at(text),
  endsAt: at(text).add({ minutes: 60 }),
  state: 'planned',
  isExtra: false,
  reason: '',
  skippedBecause: null,
  elsewhereVenueId: null,
  headCount: null,
  sequence: 0,
  version: 0,
  changedAt: at('2026-11-01T12:00'),
  ...change,
})

describe('laying the times of a series', () => {
  it('leaves times alone that are where they are wanted', () => {
    const time = there('2026-12-01T16:00')
    const laying = layTimes([time], [wanted('2026-12-01T16:00')])
    assert.deepEqual(laying, { keep: [time], add: [], shift: [], remove: [] })
  })

  it('lets a time go on as itself when the hour changes, and when it lasts longer', () => {
    const hour = layTimes([there('2026-12-01T16:00')], [wanted('2026-12-01T17:00')])
    assert.deepEqual(
      hour.shift.map(({ occurrence }) => occurrence.occurrenceId),
      ['2026-12-01T16:00'],
    )
    assert.deepEqual([hour.add, hour.remove], [[], []])
    assert.equal(layTimes([there('2026-12-01T16:00')], [wanted('2026-12-01T16:00', 90)]).shift.length, 1)
  })

  it('matches by week when the weekday changes', () => {
    const old = [there('2026-12-01T16:00'), there('2026-12-08T16:00')]
    const laying = layTimes(old, [wanted('2026-12-03T16:00'), wanted('2026-12-10T16:00')])
    assert.deepEqual(
      laying.shift.map(({ occurrence, to }) => [occurrence.occurrenceId, to.startsAt.toString()]),
      [
        ['2026-12-01T16:00', at('2026-12-03T16:00').toString()],
        ['2026-12-08T16:00', at('2026-12-10T16:00').toString()],
      ],
    )
  })

  it('never touches what was held or added by hand, and adds nothing on top of what was held', () => {
    const laying = layTimes(
      [there('2026-12-01T16:00', { state: 'held' }), there('2026-12-05T10:00', { isExtra: true })],
      [wanted('2026-12-01T16:00')],
    )
    assert.deepEqual({ ...laying, keep: [] }, { keep: [], add: [], shift: [], remove: [] })
  })

  it('keeps a time that was moved by hand where it was moved to, as long as its rule still has it', () => {
    const moved = there('2026-12-01T16:00', { startsAt: at('2026-12-02T18:00'), endsAt: at('2026-12-02T19:00') })
    const laying = layTimes([moved], [wanted('2026-12-01T16:00')])
    assert.deepEqual(laying, { keep: [moved], add: [], shift: [], remove: [] })
  })

  it('ends with exactly the times wanted, whatever there was, and moves no more than it must', () => {
    const slot = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(fc.uniqueArray(slot, { maxLength: 30 }), fc.uniqueArray(slot, { maxLength: 30 }), (old, next) => {
        const text = (hour: number) =>
          Temporal.PlainDateTime.from('2026-11-30T08:00')
            .add({ hours: hour * 3 })
            .toString()
        const laying = layTimes(
          old.map((hour) => there(text(hour))),
          next.map((hour) => wanted(text(hour))),
        )
        const gone = new Set([
          ...laying.remove.map(({ occurrenceId }) => occurrenceId),
          ...laying.shift.map(({ occurrence }) => occurrence.occurrenceId),
        ])
        const after = [
          ...old.map(text).filter((id) => !gone.has(id)),
          ...laying.shift.map(({ to }) =>
            to.startsAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString(),
          ),
          ...laying.add.map(({ startsAt }) =>
            startsAt.toZonedDateTimeISO('Europe/Copenhagen').toPlainDateTime().toString(),
          ),
        ]
        assert.deepEqual(after.toSorted(), next.map(text).toSorted())
        const kept = old.filter((hour) => next.includes(hour)).map(text)
        assert.ok(kept.every((id) => !gone.has(id)))
      }),
    )
  })
})
