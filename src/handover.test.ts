import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { clockAt } from './platform/clock.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { linkIn } from './test-invitation.ts'
import { postOf, swap } from './test-swap.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor, visitorOf } from './test-visitor.ts'

const line = 'Aftalen med havnen ligger i mappen på kontoret.'

describe('handing a post over', () => {
  const own = testDatabase(theSample)
  const platform = (moment = '2026-11-21T12:00:00Z'): Platform => ({
    ...testPlatform(own.database),
    clock: clockAt(moment),
  })

  /** Rasmus leaves for Maja on 1 December; the handover page, and the first thing on it. */
  const open = async () => {
    const { signIn } = await openSample(platform())
    const lead = await signIn('Pernille Skovgaard')
    const post = await postOf(lead, 'Rasmus Thorup')
    const link = linkIn(await (await swap(lead, post, {})).text())
    return { signIn, lead, post, link, page: `${post}/overdragelse` }
  }

  const accept = async (link: string, moment: string) => {
    const newcomer = visitorOf(await createApp(platform(moment)))
    const answer = await newcomer.send(link, {})
    assert.equal(answer.status, 303)
    return { newcomer, leadsTo: answer.headers.get('location') }
  }

  const hidden = (page: string): Record<string, string> =>
    Object.fromEntries(
      ['fra', 'ting', 'ref'].map((name) => [name, new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '']),
    )

  const say = async (someone: TestVisitor, page: string, typed: Record<string, string>) =>
    someone.send(page, { ...hidden(await someone.text(page)), ...typed })

  it('is for whoever leaves, whoever comes after from their day on, the lead and the administrator', async () => {
    const { signIn, lead, page, link } = await open()
    const rasmus = await signIn('Rasmus Thorup')
    assert.match(await rasmus.text(page), /Fra Rasmus Thorup til Maja Lindskov.*Funktionen skifter 1\. december 2026/s)
    assert.equal((await say(rasmus, page, { linje: line, overdraget: 'ja' })).status, 303)
    assert.match(
      await lead.text(page),
      new RegExp(`1 af \\d+ er overdraget.*${line}.*Rasmus Thorup, 21\\. november 2026`, 's'),
    )
    for (const name of ['Emil Bay Poulsen', 'Ida Holt', 'Dariusz Nowak'])
      assert.equal((await (await signIn(name)).ask(page)).status, 403, name)
    const early = await accept(link, '2026-11-30T20:00:00Z')
    assert.equal(early.leadsTo, '/aftaler')
    assert.equal((await early.newcomer.ask(page)).status, 403)
    // Half past midnight in Denmark.
    const midnight = await createApp(platform('2026-11-30T23:30:00Z'))
    const begun = early.newcomer.moved(midnight)
    assert.match(await begun.text(page), new RegExp(line))
    const lastDay = await (await openSample(platform('2026-11-30T20:00:00Z'))).signIn('Rasmus Thorup')
    assert.equal((await lastDay.ask(page)).status, 200)
    const gone = lastDay.moved(midnight)
    assert.notEqual((await gone.ask(page)).status, 200)
  })

  it('is kept to them in the rows themselves, which are added and never changed', async () => {
    const { signIn, lead, page, post, link } = await open()
    const rasmus = await signIn('Rasmus Thorup')
    await say(rasmus, page, { linje: line })
    await say(rasmus, page, { linje: `${line} Nøglen også.` })
    await accept(link, '2026-12-01T12:00:00Z')
    assert.equal(
      (await swap(lead, post, { navn: 'Noa Krogh', mail: 'noa@havneby.example', fra: '2027-02-01' })).status,
      200,
    )
    const seenBy = async (name: string, day: string) => {
      const [person] = await runSql<{ id: string }>(
        platform(),
        system,
        `select person_id as id from person where name = '${name}'`,
      )
      const actor = { personId: person?.id ?? '', day: Temporal.PlainDate.from(day) }
      return (await runSql(platform(), actor, 'select from handover_note')).length
    }
    assert.deepEqual(
      [
        await seenBy('Rasmus Thorup', '2026-11-21'),
        await seenBy('Rasmus Thorup', '2026-12-01'),
        await seenBy('Maja Lindskov', '2026-11-30'),
        await seenBy('Maja Lindskov', '2026-12-01'),
        await seenBy('Noa Krogh', '2027-02-01'),
        await seenBy('Ida Holt', '2026-11-21'),
        await seenBy('Pernille Skovgaard', '2026-11-21'),
      ],
      [2, 0, 0, 2, 0, 0, 2],
    )
    for (const statement of ['update handover_note set note = note', 'delete from handover_note'])
      await assert.rejects(runSql(platform(), system, statement), /permission denied/)
    const day = Temporal.PlainDate.from('2026-11-21')
    const asAnother = `insert into handover_note select gen_random_uuid(), holder_id, thing, thing_ref, 'x', false, '${lead.personId}', now() from handover_note limit 1`
    await assert.rejects(runSql(platform(), { personId: rasmus.personId, day }, asAnother), /row-level security/)
    assert.match(await lead.text(page), /Nøglen også/)
  })

  it('marks what may tell who a person is, and saves it all the same where somebody has looked', async () => {
    const { lead, page } = await open()
    const told = 'Ring til Mohammed, 8 år, fra Tangvej 4'
    const warned = await say(lead, page, { linje: told })
    assert.equal(warned.status, 422)
    const answer = await warned.text()
    assert.match(answer, /<mark>Mohammed<\/mark>.*Gem alligevel/s)
    assert.doesNotMatch(await lead.text(page), /Mohammed/)
    assert.equal((await say(lead, page, { linje: told, laest: 'ja' })).status, 303)
    assert.match(await lead.text(page), /Mohammed/)
    assert.equal((await say(lead, page, { linje: 'x'.repeat(501) })).status, 422)
    assert.equal((await say(lead, page, { linje: 'hans CPR er 010101-1234' })).status, 422)
    assert.equal((await say(lead, page, { ting: 'alt', linje: 'x' })).status, 404)
    assert.equal((await say(lead, page, { fra: 'findes-ikke', linje: 'x' })).status, 404)
  })

  it('tells the newcomer in the first hour what was passed on, and marks what they have done', async () => {
    const { signIn, lead, page, link } = await open()
    await say(await signIn('Rasmus Thorup'), page, { linje: line, overdraget: 'ja' })
    const { newcomer, leadsTo } = await accept(link, '2026-12-01T12:00:00Z')
    assert.equal(leadsTo, '/foerste-time')
    const first = await newcomer.text('/foerste-time')
    assert.match(first, /Velkommen, Maja Lindskov.*0 af 5 er gjort/s)
    for (const told of [
      line,
      'Rasmus Thorup havde funktionen',
      'Der er ingen referater endnu',
      'pernille.skovgaard@havneby.example',
    ])
      assert.ok(first.includes(told), told)
    assert.match(first, /href="\/foerste-time" aria-current="page"/)
    const done = async () => /(\d) af 5 er gjort/.exec(await newcomer.text('/foerste-time'))?.[1]
    const contract = /href="(\/aftaler\/[^"]+)">Åbn den levende aftale/.exec(first)?.[1] ?? assert.fail('no agreement')
    const counts = [await done()]
    await newcomer.ask(contract)
    counts.push(await done())
    await newcomer.send('/loefter/kalender', {})
    counts.push(await done())
    await newcomer.send('/loefter/mail', { ugentlig: 'ja', udloeb: '', adresse: 'maja.lindskov@havneby.example' })
    counts.push(await done())
    const right = await newcomer.send('/kontakter/mig', { indehaver: 'alle', svar: 'passer', til: 'foerste-time' })
    assert.equal(right.headers.get('location'), '/foerste-time?gemt=oplysninger')
    counts.push(await done())
    assert.deepEqual(counts, ['0', '1', '2', '3', '4'])
    assert.doesNotMatch(await lead.text('/aftaler'), /href="\/foerste-time"/)
    assert.match(await lead.text('/foerste-time'), /Siden er for den, der lige har fået en funktion/)
    const later = newcomer.moved(await createApp(platform('2027-01-31T12:00:00Z')))
    assert.doesNotMatch(await later.text('/aftaler'), /href="\/foerste-time"/)
  })

  it('keeps a first look at an agreement to the one who looked', async () => {
    const { link, lead } = await open()
    const { newcomer } = await accept(link, '2026-12-01T12:00:00Z')
    await newcomer.ask('/aftaler/havneby-uddannelse-og-job')
    await lead.ask('/aftaler/havneby-uddannelse-og-job')
    const looks = async (personId: string) =>
      (await runSql(platform(), { personId, day: Temporal.PlainDate.from('2026-12-01') }, 'select from contract_look'))
        .length
    const [maja] = await runSql<{ id: string }>(
      platform(),
      system,
      `select person_id as id from person where name = 'Maja Lindskov'`,
    )
    assert.deepEqual([await looks(maja?.id ?? ''), await looks(lead.personId)], [1, 0])
  })
})
