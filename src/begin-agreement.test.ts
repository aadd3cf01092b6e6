import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readAs } from './platform/database/index.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { type AgreementDocument, getDraft } from './rooms/agreements/index.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const idIn = (path: string | null): string =>
  /\/udkast\/([0-9a-f-]{36})/.exec(path ?? '')?.[1] ?? assert.fail(`${path}`)

const strategic = {
  skabelon: 'strategic-agreement/1',
  titel: 'Strategisk aftale for Havneby',
  bydel: 'Havneby',
  kommune: 'Sundstrand Kommune',
  fra: '2027-01-01',
  til: '2030-12-31',
}

describe('beginning an agreement', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const documentOf = async (draftId: string): Promise<AgreementDocument> =>
    (await readAs(platform(), system, (tx) => getDraft(tx, draftId))).document

  const begin = async (visitor: TestVisitor, areas: string[], form: Record<string, string> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...strategic, ...form })) body.set(name, value)
    for (const area of areas) body.append('omraade', area)
    return visitor.ask('/aftaler/ny/skabelon', { method: 'POST', body })
  }

  it('offers three ways to those who take part, and none to visitors', async () => {
    const { signIn, visit } = await openSample(platform())
    const page = await (await signIn('Ida Holt')).text('/aftaler/ny')
    assert.match(page, /name="fil"/)
    assert.match(page, /href="\/aftaler\/ny\/skabelon"/)
    assert.match(page, /href="\/aftaler\/ny\/naeste-periode"/)
    for (const path of ['/aftaler/ny/skabelon', '/aftaler/ny/naeste-periode'])
      assert.equal((await visit().ask(path)).status, 303, path)
  })

  it('asks anew, with what was typed, where something is missing or wrong', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const answer = await begin(ida, [], { titel: '', fra: '2027-02-30', til: '2026-01-01' })
    const page = await answer.text()
    assert.equal(answer.status, 422)
    assert.equal(page.match(/class="field-error"/g)?.length, 4)
    assert.match(page, /value="2027-02-30"/)
    assert.match(await (await begin(ida, ['A', 'B'], { skabelon: 'seven-questions/1' })).text(), /ét indsatsområde/)
  })

  it('leads through the questions of the template, and reads promises and posts in the answers', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const begun = await begin(ida, ['Beskæftigelse', 'Uddannelse og livschancer'])
    const draftId = idIn(begun.headers.get('location'))
    const guide = `/udkast/${draftId}/skabelon`
    const first = await ida.text(guide)
    assert.match(first, /Spørgsmål 1 af /)
    assert.match(first, /class="guide-help"/)

    const say = async (step: string, text: string, seen = '') => {
      const answer = await ida.send(guide, { trin: step, svar: text, saa: seen })
      assert.equal(answer.status, 303, step)
      return answer.headers.get('location') ?? ''
    }
    await say('parties', 'Boligforeningen Fyret\nDirektør, pt. Vibeke Ladegaard\n\nAlmenbolig Strand\nDriftschef')
    await say('a1-organisation', 'Bestyrelsen mødes fire gange om året.')
    await say('a2-activities', 'Åben jobrådgivning\nFritidsjob til alle')
    await say('a3-activities', 'Fritidsjob til alle')
    const next = await say(
      'a2.1-milestones',
      '- Senest den 1. september 2027 er rådgivningen åben.\n- Beboerne kender vejen.',
    )
    assert.match(await ida.text(next), /Der er læst 1 løfte i svaret/)
    await say('a2.1-responsible', 'Jobcenter Sundstrand\nAfdelingsleder, pt. Gitte Skaarup')

    const document = await documentOf(draftId)
    assert.deepEqual(
      document.activities.map(({ id, role, title, focusAreas }) => [id, role, title, focusAreas.length]),
      [
        ['a1', 'whole', 'Samarbejdet som helhed', 2],
        ['a2', 'sub_agreement', 'Beskæftigelse', 1],
        ['a2.1', 'activity', 'Åben jobrådgivning', 1],
        ['a2.2', 'activity', 'Fritidsjob til alle', 2],
        ['a3', 'sub_agreement', 'Uddannelse og livschancer', 1],
      ],
    )
    assert.deepEqual(
      document.contacts.map(({ party, post, holder }) => [party, post, holder]),
      [
        ['Boligforeningen Fyret', 'Direktør', 'Vibeke Ladegaard'],
        ['Almenbolig Strand', 'Driftschef', null],
      ],
    )
    const [whole, , guidance] = document.activities
    assert.deepEqual(
      whole?.commitments.map(({ kind, notation, within }) => [kind, notation, within?.section]),
      [['meeting', 'FREQ=YEARLY;COUNT_PER_PERIOD=4', 0]],
    )
    assert.deepEqual(
      guidance?.contacts.map(({ holder }) => holder),
      ['Gitte Skaarup'],
    )
    assert.deepEqual(
      guidance?.commitments.map(({ notation }) => notation),
      ['DEADLINE=2027-09-01'],
    )
    assert.match(await ida.text(`/udkast/${draftId}/se`), /Delaftale: Beskæftigelse/)
    assert.match(await ida.text(`${guide}?trin=klar`), /Det er ikke besvaret endnu/)
  })

  it('keeps what others wrote: the later of two answers to one question is shown the other', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const guide = `/udkast/${idIn((await begin(ida, ['Beskæftigelse'])).headers.get('location'))}/skabelon`
    await ida.send(guide, { trin: 'a1-framework', svar: 'Det ene', saa: '' })
    const late = await ida.send(guide, { trin: 'a1-framework', svar: 'Det andet', saa: '' })
    const page = await late.text()
    assert.equal(late.status, 422)
    assert.match(page, /Det ene/)
    assert.match(page, /Det andet/)
  })

  it('takes out of a draft what is no longer in an answer, and keeps what was corrected by hand', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const draftId = idIn((await begin(ida, ['Beskæftigelse'])).headers.get('location'))
    const guide = `/udkast/${draftId}/skabelon`
    const both = 'Bestyrelsen mødes fire gange om året.\nProjektlederen holder et koordinerende møde hver anden måned.'
    await ida.send(guide, { trin: 'a1-organisation', svar: both, saa: '' })
    const [first] = (await documentOf(draftId)).activities[0]?.commitments ?? []
    const corrected = await ida.send(`/udkast/${draftId}/ret?felt=activities.0.commitments.0`, {
      goer: 'gem',
      saa: JSON.stringify(first),
      text: first?.text ?? '',
      kind: 'meeting',
      owedBy: 'Bestyrelsen',
      owedTo: '',
      notation: 'FREQ=YEARLY;COUNT_PER_PERIOD=6',
    })
    assert.equal(corrected.status, 303)
    await ida.send(guide, { trin: 'a1-organisation', svar: both.split('\n')[0] ?? '', saa: both })
    const { commitments } = (await documentOf(draftId)).activities[0] ?? assert.fail('no activity')
    assert.deepEqual(
      commitments.map(({ notation }) => notation),
      ['FREQ=YEARLY;COUNT_PER_PERIOD=6'],
    )
  })

  it('comes into force like any other draft', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const draftId = idIn((await begin(lead, ['Beskæftigelse'])).headers.get('location'))
    await lead.send(`/udkast/${draftId}/skabelon`, {
      trin: 'a1-organisation',
      svar: 'Bestyrelsen mødes fire gange om året.',
      saa: '',
    })
    const { revision } = await readAs(platform(), system, (tx) => getDraft(tx, draftId))
    const confirmed = await lead.send(`/udkast/${draftId}/bekraeft`, { udgave: String(revision), offentlig: 'ja' })
    assert.equal(confirmed.status, 303)
    assert.match(await lead.text(confirmed.headers.get('location') ?? ''), /Bestyrelsen mødes fire gange om året/)
  })
})

