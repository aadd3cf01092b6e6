import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAs } from '../../src/platform/database/index.ts'
import { testDatabase } from '../../src/platform/database/test-database.ts'
import { runSql } from '../../src/platform/database/test-sql.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { listMerges } from '../../src/rooms/parties/merge.queries.ts'
import { mergeParties, undoMerge } from '../../src/rooms/parties/merge-parties.ts'
import { actorNamed, everything, fyret, openDoubled, refusedWith, toMerge } from './doubled-register.ts'
import { theSample } from '../../src/test-sample.ts'

describe('merging where somebody has signed', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)

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
})
