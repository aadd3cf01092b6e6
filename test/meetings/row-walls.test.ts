import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import { errorCode } from '../../src/platform/fault.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { theSample } from '../../src/test-sample.ts'
import { addGroup, type GroupThings, meetingCanaries } from '../access/meeting-things.ts'
import { actorNamed } from '../access/people.ts'

describe('the rows of meetings and follow-ups', () => {
  const own = clonedDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const people = new Map<string, Actor>()
  let things: GroupThings
  const followUp = '00000000-0000-4000-8000-000000000067'

  const who = (name: string): Actor => people.get(name) ?? assert.fail(`${name} is not there`)

  before(async () => {
    for (const [role, name] of [
      ['convenor', 'Ida Holt'],
      ['member', 'Yusuf Demir'],
      ['owner', 'Christina Bech Mølgaard'],
      ['lead', 'Pernille Skovgaard'],
    ] as const)
      people.set(role, await actorNamed(platform(), name))
    things = await addGroup(platform(), who('convenor'), who('member'), meetingCanaries)
    await addGroup(platform(), who('convenor'), who('member'), meetingCanaries)
    await runSql(
      platform(),
      system,
      `insert into follow_up (follow_up_id, meeting_group_id, number, task, post_id, written_at, written_by)
       values ('${followUp}', '${things.group}', 1, 'Ring til skolen', '${who('owner').postId}', now(), 'system')`,
    )
  })

  /** What the database says to plain SQL as somebody: what it did is undone. */
  const says = async (role: string, statement: string): Promise<string> => {
    try {
      await runSql(
        platform(),
        role === 'program' ? system : who(role),
        `do $$ declare found integer; begin execute $q$${statement}$q$; get diagnostics found = row_count;
        if found = 0 then raise exception using errcode = 'P0002'; end if; raise exception using errcode = 'P0003'; end $$`,
      )
    } catch (error) {
      return (
        { P0003: 'done', P0002: 'no such row', 42501: 'refused' }[errorCode(error) ?? ''] ?? assert.fail(String(error))
      )
    }
    return assert.fail('nothing was said')
  }

  const others = `(select meeting_group_id from meeting_group where name = 'Havnegruppen' order by meeting_group_id <> '%' desc limit 1)`
  const approval = `minutes_stand_at = now(), minutes_stand_as = 'approved'`

  /** Those who only sit there send minutes and begin to correct them. */
  const ofMeeting: readonly (readonly [set: string, convenor: string, member: string])[] = [
    [`version = version + 1`, 'done', 'done'],
    [`state = 'held', held_at = now(), minutes_sent_at = now(), correcting_because = ''`, 'done', 'done'],
    [`correcting_because = 'Datoen var forkert.'`, 'done', 'done'],
    [approval, 'done', 'refused'],
    [`${approval}, state = 'held', held_at = now(), minutes_sent_at = now()`, 'done', 'refused'],
    [`minutes_stand_at = now(), minutes_stand_as = 'unobjected'`, 'refused', 'refused'],
    [`is_published = true`, 'done', 'refused'],
    [`state = 'cancelled', cancelled_at = now()`, 'done', 'refused'],
    [`state = 'called', called_at = now(), called_by = 'x'`, 'done', 'refused'],
    [`agenda_sent_at = now()`, 'done', 'refused'],
    [`remote_url = 'https://example.dk'`, 'done', 'refused'],
    [`sequence = sequence + 1`, 'done', 'refused'],
    [`convenor_member_id = null`, 'done', 'refused'],
    [`number = 77`, 'refused', 'refused'],
  ]
  for (const [set, convenor, member] of ofMeeting)
    it(`is, of a meeting, for its convenor ${convenor} and for a member ${member}: ${set}`, async () => {
      const statement = `update meeting set ${set} where meeting_id = '${things.meeting}'`
      const said = { convenor: await says('convenor', statement), member: await says('member', statement) }
      assert.deepEqual(said, { convenor, member })
      assert.equal(await says('lead', statement), convenor, 'the lead may what its convenor may')
      assert.equal(await says('program', statement), 'done')
    })

  it('lets a meeting be moved to another group by nobody', async () => {
    const other = others.replace('%', things.group)
    const statement = `update meeting set meeting_group_id = ${other}, number = 50 where meeting_id = '${things.meeting}'`
    assert.equal(await says('convenor', statement), 'refused')
    assert.equal(await says('member', statement), 'refused')
  })

  it('lets minutes that stand be taken back by a member only as a new edition is sent', async () => {
    const { meeting } = things
    await runSql(
      platform(),
      system,
      `update meeting set state = 'held', held_at = now(), minutes_sent_at = now() - interval '1 day', ${approval} where meeting_id = '${meeting}'`,
    )
    const undone = `minutes_stand_at = null, minutes_stand_as = null`
    const where = `where meeting_id = '${meeting}'`
    assert.equal(await says('member', `update meeting set ${undone} ${where}`), 'refused')
    assert.equal(await says('member', `update meeting set minutes_sent_at = null, ${undone} ${where}`), 'refused')
    assert.equal(await says('member', `update meeting set minutes_sent_at = now(), ${undone} ${where}`), 'done')
    assert.equal(await says('member', `update meeting set state = 'planned' ${where}`), 'refused')
    assert.equal(await says('convenor', `update meeting set ${undone} ${where}`), 'done')
  })

  it('lets a meeting nobody is left to convene be run by everybody who sits there', async () => {
    const statement = `update meeting set is_published = true where meeting_id = '${things.meeting}'`
    assert.equal(await says('member', statement), 'refused')
    await runSql(
      platform(),
      system,
      `update meeting set convenor_member_id = '${things.seat}' where meeting_id = '${things.meeting}'`,
    )
    assert.equal(await says('member', statement), 'done')
    assert.equal(await says('owner', statement), 'no such row')
  })

  /** Whoever does it, and those who sit in the group, say that it is done, and change nothing else. */
  const ofFollowUp: readonly (readonly [set: string, said: string])[] = [
    [`done_on = '2026-11-21', done_by = '@', note = 'Klaret', version = version + 1`, 'done'],
    [`done_on = null, done_by = null, version = version + 1`, 'done'],
    [`done_on = '2026-11-21', done_by = 'en anden'`, 'refused'],
    [`task = 'Noget andet'`, 'refused'],
    [`due_on = '2027-01-01'`, 'refused'],
    [`post_id = (select post_id from post where post_id <> follow_up.post_id limit 1)`, 'refused'],
    [`post_id = null`, 'refused'],
    [`number = 77`, 'refused'],
    [`meeting_group_id = ${others}`, 'refused'],
    [`written_by = 'x'`, 'refused'],
  ]
  for (const [set, said] of ofFollowUp)
    it(`are, of a follow-up, ${said} for its owner and its group: ${set.replace(others, 'another group')}`, async () => {
      for (const role of ['owner', 'member', 'lead']) {
        const mine = set.replace('@', who(role).personId ?? '').replace('%', things.group)
        const statement = `update follow_up set ${mine} where follow_up_id = '${followUp}'`
        assert.equal(await says(role, statement), said, role)
      }
    })

  it('let a follow-up be removed by nobody, and be agreed by its group alone', async () => {
    assert.equal(await says('owner', `delete from follow_up where follow_up_id = '${followUp}'`), 'no such row')
    assert.equal(await says('member', `delete from follow_up where follow_up_id = '${followUp}'`), 'no such row')
    const agreed = `insert into follow_up (follow_up_id, meeting_group_id, number, task, written_at, written_by)
      values (gen_random_uuid(), '${things.group}', 2, 'x', now(), 'x')`
    assert.equal(await says('owner', agreed), 'refused')
    assert.equal(await says('member', agreed), 'done')
  })
})
