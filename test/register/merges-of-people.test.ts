import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import { testDatabase } from '../../src/platform/database/test-database.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { personClock } from '../../src/rooms/parties/index.ts'
import type { ToMerge } from '../../src/rooms/parties/merge.ts'
import { listDoublePeople, listMerges } from '../../src/rooms/parties/merge.queries.ts'
import { mergeParties, previewMerge, undoMerge } from '../../src/rooms/parties/merge-parties.ts'
import { actorNamed, everything, openDoubled, refusedWith } from './doubled-register.ts'

describe('merging two entries of one person', () => {
  const own = testDatabase()
  const platform = () => testPlatform(own.database)
  const rows = <Row>(statement: string) => runSql<Row>(platform(), system, statement)
  const person = (name: string) =>
    `(select person_id from person where name = '${name}' order by email nulls last, person_id limit 1)`

  /** The register with an Ida Holt without mail, who is the caretaker at Fyrets Beboerhus. */
  const open = async () => {
    const lead = await openDoubled(platform())
    await rows(`insert into person (person_id, name, phone) values (gen_random_uuid(), 'ida holt', '22334455')`)
    await rows(`insert into holder (holder_id, post_id, person_id, holder_during, provisional) select gen_random_uuid(), post_id,
      ${person('ida holt')}, '[2026-02-01,)', false from post where title = 'gårdmand'`)
    const [ids] = await rows<{ kept: string; lost: string }>(
      `select ${person('Ida Holt')} as kept, ${person('ida holt')} as lost`,
    )
    assert.ok(ids)
    const asked: ToMerge = { kind: 'person', keptId: ids.kept, lostId: ids.lost }
    return { lead, asked, turned: { ...asked, keptId: ids.lost, lostId: ids.kept } }
  }
  const undoLast = async (lead: Awaited<ReturnType<typeof open>>['lead']) => {
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
  }

  it('is proposed for those of one name without a second mail address', async () => {
    const { lead, asked } = await open()
    const proposed = await readAs(platform(), lead, listDoublePeople)
    assert.deepEqual(proposed, [{ keptId: asked.keptId, lostId: asked.lostId, name: 'ida holt', posts: 'gårdmand' }])
  })

  it('gives one person with both posts, says so before, and is undone to the last row', async () => {
    const { lead, asked } = await open()
    const before = await everything(platform())
    assert.equal((await previewMerge(platform(), lead, asked)).outcome.holdings, 1)
    assert.deepEqual(await everything(platform()), before)
    await mergeParties(platform(), lead, asked)
    const people = await rows<{ name: string; phone: string; titles: string[] }>(
      `select person.name, phone, array_agg(distinct title order by title) as titles from person join holder using (person_id) join post using (post_id)
       where name_key(person.name) = 'idaholt' group by person.person_id`,
    )
    assert.deepEqual(
      people.map(({ name, phone }) => [name, phone]),
      [['Ida Holt', '22334455']],
    )
    assert.ok(people[0]?.titles.includes('gårdmand') && people[0].titles.includes('projektkoordinator'))
    assert.deepEqual(await readAs(platform(), lead, listDoublePeople), [])
    await undoLast(lead)
    assert.deepEqual(await everything(platform()), before)
  })

  it('takes along what was signed as either, confirmations and all, and gives it back', async () => {
    const { lead, asked } = await open()
    await rows(`insert into agreement_party select v.agreement_version_id, p.organisation_id, null from agreement_version v, post p
      where p.title = 'gårdmand'`)
    const vagn = {
      personId: asked.lostId,
      postId: (await rows<{ id: string }>(`select post_id as id from post where title = 'gårdmand'`))[0]?.id ?? null,
    }
    await runSql(
      platform(),
      { ...vagn, day: Temporal.PlainDate.from('2026-11-21') },
      `insert into version_signature
        (agreement_version_id, organisation_id, post_id, person_id, signer_name, signer_post, document_hash, signed_at, signed_on, holder_id,
         held_during, signer_organisation)
      select v.agreement_version_id, p.organisation_id, p.post_id, h.person_id, 'x', 'x', repeat('0', 64), now(), '2026-11-21', h.holder_id,
        h.holder_during, 'x' from agreement_version v, holder h join post p using (post_id) where h.person_id = '${asked.lostId}' order by 1 limit 1`,
    )
    await rows(
      `insert into holder_confirmation select holder_id, now(), 'x' from holder where person_id = '${asked.lostId}'`,
    )
    const before = await everything(platform())
    await mergeParties(platform(), lead, asked)
    const follow = await rows<{ signed: number; confirmed: number }>(`select
      (select count(*)::int from version_signature where person_id = '${asked.keptId}') as signed,
      (select count(*)::int from holder_confirmation c join holder h using (holder_id) join post using (post_id)
        where h.person_id = '${asked.keptId}' and title = 'gårdmand') as confirmed`)
    assert.deepEqual(follow, [{ signed: 1, confirmed: 1 }])
    await undoLast(lead)
    assert.deepEqual(await everything(platform()), before)
  })

  it('is refused where the one who would go signs in, with the way round that goes; and of two who both do', async () => {
    const { lead, asked, turned } = await open()
    const refused = (one: ToMerge, code: string) =>
      assert.rejects(mergeParties(platform(), lead, one), refusedWith(code))
    await refused(turned, 'merge_lost_signs_in')
    await refused({ ...asked, lostId: asked.keptId }, 'merge_with_itself')
    for (const means of [
      `update person set email = 'ida@andet.example' where person_id = '${asked.lostId}'`,
      `insert into session (session_id, token_hash, person_id, method, device, begun_at, seen_at, ends_at)
        values (gen_random_uuid(), '\\x01', '${asked.lostId}', 'invitation', 'x', now(), now(), now() + interval '1 day')`,
    ]) {
      await rows(means)
      await refused(asked, 'merge_both_sign_in')
      await rows(`update person set email = null where person_id = '${asked.lostId}'`)
    }
    await assert.rejects(
      mergeParties(platform(), await actorNamed(platform(), 'Vagn Vicevært'), asked),
      refusedWith('not_permitted'),
    )
  })

  it('leaves no name behind when the person is forgotten', async () => {
    const { lead, asked } = await open()
    await rows(`update person set name = 'Ida H. Holt' where person_id = '${asked.lostId}'`)
    await mergeParties(platform(), lead, asked)
    await keepHouse(platform(), system, (tx) =>
      personClock.deleteDue(tx, [asked.keptId], Temporal.PlainDate.from('2026-11-21')),
    )
    const left = await rows<{ left: number }>(`select (select count(*) from alias where person_id is not null)
      + (select count(*) from merge) + (select count(*) from merge_move) + (select count(*) from person where person_id = '${asked.keptId}' and phone is not null) as left`)
    assert.equal(Number(left[0]?.left), 0)
  })
})

