import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { seriesKinds } from '../calendar/index.ts'
import {
  ageBands,
  everything,
  feedPath,
  listPath,
  readFilter,
  type ResidentFilter,
  toCalendarFilter,
} from './filter.ts'

const id = '01a22376-3f52-7056-8646-3eea884550ec'

const readPath = (path: string): ResidentFilter => {
  const asked = new URL(path, 'http://localhost').searchParams
  return readFilter((name) => asked.get(name) ?? undefined)
}

const filters = fc.record<ResidentFilter>({
  areaId: fc.constantFrom(null, id),
  kind: fc.constantFrom(null, ...seriesKinds),
  ages: fc.constantFrom(null, ...ageBands.map(([from, to]) => ({ from, to }))),
  isFree: fc.boolean(),
  venueId: fc.constantFrom(null, id),
  spoken: fc.constantFrom(null, 'ar', 'so'),
  when: fc.constantFrom('days' as const, 'today' as const, 'week' as const),
  weeks: fc.integer({ min: 1, max: 8 }),
  words: fc.constantFrom('', 'fodbold', 'sal & gård'),
})

describe('what a resident asks for', () => {
  it('comes back from its address as it was', () => {
    fc.assert(fc.property(filters, (filter) => assert.deepEqual(readPath(listPath(filter)), { ...filter })))
  })

  it('is everything where the address cannot be read', () => {
    const address = '/?omraade=x&slags=krig&alder=9-3&gratis=maaske&sted=1&tales=<b>&naar=igaar&uger=99&q=%20'
    assert.deepEqual(readPath(address), everything)
  })

  it('is subscribed to by what of it lasts, and nothing of when', () => {
    const filter = { ...everything, areaId: id, ages: { from: 6, to: 9 }, isFree: true, weeks: 3, words: 'x' }
    assert.equal(feedPath(filter), `/kalender.ics?omraade=${id}&alder=6-9&gratis=ja&q=x`)
  })

  it('lasts seven days, also over the night the clock is changed', () => {
    const at = Temporal.Instant.from('2026-10-23T10:00:00Z')
    const { to } = toCalendarFilter(everything, at)
    assert.equal(to?.toString(), '2026-10-29T23:00:00Z')
  })

  it('is today until midnight in Denmark, and this week until Sunday', () => {
    const at = Temporal.Instant.from('2026-12-31T22:30:00Z')
    assert.equal(toCalendarFilter({ ...everything, when: 'today' }, at).to?.toString(), '2026-12-31T23:00:00Z')
    assert.equal(toCalendarFilter({ ...everything, when: 'week' }, at).to?.toString(), '2027-01-03T23:00:00Z')
  })
})
