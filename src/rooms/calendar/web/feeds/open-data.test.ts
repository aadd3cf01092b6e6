import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { clonedDatabase } from '../../../../platform/database/test-database.ts'
import { runSqlAsOwner } from '../../../../platform/database/test-sql.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { testPlatform } from '../../../../platform/test-platform.ts'
import { readAs } from '../../../../platform/database/index.ts'
import { system } from '../../../access/index.ts'
import { changeSeries } from '../../change-series.ts'
import { answers } from '../../feeds/api/api.form.ts'
import { wholeCalendar } from '../../listed-occurrence.ts'
import { listOccurrences } from '../../listed-occurrence.queries.ts'
import { openCity } from './test-city.ts'

const envelope = z.object({
  total_items: z.number(),
  total_pages: z.number(),
  page_number: z.number(),
  size: z.number(),
  first_page: z.boolean(),
  last_page: z.boolean(),
  empty: z.boolean(),
  contents: z.array(z.looseObject({ id: z.uuid() })),
})

const described = z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) })

describe('what machines read of the calendar', () => {
  const own = clonedDatabase()

  const open = async () => {
    const platform = testPlatform(own.database)
    const { app } = await openCity(platform)
    const json = async (path: string): Promise<unknown> => {
      const answer = await app.request(path)
      assert.equal(answer.status, 200, path)
      assert.equal(answer.headers.get('access-control-allow-origin'), '*')
      return answer.json()
    }
    return { platform, app, json }
  }

  it('are the same times page by page as all at once, and a month as the calendar has it', async () => {
    const { platform, json } = await open()
    const all = answers.occurrences.parse(await json('/api/v1/occurrences?limit=500'))
    const paged: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = answers.occurrences.parse(
        await json(`/api/v1/occurrences?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`),
      )
      paged.push(...page.items)
      cursor = page.next
      if (paged.length >= all.items.length) break
    }
    assert.ok(all.items.length > 100)
    assert.deepEqual(paged.slice(0, all.items.length), all.items)
    const month = answers.occurrences.parse(await json('/api/v1/occurrences?month=2026-12&limit=500'))
    const rows = await readAs(platform, system, (tx) =>
      listOccurrences(tx, {
        ...wholeCalendar,
        from: Temporal.Instant.from('2026-11-30T23:00:00Z'),
        to: Temporal.Instant.from('2026-12-31T23:00:00Z'),
        most: 1000,
      }),
    )
    assert.deepEqual(
      month.items.map(({ id }) => id),
      rows.map(({ occurrenceId }) => occurrenceId),
    )
  })

  it('lets a filter through alone', async () => {
    const { json } = await open()
    const sport = answers.occurrences.parse(await json('/api/v1/occurrences?kind=sport&free=true&ages=8-12&limit=500'))
    assert.ok(sport.items.length > 3)
    for (const { kind, priceOere, ageFrom } of sport.items)
      assert.ok(kind === 'sport' && priceOere === 0 && (ageFrom ?? 0) <= 12)
  })

  it('answers each list and each of its things as described', async () => {
    const { json } = await open()
    const lists = { series: answers.seriesList, venues: answers.venues, areas: answers.areas }
    for (const [name, shape] of Object.entries(lists)) {
      const { items } = shape.parse(await json(`/api/v1/${name}`))
      assert.ok(items.length > 1, name)
      if (name !== 'areas') assert.deepEqual(await json(`/api/v1/${name}/${items[0]?.id}`), items[0])
    }
    const { items } = answers.occurrences.parse(await json('/api/v1/occurrences'))
    assert.deepEqual(await json(`/api/v1/occurrences/${items[0]?.id}`), items[0])
  })

  it('says what cannot be read, and what there is not, as a problem', async () => {
    const { app } = await open()
    const none = '019ad000-0000-7000-8000-000000000000'
    const cases: [string, number][] = [
      ...['limit=0', 'month=2026-13', 'kind=krig', 'ages=x', 'cursor=x', 'from=i-morgen', 'area=1', 'q=%00'].map(
        (question): [string, number] => [`/api/v1/occurrences?${question}`, 400],
      ),
      ['/api/v1/series?cursor=x', 400],
      ['/hsds/services?page=0', 400],
      ['/hsds/services?per_page=501', 400],
      [`/api/v1/series/${none}`, 404],
      ['/api/v1/venues/x', 404],
      [`/hsds/services/${none}`, 404],
      ['/hsds/organizations/x', 404],
      ['/api/v1/findes-ikke', 404],
    ]
    for (const [path, status] of cases) {
      const answer = await app.request(path)
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [status, 'application/problem+json'], path)
      assert.equal(answers.problem.parse(await answer.json()).status, status)
    }
  })

  it('are all described in OpenAPI 3.1, with their questions and answers', async () => {
    const { json } = await open()
    const document = described.parse(await json('/api/openapi.json'))
    assert.match(document.openapi, /^3\.1/)
    const kinds = ['areas', 'occurrences', 'occurrences/{id}', 'series', 'series/{id}', 'venues', 'venues/{id}']
    assert.deepEqual(
      Object.keys(document.paths).toSorted(),
      kinds.map((kind) => `/api/v1/${kind}`),
    )
    const text = JSON.stringify(document)
    for (const told of ['"month"', '"cursor"', '"startsAt"', 'application/problem+json', 'In øre; 0 = free'])
      assert.ok(text.includes(told), told)
  })

  it('tells a directory of each series with times ahead, in pages, with the day somebody last stood for it', async () => {
    const { json } = await open()
    const all = envelope.parse(await json('/hsds/services'))
    assert.ok(all.total_items > 8 && all.first_page && all.last_page && !all.empty)
    const [first] = all.contents
    assert.match(String(first?.['assured_date']), /^20\d\d-\d\d-\d\d$/)
    assert.deepEqual(await json(`/hsds/services/${first?.id}`), first)
    const second = envelope.parse(await json('/hsds/services?page=2&per_page=3'))
    assert.deepEqual(second.contents, all.contents.slice(3, 6))
    assert.deepEqual([second.size, second.page_number, second.first_page], [3, 2, false])
    assert.ok(envelope.parse(await json('/hsds/services?page=99')).empty)
    for (const list of ['service_at_locations', 'organizations']) {
      const { contents } = envelope.parse(await json(`/hsds/${list}`))
      assert.ok(contents.length > 2)
      assert.deepEqual(await json(`/hsds/${list}/${contents[0]?.id}`), contents[0])
    }
  })

  it('holds nothing of what is not published, in any feed, whoever hid it', async () => {
    const { platform, app } = await open()
    const word = 'Hemmeligholdt'
    await hideOne(platform, word)
    const times = await readAs(platform, system, (tx) =>
      listOccurrences(tx, { ...wholeCalendar, from: platform.clock.now(), isPublic: false, most: 5000 }),
    )
    const hidden = times.filter(({ series }) => series.title === word)
    assert.ok(hidden.length > 2)
    const [time] = hidden
    const paths = [
      '/kalender.ics',
      `/kalender/gang/${time?.occurrenceId}.ics`,
      ...['session-series', 'scheduled-sessions', 'facility-uses', 'slots'].map((feed) => `/openactive/${feed}`),
      ...['services', 'service_at_locations', 'organizations'].map((list) => `/hsds/${list}?per_page=500`),
      `/hsds/services/${time?.seriesId}`,
      '/api/v1/occurrences?limit=500&month=2026-12',
      `/api/v1/occurrences?q=${word}`,
      `/api/v1/occurrences/${time?.occurrenceId}`,
      '/api/v1/series?limit=500',
      `/api/v1/series/${time?.seriesId}`,
    ]
    for (const path of paths) {
      const text = await (await app.request(path)).text()
      assert.ok(!text.includes(word), path)
      for (const { occurrenceId } of hidden) assert.ok(!text.includes(`gang/${occurrenceId}`), path)
    }
    // A line of a feed that says a thing is gone holds its id and nothing else.
    const kept = await runSqlAsOwner<{ item: string | null }>(
      own.url,
      `select item from ${own.database.schema}.open_item where item like '%${word}%'`,
    )
    assert.deepEqual(kept, [])
  })
})

/** Renames a series that feeds tell of, and takes it out of what everyone sees. */
const hideOne = async (platform: Platform, title: string): Promise<void> => {
  const times = await readAs(platform, system, (tx) =>
    listOccurrences(tx, { ...wholeCalendar, from: platform.clock.now(), most: 5000 }),
  )
  const found = times.find(({ series }) => series.title === 'Streetfodbold' && series.rule !== null)
  assert.ok(found)
  const { series } = found
  const change = { ...series, title, isPublished: false, from: Temporal.PlainDate.from('2026-11-21') }
  await changeSeries(platform, system, { seriesId: series.seriesId, version: series.version }, change)
}
