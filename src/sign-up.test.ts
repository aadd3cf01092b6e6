import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { deletionClocks } from './deletion-clocks.ts'
import { clockAt } from './platform/clock.ts'
import { keepHouse, readAs } from './platform/database/index.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { Refused } from './platform/refused.ts'
import { testPlatform } from './platform/test-platform.ts'
import { runClocks, system, visitor } from './rooms/access/index.ts'
import { calendarTasks, cancelSignUp, makeSignUp, readSignUp, type SignUpFacts } from './rooms/calendar/index.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { formOn } from './test-calendar.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const facts = (number: number, more: Partial<SignUpFacts> = {}): SignUpFacts => ({
  guardian: `Værge ${number}`,
  email: `vaerge${number}@havneby.example`,
  phone: null,
  children: 1,
  language: 'da',
  ...more,
})

const secretOf = (number: number): string => String(number).padStart(43, 'x')

describe('signing up for one time of an activity', () => {
  const own = clonedDatabase()
  let sample: Awaited<ReturnType<typeof openSample>>
  const platform = () => testPlatform(own.database)
  /** The times with sign-up that are to come, the first first. */
  let times: string[] = []

  before(async () => {
    sample = await openSample(platform())
    times = await readAs(platform(), system, async (tx) => {
      const rows = await tx
        .selectFrom('occurrence as o')
        .innerJoin('series as s', 's.series_id', 'o.series_id')
        .select('o.occurrence_id')
        .where('s.title', '=', 'Pigeholdet på Dokken')
        .where('o.starts_at', '>', platform().clock.now())
        .orderBy('o.starts_at')
        .limit(12)
        .execute()
      return rows.map(({ occurrence_id }) => occurrence_id)
    })
  })

  const signUp = (at: number, number: number, more: Partial<SignUpFacts> = {}) =>
    makeSignUp(platform(), times[at] ?? '', facts(number, more), secretOf(at * 1000 + number))

  const mailsTo = (number: number) =>
    readAs(platform(), system, (tx) =>
      tx
        .selectFrom('mail')
        .select(['subject', 'plain', 'once_key'])
        .where('address', '=', `vaerge${number}@havneby.example`)
        .orderBy('mail_id')
        .execute(),
    )

  const statesAt = (at: number) =>
    readAs(platform(), system, async (tx) => {
      const rows = await tx
        .selectFrom('sign_up')
        .select(['state', 'children'])
        .where('occurrence_id', '=', times[at] ?? '')
        .execute()
      const sum = (state: string) =>
        rows.filter((row) => row.state === state).reduce((total, { children }) => total + children, 0)
      return { coming: sum('coming'), waiting: sum('waiting') }
    })

  const cancelTime = async (organiser: TestVisitor, at: number) => {
    const path = `/kalender/gang/${times[at]}`
    const version = /name="udgave" value="(\d+)"/.exec(await organiser.text(path))?.[1] ?? ''
    return organiser.send(path, { udgave: version, goer: 'aflys', hvorfor: 'Line er syg' })
  }

  it('lets exactly as many in as there are places when 200 come at once, and has the others wait', async () => {
    await Promise.all(
      Array.from({ length: 200 }, (_, number) =>
        signUp(0, 2000 + number, { email: null, phone: String(20_000_000 + number) }),
      ),
    )
    assert.deepEqual(await statesAt(0), { coming: 15, waiting: 185 })
  })

  it('makes one sign-up of a form that is sent twice, also at the same moment', async () => {
    const tokens = await Promise.all([signUp(1, 1), signUp(1, 1), signUp(1, 1)])
    assert.equal(new Set(tokens).size, 1)
    assert.deepEqual(await statesAt(1), { coming: 1, waiting: 0 })
    assert.equal((await mailsTo(1)).length, 1)
  })

  it('refuses a second sign-up by the same mail, however it is written', async () => {
    await signUp(2, 2)
    await assert.rejects(
      makeSignUp(platform(), times[2] ?? '', facts(2, { email: 'VAERGE2@havneby.example' }), secretOf(77)),
      (error: unknown) => error instanceof Refused && error.code === 'signed_up_already',
    )
  })

  it('lets the next in line come in when somebody cancels by the link, and tells them', async () => {
    const first = await signUp(3, 30, { children: 8 })
    await signUp(3, 31, { children: 7 })
    await signUp(3, 32, { children: 8 })
    await signUp(3, 33, { children: 1 })
    assert.deepEqual(await statesAt(3), { coming: 15, waiting: 9 })
    await cancelSignUp(platform(), first)
    assert.deepEqual(await statesAt(3), { coming: 15, waiting: 1 })
    assert.deepEqual(
      (await mailsTo(32)).map(({ subject }) => subject),
      ['På venteliste: Pigeholdet på Dokken', 'Der blev plads: Pigeholdet på Dokken'],
    )
    assert.equal(await readSignUp(platform(), first), undefined)
    await assert.rejects(
      cancelSignUp(platform(), first),
      (error: unknown) => error instanceof Refused && error.code === 'sign_up_not_found',
    )
  })

  it('lets one who needs less pass one who needs more than is free, who keeps their place', async () => {
    const first = await signUp(4, 40, { children: 8 })
    await signUp(4, 41, { children: 7 })
    await signUp(4, 42, { children: 8 })
    const little = await signUp(4, 43, { children: 1 })
    assert.equal((await readSignUp(platform(), little))?.state, 'waiting')
    await cancelSignUp(platform(), first)
    assert.equal((await readSignUp(platform(), little))?.state, 'waiting')
    assert.deepEqual(await statesAt(4), { coming: 15, waiting: 1 })
  })

  it('tells those who signed up when it is cancelled, in their own language and with the reason', async () => {
    await signUp(5, 50, { language: 'ar' })
    const answer = await cancelTime(await sample.signIn('Line Østerby'), 5)
    assert.equal(answer.status, 303)
    const [, told] = await mailsTo(50)
    assert.equal(told?.subject, 'ملغى: Pigeholdet på Dokken')
    assert.match(told?.plain ?? '', /Line er syg/)
  })

  it('takes no sign-up for what is cancelled', async () => {
    await assert.rejects(signUp(5, 51), (error: unknown) => error instanceof Refused && error.code === 'sign_up_closed')
  })

  it('tells those who signed up before a time is taken out of the calendar', async () => {
    await signUp(6, 60)
    const organiser = await sample.signIn('Line Østerby')
    const seriesPath =
      /\/kalender\/[0-9a-f-]{36}(?=")/.exec(await organiser.text(`/kalender/gang/${times[6]}`))?.[0] ?? ''
    const page = await organiser.text(seriesPath)
    const version = /name="udgave" value="(\d+)"/.exec(page)?.[1] ?? '0'
    const day = await readAs(platform(), system, async (tx) => {
      const { starts_at } = await tx
        .selectFrom('occurrence')
        .select('starts_at')
        .where('occurrence_id', '=', times[6] ?? '')
        .executeTakeFirstOrThrow()
      return starts_at.toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().toString()
    })
    const answer = await organiser.send(`${seriesPath}/pause`, {
      udgave: version,
      fra: day,
      til: day,
      hvorfor: 'ferie',
    })
    assert.equal(answer.status, 303)
    assert.deepEqual(
      (await mailsTo(60)).map(({ subject }) => subject),
      ['Tilmeldt: Pigeholdet på Dokken', 'Aflyst: Pigeholdet på Dokken'],
    )
    assert.deepEqual(await statesAt(6), { coming: 0, waiting: 0 })
  })

  it('is seen by those who arrange it and whoever holds the link, and by nobody else', async () => {
    const token = await signUp(7, 70, { guardian: 'Kanariefuglens mor' })
    const path = `/kalender/gang/${times[7]}`
    assert.match(await (await sample.signIn('Line Østerby')).text(path), /Kanariefuglens mor/)
    assert.doesNotMatch(await (await sample.signIn('Emil Bay Poulsen')).text(path), /Kanariefuglens/)
    assert.doesNotMatch(await sample.visit().text(path), /Kanariefuglens/)
    assert.match(await sample.visit().text(`/tilmelding/${token}`), /Kanariefuglens mor/)
    const seen = await readAs(platform(), visitor, (tx) => tx.selectFrom('sign_up').selectAll().execute())
    assert.deepEqual(seen, [])
  })

  it('shows the places that are left to everyone', async () => {
    await signUp(8, 80, { children: 4 })
    assert.match(await sample.visit().text(`/det-sker/${times[8]}`), /11 pladser tilbage/)
  })

  it('keeps what was typed, names each error beside its field, and refuses robots and CPR numbers', async () => {
    const send = (form: Record<string, string>) =>
      sample.visit().send(`/det-sker/${times[9]}/tilmeld`, { noegle: secretOf(9), hjemmeside: '', ...form })
    const empty = await send({ navn: 'Amal', kontakt: 'hvad', antal: '9' })
    assert.equal(empty.status, 422)
    const page = await empty.text()
    assert.match(page, /value="Amal"/)
    assert.match(page, /Skriv en mail eller et telefonnummer/)
    assert.match(page, /Skriv et tal fra 1 til 8/)
    const robot = await send({ navn: 'x', kontakt: '22334455', antal: '1', hjemmeside: 'https://x.example' })
    assert.equal(robot.status, 422)
    assert.match(await robot.text(), /skal være tomt/)
    const numbered = await send({ navn: '010190-1234', kontakt: '22334455', antal: '1' })
    assert.equal(numbered.status, 422)
    assert.deepEqual(await statesAt(9), { coming: 0, waiting: 0 })
  })

  it('signs up and cancels by two forms, without an account and without JavaScript', async () => {
    const visitor = sample.visit()
    const path = `/det-sker/${times[10]}/tilmeld`
    const secret = /name="noegle" value="([\w-]{43})"/.exec(await visitor.text(path))?.[1] ?? ''
    const answer = await visitor.send(path, {
      noegle: secret,
      navn: 'Amal',
      kontakt: '22 33 44 55',
      antal: '2',
      hjemmeside: '',
    })
    assert.equal(answer.status, 303)
    const ownPath = answer.headers.get('location') ?? ''
    assert.match(await visitor.text(ownPath), /I er tilmeldt/)
    const gone = await visitor.send(ownPath, {})
    assert.equal(gone.headers.get('location'), '/tilmelding/afmeldt')
    assert.match(await visitor.text('/tilmelding/afmeldt'), /I er meldt fra/)
    assert.equal((await visitor.ask(ownPath)).status, 404)
    assert.deepEqual(await statesAt(10), { coming: 0, waiting: 0 })
  })

  it('is forgotten 30 days after it took place, and not before', async () => {
    await signUp(11, 110)
    const { ends_at } = await keepHouse(platform(), system, (tx) =>
      tx
        .selectFrom('occurrence')
        .select('ends_at')
        .where('occurrence_id', '=', times[11] ?? '')
        .executeTakeFirstOrThrow(),
    )
    const clocksAt = (days: number) =>
      runClocks({ ...platform(), clock: clockAt(ends_at.add({ hours: 24 * days }).toString()) }, deletionClocks)
    await clocksAt(29)
    assert.deepEqual(await statesAt(11), { coming: 1, waiting: 0 })
    await clocksAt(32)
    assert.deepEqual(await statesAt(11), { coming: 0, waiting: 0 })
  })

  it('lets the first who fit come in when the organiser makes room for more, and tells them', async () => {
    await signUp(10, 100, { children: 8 })
    await signUp(10, 101, { children: 7 })
    await signUp(10, 102, { children: 6 })
    await signUp(10, 103, { children: 2 })
    const organiser = await sample.signIn('Line Østerby')
    const page = await organiser.text(`/kalender/gang/${times[10]}`)
    const path = /\/kalender\/[0-9a-f-]{36}(?=")/.exec(page)?.[0] ?? ''
    const answer = await organiser.send(`${path}/ret`, {
      ...formOn(await organiser.text(`${path}/ret`)),
      pladser: '18',
    })
    assert.equal(answer.status, 303)
    const place = { url: own.url, schema: platform().database.schema, log: platform().log }
    await runDueJobs(place, { let_waiting_in: calendarTasks(platform())['let_waiting_in'] ?? assert.fail() })
    assert.deepEqual(await statesAt(10), { coming: 17, waiting: 6 })
    assert.deepEqual(
      (await mailsTo(103)).map(({ subject }) => subject),
      ['På venteliste: Pigeholdet på Dokken', 'Der blev plads: Pigeholdet på Dokken'],
    )
  })
})
