import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase, testDatabase } from './platform/database/test-database.ts'
import { runSql, runSqlAsOwner } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { invite, inviting, newPost, pageOf } from './test-invitation.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor, testOrigin, visitorOf } from './test-visitor.ts'

const slug = '/aftaler/havneby-boern-unge-og-familie'

/** Addresses of every kind that somebody with a post reaches: pages, files, exports, lists. */
const addresses =
  `/ /aftaler ${slug} ${slug}/kilde ${slug}/opsigelse ${slug}/nyt-loefte?aktivitet=a1 ${slug}/hent.docx ${slug}/hent.pdf
  ${slug}/hent.html ${slug}/hent.json /loefter /loefter?hvem=alle&dage=alle /loefter.xlsx /loefter/kalender /loefter/mail /forankring
  /aarshjul /aftaler/ny /udkast /personer /personer/inviter /indstillinger`.split(/\s+/)

/** What is in a page beside the frame, which tells who is signed in, and beside the sentence that nobody needs to be. */
const partOf = (body: string): string =>
  (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '').replace('Du behøver ikke logge ind for at se med.', '')

const look = async (someone: TestVisitor, path: string) => {
  const answer = await someone.ask(path)
  const type = answer.headers.get('content-type') ?? ''
  const body = await answer.text()
  // Files that are packed carry the moment they were made.
  const told = /text\/html/.test(type) ? partOf(body) : /json/.test(type) ? body : type
  return { status: answer.status, told }
}

