import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { listMerges } from '../../src/rooms/parties/merge.queries.ts'
import { mergeParties, undoMerge } from '../../src/rooms/parties/merge-parties.ts'
import { theSample } from '../../src/test-sample.ts'
import { everything, fyret, openDoubled } from './doubled-register.ts'

describe('merging posts that sit in one group', () => {
  const own = clonedDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  it('leaves one seat with what was done from both, and two again where it is undone', async () => {
    const lead = await openDoubled(platform())
    const [lost] = await sql<{ id: string }>(
      `insert into @group_member (group_member_id, meeting_group_id, position, name, post_id, origin, sits_during, added_at, added_by)
       select gen_random_uuid(), g.meeting_group_id, 99, 'projektkoordinator', p.post_id, 'by_hand', '[2026-01-01,)', now(), 'x'
       from @meeting_group g, @post p join @organisation o using (organisation_id)
       where g.kind = 'coordination' and g.convening = 'rotation' and p.title = 'projektkoordinator' and o.name = 'Fyrets Beboerhus'
       returning group_member_id as id`,
    )
    const [meeting] = await sql<{ id: string }>(
      `update @meeting m set convenor_member_id = '${lost?.id}' from @group_member s
       where s.group_member_id = '${lost?.id}' and m.meeting_group_id = s.meeting_group_id and m.number = 2 returning m.meeting_id as id`,
    )
    await sql(`insert into @rotation_event (meeting_group_id, number, kind, group_member_id, happened_on, noted_at, noted_by)
      select meeting_group_id, 90, 'turn', '${lost?.id}', '2026-05-01', now(), 'x' from @meeting where meeting_id = '${meeting?.id}'`)
    const before = await everything(platform())
    await mergeParties(platform(), lead, await fyret(platform()))
    const [after] = await sql<{ organisation: string; seats: number; turns: number }>(
      `select o.name as organisation,
         (select count(*)::int from @group_member x where x.meeting_group_id = m.meeting_group_id and x.post_id = s.post_id) as seats,
         (select count(*)::int from @rotation_event r where r.group_member_id = s.group_member_id and r.number = 90) as turns
       from @meeting m join @group_member s on s.group_member_id = m.convenor_member_id join @post p using (post_id)
         join @organisation o on o.organisation_id = p.organisation_id
       where m.meeting_id = '${meeting?.id}'`,
    )
    assert.deepEqual({ ...after }, { organisation: 'Boligforeningen Fyret', seats: 1, turns: 1 })
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
    assert.deepEqual(await everything(platform()), before)
  })
})
