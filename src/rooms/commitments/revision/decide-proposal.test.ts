import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { keepHouse, readAs } from '../../../platform/database/index.ts'
import { clonedDatabase } from '../../../platform/database/test-database.ts'
import { runSql } from '../../../platform/database/test-sql.ts'
import { newId } from '../../../platform/id.ts'
import { Refused } from '../../../platform/refused.ts'
import { projectRoot } from '../../../platform/root.ts'
import { testPlatform } from '../../../platform/test-platform.ts'
import { type Actor, system } from '../../access/index.ts'
import {
  actAs,
  carryProposal,
  getProposal,
  getVersionOn,
  insertSource,
  listVersions,
  proposeChange,
  putProposal,
  sectionText,
  withdrawProposal,
  writePlace,
} from '../../agreements/index.ts'
import { listHeldPosts } from '../../parties/index.ts'
import { listCommitments } from '../commitment.queries.ts'
import type { Commitment } from '../commitment.ts'
import { putInForce } from '../confirm-agreement.ts'
import { listEvidence } from '../evidence.queries.ts'
import { readSource } from '../reading/read-source.ts'
import { correctCommitment, withdrawCommitment } from '../correct-commitment.ts'
import { recordEvidence } from '../record-evidence.ts'
import { listStandings } from '../standings.ts'
import { holdPost } from '../test-holder.ts'
import { type DecisionForm, decideProposal } from './decide-proposal.ts'

const file = join(projectRoot, 'samples', 'havneby', 'boern-unge-og-familie.txt')
const bytes = await readFile(file)
const { document } = await readSource(bytes, 'boern-unge-og-familie.txt')
const day = (iso: string) => Temporal.PlainDate.from(iso)
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

