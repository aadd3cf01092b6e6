import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { readAs } from '../../platform/database/index.ts'
import { testDatabase } from '../../platform/database/test-database.ts'
import { testPlatform } from '../../platform/test-platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, visitor } from '../access/index.ts'
import { beginDraft } from './begin-draft.ts'
import { correctDraft, discardDraft, undoLastCorrection } from './correct-draft.ts'
import { sampleAgreement } from './documents/sample-agreement.ts'
import { getDraft, listCorrections, listOpenDrafts } from './draft.queries.ts'
import { holdPost } from './test-holder.ts'

const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.code === code

const source = {
  name: 'aftale.txt',
  mediaType: 'text/plain',
  sha256: 'a'.repeat(64),
  bytes: new TextEncoder().encode('En aftale'),
  lines: [{ number: 1, text: 'En aftale', page: null }],
}

describe('a draft', () => {
  const database = testDatabase()
  const platform = () => testPlatform(database.database)
  let coordinator: Actor
  let colleague: Actor
  beforeEach(async () => {
    const organisation = 'Boligforeningen Fyret'
    coordinator = await holdPost(platform(), { name: 'Ida Holt', title: 'projektkoordinator', organisation })
    colleague = await holdPost(platform(), { name: 'Karim Haddad', title: 'leder', organisation })
  })
  const begin = () => beginDraft(platform(), coordinator, { source, document: sampleAgreement })
  const read = (draftId: string) => readAs(platform(), coordinator, (tx) => getDraft(tx, draftId))

  it('comes back as it was begun', async () => {
    const draft = await read(await begin())
    assert.deepEqual(draft.document, sampleAgreement)
    assert.equal(draft.revision, 0)
  })

  it('is begun by those who are signed in only', async () => {
    const refused = beginDraft(platform(), visitor, { source, document: sampleAgreement })
    await assert.rejects(refused, refusedWith('sign_in_first'))
  })

  it('shows itself to nobody who is not signed in, even where a check is forgotten', async () => {
    await begin()
    assert.deepEqual(await readAs(platform(), visitor, (tx) => listOpenDrafts(tx)), [])
  })

  it('is not found by those of another organisation, who cannot correct it either', async () => {
    const draftId = await begin()
    const stranger = await holdPost(platform(), {
      name: 'Line Østerby',
      title: 'leder',
      organisation: 'Klubben Dokken',
    })
    assert.deepEqual(await readAs(platform(), stranger, (tx) => listOpenDrafts(tx)), [])
    await assert.rejects(discardDraft(platform(), stranger, draftId), refusedWith('draft_not_found'))
  })

  it('keeps what was read beside what it was corrected to', async () => {
    const draftId = await begin()
    await correctDraft(platform(), coordinator, draftId, {
      path: 'goals.0',
      was: sampleAgreement.goals[0],
      became: { ...sampleAgreement.goals[0], text: 'Et andet mål' },
    })
    const [correction] = await readAs(platform(), coordinator, (tx) => listCorrections(tx, draftId))
    assert.equal((await read(draftId)).document.goals[0]?.text, 'Et andet mål')
    assert.deepEqual(
      [correction?.path, correction?.was, correction?.correctedBy],
      ['goals.0', sampleAgreement.goals[0], coordinator.personId],
    )
  })

  it('refuses the second of two who correct the same thing at once, and keeps the first', async () => {
    const draftId = await begin()
    const was = sampleAgreement.goals[0]
    const correct = (actor: Actor, text: string) =>
      correctDraft(platform(), actor, draftId, { path: 'goals.0', was, became: { ...was, text } })
    await correct(coordinator, 'Idas mål')
    await assert.rejects(correct(colleague, 'Karims mål'), refusedWith('draft_changed_meanwhile'))
    assert.equal((await read(draftId)).document.goals[0]?.text, 'Idas mål')
  })

  it('lets two correct different things from the same page', async () => {
    const draftId = await begin()
    await correctDraft(platform(), coordinator, draftId, {
      path: 'title',
      was: sampleAgreement.title,
      became: 'Ny titel',
    })
    await correctDraft(platform(), colleague, draftId, {
      path: 'district',
      was: sampleAgreement.district,
      became: 'Nordhavn',
    })
    const { document, revision } = await read(draftId)
    assert.deepEqual([document.title, document.district, revision], ['Ny titel', 'Nordhavn', 2])
  })

  it('gives back what was taken out, where it stood, when that is undone', async () => {
    const draftId = await begin()
    await correctDraft(platform(), coordinator, draftId, {
      path: 'goals.0',
      was: sampleAgreement.goals[0],
      became: undefined,
    })
    assert.equal((await read(draftId)).document.goals.length, sampleAgreement.goals.length - 1)
    await undoLastCorrection(platform(), coordinator, draftId)
    assert.deepEqual((await read(draftId)).document, sampleAgreement)
  })

  it('takes out again what was added, when that is undone', async () => {
    const draftId = await begin()
    const added = { text: 'Et nyt mål', source: { line: 0, toLine: 0, page: null } }
    await correctDraft(platform(), coordinator, draftId, { path: 'goals.+', was: undefined, became: added })
    assert.equal((await read(draftId)).document.goals.at(-1)?.text, 'Et nyt mål')
    await undoLastCorrection(platform(), coordinator, draftId)
    assert.deepEqual((await read(draftId)).document, sampleAgreement)
  })

  it('steps further back each time it is undone, and stops where nothing is left', async () => {
    const draftId = await begin()
    const title = (was: string | null, became: string) =>
      correctDraft(platform(), coordinator, draftId, { path: 'title', was, became })
    await title(sampleAgreement.title, 'Første')
    await title('Første', 'Anden')
    await undoLastCorrection(platform(), coordinator, draftId)
    assert.equal((await read(draftId)).document.title, 'Første')
    await undoLastCorrection(platform(), coordinator, draftId)
    assert.equal((await read(draftId)).document.title, sampleAgreement.title)
    await assert.rejects(undoLastCorrection(platform(), coordinator, draftId), refusedWith('nothing_to_undo'))
    await title(sampleAgreement.title, 'Tredje')
    await undoLastCorrection(platform(), coordinator, draftId)
    assert.equal((await read(draftId)).document.title, sampleAgreement.title)
  })

  it('has nothing to undo before the first correction', async () => {
    await assert.rejects(undoLastCorrection(platform(), coordinator, await begin()), refusedWith('nothing_to_undo'))
  })

  it('is closed when it is given up, and then stands still', async () => {
    const draftId = await begin()
    await discardDraft(platform(), coordinator, draftId)
    assert.deepEqual(await readAs(platform(), coordinator, (tx) => listOpenDrafts(tx)), [])
    const late = correctDraft(platform(), coordinator, draftId, {
      path: 'title',
      was: sampleAgreement.title,
      became: 'Sent',
    })
    await assert.rejects(late, refusedWith('draft_closed'))
  })

  it('refuses a place that is not there', async () => {
    const nowhere = correctDraft(platform(), coordinator, await begin(), {
      path: 'goals.99',
      was: undefined,
      became: {},
    })
    await assert.rejects(nowhere, refusedWith('draft_path_unknown'))
  })
})
