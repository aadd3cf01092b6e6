import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { extendSeries } from './rooms/calendar/extend-series.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const activity = {
  navn: 'Skak i beboerhuset',
  kort: 'Alle kan være med.',
  slags: 'club',
  dag: '2026-12-01',
  fra: '16',
  til: '18.00',
  gentag: 'weekly',
  slut: '2027-01-31',
  pris: '0',
  pris_pr: 'time',
  vis: 'ja',
}

/** The first organiser the form offers, and the value of the venue of this name. */
const choicesOn = (form: string, venue: string) => {
  const [, organiser = ''] = /name="arrangoer">\s*<option value="([^"]+)"/.exec(form) ?? []
  const place = form.split('<option').find((option) => option.includes(`>${venue}<`)) ?? ''
  return { arrangoer: organiser, sted: /value="([^"]*)"/.exec(place)?.[1] ?? '' }
}

const plan = async (visitor: TestVisitor, venue: string, change: Record<string, string> = {}) => {
  const choices = choicesOn(await visitor.text('/kalender/ny'), venue)
  const answer = await visitor.send('/kalender/ny', { ...activity, ...choices, ...change })
  return { status: answer.status, address: answer.headers.get('location') ?? '', page: await answer.text() }
}

const words = (page: string) => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** The links to its times on an activity's page, in order. */
const timesOn = (page: string) => [...page.matchAll(/href="(\/kalender\/gang\/[^"]+)"/g)].map(([, path = '']) => path)

const versionOn = (page: string) => /name="udgave" value="(\d+)"/.exec(page)?.[1] ?? ''

