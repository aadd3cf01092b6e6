import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { actAs } from '../../src/rooms/agreements/index.ts'
import { listAllGroups } from '../../src/rooms/meetings/group.queries.ts'
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

for (const { name, files, from, to } of lived === undefined ? [] : [lived])
  describe(
    `four years of meetings of ${name}`,
    { skip: files.length > 0 ? false : 'they are not beside this project' },
    () => {
      const own = clonedDatabase()
      const span = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }

      it('lets nobody have more than one turn more than another', async () => {
        const platform = platformOn(testPlatform(own.database), span.from)
        for (const file of files) await confirmContract(platform, file)
        await layMissingGroups(platform)
        const groups = await readAs(platform, system, listAllGroups)
        let meetings = 0
        for (const group of groups) {
          const began = performance.now()
          const lived = await liveThrough(platform, { groupId: group.groupId, actorOn: leadOf }, span, async () => {})
          meetings += lived.meetings.length
          assert.ok(lived.worst <= 1, `${group.kind}: turns differ by ${lived.worst}`)
          console.log(
            group.kind,
            group.convening,
            lived.meetings.length,
            lived.worst,
            lived.handedOver,
            Math.round(performance.now() - began),
          )
        }
        console.log(meetings)
      })
    },
  )
