import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { clockAt } from './platform/clock.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import { newId } from './platform/id.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { invite, inviting, linkIn, newPost, pageOf } from './test-invitation.ts'
import { theSample } from './test-sample.ts'
import { openSample, visitorOf } from './test-visitor.ts'

const volunteer = 'frivillig FritidsLods, Frivilligcenter Sundstrand'
const tokenless = (path: string) => path.replace(/[\w-]{43}$/, 'x'.repeat(43))

describe('people and posts', () => {
  const own = testDatabase(theSample)
  const platform = () => testPlatform(own.database)

  it('are read by everyone with a post, by no visitor, and changed by the lead alone', async () => {
    const { signIn, visit } = await openSample(platform())
    const reader = await signIn('Emil Bay Poulsen')
    const page = await reader.text('/personer')
    assert.match(page, /Ida Holt/)
    assert.match(page, /siden 1\. januar 2025/)
    assert.match(page, /href="\/kontakter" aria-current="page"/)
    assert.doesNotMatch(page, /href="\/personer\/inviter"|href="\/personer\/[0-9a-f]/)
    const lead = await signIn('Pernille Skovgaard')
    assert.match(await lead.text('/personer'), /href="\/personer\/inviter"/)
    const idas = await pageOf(lead, 'Ida Holt')
    for (const path of ['/personer/inviter', idas]) assert.equal((await reader.ask(path)).status, 403, path)
    assert.equal((await visit().ask('/personer')).status, 303)
    assert.doesNotMatch(await visit().text('/'), /href="\/personer"/)
  })

  it('are found by words, Danish letters or not', async () => {
    const { signIn } = await openSample(platform())
    const reader = await signIn('Emil Bay Poulsen')
    for (const sought of ['oesterby', 'ØSTERBY', 'dokken pædagogisk', 'ungdomsklubben paedagogisk']) {
      const page = await reader.text(`/personer?soeg=${encodeURIComponent(sought)}`)
      assert.match(page, /Line Østerby/, sought)
      assert.doesNotMatch(page, />\s*Ida Holt/, sought)
    }
    assert.match(await reader.text('/personer?soeg=zzz'), /Ingen passer til “zzz”/)
  })
})

describe('inviting a person', () => {
  const own = testDatabase(theSample)
  const platform = (moment = '2026-11-21T12:00:00Z'): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
  })

  it('gives the post from the day, and lets in whoever presses the button behind the link, once', async () => {
    const { signIn, visit } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const link = await invite(lead, newPost)
    assert.match(await lead.text('/personer'), /Maja Lindskov<\/a>\s*<span class="person-mark">inviteret/)
    const scanner = visit()
    for (let look = 0; look < 3; look += 1) {
      const page = await scanner.ask(link)
      assert.equal(page.status, 200)
      assert.match(await page.text(), /Velkommen, Maja Lindskov.*som klubassistent, Børne- og Skoleforvaltningen/s)
    }
    assert.equal((await scanner.ask('/personer')).status, 303)
    const maja = visit()
    assert.equal((await maja.send(link, {})).status, 303)
    assert.match(await maja.text('/personer'), /Maja Lindskov/)
    assert.doesNotMatch(await maja.text('/personer'), /person-mark">inviteret/)
    const again = await visit().send(link, {})
    assert.equal(again.status, 410)
    assert.match(await again.text(), /allerede sagt ja/)
    const [told] = await runSql<{ confirmed: boolean; traces: string[] }>(
      platform(),
      system,
      `select (select email_confirmed_at is not null from person where name = 'Maja Lindskov') as confirmed, array(select verb from audit_entry
        where about_ref = (select person_id::text from person where name = 'Maja Lindskov') order by happened_at, lane, number) as traces`,
    )
    assert.equal(told?.confirmed, true)
    assert.deepEqual(told?.traces.toSorted(), ['holder.invited', 'invitation.accepted', 'session.begun'])
  })

  it('tells kindly why a link is no longer good, and keeps only its hash', async () => {
    const { signIn, visit } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const link = await invite(lead, newPost)
    const tampered = await visit().ask(tokenless(link))
    assert.equal(tampered.status, 404)
    assert.match(await tampered.text(), /Vi kender ikke linket/)
    assert.equal((await visit().ask('/invitation/kort')).status, 404)
    const page = await pageOf(lead, 'Maja Lindskov')
    const renewed = linkIn(await (await lead.send(`${page}/igen`, {})).text())
    assert.notEqual(renewed, link)
    assert.equal((await visit().send(link, {})).status, 404)
    const late = visitorOf(await createApp(platform('2026-12-05T12:00:00Z')))
    assert.match(await late.text(renewed), /Linket er for gammelt/)
    assert.equal((await visitorOf(await createApp(platform('2026-12-05T11:59:59Z'))).ask(renewed)).status, 200)
    assert.equal((await lead.send(`${page}/traek-tilbage`, {})).status, 303)
    assert.match(await visit().text(renewed), /Invitationen er trukket tilbage/)
    assert.equal((await visit().send(renewed, {})).status, 410)
    assert.doesNotMatch(await lead.text('/personer'), /Maja Lindskov/)
    const kept = JSON.stringify(await runSql(platform(), system, 'select * from invitation'))
    assert.ok(!kept.includes(renewed.slice(-43)))
    const forgotten = await invite(lead, { ...newPost, titel: 'glemt vikar' })
    assert.equal((await late.send(forgotten, {})).status, 410)
  })

  it('lets nobody guess links for long', async () => {
    const { visit } = await openSample(platform())
    const guesser = visit()
    const statuses: number[] = []
    for (let guess = 0; guess < 11; guess += 1)
      statuses.push((await guesser.send(`/invitation/${String(guess).repeat(43).slice(0, 43)}`, {})).status)
    assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 404), 429])
  })

  it('uses who is known by the mail, asks whether a namesake is the same, and invites who holds the post already', async () => {
    const { signIn, visit } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    await invite(lead, { ...newPost, navn: 'Ida Holt', mail: 'IDA.HOLT@havneby.example' })
    const countOf = async (name: string) =>
      (await runSql(platform(), system, `select from person where name = '${name}'`)).length
    assert.equal(await countOf('Ida Holt'), 1)
    await runSql(platform(), system, `update person set email = null where name = 'Malthe Riis'`)
    const form = inviting({ navn: 'malthe riis', mail: 'malthe@havneby.example', ...newPost, titel: 'vikar' })
    const asked = await lead.send('/personer/inviter', form)
    const page = await asked.text()
    assert.equal(asked.status, 422)
    assert.match(page, /Er det den samme\?.*Ja, det er Malthe Riis, ungemedarbejder, Kajkanten/is)
    const malthe = /name="samme" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    assert.equal((await lead.send('/personer/inviter', { ...form, samme: malthe })).status, 200)
    assert.equal(await countOf('Malthe Riis'), 1)
    const other = await lead.send(
      '/personer/inviter',
      inviting({ ...form, nr: newId<'invitation'>(), titel: 'tolk', mail: 'mr@havneby.example', samme: 'anden' }),
    )
    assert.equal(other.status, 200)
    assert.match(await lead.text('/personer'), /tolk/)
    const emil = await pageOf(lead, 'Emil Bay Poulsen')
    const filled = await lead.text(emil.replace('/personer/', '/personer/inviter?person='))
    assert.match(filled, /value="frivillig FritidsLods, Frivilligcenter Sundstrand"/)
    const link = await invite(lead, {
      navn: 'Emil Bay Poulsen',
      mail: 'emil.poulsen@havneby.example',
      funktion: volunteer,
    })
    assert.equal((await visit().send(link, {})).status, 303)
    assert.equal(await pageOf(lead, 'Emil Bay Poulsen'), emil)
    const twice = await lead.send(
      '/personer/inviter',
      inviting({ navn: 'Emil', mail: 'emil.poulsen@havneby.example', funktion: volunteer }),
    )
    assert.match(await twice.text(), /Emil Bay Poulsen er allerede inviteret til den funktion/)
  })

  it('offers a successor where the post is held, and a withdrawn one leaves it to who had it', async () => {
    const { signIn, visit } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const form = inviting({ funktion: volunteer, fra: '2026-12-01' })
    const refused = await lead.send('/personer/inviter', form)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Emil Bay Poulsen har funktionen\..*name="afloeser"/s)
    const answer = await lead.send('/personer/inviter', { ...form, afloeser: 'ja' })
    const link = linkIn(await answer.text())
    assert.match(await lead.text('/personer'), /til og med 30\. november 2026/)
    assert.match(await lead.text('/personer'), /Får en funktion senere.*Maja Lindskov.*fra 1\. december 2026/s)
    assert.equal((await visit().ask(link)).status, 200)
    const page = await pageOf(lead, 'Maja Lindskov')
    assert.equal((await lead.send(`${page}/traek-tilbage`, {})).status, 303)
    assert.doesNotMatch(await lead.text('/personer'), /til og med|Maja Lindskov/)
  })

  it('invites once where the form is sent twice', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const form = inviting(newPost)
    assert.equal((await lead.send('/personer/inviter', form)).status, 200)
    assert.equal((await lead.send('/personer/inviter', form)).status, 303)
    assert.equal((await runSql(platform(), system, 'select from invitation')).length, 1)
  })

  const bad: readonly [string, Record<string, string>, RegExp][] = [
    ['no name', { navn: ' ' }, /id="felt-navn-error"/],
    ['a mail address that is none', { mail: 'maja@' }, /Det er ikke en mailadresse/],
    ['a mail address with a header in it', { mail: 'a@b.dk\r\nBcc: c@d.dk' }, /Det er ikke en mailadresse/],
    ['a day that is none', { fra: '2026-02-30' }, /id="felt-fra-error"/],
    ['a day of another age', { fra: '-999999-01-01' }, /id="felt-fra-error"/],
    ['an unknown post', { titel: '', organisation: '', enhed: '', funktion: 'konge' }, /står ikke på listen/],
    ['two posts', { funktion: volunteer }, /Ikke begge dele/],
    ['half a post', { organisation: '' }, /id="felt-organisation-error"/],
    ['a name without end', { navn: 'x'.repeat(201) }, /Skriv højst 200 tegn/],
  ]
  for (const [what, typed, sentence] of bad)
    it(`says what is wrong with ${what} and keeps what was typed`, async () => {
      const { signIn } = await openSample(platform())
      const lead = await signIn('Pernille Skovgaard')
      const answer = await lead.send('/personer/inviter', inviting({ ...newPost, ...typed }))
      const page = await answer.text()
      assert.equal(answer.status, 422)
      assert.match(page, sentence)
      assert.match(page, /value="(?:klubassistent|maja\.lindskov@havneby\.example)"/)
    })

  it('is for the lead and the administrator, also in the rows themselves', async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    await invite(lead, newPost)
    const ida = await signIn('Ida Holt')
    assert.equal((await ida.send('/personer/inviter', inviting(newPost))).status, 403)
    const page = await pageOf(lead, 'Maja Lindskov')
    for (const act of ['slut', 'fortryd', 'igen', 'traek-tilbage', 'tag-tilbage', 'hverv'])
      assert.equal((await ida.send(`${page}/${act}`, { dag: '2026-11-21' })).status, 403, act)
    const day = Temporal.PlainDate.from('2026-11-21')
    const seen = async (personId: string) =>
      (await runSql(platform(), { personId, day }, 'select from invitation')).length
    assert.deepEqual([await seen(lead.personId), await seen(ida.personId)], [1, 0])
  })
})
