import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { clonedDatabase } from '../../../../platform/database/test-database.ts'
import { readAs } from '../../../../platform/database/index.ts'
import { runSqlAsOwner } from '../../../../platform/database/test-sql.ts'
import { clockAt } from '../../../../platform/clock.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { testPlatform } from '../../../../platform/test-platform.ts'
import { system } from '../../../access/index.ts'
import { cancelOccurrence } from '../../change-occurrence.ts'
import { changeSeries } from '../../change-series.ts'
import { listFailures } from '../../feeds/open-active/test-validator.ts'
import { openFeeds } from '../../feeds/open-active/open-item.ts'
import { wholeCalendar } from '../../listed-occurrence.ts'
import { listOccurrences } from '../../listed-occurrence.queries.ts'
import { openCity } from './test-city.ts'

const page = z.object({
  next: z.string(),
  license: z.literal('https://creativecommons.org/licenses/by/4.0/'),
  items: z.array(
    z.object({
      id: z.string(),
      modified: z.number(),
      kind: z.string(),
      state: z.enum(['updated', 'deleted']),
      data: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
})

type Page = z.infer<typeof page>

describe('the open data of the calendar', () => {
  const own = clonedDatabase()

  const openHouse = async () => {
    const platform = testPlatform(own.database)
    const { app } = await openCity(platform)
    const ask = async (address: string): Promise<Page> => {
      const { pathname, search } = new URL(address, 'http://localhost')
      const answer = await app.request(`${pathname}${search}`)
      assert.equal(answer.status, 200, address)
      return page.parse(await answer.json())
    }
    /** Reads on from an address until a page is empty, as every reader of such a feed does. */
    const readFrom = async (address: string): Promise<{ items: Page['items']; next: string }> => {
      const items: Page['items'] = []
      for (let next = address; ;) {
        const found = await ask(next)
        if (found.items.length === 0) return { items, next: found.next }
        items.push(...found.items)
        next = found.next
      }
    }
    return { platform, app, ask, readFrom }
  }

  for (const { feed, kind } of openFeeds)
    it(`holds OpenActive's validator to be without failure: ${kind}`, async () => {
      const { readFrom } = await openHouse()
      const { items } = await readFrom(`/openactive/${feed}`)
      assert.ok(items.length >= 2, `${items.length} items`)
      assert.ok(items.every((item) => item.kind === kind))
      const told = items.filter(({ state }) => state === 'updated').slice(0, 60)
      for (const { data } of told) assert.deepEqual(await listFailures(data), [], JSON.stringify(data))
    })

  it('is told of by a page whose data the validator holds to be without failure', async () => {
    const { app } = await openHouse()
    const html = await (await app.request('/openactive')).text()
    const data = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? ''
    assert.deepEqual(await listFailures(JSON.parse(data)), [])
  })

  it('finds faults where there are some', async () => {
    assert.notDeepEqual(await listFailures({ '@context': 'https://openactive.io/', '@type': 'SessionSeries' }), [])
  })

  it('stands in the order of change, each thing once, and ends with an empty page that leads to itself', async () => {
    const { ask, readFrom } = await openHouse()
    for (const { feed } of openFeeds) {
      const { items, next } = await readFrom(`/openactive/${feed}`)
      assert.equal(new Set(items.map(({ id }) => id)).size, items.length)
      const places = items.map(({ modified, id }) => [modified, id] as const)
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)),
      )
      const last = await ask(next)
      assert.deepEqual([last.items, last.next], [[], next])
    }
  })

  it('tells who reads on of just what changed: what is called off, what is hidden, what is deleted', async () => {
    const { platform, readFrom } = await openHouse()
    const { items, next } = await readFrom('/openactive/scheduled-sessions')
    const off = await timeOf(platform, items[0]?.id ?? '')
    await cancelOccurrence(platform, system, off, 'Sygdom')
    const changed = await readFrom(next)
    assert.deepEqual(
      changed.items.map(({ id, data }) => [id, data?.['eventStatus']]),
      [[off.occurrenceId, 'https://schema.org/EventCancelled']],
    )
    const hidden = await changeSeries(
      platform,
      system,
      { seriesId: off.seriesId, version: off.series.version },
      { ...off.series, isPublished: false, from: Temporal.PlainDate.from('2026-11-21') },
    )
    const gone = await readFrom(changed.next)
    assert.ok(gone.items.length > 5)
    assert.ok(gone.items.every(({ state, data }) => state === 'deleted' && data === undefined))
    const series = (await readFrom('/openactive/session-series')).items
    assert.equal(series.find(({ id }) => id === hidden.seriesId)?.state ?? 'deleted', 'deleted')
    assert.deepEqual((await readFrom(gone.next)).items, [])
  })

  it('tells of a change that left no trace by the next day at the latest', async () => {
    const { platform, readFrom } = await openHouse()
    const { next } = await readFrom('/openactive/facility-uses')
    await runSqlAsOwner(
      own.url,
      `update ${own.database.schema}.venue set name = name || ' (nyt navn)' where name = 'Fyrets beboerhus'`,
    )
    const tomorrow = { ...platform, clock: clockAt('2026-11-22T12:00:00Z') }
    const { app } = await openCity(tomorrow)
    const { pathname, search } = new URL(next)
    const { items } = page.parse(await (await app.request(`${pathname}${search}`)).json())
    assert.deepEqual(
      items.map(({ data }) => data?.['name']),
      ['Fyrets beboerhus (nyt navn)'],
    )
  })

  it('refuses a place that is none', async () => {
    const { app } = await openHouse()
    for (const question of [
      'afterTimestamp=1',
      'afterId=x',
      'afterTimestamp=-1&afterId=x',
      'afterTimestamp=x&afterId=x',
    ]) {
      const answer = await app.request(`/openactive/slots?${question}`)
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [400, 'application/problem+json'])
    }
  })
})

const timeOf = async (platform: Platform, occurrenceId: string) => {
  const times = await readAs(platform, system, (tx) =>
    listOccurrences(tx, { ...wholeCalendar, from: platform.clock.now(), most: 20_000 }),
  )
  const found = times.find((time) => time.occurrenceId === occurrenceId)
  assert.ok(found)
  return found
}
