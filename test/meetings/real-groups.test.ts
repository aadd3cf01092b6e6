import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { projectRoot } from '../../src/platform/root.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { listAllGroups } from '../../src/rooms/meetings/group/group.queries.ts'
import { type LoadedGroup, loadGroup } from '../../src/rooms/meetings/group/load-group.ts'
import { layMissingGroups } from '../../src/rooms/meetings/reading/lay-groups.ts'
import { confirmContract } from './confirm-contracts.ts'

const folder = join(projectRoot, '../shared/contracts')
const skip = existsSync(folder) ? false : 'the real contracts are not beside this project'
const files = skip === false ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

/** The day the two contracts' groups are looked at: in their first year. */
const inForce = Temporal.PlainDate.from('2013-06-03')

/** What a person found in the two contracts: kind, who calls, and how often; one line for each group. */
const found = [
  'cooperation fixed FREQ=YEARLY;COUNT_PER_PERIOD=2 + FREQ=ON_DEMAND;SCOPE=participants · first year',
  'cooperation fixed FREQ=YEARLY;COUNT_PER_PERIOD=4',
  'cooperation unsaid FREQ=ON_DEMAND',
  'coordination fixed FREQ=MONTHLY;INTERVAL=3;COUNT_PER_PERIOD>=1 + FREQ=ON_DEMAND',
  'coordination rotation FREQ=CONTINUOUS + FREQ=YEARLY;COUNT_PER_PERIOD=3;ROTATION=convenor',
  'coordination unsaid',
  'coordination unsaid FREQ=ON_DEMAND',
  'focus fixed FREQ=MONTHLY;COUNT_PER_PERIOD=1 · person-free · hand-over to 2',
  'following unsaid',
  'forum fixed',
  'network fixed FREQ=HALFYEARLY;COUNT_PER_PERIOD=1',
  'network unsaid FREQ=UNSPECIFIED_REGULAR',
  'other fixed FREQ=AD_HOC',
  'other fixed FREQ=YEARLY;COUNT_PER_PERIOD=1',
  'other fixed FREQ=YEARLY;COUNT_PER_PERIOD=1',
]

const lineOf = ({ group, promises, convenorships }: LoadedGroup): string => {
  const cadence = promises.filter(({ role }) => role === 'cadence').map(({ promise }) => promise.notation)
  const isFirstYearOnly = convenorships.some(({ during }) => during.to?.toString() === '2013-12-31')
  return [
    [group.kind, group.convening, cadence.toSorted().join(' + ')].filter(Boolean).join(' '),
    ...(isFirstYearOnly ? ['first year'] : []),
    ...(group.isPersonFree ? ['person-free'] : []),
    ...(group.handoverCandidates.length > 0 ? [`hand-over to ${group.handoverCandidates.length}`] : []),
  ].join(' · ')
}

describe('the groups of the two real contracts', { skip }, () => {
  const own = clonedDatabase()
  const platform = () => testPlatform(own.database, '2013-06-03T09:00:00Z')

  before(async () => {
    for (const file of files) await confirmContract(platform(), join(folder, file))
    await layMissingGroups(platform())
  })

  const groups = () =>
    readAs(platform(), system, async (tx) => {
      const loaded = []
      for (const group of await listAllGroups(tx)) loaded.push(await loadGroup(tx, group, inForce))
      return loaded
    })

  it('are all there, with their cadence and whoever calls', async () => {
    assert.deepEqual((await groups()).map(lineOf).toSorted(), found)
  })

  it('seat the posts the contracts name, and both contracts share one forum', async () => {
    const all = await groups()
    assert.equal(all.filter(({ group }) => group.kind === 'forum').length, 1)
    for (const { group, members } of all) assert.ok(members.length > 0, `${group.kind} has somebody in it`)
    const forum = all.find(({ group }) => group.kind === 'forum')
    assert.ok((forum?.members.length ?? 0) >= 10, 'the forum has those who lead')
    assert.ok(forum?.turn.memberId, 'its lead calls')
  })

  it('let those who take turns begin with the one who calls the first meeting', async () => {
    const rotating = (await groups()).find(({ group }) => group.convening === 'rotation')
    const [first] = rotating?.turn.rotation?.queue ?? []
    assert.ok((rotating?.turn.rotation?.queue.length ?? 0) >= 2, 'several take turns')
    const seat = rotating?.members.find(({ memberId }) => memberId === first)
    assert.ok(seat?.planId, 'a plan calls the first meeting')
  })
})
