import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { clockAt } from './platform/clock.ts'
import { readConfig } from './platform/config.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { testMailServer } from './platform/mail/test-mail-server.ts'
import { runSql } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { system } from './rooms/access/index.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const contract = '/aftaler/havneby-boern-unge-og-familie'
const economy = 'a2/3'

describe('the pages of a revision', () => {
  const own = clonedDatabase(theSample)
  const server = testMailServer()
  const platformOn = (moment = '2026-11-21T12:00:00Z'): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
    config: readConfig({ SMTP_URL: server.url }),
  })
  let ida: TestVisitor
  let lead: TestVisitor
  let other: TestVisitor

  before(async () => {
    const sample = await openSample(platformOn())
    ida = await sample.signIn('Ida Holt')
    lead = await sample.signIn('Pernille Skovgaard')
    other = await sample.signIn('Malthe Riis')
  })

  const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const wordsIn = (page: string) =>
    (/<textarea[^>]*name="ord"[^>]*>([^<]*)/.exec(page)?.[1] ?? '').replaceAll('&quot;', '"').trim()

  const propose = async (who: TestVisitor, change: (words: string) => string, more: Record<string, string> = {}) => {
    const form = `${contract}/forslag/nyt?afsnit=${economy}`
    const page = await who.text(form)
    const typed = { titel: 'En ny pris', hvorfor: 'Alt stiger.', fra: '', ...more }
    return who.send(form, { version: hidden(page, 'version'), ord: change(wordsIn(page)), ...typed })
  }
  const dearer = (words: string) => words.replace('12.000 kr. årligt', '15.000 kr. årligt')

  it('keep what was typed beside the reason where it cannot be taken', async () => {
    const same = await propose(ida, (words) => words)
    assert.equal(same.status, 422)
    assert.match(await same.text(), /Teksten står, som den gjorde/)
    const nameless = await propose(ida, dearer, { titel: ' ', fra: '2026-02-30' })
    const page = await nameless.text()
    assert.equal(nameless.status, 422)
    assert.match(page, /Skriv noget her[^]*Skriv en dag, der findes/)
    assert.match(wordsIn(page), /15\.000 kr\. årligt/)
    const stale = await propose(ida, dearer, { version: '01890000-0000-7000-8000-000000000000' })
    assert.match(await stale.text(), /Aftalen er ændret, siden du åbnede siden/)
    assert.equal((await ida.ask(`${contract}/forslag/nyt?afsnit=a99/1`)).status, 404)
    assert.equal((await ida.ask('/forslag/findes-ikke')).status, 404)
    assert.match(
      (await (await openSample(platformOn())).visit().ask(`${contract}/forslag`)).headers.get('location') ?? '',
      /^\/log-ind/,
    )
  })

  it('lead a proposal from its words to the next version, and everyone whose promises changed is told', async () => {
    const made = await propose(ida, dearer, { fra: '2027-01-01' })
    const path = made.headers.get('location') ?? ''
    const page = await ida.text(path)
    assert.match(page, /1 løfte ændres[^]*Før: 12\.000[^]*Nu: 15\.000/)
    assert.match(page, /ønsket fra 1\. januar 2027/)
    assert.match(await other.text(`${contract}/forslag`), /En ny pris/)

    const decision = {
      udgave: '0',
      udfald: 'adopted',
      besluttet: '2026-11-20',
      forum: 'Boligsocialt Forum',
      moede: '4',
      gaelder: '2026-12-01',
      note: 'Enige.',
    }
    const early = await lead.send(`${path}/afgoer`, decision)
    assert.match(await early.text(), /Forslaget er ikke sendt til forummet endnu/)
    assert.equal((await other.send(`${path}/forelaeg`, { udgave: '0' })).status, 403)
    assert.equal((await ida.send(`${path}/forelaeg`, { udgave: '0' })).status, 303)
    const fixed = await ida.send(`${path}/ret?afsnit=${economy}`, { udgave: '0', ord: 'Nye ord.' })
    assert.match(await fixed.text(), /Ordene ligger fast/)
    assert.equal((await other.send(`${path}/kommentar`, { holdning: 'against', kommentar: 'For dyrt.' })).status, 303)
    assert.equal((await other.send(`${path}/afgoer`, decision)).status, 403)
    const before = await lead.send(`${path}/afgoer`, { ...decision, gaelder: '2024-01-01' })
    assert.match(await before.text(), /En ny udgave gælder tidligst fra i dag/)
    assert.equal((await lead.send(`${path}/afgoer`, decision)).status, 303)
    const again = await lead.send(`${path}/afgoer`, { ...decision, udfald: 'rejected' })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /blev vedtaget 20\. november 2026\. Der kan kun være én beslutning/)

    const mails = await tell()
    const mail = mails.find(({ to }) => to === 'ida.holt@havneby.example')
    assert.match(mail?.subject ?? '', /^Dine løfter ændrer sig: Børn, unge og familie/)
    assert.match(mail?.text ?? '', /er ændret fra 1\. december 2026[^]*Før: 12\.000[^]*Nu: 15\.000/)
    assert.deepEqual(
      mails.filter(({ to }) => to === 'karim.haddad@havneby.example'),
      [],
    )
    assert.match(await lead.text(path), /Vedtaget i Boligsocialt Forum 20\. november 2026\. Møde: 4\./)
    assert.match(await other.text(`${contract}?dag=2026-12-01`), /betaler desuden 15\.000 kr\. årligt/)
    await tellAgain()
    assert.deepEqual(journalled(await lead.text(`${contract}/journal`)), [
      ...journalledOfTheProposal.slice(0, 4),
      '21. november 2026 intern Udgave 1 sat i kraft',
      ...journalledOfTheProposal.slice(4),
    ])
    assert.match(await other.text(contract), /betaler desuden 12\.000 kr\. årligt/)
  })

  it('answer as of a day as they did that day', async () => {
    const { app } = await openSample(platformOn('2026-12-15T12:00:00Z'))
    const later = lead.moved(app)
    for (const path of [contract, '/loefter?hvem=alle&dage=alle', '/aarshjul']) {
      const day = path.includes('?') ? '&dag=2026-11-21' : '?dag=2026-11-21'
      const [asked, then] = [statesIn(await later.text(`${path}${day}`)), statesIn(await lead.text(`${path}${day}`))]
      assert.ok(then.length > 5, path)
      assert.deepEqual(asked, then, path)
    }
    assert.notDeepEqual(statesIn(await later.text(contract)), statesIn(await lead.text(contract)))
  })

  /** Tells of the version that was just decided, and sends the mails. */
  const tell = async () => {
    const platform = platformOn()
    const { tasks, close } = await allTasks(platform)
    const { tell_of_version, send_mail } = tasks
    assert.ok(tell_of_version && send_mail)
    const from = server.inbox.length
    const place = { url: own.url, schema: platform.database.schema, log: platform.log }
    await runDueJobs(place, { tell_of_version, send_mail })
    await runDueJobs(place, { tell_of_version, send_mail })
    close()
    return server.inbox.slice(from)
  }

  /** Does the telling once more, as a queue may that was killed before it noted that it was done. */
  const tellAgain = async () => {
    const platform = platformOn()
    const version = await runSql<{ id: string }>(
      platform,
      system,
      'select agreement_version_id as id from agreement_version where number = 2',
    )
    const { tasks, close } = await allTasks(platform)
    await tasks['tell_of_version']?.({ agreementVersionId: version[0]?.id })
    close()
  }
})

/** What the journal says of a proposal from its coming to its version, the last first; the decision stands on its own day. */
const journalledOfTheProposal = [
  '21. november 2026 ud 5 parter fik besked om udgave 2',
  '21. november 2026 intern Udgave 2 sat i kraft fra 1. december 2026',
  '21. november 2026 intern Ændringsforslag 1 sat på forummets dagsorden',
  '21. november 2026 ind Ændringsforslag 1 fra Boligforeningen Fyret',
  '20. november 2026 intern Forummet vedtog ændringsforslag 1',
]

const journalled = (page: string): string[] =>
  [
    ...page.matchAll(
      /<time[^>]*>([^<]*)<\/time><span class="journal-direction[^>]*>([^<]*)<\/span>[^]*?<p lang="da">([^<]*)/g,
    ),
  ].map(([, day, direction, theme]) => [day, direction, theme].join(' '))

/** How the promises on a page stand: state after state, with why. */
const statesIn = (page: string): string[] =>
  [...page.matchAll(/state-(\w+)|class="note-reason"[^>]*>([^<]*)/g)].map(([, state, why]) => state ?? why ?? '')
