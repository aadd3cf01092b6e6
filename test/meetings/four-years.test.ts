import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { runSql, runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { actAs } from '../../src/rooms/agreements/index.ts'
import { listStandings } from '../../src/rooms/commitments/index.ts'
import { approveMinutes } from '../../src/rooms/meetings/minutes/approve-minutes.ts'
import { callMeeting } from '../../src/rooms/meetings/call-meeting.ts'
import { listAllGroups } from '../../src/rooms/meetings/group/group.queries.ts'
import { listInvitees, updateInvitee } from '../../src/rooms/meetings/invitations/invitee.queries.ts'
import { loadGroup } from '../../src/rooms/meetings/group/load-group.ts'
import { findMeeting } from '../../src/rooms/meetings/meeting.queries.ts'
import { sendMinutes } from '../../src/rooms/meetings/minutes/send-minutes.ts'
import { settleMinutesNow } from '../../src/rooms/meetings/minutes/settle-minutes.ts'
import { layMissingGroups } from '../../src/rooms/meetings/reading/lay-groups.ts'
import { confirmContract } from './confirm-contracts.ts'
import { liveThrough, platformOn } from './four-years.ts'

const real = join(projectRoot, '../shared/contracts')
const sample = join(projectRoot, 'samples/havneby')

const partnerships = [
  {
    name: 'the sample contracts',
    files: ['boern-unge-og-familie.txt', 'uddannelse-og-job.txt'].map((name) => join(sample, name)),
    from: '2025-01-01',
    to: '2028-12-31',
  },
  {
    name: 'the two real contracts',
    files: existsSync(real)
      ? readdirSync(real)
          .filter((name) => name.endsWith('.txt'))
          .map((name) => join(real, name))
      : [],
    from: '2013-01-01',
    to: '2016-12-31',
  },
]

/** The lead of the forum, as they act on the day. */
const leadOf = async (platform: Platform): Promise<Actor> => {
  const [lead] = await runSql<{ person: string; post: string }>(
    platform,
    system,
    `select h.person_id as person, n.post_id as post from agreement_post n join holder h using (post_id) where n.is_lead limit 1`,
  )
  const { actor } = await actAs(platform, lead?.person ?? '', lead?.post ?? '')
  return actor
}

// The real contracts where they are there: the sample's own are lived through elsewhere only where they are not.
const [realOnes, ownOnes] = [partnerships[1], partnerships[0]]
const lived = realOnes !== undefined && realOnes.files.length > 0 ? realOnes : ownOnes

/** Calls the meeting as it was planned, notes who came, sends the minutes and approves them; what follows from them is done at once. */
const hold = async (on: Platform, meetingId: string): Promise<void> => {
  const actor = await leadOf(on)
  const version = await readAs(on, actor, async (tx) => (await findMeeting(tx, meetingId))?.version ?? 0)
  await callMeeting(on, actor, { meetingId, version })
  await keepHouse(on, actor, async (tx) => {
    for (const { inviteeId } of await listInvitees(tx, [meetingId]))
      await updateInvitee(tx, inviteeId, { presence: 'present' })
  })
  await sendMinutes(on, actor, meetingId)
  await approveMinutes(on, actor, meetingId)
  await settleMinutesNow(on)({ meetingId, edition: '0' })
}

for (const { name, files, from, to } of lived === undefined ? [] : [lived])
  describe(
    `four years of meetings of ${name}`,
    { skip: files.length > 0 ? false : 'they are not beside this project' },
    () => {
      const own = clonedDatabase()
      const span = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }

      it('lets nobody have more than one turn more than another, and keeps every promise to meet', async () => {
        const platform = platformOn(testPlatform(own.database), span.from)
        for (const file of files) await confirmContract(platform, file)
        await layMissingGroups(platform)
        const groups = await readAs(platform, system, listAllGroups)
        let meetings = 0
        for (const group of groups) {
          // PostgreSQL counts its rows once a minute, and four years take less.
          await runSqlAsOwner(own.url, 'analyze')
          const lived = await liveThrough(platform, { groupId: group.groupId, actorOn: leadOf }, span, hold)
          meetings += lived.meetings.length
          assert.ok(lived.worst <= 1, `${group.kind}: turns differ by ${lived.worst}`)
        }
        assert.ok(meetings > 100, `${meetings} meetings were held`)
        const last = platformOn(platform, span.to)
        const standings = await readAs(last, system, async (tx) => {
          const told = []
          for (const group of groups) {
            const { promises } = await loadGroup(tx, group, span.to)
            const cadences = promises.filter(({ role }) => role === 'cadence').map(({ promise }) => promise)
            const standing = await listStandings(tx, cadences, span.to)
            for (const promise of cadences)
              told.push({ promise, notation: promise.notation, state: standing.get(promise.commitmentId)?.state })
          }
          return told
        })
        const rhythmic = standings.filter(({ notation }) => /COUNT_PER_PERIOD|BYDAY/.test(notation))
        assert.ok(rhythmic.length >= 6, `${rhythmic.length} promises have a rhythm`)
        assert.deepEqual(
          rhythmic.filter(({ state }) => state !== 'kept' && state !== 'waiting'),
          [],
        )
        // What hangs on a reservation waits from its day on; until then it was kept.
        const before = span.from.add({ years: 2 }).subtract({ days: 1 })
        const held = await readAs(platformOn(platform, before), system, async (tx) => {
          const waiting = rhythmic.filter(({ state }) => state === 'waiting').map(({ promise }) => promise)
          return [...(await listStandings(tx, waiting, before)).values()].map(({ state }) => state)
        })
        assert.ok(
          held.every((state) => state === 'kept'),
          held.join(' '),
        )
        // What is promised "as needed" is never judged.
        assert.ok(standings.every(({ state }) => ['kept', 'waiting', 'on_demand', 'unjudged'].includes(state ?? '')))
      })
    },
  )
