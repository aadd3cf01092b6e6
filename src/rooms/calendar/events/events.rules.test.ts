import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LargeEvent } from './event.ts'
import { guestName, mayBeToldAt, newsFor, toldOf } from './events.rules.ts'

const at = (text: string) => Temporal.Instant.from(text)

const market: LargeEvent = {
  seriesId: 's',
  occurrenceId: 'o',
  title: 'Julemarked',
  areaId: 'gaarden',
  organisationId: 'fyret',
  startsAt: at('2026-12-05T12:00Z'),
  endsAt: at('2026-12-05T16:00Z'),
  isOff: false,
  where: 'Gårdrummet',
  by: 'Bølgen',
}

const everywhere = [{ postId: 'p', areaId: null }]
const told = (of: LargeEvent) => ({
  occurrenceId: of.occurrenceId,
  seriesId: of.seriesId,
  postId: 'p',
  toldAt: at('2026-11-20T12:00Z'),
  toldOf: toldOf(of),
  isOff: of.isOff,
})

const kinds = (
  event: LargeEvent,
  known: LargeEvent | null,
  change: { areaId?: string; by?: string; no?: boolean } = {},
) =>
  newsFor(
    change.areaId === undefined ? everywhere : [{ postId: 'p', areaId: change.areaId }],
    change.by ?? 'sundhed',
    [event],
    { told: known === null ? [] : [told(known)], declined: new Set(change.no === true ? ['o'] : []) },
  ).map(({ kind }) => kind)

describe('the news of larger events', () => {
  it('are an event nobody told of, in an area that was asked for', () => {
    assert.deepEqual(kinds(market, null), ['new'])
    assert.deepEqual(kinds(market, null, { areaId: 'gaarden' }), ['new'])
    assert.deepEqual(kinds(market, null, { areaId: 'tangvej' }), [])
    assert.deepEqual(kinds({ ...market, areaId: null }, null, { areaId: 'tangvej' }), ['new'])
  })
  it('are no event of one’s own, and none that was off before it was told of', () => {
    assert.deepEqual(kinds(market, null, { by: 'fyret' }), [])
    assert.deepEqual(kinds({ ...market, isOff: true }, null), [])
  })
  it('are that it moved, is off, or is on again; each once', () => {
    const later = { ...market, startsAt: at('2026-12-06T12:00Z') }
    const off = { ...market, isOff: true }
    assert.deepEqual(kinds(market, market), [])
    assert.deepEqual(kinds(later, market), ['changed'])
    assert.deepEqual(kinds({ ...market, where: 'Salen' }, market), ['changed'])
    assert.deepEqual(kinds(off, market), ['off'])
    assert.deepEqual(kinds(off, off), [])
    assert.deepEqual(kinds(market, off), ['changed'])
  })
  it('are none to who said no', () => assert.deepEqual(kinds({ ...market, isOff: true }, market, { no: true }), []))

  it('come once a day at most', () => {
    const known = [told(market)]
    assert.equal(mayBeToldAt(at('2026-11-21T11:59:59Z'), known), false)
    assert.equal(mayBeToldAt(at('2026-11-21T12:00Z'), known), true)
    assert.equal(mayBeToldAt(at('2026-11-20T12:00Z'), []), true)
  })
})

describe('the name of a guest', () => {
  const name = (title: string, unit: string | null) => guestName({ title, unit, organisation: 'Forvaltningen' })
  it('is its unit, the place in its title, or its organisation', () => {
    assert.equal(name('leder', 'Fritidsklubben Molen'), 'Fritidsklubben Molen')
    assert.equal(name('Leder af Sundhedshuset Havneby', null), 'Sundhedshuset Havneby')
    assert.equal(name('leder af kontoret', null), 'Forvaltningen')
  })
})
