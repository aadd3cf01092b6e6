import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase, testDatabase } from '../../src/platform/database/test-database.ts'
import { runSql, runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { Refused } from '../../src/platform/refused.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { listMerges } from '../../src/rooms/parties/merge.queries.ts'
import { mergeParties, previewMerge, undoMerge } from '../../src/rooms/parties/merge-parties.ts'
import { everything, fyret, idOf, openDoubled, refusedWith, toMerge, actorNamed } from './doubled-register.ts'
import { theSample } from '../../src/test-sample.ts'

/** The organisation with the most times in the calendar. */
const mostArranging = async (platform: Platform): Promise<string> => {
  const [most] = await runSql<{ name: string }>(
    platform,
    system,
    `select name from organisation join occurrence using (organisation_id) where name <> 'Boligforeningen Fyret'
      group by name order by count(*) desc limit 1`,
  )
  return most?.name ?? ''
}

describe('merging two organisations', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)

  it('moves what belongs to one to the other, and says what it will be before it is done', async () => {
    const lead = await openDoubled(platform())
    const asked = await fyret(platform())
    const before = await everything(platform())
    const preview = await previewMerge(platform(), lead, asked)
    assert.deepEqual(await everything(platform()), before)
    assert.deepEqual((await mergeParties(platform(), lead, asked)).outcome, preview.outcome)
    assert.deepEqual(preview.outcome, {
      postsMoved: 6,
      holdings: 0,
      postsMadeOne: ['projektkoordinator'],
      postsBesideEachOther: ['boligsocial konsulent (Fyrets Beboerhus)', 'sekretær (Fyrets Beboerhus)'],
      unitsMoved: 1,
      unitsMadeOne: 1,
      agreements: 0,
      drafts: 0,
      proposals: 0,
      signatures: 0,
      names: ['Fyrets Beboerhus'],
    })
  })

  it('keeps what each could do: rights follow, also to what only the lost one was party to', async () => {
    const lead = await openDoubled(platform())
    const vagn = await actorNamed(platform(), 'Vagn Vicevært')
    const hidden = `insert into agreement_party select v.agreement_version_id, o.organisation_id, null from agreement_version v,
      organisation o where o.name = 'Fyrets Beboerhus' returning 1`
    await runSql(platform(), system, hidden)
    await runSql(
      platform(),
      system,
      `insert into draft select gen_random_uuid(), source_document_id, document, 0, now(), 'x', now(), null,
      (select organisation_id from organisation where name = 'Fyrets Beboerhus') from agreement_version limit 1`,
    )
    const seen = (actor: Actor) =>
      runSql<{ seen: boolean; drafts: number }>(
        platform(),
        actor,
        'select bool_and(is_party(agreement_version_id)) as seen, (select count(*)::int from draft) as drafts from agreement_version',
      )
    const before = await seen(vagn)
    assert.deepEqual(before, [{ seen: true, drafts: 1 }])
    const { outcome } = await mergeParties(platform(), lead, await fyret(platform()))
    assert.deepEqual([outcome.agreements, outcome.drafts], [2, 1])
    assert.deepEqual(await seen(await actorNamed(platform(), 'Vagn Vicevært')), before)
    const birgitte = await actorNamed(platform(), 'Birgitte Vestergaard')
    assert.deepEqual(await seen(birgitte), before)
  })

  it('is undone to the last row', async () => {
    const lead = await openDoubled(platform())
    const before = await everything(platform())
    const asked = await fyret(platform())
    await mergeParties(platform(), lead, asked)
    assert.notDeepEqual(await everything(platform()), before)
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
    assert.deepEqual(await everything(platform()), before)
    await assert.rejects(undoMerge(platform(), lead, made?.mergeId ?? ''), refusedWith('merge_undone_already'))
  })

  it('takes the calendar along, and gives back what nobody has changed since', async () => {
    const lead = await openDoubled(platform())
    const [kept, lost] = ['Boligforeningen Fyret', await mostArranging(platform())]
    const arrangedBy = (name: string) =>
      runSql<{ id: string }>(
        platform(),
        system,
        `select occurrence_id as id from occurrence join organisation using (organisation_id) where name = '${name}' order by 1`,
      )
    const [ofKept, ofLost] = [await arrangedBy(kept), await arrangedBy(lost)]
    assert.ok(ofLost.length > 100)
    const before = await everything(platform())
    await mergeParties(platform(), lead, await toMerge(platform(), 'organisation', kept, lost))
    const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1)
    assert.deepEqual(await arrangedBy(kept), [...ofKept, ...ofLost].toSorted(byId))
    const changed = ofLost[7]?.id ?? ''
    const other = await idOf(platform(), 'organisation', 'Sundstrand Kommune')
    await runSql(
      platform(),
      system,
      `update occurrence set organisation_id = '${other}' where occurrence_id = '${changed}'`,
    )
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
    const after = await everything(platform())
    const differs = before.filter((row) => !after.includes(row))
    assert.equal(differs.length, 1)
    assert.match(differs[0] ?? '', new RegExp(`^occurrence .*${changed}`))
    assert.equal(after.length, before.length)
    assert.deepEqual(await arrangedBy('Sundstrand Kommune'), [{ id: changed }])
  })

  it('moves what it can where another row of the table is there twice', async () => {
    const lead = await openDoubled(platform())
    const asked = await fyret(platform())
    const versionsOf = async (id: string) =>
      (
        await runSql<{ version: string }>(
          platform(),
          system,
          `select agreement_version_id as version from agreement_party where organisation_id = '${id}' and plan_id is null`,
        )
      ).map(({ version }) => version)
    const becomesParty = (id: string, some: string) =>
      runSql(
        platform(),
        system,
        `insert into agreement_party select agreement_version_id, '${id}', null from agreement_version order by 1 ${some}
          on conflict do nothing returning 1`,
      )
    await becomesParty(asked.keptId, 'limit 1')
    await becomesParty(asked.lostId, '')
    const before = await everything(platform())
    const [ofKept, ofLost] = [await versionsOf(asked.keptId), await versionsOf(asked.lostId)]
    assert.deepEqual([ofKept.length, ofLost.length], [1, 2])
    await mergeParties(platform(), lead, asked)
    assert.deepEqual((await versionsOf(asked.keptId)).toSorted(), ofLost.toSorted())
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
    assert.deepEqual(await everything(platform()), before)
  })

  it('is undone in any order that was built in, whatever was merged', async () => {
    const lead = await openDoubled(platform())
    const names = [
      'Boligforeningen Fyret',
      'Fyrets Beboerhus',
      'Boligselskabet Sundlyst',
      'Almenbolig Strand',
      'Sundstrand Kommune',
    ]
    const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).filter(([one, other]) => one !== other)
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 4 }), async (pairs) => {
        const before = await everything(platform())
        let merged = 0
        for (const [kept, lost] of pairs) {
          const asked = await toMerge(platform(), 'organisation', kept, lost)
          if (asked.keptId === '' || asked.lostId === '') continue
          await mergeParties(platform(), lead, asked)
          merged += 1
        }
        const made = (await readAs(platform(), lead, listMerges)).filter(({ undoneAt }) => undoneAt === null)
        assert.equal(made.length, merged)
        for (const { mergeId } of made) await undoMerge(platform(), lead, mergeId)
        assert.deepEqual(await everything(platform()), before)
      }),
      { numRuns: 12 },
    )
  })

  it('is refused of one with itself, of those who have each signed, by those who may not, and where a later one was built on it', async () => {
    const lead = await openDoubled(platform())
    const asked = await fyret(platform())
    const refused = (what: Promise<unknown>, code: string) => assert.rejects(what, refusedWith(code))
    await refused(mergeParties(platform(), lead, { ...asked, lostId: asked.keptId }), 'merge_with_itself')
    await refused(mergeParties(platform(), lead, { ...asked, lostId: 'x' }), 'merge_thing_not_found')
    await refused(mergeParties(platform(), await actorNamed(platform(), 'Ida Holt'), asked), 'not_permitted')
    await mergeParties(platform(), lead, asked)
    await refused(mergeParties(platform(), lead, asked), 'merged_already')
    await mergeParties(
      platform(),
      lead,
      await toMerge(platform(), 'organisation', 'Almenbolig Strand', 'Boligforeningen Fyret'),
    )
    const [, first] = await readAs(platform(), lead, listMerges)
    await refused(undoMerge(platform(), lead, first?.mergeId ?? ''), 'merge_built_on')
  })

  it('lets whoever merges their own post go on acting', async () => {
    const lead = await openDoubled(platform())
    const asked = await toMerge(platform(), 'organisation', 'Almenbolig Strand', 'By- og Miljøforvaltningen')
    await mergeParties(platform(), lead, asked)
    const [made] = await readAs(platform(), await actorNamed(platform(), 'Pernille Skovgaard'), listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
  })
})

