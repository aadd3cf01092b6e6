import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from '../../src/jobs.ts'
import { readAs } from '../../src/platform/database/index.ts'
import { clonedDatabase } from '../../src/platform/database/test-database.ts'
import { runSqlAsOwner } from '../../src/platform/database/test-sql.ts'
import { runDueJobs } from '../../src/platform/queue/run-queue.ts'
import { testPlatform } from '../../src/platform/test-platform.ts'
import { system } from '../../src/rooms/access/index.ts'
import { extendSeries } from '../../src/rooms/calendar/extend-series.ts'
import { releaseUnconfirmed } from '../../src/rooms/calendar/venues/release-unconfirmed.ts'
import { listLaidSince } from '../../src/rooms/calendar/venues/laid.queries.ts'
import { plan, timesOn, words } from '../../src/test-calendar.ts'
import { openSample, type TestVisitor, visitorOf } from '../../src/test-visitor.ts'

const house = 'Fyrets beboerhus'

describe('who has a place', () => {
  const own = clonedDatabase()
  const platformOn = (moment?: string) => testPlatform(own.database, moment)

  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  /** Does what is queued; the mails of a kind that were written by then. */
  const mails = async (moment: string, kind: string) => {
    const platform = platformOn(moment)
    const { tasks, close } = await allTasks(platform)
    const { tell_of_booking, tell_of_lost_times, tell_keepers } = tasks
    assert.ok(tell_of_booking && tell_of_lost_times && tell_keepers)
    const due = { tell_of_booking, tell_of_lost_times, tell_keepers }
    await runDueJobs({ url: own.url, schema: own.database.schema, log: platform.log }, due)
    close()
    return sql<{ subject: string; to: string; plain: string }>(
      `select subject, address as to, plain from @mail where once_key like '${kind} %' order by queued_at, address`,
    )
  }

  const addressOf = async (visitor: TestVisitor): Promise<string> =>
    new RegExp(`href="(/steder/[^"]+)">${house}<`).exec(await visitor.text('/steder'))?.[1] ?? ''

  const hidden = (form: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''

  const formAbout = (page: string, action: string, what: string): string =>
    page
      .split('<h2')
      .flatMap((part) => part.split(/<li>|<form class="form request"/))
      .find((part) => part.includes(action) && part.includes(what)) ?? ''

  it('takes back a yes for one time, with words; who booked is told, and sees why in their own language', async () => {
    const { signIn } = await openSample(platformOn())
    const [club, keeper] = [await signIn('Malthe Riis'), await signIn('Ida Holt')]
    const planned = await plan(club, house, {
      navn: 'Danseaften',
      dag: '2026-12-08',
      fra: '18',
      til: '20',
      slut: '2026-12-23',
    })
    assert.equal(planned.status, 303, planned.page)
    const address = await addressOf(keeper)
    const asked = formAbout(await keeper.text(address), '/svar', 'Danseaften')
    const yes = { anmodning: hidden(asked, 'anmodning'), stempel: hidden(asked, 'stempel'), svar: 'ja', ord: '' }
    assert.equal((await keeper.send(`${address}/svar`, yes)).status, 303)
    assert.doesNotMatch(await club.text(address), /Andre har fået ja/)
    const given = formAbout(await keeper.text(address), '/tag-tilbage', 'Danseaften')
    assert.match(words(given), /Alle 3 gange/)
    const [, second = ''] = [...given.matchAll(/<option value="(2026[^"]+)"/g)].map(([, value = '']) => value)
    const back = { booking: hidden(given, 'booking'), stempel: hidden(given, 'stempel'), gang: second }
    assert.equal((await keeper.send(`${address}/tag-tilbage`, { ...back, ord: ' ' })).status, 422)
    assert.equal((await club.send(`${address}/tag-tilbage`, { ...back, ord: 'Nej' })).status, 403)
    const kind = 'Gulvet skal lakeres den dag. Undskyld!'
    assert.equal((await keeper.send(`${address}/tag-tilbage`, { ...back, ord: kind })).status, 303)
    assert.equal((await keeper.send(`${address}/tag-tilbage`, { ...back, ord: kind })).status, 422, 'once')
    const states = await sql<{ state: string }>(
      `select o.state from @occurrence o join @series s using (series_id) where s.title = 'Danseaften' order by o.starts_at`,
    )
    assert.deepEqual(
      states.map(({ state }) => state),
      ['planned', 'skipped', 'planned'],
    )
    const [mail] = (await mails('2026-11-21T12:10:00Z', 'booking taken_back')).slice(-1)
    assert.deepEqual([mail?.subject, mail?.to], [`I kan alligevel ikke få ${house}`, 'malthe.riis@havneby.example'])
    assert.match(mail?.plain ?? '', /taget sit ja tilbage\. Gulvet skal lakeres den dag/)
    const times = timesOn(await club.text(planned.address.split('?')[0] ?? ''))
    const pages = await Promise.all(times.map((path) => club.text(path)))
    assert.equal(pages.filter((page) => page.includes('taget sit ja tilbage')).length, 1)
    await club.ask('/sprog/en?til=/')
    const english = await Promise.all(times.map((path) => club.text(path)))
    assert.equal(english.filter((page) => page.includes('has taken their yes back. Gulvet')).length, 1)
  })

  it('is asked once a night, in one mail, for what the program lays ahead', async () => {
    const platform = platformOn()
    const { signIn } = await openSample(platform)
    const club = await signIn('Malthe Riis')
    for (const [navn, dag] of [
      ['Kor', '2026-12-10'],
      ['Skrivestue', '2026-12-11'],
    ] as const)
      assert.equal((await plan(club, house, { navn, dag, fra: '19', til: '21', slut: '' })).status, 303)
    const night = '2026-12-20T01:30:00Z'
    await extendSeries(platformOn(night))
    assert.ok((await readAs(platform, system, (tx) => listLaidSince(tx, Temporal.Instant.from(night)))).length > 0)
    const told = await mails(night, 'booking laid')
    const toKeeper = told.filter(({ to }) => to.startsWith('ida.holt'))
    assert.equal(toKeeper.length, 1)
    assert.match(toKeeper[0]?.plain ?? '', /FYRETS BEBOERHUS[\s\S]*Kor[\s\S]*Skrivestue/)
    await extendSeries(platformOn('2026-12-20T01:40:00Z'))
    assert.equal((await mails('2026-12-20T01:40:00Z', 'booking laid')).length, told.length, 'nothing new, no mail')
  })

  it('hears by one tap from the mail, without signing in, that a place will be used', async () => {
    const { signIn } = await openSample(platformOn())
    const club = await signIn('Malthe Riis')
    assert.equal(
      (await plan(club, house, { navn: 'Nytårskur', dag: '2026-12-29', fra: '12', til: '14', gentag: 'once' })).status,
      303,
    )
    await sql(
      `update @booking set state = 'approved', answered_at = now(), answered_by = 'x' where purpose = 'Nytårskur'`,
    )
    const early = '2026-12-16T05:10:00Z'
    await releaseUnconfirmed(platformOn(early))
    const mail = (await mails(early, 'booking confirm')).find(({ plain }) => plain.includes('Nytårskur'))
    const [, path = ''] = /http:\/\/localhost:3000(\/steder\/bruges\/[\w-]{43})/.exec(mail?.plain ?? '') ?? []
    const { app } = await openSample(platformOn('2026-12-17T12:00:00Z'))
    const visitor = visitorOf(app)
    assert.match(await visitor.text(path), /Fyrets beboerhus/)
    const isConfirmed = async () =>
      (await sql(`select 1 from @booking where purpose = 'Nytårskur' and confirmed_at is not null`)).length > 0
    assert.equal(await isConfirmed(), false, 'looking says nothing')
    assert.match(await (await visitor.send(path, {})).text(), /Stedet er jeres/)
    assert.equal(await isConfirmed(), true)
    assert.equal((await visitor.send(path, {})).status, 410, 'once')
    assert.equal((await visitor.ask('/steder/bruges/findes-ikke')).status, 404)
    await releaseUnconfirmed(platformOn('2026-12-22T05:10:00Z'))
    assert.equal(
      (await sql(`select 1 from @booking where purpose = 'Nytårskur' and state = 'approved'`)).length > 0,
      true,
    )
  })
})