describe('merging two plans', () => {
  const own = testDatabase()
  const platform = () => testPlatform(own.database)
  const rows = <Row>(statement: string) => runSql<Row>(platform(), system, statement)

  it('moves its posts, makes one of those of one title where they may be, and is undone to the last row', async () => {
    const lead = await openDoubled(platform())
    await rows(`insert into plan (plan_id, name) values (gen_random_uuid(), 'Planen Bølgen')`)
    const [ids] = await rows<{
      kept: string
      lost: string
    }>(`select (select plan_id from plan where name = 'Bølgen') as kept,
      (select plan_id from plan where name = 'Planen Bølgen') as lost`)
    assert.ok(ids)
    await rows(`insert into post (post_id, title, organisation_id, plan_id) select gen_random_uuid(), t, organisation_id, '${ids.lost}'
      from organisation, unnest(array['Projektkoordinator', 'tryghedsvært']) t where name = 'Fyrets Beboerhus'`)
    await rows(`insert into agreement_party select agreement_version_id, organisation_id, '${ids.lost}' from agreement_version, organisation
      where name = 'Fyrets Beboerhus'`)
    const before = await everything(platform())
    const asked: ToMerge = { kind: 'plan', keptId: ids.kept, lostId: ids.lost }
    const { outcome } = await mergeParties(platform(), lead, asked)
    assert.deepEqual(
      [outcome.postsMoved, outcome.postsMadeOne, outcome.agreements, outcome.names],
      [1, ['Projektkoordinator'], 2, ['Planen Bølgen']],
    )
    const left = await rows(
      `select from post where plan_id = '${ids.lost}' union all select from agreement_party where plan_id = '${ids.lost}'`,
    )
    assert.equal(left.length, 0)
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
    assert.deepEqual(await everything(platform()), before)
  })
})
