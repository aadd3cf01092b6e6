import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { keepHouse, readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase, testDatabase } from '../../src/platform/database/test-database.ts'
import { runSql, runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { Refused } from '../../src/platform/refused.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { actAs } from '../../src/rooms/agreements/index.ts'
import { listHeldPosts, type PostToRegister, registerPosts } from '../../src/rooms/parties/index.ts'
import type { MergeKind } from '../../src/rooms/parties/merge.ts'
import { listMerges } from '../../src/rooms/parties/merge.queries.ts'
import { mergeParties, previewMerge, undoMerge } from '../../src/rooms/parties/merge-parties.ts'
import { loadSampleIfEmpty } from '../../src/sample.ts'

const day = Temporal.PlainDate.from('2026-11-21')
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

const post = (
  title: string,
  organisation: string,
  more: Partial<PostToRegister> & { who?: string } = {},
): PostToRegister => ({
  organisation,
  kind: 'other',
  plan: more.plan ?? null,
  unit: more.unit ?? null,
  title,
  holder: more.who === undefined ? null : { name: more.who, email: null, introduction: null },
  provisional: false,
})

/** Havneby, and a second Fyret that somebody registered beside the first. */
const openDoubled = async (platform: Platform): Promise<Actor> => {
  await loadSampleIfEmpty(platform)
  await keepHouse(platform, system, (tx) =>
    registerPosts(
      tx,
      [
        post('projektkoordinator', 'Fyrets Beboerhus', { plan: 'Bølgen', who: 'Ida Holt' }),
        post('vicevært', 'Fyrets Beboerhus', { who: 'Vagn Vicevært' }),
        post('gårdmand', 'Fyrets Beboerhus'),
        post('inspektør', 'Fyrets Beboerhus', { who: 'Inga Inspektør' }),
        post('sekretær', 'Fyrets Beboerhus', { unit: 'Kontoret', who: 'Signe Sekretær' }),
        post('sekretær', 'Fyrets Beboerhus', { unit: 'Beboerkontoret', who: 'Bo Beboer' }),
        post('boligsocial konsulent', 'Fyrets Beboerhus', { who: 'Vagn Vicevært' }),
        post('sekretær', 'Boligforeningen Fyret', { unit: 'Kontoret', who: 'Frede Fyr' }),
      ],
      Temporal.PlainDate.from('2026-01-01'),
      false,
    ),
  )
  return actorNamed(platform, 'Pernille Skovgaard')
}

/** The one of that name who acts for a post of theirs; of the organisation, where it is told. */
const actorNamed = async (platform: Platform, name: string, organisation?: string): Promise<Actor> => {
  const held = (await readAs(platform, system, (tx) => listHeldPosts(tx, day))).find(
    (one) => one.name === name && (organisation === undefined || one.organisation === organisation),
  )
  return (await actAs(platform, held?.personId ?? '', held?.postId ?? null)).actor
}

const idOf = async (platform: Platform, kind: MergeKind, name: string): Promise<string> => {
  const table = kind === 'unit' ? 'unit_name' : kind
  const called = kind === 'post' ? 'title' : 'name'
  const [row] = await runSql<{ id: string }>(
    platform,
    system,
    `select ${kind}_id as id from ${table} where ${called} = '${name}'`,
  )
  return row?.id ?? ''
}

const toMerge = async (platform: Platform, kind: MergeKind, kept: string, lost: string) => ({
  kind,
  keptId: await idOf(platform, kind, kept),
  lostId: await idOf(platform, kind, lost),
})

const fyret = (platform: Platform) => toMerge(platform, 'organisation', 'Boligforeningen Fyret', 'Fyrets Beboerhus')

/** Every row of every table that a merge may reach, as text. */
const everything = async (platform: Platform): Promise<string[]> => {
  const tables = ['organisation', 'organisation_name', 'unit', 'unit_name', 'post', 'post_unit', 'post_duty', 'holder', 'alias', 'sameness',
    'agreement_party', 'agreement_post', 'draft', 'proposal', 'version_signature', 'invitation', 'holder_confirmation'] // prettier-ignore
  const query = tables
    .map((table) => `select '${table} ' || to_jsonb(t)::text as row from ${table} t`)
    .join(' union all ')
  return (await runSql<{ row: string }>(platform, system, query)).map(({ row }) => row).toSorted()
}

describe('merging two organisations', () => {
  const own = testDatabase()
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

  const letBeParty = (organisation: string) =>
    runSql(
      platform(),
      system,
      `insert into agreement_party select v.agreement_version_id, o.organisation_id, null from agreement_version v,
      organisation o where o.name = '${organisation}'`,
    )

  const sign = (who: Actor) =>
    runSql(
      platform(),
      who,
      `insert into version_signature (agreement_version_id, organisation_id, post_id, person_id, signer_name, signer_post, document_hash,
        signed_at, signed_on, holder_id, held_during, signer_organisation)
      select v.agreement_version_id, p.organisation_id, p.post_id, h.person_id, 'x', 'x', repeat('0', 64), now(), '2026-11-21', h.holder_id,
        h.holder_during, 'x' from agreement_version v, holder h join post p using (post_id)
      where h.post_id = '${who.postId}' and h.person_id = '${who.personId}' order by 1 limit 1`,
    )

  for (const { what, kind, kept, lost, signer } of [
    {
      what: 'who holds both posts',
      kind: 'organisation',
      kept: 'Boligforeningen Fyret',
      lost: 'Fyrets Beboerhus',
      signer: 'Ida Holt',
    },
    { what: 'whose post becomes another', kind: 'post', kept: 'gårdmand', lost: 'inspektør', signer: 'Inga Inspektør' },
  ] as const)
    it(`takes along what was signed by one ${what}, and gives it back`, async () => {
      const lead = await openDoubled(platform())
      await letBeParty('Fyrets Beboerhus')
      await sign(await actorNamed(platform(), signer, 'Fyrets Beboerhus'))
      const asked = await toMerge(platform(), kind, kept, lost)
      const before = await everything(platform())
      await mergeParties(platform(), lead, asked)
      const signedBy = `select count(*)::int as number from version_signature s join holder h using (holder_id, post_id, person_id)
        join post p on p.post_id = s.post_id and p.organisation_id = s.organisation_id`
      assert.deepEqual(await runSql(platform(), system, signedBy), [{ number: 1 }])
      const [made] = await readAs(platform(), lead, listMerges)
      await undoMerge(platform(), lead, made?.mergeId ?? '')
      assert.deepEqual(await everything(platform()), before)
    })

  it('is refused where both have signed the same version: they have said themselves that they are two', async () => {
    const lead = await openDoubled(platform())
    await letBeParty('Fyrets Beboerhus')
    for (const name of ['Vagn Vicevært', 'Birgitte Vestergaard']) await sign(await actorNamed(platform(), name))
    await assert.rejects(mergeParties(platform(), lead, await fyret(platform())), refusedWith('merge_both_signed'))
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
  const own = testDatabase()
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
  const own = clonedDatabase()

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
