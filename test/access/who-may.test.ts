import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { errorCode } from '../../src/platform/fault.ts'
import { sql } from 'kysely'
import { readAs, type ReadTx } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import { type Actor, isPermitted, type Relations } from '../../src/rooms/access/index.ts'
import { listRelationsTo, listRelationsToDraft } from '../../src/rooms/agreements/relation.queries.ts'
import { listRelationsToHandover } from '../../src/rooms/parties/index.ts'
import { listRelationsToProposal } from '../../src/rooms/agreements/index.ts'
import { listRelationsToOrganiser, listRelationsToVenue } from '../../src/rooms/calendar/relation.queries.ts'
import { findSeason, listRelationsToSeason } from '../../src/rooms/calendar/season/season.queries.ts'
import { findSeries } from '../../src/rooms/calendar/series.queries.ts'
import { findGroup } from '../../src/rooms/meetings/group/group.queries.ts'
import { loadGroup, relationsToGroup } from '../../src/rooms/meetings/group/load-group.ts'
import { testOrigin } from '../../src/test-visitor.ts'
import { calendarDeeds } from './calendar.cases.ts'
import type { Deed } from './deed.ts'
import { knownDeeds } from './known.cases.ts'
import { meetingDeeds } from './meeting.cases.ts'
import { minutesDeeds } from './minutes.cases.ts'
import { officerDeeds, recordDeeds } from './officer.cases.ts'
import { revisionDeeds } from './revision.cases.ts'
import { pollDeeds } from './poll.cases.ts'
import { partnershipExportDeeds } from './who-may.export.cases.ts'
import { residentDeeds } from './resident.cases.ts'
import { seasonDeeds } from './season.cases.ts'
import { venueDeeds } from './venue.cases.ts'
import { deeds } from './who-may.cases.ts'
import { signingDeeds } from './who-may.signing.cases.ts'
import { type Asker, askers, makeWorld, type World } from './world.ts'

const cases = [
  ...deeds,
  ...officerDeeds,
  ...recordDeeds,
  ...residentDeeds,
  ...signingDeeds,
  ...revisionDeeds,
  ...calendarDeeds,
  ...seasonDeeds,
  ...venueDeeds,
  ...meetingDeeds,
  ...minutesDeeds,
  ...pollDeeds,
  ...knownDeeds,
  ...partnershipExportDeeds,
].flatMap((deed) => askers.map((asker) => ({ deed, asker, may: deed.may.includes(asker) })))

/** Nobody can claim a post in a browser: there, who forged one acts for their own. */
const mayOnPages = (deed: Deed, asker: Asker): boolean =>
  deed.may.includes(asker === 'forged' ? 'otherParty' : asker) && deed.route.elsewhere?.includes(asker) !== true

describe('who may do what', () => {
  const own = clonedDatabase()
  let world: World
  before(async () => {
    world = await makeWorld(own)
  })
  after(() => world.close())

  it('is asked in at least 150 cases, of which some may and some may not', () => {
    assert.ok(cases.length >= 150, `${cases.length} cases`)
    const yes = cases.filter(({ may }) => may).length
    assert.ok(yes > 50 && yes < cases.length - 50, `${yes} of ${cases.length} may`)
  })

  for (const { deed, asker, may } of cases)
    it(`${asker} ${may ? 'may' : 'may not'} ${deed.what}, say policy, database and pages alike`, async () => {
      const said = {
        policy: await policySays(world, deed, asker),
        database: await databaseSays(world, deed, asker),
        pages: await pagesSay(world, deed, asker),
      }
      assert.deepEqual(said, { policy: may, database: may, pages: mayOnPages(deed, asker) })
    })
})

const policySays = async ({ platform, things, askers: all }: World, deed: Deed, asker: Asker): Promise<boolean> => {
  const { actor } = all[asker]
  const { version, draft, self, subject, holding, proposal, series, season, venue, group } = deed.to(things)
  const toThing = await readAs(platform, actor, async (tx): Promise<Relations> => {
    if (version !== undefined) return listRelationsTo(tx, version)
    if (holding !== undefined) return listRelationsToHandover(tx, holding)
    if (draft !== undefined) return listRelationsToDraft(tx, draft)
    if (subject !== undefined) return relationsToSubject(tx, subject)
    if (group !== undefined) return relationsToMeeting(tx, actor, group)
    if (season !== undefined) return relationsToSeason(tx, season)
    if (venue !== undefined) return listRelationsToVenue(tx, venue)
    if (series !== undefined) return relationsToSeries(tx, series)
    if (proposal !== undefined) return listRelationsToProposal(tx, proposal)
    return new Set(self !== undefined && self === actor.personId ? ['self' as const] : [])
  })
  return isPermitted(actor, deed.permission, toThing)
}

/** What the asker is to a group that meets, where they may see it. */
const relationsToMeeting = async (tx: ReadTx, actor: Actor, groupId: string): Promise<Relations> => {
  const group = await findGroup(tx, groupId)
  return group === undefined
    ? new Set()
    : relationsToGroup(tx, actor, await loadGroup(tx, group, Temporal.PlainDate.from('2026-11-21')))
}

/** What the asker is to the season, where they may see it. */
const relationsToSeason = async (tx: ReadTx, seasonId: string): Promise<Relations> => {
  const season = await findSeason(tx, seasonId)
  return season === undefined ? new Set() : listRelationsToSeason(tx, season)
}

/** What the asker is to the activity, where they may see it. */
const relationsToSeries = async (tx: ReadTx, seriesId: string): Promise<Relations> => {
  const series = await findSeries(tx, seriesId)
  return series === undefined ? new Set() : listRelationsToOrganiser(tx, series)
}

/** What the database says the asker is to somebody the cooperation works for. */
const relationsToSubject = async (tx: ReadTx, subject: string): Promise<Relations> => {
  const { rows } = await sql<{ readonly self: boolean; readonly circle: boolean }>`
    select acting_subject() is not null and ${subject}::uuid in (select own_subjects()) as self,
      in_circle(${subject}::uuid) as circle`.execute(tx)
  return new Set([...(rows[0]?.self ? ['self' as const] : []), ...(rows[0]?.circle ? ['circle' as const] : [])])
}

const refusedByPolicy = '42501'

/** Whether plain SQL as the asker finds or changes anything; what it did is undone. */
const databaseSays = async ({ platform, things, askers: all }: World, deed: Deed, asker: Asker): Promise<boolean> => {
  try {
    const statement = deed.sql(things)
    await runSql(
      platform,
      all[asker].actor,
      `do $$ declare found integer; begin execute $q$${statement}$q$; get diagnostics found = row_count;
      if found = 0 then raise exception using errcode = 'P0002'; end if; raise exception using errcode = 'P0003'; end $$`,
    )
    return false
  } catch (error) {
    const code = errorCode(error)
    if (code === 'P0003') return true
    if (code === 'P0002' || code === refusedByPolicy) return false
    throw error
  }
}

const pagesSay = async ({ app, things, askers: all }: World, deed: Deed, asker: Asker): Promise<boolean> => {
  const { method, path, form, yes, holds } = deed.route
  const headers = { cookie: all[asker].cookie, origin: testOrigin }
  const body = form === undefined ? null : new URLSearchParams(typeof form === 'function' ? form(things) : form)
  const answer = await app.request(`${testOrigin}${path(things)}`, { method, headers, body })
  const text = await answer.text()
  assert.notEqual(answer.status, 500)
  const isSentToSignIn = answer.headers.get('location')?.startsWith('/log-ind') === true
  return yes.includes(answer.status) && !isSentToSignIn && (holds === undefined || text.includes(holds))
}
