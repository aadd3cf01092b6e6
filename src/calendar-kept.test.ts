import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { extendSeries } from './rooms/calendar/index.ts'
import { activity, choicesOn, plan, timesOn, words } from './test-calendar.ts'
import { openSample } from './test-visitor.ts'

describe('what a calendar is kept for', () => {
  const own = clonedDatabase()
  const platform = () => testPlatform(own.database)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  it('books the venue, skips a time that cannot have it, and says so', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const one = { navn: 'Møde A', gentag: 'once', slut: '', dag: '2026-12-09', fra: '19', til: '21' }
    const first = await plan(ida, 'Fyrets beboerhus, køkkenet', one)
    assert.match(words(await ida.text(first.address)), /Den ligger i kalenderen\./)
    const second = await plan(ida, 'Fyrets beboerhus, køkkenet', { ...one, navn: 'Møde B', fra: '20', til: '22' })
    assert.match(words(await ida.text(second.address)), /Én gang kunne ikke få stedet.*! Stedet er optaget/)
    const beside = await plan(ida, 'Fyrets beboerhus, mødelokalet', { ...one, navn: 'Møde C' })
    assert.doesNotMatch(words(await ida.text(beside.address)), /optaget/)
    const whole = await plan(ida, 'Fyrets beboerhus', { ...one, navn: 'Møde D' })
    assert.match(words(await ida.text(whole.address)), /optaget/)
    const refused = await ida.send(timesOn(await ida.text(second.address))[0] ?? '', { udgave: '1', goer: 'hold' })
    assert.match(
      await refused.text(),
      /Fyrets beboerhus er optaget\. .* har det onsdag den 9\. december 2026 kl\. 19\.00–21\.00/,
    )
  })

  it('asks whoever has the venue, and is refused where only they may book it', async () => {
    const { signIn } = await openSample(platform())
    const malthe = await signIn('Malthe Riis')
    const asked = await plan(malthe, 'Fyrets beboerhus, køkkenet', {
      navn: 'Madklub',
      dag: '2027-02-02',
      slut: '',
      gentag: 'once',
    })
    assert.equal(asked.status, 303)
    const rows = await sql<{ state: string }>(
      `select b.state from @booking b join @occurrence using (occurrence_id) join @series s using (series_id) where s.title = 'Madklub'`,
    )
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['requested'],
    )
    const refused = await plan(malthe, 'Juniorklubben Søstjernen')
    assert.equal(refused.status, 422)
    assert.match(refused.page, /Juniorklubben Søstjernen kan kun bookes af dem, der har det/)
  })

  it('is laid ahead every night as the year goes on, and never twice', async () => {
    const { signIn } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Evigheden', slut: '' })
    const count = async () => {
      const [row] = await sql<{ many: string }>(
        `select count(*) as many from @occurrence join @series s using (series_id) where s.title = 'Evigheden'`,
      )
      return Number(row?.many)
    }
    const before = await count()
    await extendSeries(platform())
    assert.equal(await count(), before)
    await extendSeries(testPlatform(own.database, '2026-12-21T12:00:00Z'))
    assert.ok((await count()) > before && (await count()) <= before + 5)
    assert.equal((await ida.ask(address.split('?')[0] ?? '')).status, 200)
  })

  it('counts what was held for the promise its activity answers, once, and takes it back when it was not', async () => {
    const { signIn } = await openSample(platform())
    const yusuf = await signIn('Yusuf Demir')
    const page = await yusuf.text('/kalender/holdt')
    const [, id = ''] =
      /action="\/kalender\/holdt\/([^"]+)"(?:(?!<\/li>)[^])*$/.exec(
        page.split('Åben lods')[1]?.split('</li>')[0] ?? '',
      ) ?? []
    assert.notEqual(id, '')
    const evidence = () =>
      sql<{ quantity: string; cancelled: boolean }>(
        `select e.quantity, x.evidence_id is not null as cancelled from @evidence e left join @evidence x on x.cancels_evidence_id = e.evidence_id
         where e.thing_id = '${id}' order by e.recorded_at`,
      )
    const answer = (version: string, form: Record<string, string>) =>
      yusuf.send(`/kalender/holdt/${id}`, { udgave: version, ...form })
    const first = await answer('0', { goer: 'holdt', antal: '11' })
    assert.equal(first.headers.get('location'), '/kalender/holdt?tak=ja')
    assert.deepEqual(await evidence(), [{ quantity: '1', cancelled: false }])
    assert.match(words(await yusuf.text(`/kalender/gang/${id}`)), /✓ Holdt, 11 kom/)
    assert.match(await (await answer('0', { goer: 'holdt', antal: '12' })).text(), /En anden har ændret det/)
    await answer('1', { goer: 'holdt', antal: '12' })
    assert.deepEqual(
      (await evidence()).map(({ cancelled }) => cancelled),
      [true, false],
    )
    await answer('2', { goer: 'ikke' })
    assert.deepEqual(
      (await evidence()).map(({ cancelled }) => cancelled),
      [true, true],
    )
    assert.equal((await answer('3', { goer: 'holdt', antal: 'mange' })).status, 422)
  })

  it('asks only those who arranged it, and not before it has begun', async () => {
    const { signIn } = await openSample(platform())
    const [line, ida] = [await signIn('Line Østerby'), await signIn('Ida Holt')]
    const list = await line.text('/kalender/holdt')
    assert.match(list, /Pigeholdet på Dokken/)
    assert.doesNotMatch(list, /Lektiecafé/)
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Ikke endnu' })
    const coming =
      timesOn(await ida.text(address))[0]
        ?.split('/')
        .at(-1) ?? ''
    const early = await ida.send(`/kalender/holdt/${coming}`, { udgave: '0', goer: 'holdt' })
    assert.match(await early.text(), /Den er ikke begyndt endnu/)
    assert.equal((await line.send(`/kalender/holdt/${coming}`, { udgave: '0', goer: 'holdt' })).status, 403)
  })

  it('begins an activity from a promise, with its name, day and hour', async () => {
    const yusuf = await (await openSample(platform())).signIn('Yusuf Demir')
    const [promise] = await sql<{ commitment_id: string; lineage_id: string }>(
      `select commitment_id, lineage_id from @commitment where text like '%åben lods hver onsdag%'`,
    )
    const page = await yusuf.text(`/loefter/${promise?.commitment_id}`)
    assert.match(page, new RegExp(`href="/kalender/ny\\?loefte=${promise?.lineage_id}"`))
    const form = await yusuf.text(`/kalender/ny?loefte=${promise?.lineage_id}`)
    assert.match(form, /name="navn"[^>]*value="FritidsLodserne"/)
    assert.match(form, /name="dag"[^>]*value="2026-11-25"/)
    assert.match(form, /name="fra"[^>]*value="15\.30"/)
    assert.match(form, new RegExp(`value="${promise?.lineage_id}" selected`))
  })

  it('takes a rhythm in the planner’s own words, and tells it again', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const said = { gentag: 'words', ord: 'første tirsdag i måneden, ikke i juli', navn: 'Brætspil', slut: '' }
    const { address } = await plan(ida, 'Et andet sted', said)
    const page = words(await ida.text(address))
    assert.match(page, /Den første tirsdag i måneden kl\. 16–18, ikke i juli/)
    assert.match(page, /tirsdag den 5\. januar 2027/)
    const path = address.split('?')[0] ?? ''
    assert.match(await ida.text(`${path}/ret`), /name="ord"[^>]*value="den første tirsdag i måneden, ikke i juli"/)
    const wrong = await plan(ida, 'Et andet sted', { gentag: 'words', ord: 'når vi orker' })
    assert.match(wrong.page, /Det forstod Brobyg ikke/)
  })

  it('keeps a rhythm whose words were not touched, whatever they read back as', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const said = { gentag: 'words', ord: 'første og tredje tirsdag i måneden, ikke i juli', navn: 'Kortspil', slut: '' }
    const path = (await plan(ida, 'Et andet sted', said)).address.split('?')[0] ?? ''
    const form = await ida.text(`${path}/ret`)
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form)?.[1] ?? ''
    const kept = { ord: field('ord'), ordfoer: field('ordfoer'), regel: field('regel'), udgave: '0', fradag: '' }
    const change = { ...activity, ...choicesOn(form, 'Et andet sted'), ...said, ...kept, navn: 'Kortspil for alle' }
    assert.equal((await ida.send(`${path}/ret`, change)).status, 303)
    const page = words(await ida.text(path))
    assert.match(page, /Kortspil for alle/)
    for (const day of ['5. januar 2027', '19. januar 2027', '2. februar 2027', '16. februar 2027'])
      assert.match(page, new RegExp(`tirsdag den ${day}`))
  })
})