describe('taking an agreement into its next period', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const from = '/aftaler/ny/naeste-periode'
  const slug = 'havneby-uddannelse-og-job'

  const choices = (page: string): [name: string, isKept: boolean][] =>
    [...page.matchAll(/name="(loefte-[^"]+)" value="ja"( checked)?/g)].map(([, name = '', kept]) => [
      name,
      kept !== undefined,
    ])
  const versionIn = (page: string): string => /name="udgave" value="([^"]+)"/.exec(page)?.[1] ?? ''

  it('shows each promise with a choice, and what has lapsed by then', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    assert.match(await ida.text(from), new RegExp(`${from}/${slug}`))
    const page = await ida.text(`${from}/${slug}`)
    assert.match(page, /name="fra" [^>]*value="2029-01-01"|value="2029-01-01"/)
    assert.match(page, /value="2032-12-31"/)
    assert.ok(choices(page).length > 20)
    assert.ok(
      choices(page).some(([, isKept]) => !isKept),
      'something is proposed to be left behind',
    )
    assert.match(page, /pulje til fritidsjob forlænges/)
  })

  it('carries the chosen promises into a draft with its days moved, and leaves the others out of the text', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const page = await ida.text(`${from}/${slug}`)
    const [dropped = ''] = choices(page).map(([name]) => name)
    const form = Object.fromEntries(choices(page).map(([name]) => [name, name === dropped ? 'nej' : 'ja']))
    const days = { fra: '2029-01-01', til: '2032-12-31', udgave: versionIn(page) }
    const begun = await ida.send(`${from}/${slug}`, { ...form, ...days })
    const draftId = idIn(begun.headers.get('location'))
    const { document } = await readAs(platform(), system, (tx) => getDraft(tx, draftId))
    assert.deepEqual(document.validDuring, { from: '2029-01-01', to: '2032-12-31' })
    assert.equal(document.signedOn, null)
    const promises = document.activities.flatMap(({ commitments }) => commitments)
    assert.ok(promises.every(({ id }) => `loefte-${id}` !== dropped))
    assert.equal(promises.length, choices(page).filter(([name]) => !name.startsWith('loefte-o')).length - 1)
    for (const { id, sections, commitments } of document.activities)
      for (const { text, within } of commitments)
        if (within !== null) assert.equal(sections[within.section]?.text.slice(within.from, within.to), text, id)
    assert.ok(document.questions.some(({ text }) => text.startsWith('Forbeholdet »')))
    assert.deepEqual(
      document.frames.map(({ during }) => during?.from),
      ['2029-01-01', '2029-01-01'],
    )
    assert.match(await ida.text(`/udkast/${draftId}`), /1\. januar 2029/)
  })

  it('is refused to those who are no party, and where the agreement has changed', async () => {
    const { signIn } = await openSample(platform())
    const stranger = await signIn('Dariusz Nowak')
    assert.equal((await stranger.ask(`${from}/${slug}`)).status, 403)
    const ida = await signIn('Ida Holt')
    const days = { fra: '2029-01-01', til: '', udgave: '018f0000-0000-7000-8000-000000000000' }
    const answer = await ida.send(`${from}/${slug}`, days)
    assert.equal(answer.status, 422)
    assert.match(await answer.text(), /Aftalen er ændret/)
    const early = await ida.send(`${from}/${slug}`, { ...days, fra: '2024-01-01', til: '2023-01-01' })
    assert.equal((await early.text()).match(/class="field-error"/g)?.length, 2)
  })
})