describe('ending a post', () => {
  const own = testDatabase(theSample)
  const platform = (moment = '2026-11-21T12:00:00Z'): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
  })
  const at = async (moment: string) => createApp(platform(moment))

  /** Someone with every way in there is: a session, a chosen post, a calendar address, mails each Monday, a link to another post. */
  const settleIn = async () => {
    const { signIn, visit } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const ida = await signIn('Ida Holt')
    const feed = await (await ida.send('/loefter/kalender', {})).text()
    const calendar = /\/loefter\/kalender\/[\w-]{43}\.ics/.exec(feed)?.[0] ?? assert.fail('no calendar address')
    await ida.send('/loefter/mail', { ugentlig: 'ja', udloeb: 'ja', adresse: 'ida.holt@havneby.example' })
    const source = /\/kilder\/[0-9a-f-]{36}/.exec(await ida.text(`${slug}/kilde`))?.[0] ?? assert.fail('no source')
    return { lead, ida, calendar, source, visit, pages: await pagesOf(lead, 'Ida Holt') }
  }

  /** Ends every post of a person from a day. */
  const endAll = async (lead: TestVisitor, pages: readonly string[], day: string) => {
    for (const page of pages) {
      const answer = await lead.send(`${page}/slut`, { dag: day })
      assert.equal(answer.status, 303, await answer.text())
    }
  }

  it('from today closes every way in at once, and leaves what every visitor sees', async () => {
    const { lead, ida, calendar, source, visit, pages } = await settleIn()
    assert.equal((await ida.ask('/personer')).status, 200)
    for (const path of [calendar, source, '/udkast']) assert.equal((await ida.ask(path)).status, 200, path)
    await endAll(lead, pages, '2026-11-21')
    const stranger = visit()
    for (const path of [...addresses, source]) assert.deepEqual(await look(ida, path), await look(stranger, path), path)
    assert.equal((await ida.ask(calendar)).status, 404)
    assert.equal((await visit().ask(calendar)).status, 404)
    const chosen = await visit().send('/log-ind', { person: ida.personId })
    assert.equal(chosen.status, 422)
    const [sessions] = await runSql<{ open: number }>(
      platform(),
      system,
      `select count(*)::int as open from session where person_id = '${ida.personId}' and ended_at is null`,
    )
    assert.equal(sessions?.open, 0)
    const day = Temporal.PlainDate.from('2026-11-21')
    for (const table of ['person', 'holder', 'session', 'draft', 'evidence_note', 'invitation'])
      assert.deepEqual(
        (await runSql(platform(), { personId: ida.personId, day }, `select * from ${table}`)).filter(
          (row) => !JSON.stringify(row).includes(ida.personId),
        ),
        [],
        table,
      )
  })

  it('from a coming day closes them at that midnight, and not before', async () => {
    const { lead, ida, calendar, source, pages } = await settleIn()
    await endAll(lead, pages, '2026-11-22')
    const before = await at('2026-11-21T22:59:59Z')
    const after = await at('2026-11-21T23:00:00Z')
    const cookie = `brobyg=${ida.cookie('brobyg')}`
    const asked = (app: typeof before, path: string) => app.request(`${testOrigin}${path}`, { headers: { cookie } })
    assert.equal((await asked(before, '/personer')).status, 200)
    assert.equal((await asked(before, calendar)).status, 200)
    assert.equal((await asked(after, calendar)).status, 404)
    const stranger = visitorOf(after)
    const left = { ...stranger, ask: async (path: string) => asked(after, path) }
    const own = ['/loefter/mail', '/loefter/kalender', '/indstillinger', '/loefter', '/loefter?hvem=alle&dage=alle']
    for (const path of [...addresses, source].filter((one) => !own.includes(one))) {
      const [theirs, everyones] = [await look(left, path), await look(stranger, path)]
      if (everyones.status === 303) assert.equal(theirs.status, 403, path)
      else assert.deepEqual(theirs, everyones, path)
    }
    const promisesIn = async (someone: Pick<TestVisitor, 'ask'>) =>
      (await (await someone.ask('/loefter?hvem=alle&dage=alle')).text()).match(/\/loefter\/[0-9a-f-]{36}/g)
    assert.deepEqual(await promisesIn(left), await promisesIn(stranger))
    assert.equal((await stranger.send('/log-ind', { person: ida.personId })).status, 422)
  })

  it('sends no more mails each Monday', async () => {
    const { lead, ida, pages } = await settleIn()
    const written = async (moment: string) => {
      const { tasks, close } = await allTasks(platform(moment))
      await tasks['weekly_mail']?.({ personId: ida.personId })
      await tasks['warn_of_endings']?.({})
      close()
      return (await runSql(platform(), system, `select from mail where person_id = '${ida.personId}'`)).length
    }
    const had = await written('2026-11-23T06:00:00Z')
    assert.ok(had > 0)
    await endAll(lead, pages, '2026-11-24')
    assert.equal(await written('2026-11-30T06:00:00Z'), had)
  })

  it('withdraws the link that waits, and is undone where nobody took the post', async () => {
    const { lead, visit } = await settleIn()
    const link = await invite(lead, { ...newPost, fra: '2026-11-01' })
    const page = await pageOf(lead, 'Maja Lindskov')
    await endAll(lead, [page], '2026-11-21')
    assert.match(await visit().text(link), /trukket tilbage/)
    assert.equal((await visit().send(link, {})).status, 410)
    assert.match(await lead.text(page), /Sidste dag var 20\. november 2026.*Fortryd/s)
    assert.equal((await lead.send(`${page}/fortryd`, {})).status, 303)
    assert.match(await lead.text('/personer'), /Maja Lindskov.*siden 1\. november 2026/s)
    await endAll(lead, [page], '2026-11-21')
    await invite(lead, { ...newPost, navn: 'Oskar Ravn', mail: 'oskar@havneby.example' })
    const refused = await lead.send(`${page}/fortryd`, {})
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /En anden har fået funktionen imens/)
  })

  it('lets in at once whoever gets another post, and ends no session of theirs', async () => {
    const { lead, ida, pages } = await settleIn()
    const answer = await lead.send(
      '/personer/inviter',
      inviting({ ...newPost, navn: 'Ida Holt', mail: 'ida.holt@havneby.example' }),
    )
    assert.equal(answer.status, 200)
    await endAll(lead, pages, '2026-11-21')
    assert.equal((await ida.ask('/personer')).status, 200)
    assert.match(await ida.text('/personer'), /acting-for"> · klubassistent/)
  })

  it('refuses days that leave nothing, and the last administrator and lead', async () => {
    const { lead, pages } = await settleIn()
    const [page = ''] = pages
    const saying = async (path: string, day: string) => {
      const answer = await lead.send(`${path}/slut`, { dag: day })
      assert.equal(answer.status, 422, day)
      return answer.text()
    }
    assert.match(await saying(page, '2025-01-01'), /Ida Holt fik funktionen 1\. januar 2025/)
    assert.match(await saying(page, '2024-02-01'), /Vælg en dag efter den/)
    for (const day of ['', 'i morgen', '2026-02-30', '99999-01-01'])
      assert.match(await saying(page, day), /Skriv en dato/)
    const own = await pageOf(lead, 'Pernille Skovgaard')
    assert.match(await saying(own, '2026-12-01'), /Pernille Skovgaard er den sidste administrator/)
    await lead.send(`${page}/hverv`, { administrator: 'ja' })
    assert.match(await saying(own, '2026-12-01'), /Pernille Skovgaard er den sidste tovholder/)
    await endAll(lead, [page], '2026-12-01')
    assert.match(await saying(page, '2026-12-02'), /har ikke funktionen efter/)
  })

  it('takes back what was given by mistake today, with the session it opened', async () => {
    const { lead, visit } = await settleIn()
    const maja = visit()
    await maja.send(await invite(lead, newPost), {})
    const page = await pageOf(lead, 'Maja Lindskov')
    assert.match(await (await lead.send(`${page}/slut`, { dag: '2026-11-21' })).text(), /eller tag funktionen tilbage/)
    assert.equal((await lead.send(`${page}/tag-tilbage`, {})).status, 303)
    assert.equal((await maja.ask('/personer')).status, 303)
    const idas = await pageOf(lead, 'Ida Holt')
    assert.match(await (await lead.send(`${idas}/tag-tilbage`, {})).text(), /har haft funktionen før i dag/)
  })
})

