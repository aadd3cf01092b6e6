import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSql, runSqlAsOwner } from './platform/database/test-sql.ts'
import { clockAt } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { type Received, testMailServer } from './platform/mail/test-mail-server.ts'
import type { Platform } from './platform/platform.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample } from './test-visitor.ts'

describe('the mails', () => {
  const own = clonedDatabase(theSample)
  const server = testMailServer()
  const { inbox } = server

  const platformOn = (moment = '2026-11-21T12:00:00Z', mail = server.url): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
    config: readConfig({ SMTP_URL: mail }),
  })

  /** Does one task now, and sends the mails it wrote. */
  const perform = async (platform: Platform, task: string, payload: object = {}): Promise<Received[]> => {
    const { tasks, close } = await allTasks(platform)
    const from = inbox.length
    await tasks[task]?.(payload)
    const send = tasks['send_mail']
    assert.ok(send)
    await runDueJobs({ url: own.url, schema: platform.database.schema, log: platform.log }, { send_mail: send })
    close()
    return inbox.slice(from)
  }

  const jobsOf = (personId: string) =>
    runSqlAsOwner<{ at: string }>(
      own.url,
      `select to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') as at
       from ${own.database.schema}_queue.jobs where key = 'weekly_mail ${personId}'`,
    )

  const chooser = async (name: string, platform = platformOn()) => {
    const person = await (await openSample(platform)).signIn(name)
    const choose = (weekly: string, warnings: string, address: string) =>
      person.send('/loefter/mail', { ugentlig: weekly, udloeb: warnings, adresse: address })
    return { person, choose }
  }

  it('tell each Monday what is due and at risk for the person’s posts, and are sent once', async () => {
    const { person, choose } = await chooser('Ida Holt')
    assert.equal((await choose('ja', '', 'ida.holt@havneby.example')).status, 303)
    assert.deepEqual(await jobsOf(person.personId), [{ at: '2026-11-23T06:00Z' }])
    const monday = platformOn('2026-11-23T06:00:05Z')
    const [mail, ...more] = await perform(monday, 'weekly_mail', { personId: person.personId })
    assert.ok(mail)
    assert.deepEqual([mail.to, more.length], ['ida.holt@havneby.example', 0])
    assert.match(mail.subject, /^\d+ løfter? haster, \d+ frister? på vej$/)
    assert.match(mail.text, /Det skylder du som projektkoordinator, Bølgen\./)
    assert.match(mail.text, /HASTER[\s\S]*✕ ikke holdt[\s\S]*DE NÆSTE 30 DAGE/)
    assert.match(mail.text, /http:\/\/localhost:3000\/loefter\/[0-9a-f-]{36}/)
    assert.match(mail.text, /<html lang="da" dir="ltr">/)
    assert.match(mail.raw, /^List-Unsubscribe: <http:\/\/localhost:3000\/loefter\/mail\/stop\?/m)
    assert.match(mail.raw, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
    assert.deepEqual(await jobsOf(person.personId), [{ at: '2026-11-30T06:00Z' }])
    assert.deepEqual(await perform(monday, 'weekly_mail', { personId: person.personId }), [])
    assert.match(await person.text('/loefter/mail'), /løfter? haster.*sendt 23\. november 2026 kl\. 07\.00/s)
    assert.equal(
      (await perform(platformOn('2026-11-30T06:00:05Z'), 'weekly_mail', { personId: person.personId })).length,
      1,
    )
  })

  it('are in English for who chose them in English', async () => {
    const { person } = await chooser('Malthe Riis')
    const form = { ugentlig: 'ja', adresse: 'malthe.riis@havneby.example' }
    await person.send('/loefter/mail?sprog=en', form)
    const [mail] = await perform(platformOn('2026-11-23T06:00:05Z'), 'weekly_mail', { personId: person.personId })
    assert.match(mail?.text ?? '', /This is what you owe as ungemedarbejder, Kajkanten/i)
  })

  it('are not written when nothing is due, nor to who never asked', async () => {
    const { person, choose } = await chooser('Dariusz Nowak')
    await choose('ja', '', 'dariusz.nowak@havneby.example')
    const monday = platformOn('2026-11-23T06:00:05Z')
    assert.deepEqual(await perform(monday, 'weekly_mail', { personId: person.personId }), [])
    assert.deepEqual(await jobsOf(person.personId), [{ at: '2026-11-30T06:00Z' }])
    const other = await chooser('Hanne Juul')
    assert.deepEqual(await perform(monday, 'weekly_mail', { personId: other.person.personId }), [])
    assert.deepEqual(await jobsOf(other.person.personId), [])
  })

  const clockChanges: [what: string, chosen: string, next: string][] = [
    ['after 29 March', '2026-03-27T12:00:00Z', '2026-03-30T05:00Z'],
    ['after 25 October', '2026-10-23T12:00:00Z', '2026-10-26T06:00Z'],
  ]
  for (const [what, chosen, next] of clockChanges)
    it(`come at seven by the clock on the wall ${what} too`, async () => {
      const { person, choose } = await chooser('Karim Haddad', platformOn(chosen))
      await choose('ja', 'ja', 'karim.haddad@havneby.example')
      assert.deepEqual(await jobsOf(person.personId), [{ at: next }])
      await choose('nej', 'ja', 'karim.haddad@havneby.example')
      assert.deepEqual(await jobsOf(person.personId), [])
    })

  it('tell once at 90 and once at 30 days that a reservation runs out', async () => {
    const { person } = await chooser('Line Østerby')
    const to = async (moment: string) =>
      (await perform(platformOn(moment), 'warn_of_endings')).filter(
        (mail) => mail.to === 'line.oesterby@havneby.example',
      )
    assert.deepEqual(await to('2026-10-01T05:00:00Z'), [])
    const [ninety, ...others] = await to('2026-10-02T05:00:00Z')
    assert.equal(others.length, 0)
    assert.match(ninety?.subject ?? '', /om 90 dage|udløber snart/)
    assert.match(ninety?.text ?? '', /et forbehold skal afklares[\s\S]*om 90 dage, 31\. december 2026/)
    assert.deepEqual(await to('2026-10-02T09:00:00Z'), [])
    assert.deepEqual(await to('2026-11-30T05:00:00Z'), [])
    assert.match((await to('2026-12-01T05:00:00Z'))[0]?.text ?? '', /om 30 dage/)
    assert.deepEqual(await to('2026-12-02T05:00:00Z'), [])
    assert.match(await person.text('/loefter/mail'), /om 30 dage/)
  })

  it('tell of a side agreement and of an agreement that run out, late rather than never', async () => {
    await openSample(platformOn())
    const side = await perform(platformOn('2027-06-05T05:00:00Z'), 'warn_of_endings')
    assert.ok(
      side.some((mail) => mail.text.includes('Sommer på kajen')),
      'no mail of the side agreement',
    )
    const agreement = await perform(platformOn('2028-10-20T05:00:00Z'), 'warn_of_endings')
    const told = agreement.filter((mail) => /Aftalen om .* udløber/.test(mail.text))
    assert.ok(told.length >= 8, `${told.length} mails`)
    assert.ok(told.every((mail) => mail.text.includes('om 72 dage, 31. december 2028')))
    assert.ok(!agreement.some((mail) => mail.to.startsWith('dariusz')))
    assert.deepEqual(await perform(platformOn('2028-10-21T05:00:00Z'), 'warn_of_endings'), [])
  })

  it('are stopped by the link in them, without signing in and from elsewhere', async () => {
    const platform = platformOn()
    const { person, choose } = await chooser('Nadia Rahimi', platform)
    await choose('ja', 'ja', 'nadia.rahimi@havneby.example')
    const [mail] = await perform(platformOn('2026-11-23T06:00:05Z'), 'weekly_mail', { personId: person.personId })
    const stop = /^List-Unsubscribe: <http:\/\/localhost:3000([^>]+)>/m.exec(mail?.raw ?? '')?.[1] ?? ''
    const stranger = (await openSample(platform)).visit()
    assert.match(await stranger.text(stop), /Ja, stop/)
    assert.match(await person.text('/loefter/mail'), /id="felt-ugentlig-ja"[^>]*checked/)
    const elsewhere = { origin: 'https://mail.example', 'content-type': 'application/x-www-form-urlencoded' }
    const forged = await stranger.ask(
      stop.replace(
        person.personId,
        person.personId.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      ),
      {
        method: 'POST',
        headers: elsewhere,
      },
    )
    assert.equal(forged.status, 404)
    const stopped = await stranger.ask(stop, { method: 'POST', headers: elsewhere, body: 'List-Unsubscribe=One-Click' })
    assert.equal(stopped.status, 200)
    assert.doesNotMatch(await person.text('/loefter/mail'), /id="felt-ugentlig-ja"[^>]*checked/)
    assert.match(await person.text('/loefter/mail'), /id="felt-udloeb"[^>]*checked/)
    assert.deepEqual(await jobsOf(person.personId), [])
    assert.deepEqual(
      await perform(platformOn('2026-11-30T06:00:05Z'), 'weekly_mail', { personId: person.personId }),
      [],
    )
  })

  it('are kept to be read where there is no mail server', async () => {
    const { person, choose } = await chooser('Yusuf Demir')
    await choose('ja', '', 'yusuf.demir@havneby.example')
    const quiet = platformOn('2026-11-23T06:00:05Z', '')
    assert.deepEqual(await perform(quiet, 'weekly_mail', { personId: person.personId }), [])
    const page = await (await openSample(quiet)).signIn('Yusuf Demir').then((yusuf) => yusuf.text('/loefter/mail'))
    assert.match(page, /ikke sat op til at sende mail/)
    assert.match(page, /skrevet 23\. november 2026 kl\. 07\.00, ikke sendt/)
    assert.match(page, /Det skylder du som/)
  })

  it('go to no address that is none, and keep what was typed', async () => {
    const { choose } = await chooser('Samira Aziz')
    for (const address of ['samira', 'a@b', 'a b@c.dk', 'a@b.dk,c@d.dk', 'a@b.dk\r\nBcc: x@y.dk']) {
      const answer = await choose('ja', '', address)
      const page = await answer.text()
      assert.equal(answer.status, 422, address)
      assert.match(page, /id="felt-adresse-error"/)
      assert.match(page, /id="felt-ugentlig-ja"[^>]*checked/)
    }
  })

  it('are seen in the database by the person they are to alone', async () => {
    const { person } = await chooser('Ida Holt')
    const { person: other } = await chooser('Birgitte Vestergaard')
    for (const table of ['mail', 'mail_choice', 'warning']) {
      const rows = (personId: string | null) =>
        runSql<{ person: string }>(own, { personId }, `select distinct person_id::text as person from ${table}`)
      assert.ok((await rows('system')).length > 1, table)
      for (const { person: seen } of await rows(person.personId)) assert.equal(seen, person.personId, table)
      for (const { person: seen } of await rows(other.personId)) assert.equal(seen, other.personId, table)
      assert.deepEqual(await rows(null), [], table)
    }
    const forged = `insert into mail_choice values ('${person.personId}', true, true, 'da', now())
      on conflict (person_id) do update set wants_weekly = false`
    await assert.rejects(runSql(own, { personId: other.personId }, forged), /row-level security/)
  })
})