describe('a proposal that is decided', () => {
  const own = clonedDatabase()
  const platform = () => testPlatform(own.database)
  let lead: Actor
  let party: Actor
  let slug = ''

  before(async () => {
    lead = await holdPost(platform(), {
      name: 'Pernille Skovgaard',
      title: 'administrator',
      organisation: 'Sundstrand Kommune',
      duty: 'administrator',
    })
    slug = await keepHouse(platform(), system, async (tx) => {
      const sourceDocumentId = newId<'source_document'>()
      const { name, mediaType, sha256 } = document.source
      const source = { name, mediaType, sha256, bytes, lines: [] }
      const received = { receivedAt: platform().clock.now(), receivedBy: 'system', isSample: false }
      await insertSource(tx, { sourceDocumentId, source, ...received })
      const confirmed = { isPublished: true, isSample: false, confirmedBy: 'system' }
      return putInForce(tx, platform(), { document, sourceDocumentId, ...confirmed })
    })
    party = await acting('Ida Holt')
  })

  const acting = async (name: string) => {
    const posts = await readAs(platform(), system, (tx) => listHeldPosts(tx, day('2026-11-21')))
    const post = posts.find((one) => one.name === name)
    assert.ok(post)
    return (await actAs(platform(), post.personId, post.postId)).actor
  }
  const versionOn = (iso: string) => readAs(platform(), party, (tx) => getVersionOn(tx, slug, day(iso)))
  const promisesOn = (iso: string) =>
    readAs(platform(), party, async (tx) => {
      const { agreementVersionId } = await getVersionOn(tx, slug, day(iso))
      const promises = await listCommitments(tx, agreementVersionId)
      const standings = await listStandings(tx, promises, day(iso))
      return promises.map((promise) => ({ ...promise, standing: standings.get(promise.commitmentId) }))
    })
  const find = (promises: readonly Commitment[], text: string) => {
    const found = promises.find((promise) => promise.text.includes(text))
    assert.ok(found, text)
    return found
  }
  /** Proposes other words where these stand, and puts it to the forum. */
  const propose = async (from: string, to: string) => {
    const version = await readAs(platform(), party, async (tx) => {
      const last = (await listVersions(tx, (await getVersionOn(tx, slug, day('2026-11-21'))).agreementId)).at(-1)
      assert.ok(last)
      return getVersionOn(tx, slug, last.inForceDuring.from ?? day('2026-11-21'))
    })
    const place = placeOf(version.document, from)
    const stands = sectionText(version.document, place.activityId, place.section) ?? ''
    const proposalId = await proposeChange(platform(), party, {
      slug,
      baseVersionId: version.agreementVersionId,
      place: writePlace(place),
      words: { heading: '', text: stands.replace(from, to) },
      title: 'En ændring',
      reason: 'Den er bedre.',
      wantedFromOn: null,
    })
    await putProposal(platform(), party, { proposalId, revision: 0 })
    return proposalId
  }
  const adoption = (proposalId: string, from: string | null, revision = 0): DecisionForm => ({
    proposalId,
    revision,
    outcome: 'adopted',
    decidedOn: day('2026-11-20'),
    forum: 'Boligsocialt Forum i Havneby',
    meetingRef: '4/2026',
    note: 'Enigt vedtaget.',
    from: from === null ? null : day(from),
  })

  it('makes the next version; the day before, the old words, promises and states stand as they did', async () => {
    const stood = await promisesOn('2026-11-30')
    const paid = find(stood, 'betaler desuden 12.000 kr. årligt')
    const meeting = find(stood, 'holder tre koordineringsmøder om året')
    const corrected = { ...meeting, owedTo: ['Alle i Havneby'] }
    await correctCommitment(platform(), party, { commitmentId: meeting.commitmentId, corrections: 0 }, corrected)
    const dropped = find(stood, 'Forvaltningen afholder to introduktionskurser')
    await withdrawCommitment(platform(), party, { commitmentId: dropped.commitmentId, corrections: 0 }, true)
    const evidence = { happenedOn: '2026-03-02', quantity: 1, note: 'mødt', link: null }
    await recordEvidence(platform(), party, { commitmentId: meeting.commitmentId, ...evidence })
    const before = { version: await versionOn('2026-11-30'), promises: await promisesOn('2026-11-30') }

    const proposalId = await propose('12.000 kr. årligt', '15.000 kr. årligt')
    await decideProposal(platform(), lead, adoption(proposalId, '2026-12-01'))

    const old = { version: await versionOn('2026-11-30'), promises: await promisesOn('2026-11-30') }
    assert.deepEqual(old.version.document, before.version.document)
    assert.deepEqual(
      old.promises.map(({ text, notation, standing }) => ({ text, notation, standing })),
      before.promises.map(({ text, notation, standing }) => ({ text, notation, standing })),
    )
    const young = { version: await versionOn('2026-12-01'), promises: await promisesOn('2026-12-01') }
    assert.equal(young.version.number, 2)
    assert.equal(old.version.inForceDuring.to?.toString(), '2026-11-30')
    assert.equal(young.version.inForceDuring.to?.toString(), '2028-12-31')
    assert.equal(young.promises.length, old.promises.length)
    assert.equal(
      young.promises.some(({ text }) => text.includes('introduktionskurser')),
      false,
    )

    const moved = find(young.promises, 'betaler desuden 15.000 kr. årligt')
    assert.equal(moved.lineageId, paid.lineageId)
    assert.equal(moved.judgedFrom, null)
    const goesOn = young.promises.find(({ lineageId }) => lineageId === meeting.lineageId)
    assert.deepEqual(goesOn?.owedTo, ['Alle i Havneby'])
    assert.equal(goesOn?.judgedFrom?.toString(), '2025-01-01')
    assert.deepEqual(goesOn?.standing, old.promises.find(({ lineageId }) => lineageId === meeting.lineageId)?.standing)
    const counted = await readAs(platform(), party, (tx) => listEvidence(tx, goesOn?.commitmentId ?? ''))
    assert.deepEqual(
      counted.map(({ happenedOn }) => happenedOn),
      ['2026-03-02'],
    )
  })

  it('is decided once, also when two write it down at the same moment', async () => {
    const proposalId = await propose('En lods går om bord, når farvandet er ukendt', 'En lods går om bord')
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        decideProposal(platform(), lead, { ...adoption(proposalId, null), outcome: 'rejected' }),
      ),
    )
    assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
    await assert.rejects(
      decideProposal(platform(), lead, adoption(proposalId, '2027-01-01')),
      refusedWith('proposal_decided_already'),
    )
    const { decision } = await readAs(platform(), party, (tx) => getProposal(tx, proposalId))
    assert.equal(decision?.note, 'Enigt vedtaget.')
  })

  it('refuses what cannot be decided, in words', async () => {
    const proposalId = await propose('uddanner de frivillige og holder', 'uddanner de frivillige to gange og holder')
    const deciding = (form: Partial<DecisionForm>) =>
      decideProposal(platform(), lead, { ...adoption(proposalId, '2027-01-01'), ...form })
    await assert.rejects(deciding({ from: day('2026-11-20') }), refusedWith('version_begins_in_the_past'))
    await assert.rejects(deciding({ from: day('2026-12-01') }), refusedWith('version_begins_before_the_last'))
    await assert.rejects(deciding({ from: day('2029-01-01') }), refusedWith('version_begins_after_its_end'))
    await assert.rejects(deciding({ from: null }), refusedWith('decision_needs_day'))
    await assert.rejects(deciding({ decidedOn: day('2026-11-22') }), refusedWith('decision_in_future'))
    await assert.rejects(deciding({ revision: 1 }), refusedWith('proposal_changed_meanwhile'))
    await assert.rejects(
      decideProposal(platform(), party, adoption(proposalId, '2027-01-01')),
      refusedWith('not_permitted'),
    )
    await withdrawProposal(platform(), party, proposalId)
    await assert.rejects(deciding({}), refusedWith('proposal_withdrawn_already'))
  })

  it('is carried over to the version that came first: put together where it can be, asked about where it cannot', async () => {
    const first = await propose('taler med barn og forældre', 'taler to gange med barn og forældre')
    const other = await propose('tre og seks måneder', 'to og seks måneder')
    const clash = await propose('taler med barn og forældre', 'taler aldrig med barn og forældre')
    await decideProposal(platform(), lead, adoption(first, '2027-01-01'))
    await assert.rejects(
      decideProposal(platform(), lead, adoption(other, '2027-02-01')),
      refusedWith('proposal_base_succeeded'),
    )
    await carryProposal(platform(), party, { proposalId: other, revision: 0 }, new Map())
    await decideProposal(platform(), lead, adoption(other, '2027-02-01', 1))
    const { document: merged } = await versionOn('2027-02-01')
    const text = merged.activities.flatMap(({ sections }) => sections.map((section) => section.text)).join('\n')
    assert.match(text, /taler to gange med barn og forældre/)
    assert.match(text, /to og seks måneder/)

    const carry = (chosen: ReadonlyMap<string, string>) =>
      carryProposal(platform(), party, { proposalId: clash, revision: 0 }, chosen)
    await assert.rejects(carry(new Map()), refusedWith('proposal_words_not_chosen'))
    const place = placeOf(merged, 'taler to gange med barn')
    const mine = (sectionText(merged, place.activityId, place.section) ?? '').replace('to gange', 'aldrig')
    await carry(new Map([[`${place.activityId}/${place.section}`, mine]]))
    await decideProposal(platform(), lead, adoption(clash, '2027-03-01', 1))
    const last = await versionOn('2027-03-01')
    assert.match(sectionText(last.document, place.activityId, place.section) ?? '', /taler aldrig med[^]*to og seks/)
    assert.equal(last.number, 5)
  })

  it('is journalised once for each thing that happened to it, and not for what was refused', async () => {
    const rows = await runSql<{ theme: string }>(platform(), party, 'select theme from journal_entry order by theme')
    const themes = rows.map(({ theme }) => theme)
    const of = (proposal: number) =>
      themes.filter((theme) => new RegExp(`ændringsforslag ${proposal}\\b`, 'i').test(theme))
    const came = (proposal: number) =>
      `Ændringsforslag ${proposal} fra Boligforeningen Fyret og Boligselskabet Sundlyst`
    const put = (proposal: number) => `Ændringsforslag ${proposal} sat på forummets dagsorden`
    assert.deepEqual(of(2), ['Forummet afviste ændringsforslag 2', came(2), put(2)])
    assert.deepEqual(of(3), [came(3), put(3), 'Ændringsforslag 3 trukket tilbage'])
    assert.deepEqual(of(4), ['Forummet vedtog ændringsforslag 4', came(4), put(4)])
    const versions = themes.filter((theme) => theme.startsWith('Udgave'))
    assert.deepEqual(versions, [
      'Udgave 1 sat i kraft',
      'Udgave 2 sat i kraft fra 1. december 2026',
      'Udgave 3 sat i kraft fra 1. januar 2027',
      'Udgave 4 sat i kraft fra 1. februar 2027',
      'Udgave 5 sat i kraft fra 1. marts 2027',
    ])
  })

  it('never lets two versions be in force at once, and none of them be written over', async () => {
    const overlapping = await runSql(
      platform(),
      system,
      `select 1 from agreement_version one join agreement_version other on one.agreement_id = other.agreement_id
       and one.number < other.number and one.in_force_during && other.in_force_during`,
    )
    assert.deepEqual(overlapping, [])
    await assert.rejects(runSql(platform(), lead, 'update agreement_version set number = 9'), /permission denied/)
  })
})

const placeOf = (agreement: typeof document, text: string) => {
  for (const { id, sections } of agreement.activities)
    for (const [section, one] of sections.entries())
      if (one.text.includes(text)) return { kind: 'section', activityId: id, section } as const
  throw new Error(`Nowhere does it say: ${text}`)
}