describe('the calendar', () => {
  const own = clonedDatabase()
  const platform = () => testPlatform(own.database)
  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  it('shows a week to everyone, and only what is published', async () => {
    const { visit, signIn } = await openSample(platform())
    const page = words(await visit().text('/kalender?uge=2026-W48'))
    assert.match(page, /Uge 48 · 23\. november 2026 – 29\. november 2026/)
    assert.match(page, /Onsdag den 25\. november 2026 .*15\.30 til 17\.30 Åben lods Butikslokalet på Tangvej/)
    assert.doesNotMatch(page, /Ny aktivitet/)
    const ida = await signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Hemmelig prøve', vis: '', hvor: 'Kælderen' })
    const path = address.split('?')[0] ?? ''
    assert.match(words(await ida.text('/kalender?uge=2026-W49')), /Hemmelig prøve .*Ikke vist for alle/)
    assert.doesNotMatch(await visit().text('/kalender?uge=2026-W49'), /Hemmelig prøve/)
    assert.equal((await visit().ask(path)).status, 404)
    assert.equal((await visit().ask(timesOn(await ida.text(path))[0] ?? '')).status, 404)
  })

  it('is narrowed by area, kind and words, with Danish letters and without', async () => {
    const { visit } = await openSample(platform())
    const found = async (query: string) => words(await visit().text(`/kalender?uge=2026-W48&${query}`))
    assert.match(await found('q=foedboldbur'), /Der er intet i denne uge, der passer/)
    assert.match(await found('q=laes'), /Der er intet/)
    assert.match(await found('q=lektiecafe'), /Lektiecafé/)
    assert.match(await found('q=baadhuset'), /Klub i Bådhuset/)
    const kind = await found('slags=sport')
    assert.match(kind, /Streetfodbold/)
    assert.doesNotMatch(kind, /Lektiecafé/)
  })

  it('takes an activity once, shows its times first, and lays them', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const seen = await plan(ida, 'Et andet sted', { goer: 'vis' })
    assert.equal(seen.status, 200)
    assert.match(words(seen.page), /De første gange .*tirsdag den 1\. december 2026 16\.00–18\.00/)
    assert.match(seen.page, /value="Skak i beboerhuset"/)
    const { status, address } = await plan(ida, 'Et andet sted')
    assert.equal(status, 303)
    const page = words(await ida.text(address))
    assert.match(page, /9 gange ligger i kalenderen/)
    assert.match(page, /tirsdag den 26\. januar 2027 16\.00–18\.00/)
    assert.doesNotMatch(page, /2\. februar/)
  })

  it('keeps what was typed and says what is wrong beside each field', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { status, page } = await plan(ida, 'Et andet sted', {
      navn: '',
      fra: '18',
      til: '16',
      alderfra: '12',
      aldertil: '8',
      pris: 'meget',
      slut: '2026-11-01',
    })
    assert.equal(status, 422)
    for (const said of ['Skriv noget her', 'Det slutter, før det begynder', 'Den yngste er ældre', 'Skriv et beløb'])
      assert.match(page, new RegExp(said))
    assert.match(page, /value="meget"/)
    const never = await plan(ida, 'Et andet sted', { gentag: 'once', dag: '2026-02-30' })
    assert.match(never.page, /Skriv en dag, der findes/)
  })

  it('lets nobody plan for an organisation they do not act for', async () => {
    const { signIn } = await openSample(platform())
    const [ida, line] = [await signIn('Ida Holt'), await signIn('Line Østerby')]
    const { arrangoer } = choicesOn(await line.text('/kalender/ny'), 'x')
    const { status } = await plan(ida, 'Et andet sted', { arrangoer })
    assert.equal(status, 403)
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Idas eget' })
    const path = address.split('?')[0] ?? ''
    assert.equal((await line.ask(`${path}/ret`)).status, 403)
    assert.equal((await line.send(`${path}/slut`, { udgave: '0', fra: '2026-12-01' })).status, 403)
    const gang = timesOn(await line.text(path))[0] ?? ''
    assert.equal((await line.send(gang, { udgave: '0', goer: 'aflys' })).status, 403)
  })

  it('moves one time, calls one off and holds it after all, each seen by everyone', async () => {
    const { signIn, visit } = await openSample(platform())
    const ida = await signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Bordtennis' })
    const [first = '', second = ''] = timesOn(await ida.text(address))
    const moved = await ida.send(first, {
      udgave: '0',
      goer: 'flyt',
      dag: '2026-12-02',
      fra: '17',
      til: '19',
      hvorfor: 'Salen er lånt ud',
    })
    assert.equal(moved.status, 303)
    const page = words(await visit().text(first))
    assert.match(page, /onsdag den 2\. december 2026 kl\. 17\.00–19\.00 → Flyttet/)
    assert.match(page, /Skulle have været 1\. december 2026 kl\. 16\.00/)
    assert.match(page, /Salen er lånt ud/)
    const stale = await ida.send(first, { udgave: '0', goer: 'aflys', hvorfor: '' })
    assert.equal(stale.status, 422)
    assert.match(await stale.text(), /En anden har ændret det/)
    await ida.send(second, { udgave: '0', goer: 'aflys', hvorfor: 'Træneren er syg' })
    assert.match(words(await visit().text(second)), /✕ Aflyst .*Træneren er syg/)
    await ida.send(second, { udgave: versionOn(await ida.text(second)), goer: 'hold' })
    assert.doesNotMatch(words(await visit().text(second)), /Aflyst/)
  })

  it('changes what is to come from a day on, and lets what came before stand', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Kor' })
    const path = address.split('?')[0] ?? ''
    const choices = choicesOn(await ida.text(`${path}/ret`), 'Et andet sted')
    const change = {
      ...activity,
      ...choices,
      navn: 'Stort kor',
      fra: '17',
      til: '19',
      fradag: '2027-01-01',
      udgave: '0',
    }
    const changed = await ida.send(`${path}/ret`, change)
    assert.equal(changed.status, 303)
    const later = (changed.headers.get('location') ?? '').split('?')[0] ?? ''
    assert.notEqual(later, path)
    const before = words(await ida.text(path))
    assert.match(before, /tirsdag den 29\. december 2026 16\.00–18\.00/)
    assert.doesNotMatch(before, /januar 2027 1\d\.00/)
    assert.match(words(await ida.text(later)), /tirsdag den 5\. januar 2027 17\.00–19\.00/)
  })

  it('lets the same times go on when the weekday changes for all that is to come', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Yoga' })
    const path = address.split('?')[0] ?? ''
    const before = timesOn(await ida.text(path))
    const choices = choicesOn(await ida.text(`${path}/ret`), 'Et andet sted')
    await ida.send(`${path}/ret`, {
      ...activity,
      ...choices,
      navn: 'Yoga',
      dag: '2026-12-03',
      fradag: '2026-11-21',
      udgave: '0',
    })
    const page = await ida.text(path)
    assert.deepEqual(timesOn(page).slice(0, before.length - 1), before.slice(0, -1))
    assert.match(words(page), /torsdag den 3\. december 2026/)
  })

  it('rests, comes back, and ends', async () => {
    const ida = await (await openSample(platform())).signIn('Ida Holt')
    const { address } = await plan(ida, 'Et andet sted', { navn: 'Løb' })
    const path = address.split('?')[0] ?? ''
    await ida.send(`${path}/pause`, { udgave: '0', fra: '2026-12-20', til: '2027-01-03', hvorfor: 'Jul' })
    assert.doesNotMatch(words(await ida.text(path)), /(22|29)\. december 2026 16/)
    const twice = await ida.send(`${path}/pause`, { udgave: '0', fra: '2026-12-21', til: '2026-12-22' })
    assert.match(await twice.text(), /Den holder allerede pause/)
    await ida.send(`${path}/pause`, { udgave: '0', fjern: '2026-12-20' })
    assert.match(words(await ida.text(path)), /22\. december 2026 16/)
    await ida.send(`${path}/slut`, { udgave: '0', fra: '2026-12-10' })
    const ended = words(await ida.text(path))
    assert.match(ended, /8\. december 2026 16/)
    assert.doesNotMatch(ended, /15\. december 2026/)
  })

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
    assert.match(await refused.text(), /Stedet er optaget på det tidspunkt/)
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