describe('duties', () => {
  const own = testDatabase(theSample)

  it('are given and taken by the administrator, who does not take the last of their kind', async () => {
    const { signIn } = await openSample(testPlatform(own.database))
    const lead = await signIn('Pernille Skovgaard')
    const ida = await signIn('Ida Holt')
    const page = await pageOf(lead, 'Ida Holt')
    const pernille = await pageOf(lead, 'Pernille Skovgaard')
    assert.equal((await ida.send(`${page}/hverv`, { administrator: 'ja' })).status, 403)
    const last = await lead.send(`${pernille}/hverv`, {})
    assert.equal(last.status, 422)
    assert.match(await last.text(), /Pernille Skovgaard er den sidste administrator/)
    assert.equal((await lead.send(`${page}/hverv`, { administrator: 'ja', data_protection: 'ja' })).status, 303)
    assert.match(await ida.text(page), /id="felt-administrator"[^>]*checked/)
    assert.equal((await lead.send(`${pernille}/hverv`, {})).status, 303)
    assert.equal((await lead.send(`${page}/hverv`, {})).status, 403)
    assert.doesNotMatch(await lead.text(page), /felt-administrator/)
    const traces = await runSql<{ verb: string; facts: string }>(
      testPlatform(own.database),
      system,
      `select verb, facts from audit_entry where verb like 'duty.%' order by verb, facts`,
    )
    assert.deepEqual(
      traces.map(({ verb, facts }) => `${verb} ${facts}`),
      [
        'duty.given {"duty":"administrator"}',
        'duty.given {"duty":"data_protection"}',
        'duty.taken {"duty":"administrator"}',
      ],
    )
  })
})

describe('two who end at once', () => {
  const own = clonedDatabase(theSample)

  it('do not leave the partnership without an administrator', async () => {
    const platform = testPlatform(own.database)
    const { signIn } = await openSample(platform)
    const lead = await signIn('Pernille Skovgaard')
    const [ida, pernille] = [await pageOf(lead, 'Ida Holt'), await pageOf(lead, 'Pernille Skovgaard')]
    await lead.send(`${ida}/hverv`, { administrator: 'ja' })
    const answers = await Promise.all([lead.send(`${ida}/hverv`, {}), lead.send(`${pernille}/hverv`, {})])
    assert.ok(answers.some(({ status }) => status !== 303))
    const left = await runSqlAsOwner(
      own.url,
      `select from ${own.database.schema}.post_duty where duty = 'administrator'`,
    )
    assert.ok(left.length > 0)
  })
})

/** The pages of every post a person holds. */
const pagesOf = async (lead: TestVisitor, name: string): Promise<string[]> =>
  [...(await lead.text('/personer')).matchAll(new RegExp(`href="(/personer/[0-9a-f-]{36})">${name}<`, 'g'))].map(
    ([, path = '']) => path,
  )
