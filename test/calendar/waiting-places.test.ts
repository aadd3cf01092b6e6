import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from '../../src/jobs.ts'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { runDueJobs } from '../../src/platform/queue/run-queue.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { actAs } from '../../src/rooms/agreements/index.ts'
import { listHeldPosts } from '../../src/rooms/parties/index.ts'
import { changeSeries } from '../../src/rooms/calendar/change-series.ts'
import { cancelOccurrence } from '../../src/rooms/calendar/change-occurrence.ts'
import { planSeries } from '../../src/rooms/calendar/plan-series.ts'
import { listOccurrencesOf } from '../../src/rooms/calendar/occurrence.queries.ts'
import { listOrganisers } from '../../src/rooms/calendar/relation.queries.ts'
import { releaseUnconfirmed } from '../../src/rooms/calendar/venues/release-unconfirmed.ts'
import { loadSampleIfEmpty } from '../../src/sample.ts'

const plain = {
  summary: '',
  kind: 'party',
  areaId: null,
  spaceId: null,
  place: '',
  ageFrom: 18,
  ageTo: null,
  languages: [],
  priceOere: null,
  pricePer: null,
  goesAlong: '',
  signUp: 'none',
  places: null,
  isLarge: false,
  isPublished: true,
  lineageId: null,
  rule: null,
} as const

const evening = { startsMinute: 18 * 60, lastsMinutes: 120, leavesOutMonths: [], schoolDaysOnly: false }

describe('places that are waited for', () => {
  const own = clonedDatabase()
  const platformOn = (moment?: string): Platform => testPlatform(own.database, moment)

  const actorNamed = async (platform: Platform, name: string): Promise<Actor> => {
    const day = platform.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
    const held = (await readAs(platform, system, (tx) => listHeldPosts(tx, day))).find((post) => post.name === name)
    assert.ok(held)
    return (await actAs(platform, held.personId, held.postId)).actor
  }

  const venueNamed = async (name: string): Promise<string> => {
    const sql = `select venue_id as id from ${own.database.schema}.venue where name = '${name}'`
    const [row] = await runSqlAsOwner<{ id: string }>(own.url, sql)
    return row?.id ?? ''
  }

  const formOf = async (
    platform: Platform,
    actor: Actor,
    said: { title: string; venueId: string; startsOn: string },
  ) => {
    const [organiser] = await readAs(platform, actor, listOrganisers)
    assert.ok(organiser)
    const { organisationId, planId } = organiser
    return {
      ...evening,
      ...said,
      ...plain,
      organisationId,
      planId,
      startsOn: Temporal.PlainDate.from(said.startsOn),
    }
  }

  const plan = async (platform: Platform, actor: Actor, said: { title: string; venueId: string; startsOn: string }) => {
    const form = await formOf(platform, actor, said)
    return { ...(await planSeries(platform, actor, form)), form }
  }

  const timeOf = async (platform: Platform, seriesId: string) => {
    const [time] = await readAs(platform, system, (tx) => listOccurrencesOf(tx, seriesId))
    assert.ok(time)
    return time
  }

  /** Does what is queued about bookings; the mails that were written by then, the newest last. */
  const mails = async (platform: Platform) => {
    const { tasks, close } = await allTasks(platform)
    const tell = tasks['tell_of_booking']
    assert.ok(tell)
    await runDueJobs({ url: own.url, schema: own.database.schema, log: platform.log }, { tell_of_booking: tell })
    close()
    return runSqlAsOwner<{ subject: string; to: string; plain: string }>(
      own.url,
      `select subject, address as to, plain from ${own.database.schema}.mail where once_key like 'booking %' order by queued_at, subject`,
    )
  }

  it('come back to who waited longest when the time that held them is called off, and its organiser is told', async () => {
    const platform = platformOn()
    await loadSampleIfEmpty(platform)
    const venueId = await venueNamed('Bådhuset')
    const [ida, malthe] = [await actorNamed(platform, 'Ida Holt'), await actorNamed(platform, 'Malthe Riis')]
    const startsOn = '2026-12-07'
    const first = await plan(platform, ida, { title: 'Spilaften', venueId, startsOn })
    const second = await plan(platform, malthe, { title: 'Madklub', venueId, startsOn })
    const third = await plan(platformOn('2026-11-21T13:00:00Z'), ida, { title: 'Filmaften', venueId, startsOn })
    assert.deepEqual([first.skipped, second.skipped, third.skipped], [0, 1, 1])
    const held = await timeOf(platform, first.seriesId)
    await cancelOccurrence(platform, ida, held, 'Vi er syge')
    const states = [second, third].map(async ({ seriesId }) => (await timeOf(platform, seriesId)).state)
    assert.deepEqual(await Promise.all(states), ['planned', 'skipped'])
    const told = await mails(platform)
    assert.deepEqual(
      told.map(({ subject, to }) => [subject, to]),
      [['Bådhuset er blevet ledigt', 'malthe.riis@havneby.example']],
    )
    assert.match(told[0]?.plain ?? '', /Madklub\s+7\. december 2026 kl\. 18\.00/)
  })

  it('follow an activity that moves to another place, and are left to who waits', async () => {
    const platform = platformOn()
    const [ida, malthe] = [await actorNamed(platform, 'Ida Holt'), await actorNamed(platform, 'Malthe Riis')]
    const [from, to] = [await venueNamed('Bådhuset'), await venueNamed('Gårdrummet i Rebslagergården')]
    const first = await plan(platform, ida, { title: 'Klubaften', venueId: from, startsOn: '2026-12-08' })
    const second = await plan(platform, malthe, { title: 'Sangaften', venueId: from, startsOn: '2026-12-08' })
    assert.equal(second.skipped, 1)
    const change = { ...first.form, venueId: to, from: Temporal.PlainDate.from('2026-11-21') }
    await changeSeries(platform, ida, { seriesId: first.seriesId, version: 0 }, change)
    assert.equal((await timeOf(platform, second.seriesId)).state, 'planned')
    assert.equal((await timeOf(platform, first.seriesId)).state, 'planned')
  })

  it('are released when nobody confirms them in time, after a mail that asks', async () => {
    const malthe = await actorNamed(platformOn(), 'Malthe Riis')
    const venueId = await venueNamed('Fyrets beboerhus')
    const { seriesId } = await plan(platformOn(), malthe, { title: 'Nytårskur', venueId, startsOn: '2026-12-28' })
    await runSqlAsOwner(
      own.url,
      `update ${own.database.schema}.booking b set state = 'approved', answered_at = now(), answered_by = 'x'
       from ${own.database.schema}.occurrence o where o.occurrence_id = b.occurrence_id and o.series_id = '${seriesId}'`,
    )
    const early = platformOn('2026-12-16T05:10:00Z')
    await releaseUnconfirmed(early)
    assert.ok(
      (await mails(early)).some(
        ({ subject, plain }) => subject === 'Bruger I Fyrets beboerhus?' && plain.includes('Nytårskur'),
      ),
    )
    assert.equal((await timeOf(early, seriesId)).state, 'planned')
    const late = platformOn('2026-12-22T05:10:00Z')
    await releaseUnconfirmed(late)
    const time = await timeOf(late, seriesId)
    assert.deepEqual([time.state, time.skippedBecause, time.reason], ['skipped', 'not_confirmed', ''])
    assert.ok((await mails(late)).some(({ subject }) => subject === 'Fyrets beboerhus er givet fri'))
  })
})
