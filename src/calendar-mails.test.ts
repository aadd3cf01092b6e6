import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { type Received, testMailServer } from './platform/mail/test-mail-server.ts'
import type { Platform } from './platform/platform.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { plan, timesOn, versionOn, words } from './test-calendar.ts'
import { openSample, visitorOf } from './test-visitor.ts'

describe('the mails of the calendar', () => {
  const own = clonedDatabase()
  const server = testMailServer()
  const { inbox } = server

  const platformOn = (moment = '2026-11-21T12:00:00Z'): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
    config: readConfig({ SMTP_URL: server.url }),
  })

  const sql = <Row>(query: string) =>
    runSqlAsOwner<Row & Record<string, unknown>>(
      own.url,
      query.replaceAll(/(?<=[\s(])@(?=[a-z])/g, `"${own.database.schema}".`),
    )

  /** Does one task now, and all jobs it queued for now. */
  const perform = async (platform: Platform, task: string): Promise<Received[]> => {
    const { tasks, close } = await allTasks(platform)
    const from = inbox.length
    await tasks[task]?.({})
    const now = { send_mail: tasks['send_mail'], tell_of_event_answer: tasks['tell_of_event_answer'] }
    const place = { url: own.url, schema: platform.database.schema, log: platform.log }
    const due = Object.fromEntries(Object.entries(now).flatMap(([name, one]) => (one ? [[name, one]] : [])))
    for (let round = 0; round < 2; round += 1) await runDueJobs(place, due)
    close()
    return inbox.slice(from)
  }

  const linkIn = (mail: Received | undefined, path: string): string =>
    new RegExp(`http://localhost:3000(${path}[A-Za-z0-9_-]{43})`).exec(mail?.text ?? '')?.[1] ?? ''

  const to = (mails: readonly Received[], name: string) => mails.filter((mail) => mail.to.startsWith(name))

  describe('about larger events', () => {
    it('tell a post that asked, which answers without signing in; the organiser is told, and everyone sees who comes', async () => {
      const { app, signIn } = await openSample(platformOn())
      const trine = await signIn('Trine Dalsgaard')
      await trine.send('/kalender/begivenheder', { omraade: 'alle' })
      assert.match(await trine.text('/kalender/begivenheder'), /Brobyg kender ikke din mailadresse/)
      await trine.send('/loefter/mail', { adresse: 'trine.dalsgaard@havneby.example' })
      assert.match(await trine.text('/kalender/begivenheder'), /value="alle" checked/)
      const first = to(await perform(platformOn('2026-11-21T13:00:00Z'), 'tell_of_events'), 'trine.dalsgaard')
      assert.equal(first.length, 1)
      assert.match(first[0]?.text ?? '', /Julemarked i gården/)
      assert.equal((await perform(platformOn('2026-11-21T14:00:00Z'), 'tell_of_events')).length, 0, 'told once')

      const visitor = visitorOf(app)
      const paths = [
        ...(first[0]?.text ?? '').matchAll(/http:\/\/localhost:3000(\/kalender\/svar\/[A-Za-z0-9_-]{43})/g),
      ]
      const opened = await Promise.all(paths.map(async ([, path = '']) => ({ path, page: await visitor.text(path) })))
      const { path = '' } = opened.find(({ page }) => page.includes('Julemarked')) ?? {}
      const wanting = await visitor.send(path, { svar: 'ja', medbringer: '', kontakt: '' })
      assert.match(await wanting.text(), /Skriv, hvad I kommer med/)
      const yes = await visitor.send(path, {
        svar: 'ja',
        medbringer: 'blodtryk og snak',
        kontakt: 'Trine, 11 22 33 44',
      })
      assert.equal(yes.status, 303)
      assert.match(await visitor.text(yes.headers.get('location') ?? ''), /Tak for svaret/)
      const told = await perform(platformOn('2026-11-21T14:30:00Z'), 'none')
      assert.ok(
        told.some((mail) => /er med: Julemarked i gården/.test(mail.subject) && mail.text.includes('11 22 33 44')),
      )

      const [event] = await sql<{ id: string }>(
        `select series_id as id from @series where title = 'Julemarked i gården'`,
      )
      const shown = await visitor.text(`/kalender/${event?.id}`)
      assert.match(words(shown), /Sundhedshuset[^:]* er med: blodtryk og snak/)
      assert.doesNotMatch(shown, /11 22 33 44/)
      const ida = await signIn('Ida Holt')
      assert.match(words(await ida.text(`/kalender/${event?.id}`)), /kommer · blodtryk og snak · Trine, 11 22 33 44/)
      assert.doesNotMatch(await (await signIn('Malthe Riis')).text(`/kalender/${event?.id}`), /11 22 33 44/)
      assert.match(words(await trine.text(`/kalender/${event?.id}`)), /I har svaret ja/)
    })

    it('tell of moves and of what is called off, one mail a day at most', async () => {
      const { signIn } = await openSample(platformOn())
      const ida = await signIn('Ida Holt')
      const [event] = await sql<{ id: string }>(
        `select series_id as id from @series where title = 'Julemarked i gården'`,
      )
      const [time = ''] = timesOn(await ida.text(`/kalender/${event?.id}`))
      const move = { goer: 'flyt', dag: '2026-12-12', fra: '13', til: '17', hvorfor: 'Frost' }
      const moved = await ida.send(time, { ...move, udgave: versionOn(await ida.text(time)) })
      assert.equal(moved.status, 303)
      const [mail] = to(await perform(platformOn('2026-11-22T13:00:01Z'), 'tell_of_events'), 'trine.dalsgaard')
      assert.match(mail?.text ?? '', /FLYTTET[\s\S]*Julemarked i gården[\s\S]*12\. december 2026/)
      await ida.send(time, { udgave: versionOn(await ida.text(time)), goer: 'aflys', hvorfor: 'Storm' })
      assert.equal((await perform(platformOn('2026-11-22T20:00:00Z'), 'tell_of_events')).length, 0, 'not twice a day')
      const [off] = to(await perform(platformOn('2026-11-23T13:00:02Z'), 'tell_of_events'), 'trine.dalsgaard')
      assert.match(off?.text ?? '', /AFLYST[\s\S]*Julemarked i gården/)
      assert.equal(to(await perform(platformOn('2026-11-25T13:00:02Z'), 'tell_of_events'), 'trine').length, 0)
    })

    it('stop for a post that asked for nothing any more', async () => {
      const trine = await (await openSample(platformOn())).signIn('Trine Dalsgaard')
      await trine.send('/kalender/begivenheder', { ingen: 'ja' })
      assert.equal((await sql(`select 1 from @event_watch`)).length, 0)
    })
  })

  describe('on Fridays', () => {
    const friday = () => platformOn('2026-11-27T12:00:05Z')

    it('ask whoever arranged something what nobody has answered, and are answered by one tap without signing in', async () => {
      const { app, signIn } = await openSample(platformOn())
      const ida = await signIn('Ida Holt')
      await plan(ida, 'Et andet sted', { navn: 'Skakturnering', gentag: 'once', slut: '', dag: '2026-11-24' })
      const mails = await perform(friday(), 'held_mail')
      const [mail] = to(mails, 'ida.holt')
      assert.ok(mail)
      assert.match(mail.subject, /^Blev de holdt\? \d+ gange venter på svar$/)
      assert.match(mail.text, /Skakturnering/)
      assert.match(mail.raw, /^List-Unsubscribe: <http:\/\/localhost:3000\/kalender\/mail\/stop\?/m)
      const later = await openSample(friday())
      const visitor = visitorOf(later.app)
      const paths = [...mail.text.matchAll(/http:\/\/localhost:3000(\/kalender\/holdt\/svar\/[A-Za-z0-9_-]{43})/g)]
      const opened = await Promise.all(paths.map(async ([, path = '']) => ({ path, page: await visitor.text(path) })))
      const { path = '', page = '' } = opened.find((one) => one.page.includes('Skakturnering')) ?? {}
      assert.match(words(page), /Blev den holdt\? Skakturnering tirsdag den 24\. november 2026 16\.00–18\.00/)
      assert.equal(
        (await sql(`select 1 from @occurrence where state = 'held' and held_by <> 'system'`)).length,
        0,
        'looking says nothing',
      )
      assert.match(await (await visitor.send(path, { antal: 'mange' })).text(), /helt tal/)
      assert.match(await (await visitor.send(path, { antal: '14' })).text(), /Tak, det er skrevet ned/)
      const [held] = await sql<{ head_count: number; held_by: string }>(
        `select head_count, held_by from @occurrence where state = 'held' and held_by <> 'system'`,
      )
      assert.deepEqual(held, { head_count: 14, held_by: ida.personId })
      assert.equal((await visitor.send(path, { antal: '15' })).status, 410, 'once')
      assert.equal((await visitor.ask('/kalender/holdt/svar/findes-ikke')).status, 404)
      const kept = await sql<{ token_hash: Buffer }>(`select token_hash from @held_link`)
      assert.ok(
        kept.every(
          ({ token_hash }) => token_hash.length === 32 && !mail.text.includes(token_hash.toString('base64url')),
        ),
      )
      assert.equal(app === later.app, false)
    })

    it('are sent once a week, with links that end after a fortnight', async () => {
      assert.equal(to(await perform(friday(), 'held_mail'), 'ida.holt').length, 0)
      const next = platformOn('2026-12-04T12:00:05Z')
      const [mail] = to(await perform(next, 'held_mail'), 'ida.holt')
      const path = linkIn(mail, '/kalender/holdt/svar/')
      assert.notEqual(path, '')
      const late = visitorOf((await openSample(platformOn('2026-12-18T12:00:06Z'))).app)
      const answer = await late.ask(path)
      assert.equal(answer.status, 410)
      assert.match(await answer.text(), /virker ikke længere/)
    })

    it('stop by the link in them, without signing in, and only for whom it is', async () => {
      const third = platformOn('2026-12-11T12:00:05Z')
      const { app } = await openSample(third)
      const [mail] = to(await perform(third, 'held_mail'), 'ida.holt')
      const [, address = ''] = /^List-Unsubscribe: <([^>]+)>/m.exec(mail?.raw ?? '') ?? []
      const { pathname, search } = new URL(address.replaceAll(/\s/g, ''))
      const visitor = visitorOf(app)
      assert.match(await visitor.text(`${pathname}${search}`), /Vil du stoppe mailen/)
      assert.equal((await sql(`select 1 from @held_mail_stop`)).length, 0)
      assert.equal((await visitor.ask(`${pathname}${search.replace('hvad=holdt', 'hvad=begivenheder')}`)).status, 404)
      const answer = await visitor.ask(`${pathname}${search}`, {
        method: 'POST',
        headers: { origin: 'https://mail.example' },
      })
      assert.match(await answer.text(), /Den er stoppet/)
      assert.equal((await sql(`select 1 from @held_mail_stop`)).length, 1)
      assert.equal(to(await perform(platformOn('2026-12-18T12:00:05Z'), 'held_mail'), 'ida.holt').length, 0)
    })
  })
})