describe('merging two units', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)

  it('moves posts and what lies under it, and leaves no ring', async () => {
    const lead = await openDoubled(platform())
    const asked = await toMerge(platform(), 'unit', 'Beboerkontoret', 'Kontoret')
    const lost = await idOf(platform(), 'unit', 'Kontoret')
    const own = (
      await runSql<{ id: string }>(
        platform(),
        system,
        `select unit_id as id from unit join unit_name using (unit_id)
      join organisation o using (organisation_id) where unit_name.name = 'Kontoret' and o.name = 'Fyrets Beboerhus'`,
      )
    )[0]?.id
    assert.notEqual(lost, '')
    await runSql(platform(), system, `update unit set parent_unit_id = '${own}' where unit_id = '${asked.keptId}'`)
    const before = await everything(platform())
    const { outcome } = await mergeParties(platform(), lead, { ...asked, lostId: own ?? '' })
    assert.deepEqual([outcome.postsBesideEachOther, outcome.names], [['sekretær (Kontoret)'], ['Kontoret']])
    const rings = await runSql(platform(), system, 'select from unit where unit_id = parent_unit_id')
    assert.equal(rings.length, 0)
    const [made] = await readAs(platform(), lead, listMerges)
    await undoMerge(platform(), lead, made?.mergeId ?? '')
    assert.deepEqual(await everything(platform()), before)
  })

  it('is refused across organisations', async () => {
    const lead = await openDoubled(platform())
    const asked = await toMerge(platform(), 'unit', 'Beboerkontoret', 'Fritidsklubben Molen')
    await assert.rejects(mergeParties(platform(), lead, asked), refusedWith('merge_of_two_organisations'))
  })
})

describe('two leads who merge the same two at once', () => {
  const own = clonedDatabase(theSample)

  it('make one merge of it, whichever way round', async () => {
    const platform = testPlatform(own.database)
    const lead = await openDoubled(platform)
    const asked = await fyret(platform)
    const turned = { ...asked, keptId: asked.lostId, lostId: asked.keptId }
    const tries = await Promise.allSettled(
      [asked, turned, asked, turned].map((one) => mergeParties(platform, lead, one)),
    )
    const reasons = tries.flatMap((one) =>
      one.status === 'rejected' ? [one.reason instanceof Refused ? one.reason.code : 'broke'] : [],
    )
    assert.deepEqual(reasons, ['merged_already', 'merged_already', 'merged_already'])
    assert.equal((await runSqlAsOwner(own.url, 'select from testby.merge')).length, 1)
  })
})
