import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, it } from 'node:test'
import { readAs } from '../../platform/database/index.ts'
import { clonedDatabase, testDatabase } from '../../platform/database/test-database.ts'
import { runSql } from '../../platform/database/test-sql.ts'
import { projectRoot } from '../../platform/root.ts'
import { testPlatform } from '../../platform/test-platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, visitor } from '../access/index.ts'
import { beginDraft, getVersionOn, listAgreements } from '../agreements/index.ts'
import { listHeldPosts } from '../parties/index.ts'
import { listCommitments } from './commitment.queries.ts'
import { confirmAgreement, promisesOf } from './confirm-agreement.ts'
import { readSource } from './reading/read-source.ts'
import { holdPost } from './test-holder.ts'

const lead = {
  name: 'Pernille Skovgaard',
  title: 'administrator',
  organisation: 'Sundstrand Kommune',
  duty: 'administrator',
} as const
const sampleFile = join(projectRoot, 'samples', 'havneby', 'uddannelse-og-job.txt')
const { document: sampleAgreement } = await readSource(await readFile(sampleFile), 'uddannelse-og-job.txt')
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code
const source = {
  name: 'aftale.txt',
  mediaType: 'text/plain',
  sha256: 'b'.repeat(64),
  bytes: new Uint8Array([65]),
  lines: [],
}
const day = Temporal.PlainDate.from('2026-11-21')

describe('confirming an agreement', () => {
  const database = testDatabase()
  const platform = () => testPlatform(database.database)
  let coordinator: Actor
  beforeEach(async () => {
    coordinator = await holdPost(platform(), lead)
  })
  const confirm = async (isPublished: boolean) => {
    const draftId = await beginDraft(platform(), coordinator, { source, document: sampleAgreement })
    return confirmAgreement(platform(), coordinator, { draftId, revision: 0, isPublished })
  }

  it('puts it in force from its own date, with every promise and every post', async () => {
    const slug = await confirm(true)
    const { version, commitments, posts } = await readAs(platform(), coordinator, async (tx) => {
      const version = await getVersionOn(tx, slug, day)
      const from = version.inForceDuring.from ?? day
      return {
        version,
        commitments: await listCommitments(tx, version.agreementVersionId),
        posts: await listHeldPosts(tx, from),
      }
    })
    assert.equal(version.inForceDuring.from?.toString(), sampleAgreement.validDuring?.from)
    assert.equal(version.inForceDuring.to?.toString(), sampleAgreement.validDuring?.to ?? undefined)
    assert.deepEqual(version.document, sampleAgreement)
    assert.deepEqual(
      commitments.map((commitment) => commitment.readingId),
      promisesOf(sampleAgreement).map((promise) => promise.id),
    )
    assert.ok(commitments.length > 0 && posts.length > 0)
  })

  it('is brought into force by the lead and the administrator alone: it says who has which rights', async () => {
    const party = await holdPost(platform(), {
      name: 'Ida Holt',
      title: 'koordinator',
      organisation: 'Boligforeningen Fyret',
    })
    const draftId = await beginDraft(platform(), party, { source, document: sampleAgreement })
    const confirming = confirmAgreement(platform(), party, { draftId, revision: 0, isPublished: false })
    await assert.rejects(confirming, refusedWith('not_permitted'))
  })

  it('is seen by everyone when it is published, by its parties otherwise', async () => {
    const seenBy = (actor: Actor) => readAs(platform(), actor, async (tx) => (await listAgreements(tx, day)).length)
    await confirm(false)
    assert.deepEqual([await seenBy(visitor), await seenBy(coordinator)], [0, 1])
    await confirm(true)
    assert.deepEqual([await seenBy(visitor), await seenBy(coordinator)], [1, 2])
  })

  it('refuses when the draft was corrected after the page was opened', async () => {
    const draftId = await beginDraft(platform(), coordinator, { source, document: sampleAgreement })
    const stale = confirmAgreement(platform(), coordinator, { draftId, revision: 1, isPublished: true })
    await assert.rejects(stale, refusedWith('draft_changed_meanwhile'))
  })

  it('happens once: the draft is closed by it', async () => {
    const draftId = await beginDraft(platform(), coordinator, { source, document: sampleAgreement })
    await confirmAgreement(platform(), coordinator, { draftId, revision: 0, isPublished: true })
    const again = confirmAgreement(platform(), coordinator, { draftId, revision: 0, isPublished: true })
    await assert.rejects(again, refusedWith('draft_closed'))
  })

  it('doubles no party that is known by the same name', async () => {
    await confirm(true)
    const statement = `select (select count(*) from organisation) + (select count(*) from post) + (select count(*) from person) as all`
    const count = async () => (await runSql<{ all: bigint }>(platform(), coordinator, statement))[0]?.all
    const once = await count()
    await confirm(true)
    assert.equal(await count(), once)
  })
})

describe('two who confirm the same draft at once', () => {
  const database = clonedDatabase()

  it('make one agreement of it', async () => {
    const platform = testPlatform(database.database)
    const coordinator = await holdPost(platform, lead)
    const draftId = await beginDraft(platform, coordinator, { source, document: sampleAgreement })
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        confirmAgreement(platform, coordinator, { draftId, revision: 0, isPublished: true }),
      ),
    )
    assert.equal(tries.filter((attempt) => attempt.status === 'fulfilled').length, 1)
    assert.equal((await readAs(platform, coordinator, (tx) => listAgreements(tx, day))).length, 1)
  })

  it('cannot write over a version in force, not even as the application role in plain SQL', async () => {
    const platform = testPlatform(database.database)
    const change = runSql(platform, await holdPost(platform, lead), 'update agreement_version set number = 9')
    await assert.rejects(change, /permission denied/)
  })
})