describe('the focus areas', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)
  const area = { id: '', navn: 'Fællesskaber', fra: '2027-01-01', til: '', kilde: 'Ny bevilling', goer: 'gem' }

  it('are there for every period, read by all and kept by the administrator alone', async () => {
    const { signIn, visit } = await openSample(platform())
    const page = await visit().text('/indsatsomraader')
    for (const name of ['Kultur og fritid', 'Tryghed og trivsel', 'Uddannelse og livschancer'])
      assert.match(page, new RegExp(name))
    assert.doesNotMatch(page, /<form method="post" class="form"/)
    assert.equal((await (await signIn('Ida Holt')).send('/indsatsomraader', area)).status, 403)
    const administrator = await signIn('Pernille Skovgaard')
    assert.equal((await administrator.send('/indsatsomraader', area)).status, 303)
    assert.match(await visit().text('/indsatsomraader'), /Fællesskaber/)
    const twice = await administrator.send('/indsatsomraader', { ...area, navn: 'fællesskaber', fra: '2028-01-01' })
    assert.equal(twice.status, 422)
    assert.match(await twice.text(), /allerede på listen/)
  })

  it('are changed and removed', async () => {
    const { signIn, visit } = await openSample(platform())
    const administrator = await signIn('Pernille Skovgaard')
    await administrator.send('/indsatsomraader', area)
    const page = await administrator.text('/indsatsomraader')
    const id = /\?ret=([0-9a-f-]{36})#ret" aria-label="Ret Fællesskaber"/.exec(page)?.[1] ?? assert.fail('no way to it')
    assert.match(await administrator.text(`/indsatsomraader?ret=${id}`), /value="Fællesskaber"/)
    await administrator.send('/indsatsomraader', { ...area, id, navn: 'Naboskab' })
    assert.doesNotMatch(await visit().text('/indsatsomraader'), /Fællesskaber/)
    await administrator.send('/indsatsomraader', { ...area, id, goer: 'fjern' })
    assert.doesNotMatch(await visit().text('/indsatsomraader'), /Naboskab/)
    assert.equal((await administrator.send('/indsatsomraader', { ...area, id, goer: 'fjern' })).status, 422)
    assert.equal((await administrator.send('/indsatsomraader', { ...area, navn: '', til: '2020-01-01' })).status, 422)
  })
})
