import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { clockAt } from './platform/clock.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor, visitorOf } from './test-visitor.ts'

describe('asking somebody whether their entry is right', () => {
  const own = clonedDatabase(theSample)
  const asOwner = <Row extends object>(query: string) =>
    runSqlAsOwner<Row>(own.url, query.replaceAll(/(?<=[\s])@(?=[a-z])/g, `"${own.database.schema}".`))
  const platformAt = (moment = '2026-11-21T12:00:00Z') => ({ ...testPlatform(own.database), clock: clockAt(moment) })

  const openFor = async (name: string) => {
    await asOwner('delete from @confirmation_link')
    await asOwner('delete from @contact_answer')
    await asOwner('delete from @holder_confirmation')
    const opened = await openSample(platformAt())
    return { ...opened, reader: await opened.signIn(name) }
  }

  const postOf = async (name: string): Promise<string> => {
    const [row] = await asOwner<{ id: string }>(
      `select h.post_id as id from @holder h join @person using (person_id) where name = '${name}' order by holder_id limit 1`,
    )
    return row?.id ?? ''
  }

  const ask = async (reader: TestVisitor, name: string): Promise<string> => {
    const answer = await reader.send('/kontakter/bed', { funktion: await postOf(name) })
    const page = await answer.text()
    assert.equal(answer.status, 200, page)
    const [, path] = /href="http:\/\/localhost:3000(\/kontakter\/bekraeft\/[\w-]{43})"/.exec(page) ?? []
    assert.ok(path !== undefined, page)
    return path
  }

  const holderOn = (page: string): string => /name="indehaver" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const countOf = async (table: string): Promise<number> => {
    const [row] = await asOwner<{ n: number }>(`select count(*)::int as n from @${table}`)
    return row?.n ?? -1
  }

  it('gives a link that opens their own entries to whoever has it, and looking changes nothing', async () => {
    const { reader, visit } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    for (const _ of [1, 2]) {
      const answer = await visit().ask(link)
      assert.equal(answer.status, 200)
      assert.equal(answer.headers.get('cache-control'), 'no-store')
      const page = await answer.text()
      assert.match(page, /Hej Malthe Riis/)
      assert.match(page, /malthe\.riis@havneby\.example/)
      assert.doesNotMatch(page, /Ida Holt|Anne-Sofie/)
    }
    assert.equal(await countOf('holder_confirmation'), 0)
    assert.equal(await countOf('contact_answer'), 0)
  })

  it('keeps only a hash of the link, and signs nobody in by it', async () => {
    const { reader, visit } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    const token = link.split('/').at(-1) ?? ''
    const [row] = await asOwner<{ hash: string }>(`select encode(token_hash, 'hex') as hash from @confirmation_link`)
    assert.match(row?.hash ?? '', /^[0-9a-f]{64}$/)
    const guest = visit()
    const page = await guest.text(link)
    await guest.send(link, { indehaver: holderOn(page), svar: 'passer' })
    assert.equal((await guest.ask('/personer')).headers.get('location')?.startsWith('/log-ind'), true)
    assert.equal((await guest.ask(`/invitation/${token}`)).status, 404)
  })

  it('is answered by "that is right" without signing in; the entry is then fresh, and the trail says so', async () => {
    const { reader, visit } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    const guest = visit()
    const answer = await guest.send(link, { indehaver: holderOn(await guest.text(link)), svar: 'passer' })
    assert.equal(answer.headers.get('location'), `${link}?svar=tak`)
    assert.match(await guest.text(`${link}?svar=tak`), /Tak\. Dit svar er gemt/)
    assert.match(await reader.text('/kontakter?q=malthe'), /bekræftet i dag/)
    const [told] = await asOwner<{ facts: string }>(
      `select facts from @audit_entry where verb = 'contact.confirmed' order by happened_at desc limit 1`,
    )
    assert.equal(told?.facts, '{"by_link":true}')
  })

  it('changes a phone number at once, and leaves a mail address to the lead, since it signs in', async () => {
    const { reader, visit, signIn } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    const guest = visit()
    const indehaver = holderOn(await guest.text(link))
    await guest.send(link, { indehaver, svar: 'ret', telefon: '22 33 44 66', mail: 'malthe@andet.example' })
    assert.match(await guest.text(link), /Du har svaret, at din mail er malthe@andet\.example/)
    const seen = await reader.text('/kontakter?q=malthe')
    assert.match(seen, /22 33 44 66/)
    assert.match(seen, /malthe\.riis@havneby\.example/)
    const lead = await signIn('Pernille Skovgaard')
    assert.match(await lead.text('/kontakter'), /1 svar venter/)
    const page = await lead.text('/kontakter/bekraeftelser')
    assert.match(page, /Malthe Riis har fået mailadressen malthe@andet\.example/)
    const [, settle = ''] = /action="(\/kontakter\/svar\/[^"]+)"/.exec(page) ?? []
    assert.equal((await reader.send(settle, { hvad: 'skift' })).status, 403)
    assert.equal((await lead.send(settle, { hvad: 'skift' })).status, 303)
    assert.match(await lead.text('/kontakter?q=malthe'), /malthe@andet\.example/)
    assert.equal((await lead.send(settle, { hvad: 'skift' })).status, 422)
    await asOwner(`update @person set email = 'malthe.riis@havneby.example' where name = 'Malthe Riis'`)
  })

  it('leaves it to the lead that somebody is there no more, and they keep their post until then', async () => {
    const { reader, visit, signIn } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    const guest = visit()
    await guest.send(link, { indehaver: holderOn(await guest.text(link)), svar: 'vaek' })
    assert.match(await reader.text('/kontakter?q=malthe'), /Malthe Riis/)
    const lead = await signIn('Pernille Skovgaard')
    const page = await lead.text('/kontakter/bekraeftelser')
    assert.match(page, /Malthe Riis er ikke længere Ungemedarbejder, Kajkanten/)
    assert.match(page, /href="\/personer\/[0-9a-f-]{36}"/)
    const [, settle = ''] = /action="(\/kontakter\/svar\/[^"]+)"/.exec(page) ?? []
    await lead.send(settle, { hvad: 'laeg-vaek' })
    assert.match(await lead.text('/kontakter/bekraeftelser'), /Ingen svar venter/)
  })

  it('tells what is wrong with a number or an address, and keeps what was typed', async () => {
    const { reader, visit } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    const guest = visit()
    const indehaver = holderOn(await guest.text(link))
    const wrong = await guest.send(link, { indehaver, svar: 'ret', telefon: 'i morgen', mail: '' })
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /Det er ikke et telefonnummer.*value="i morgen"/s)
    assert.equal((await guest.send(link, { indehaver, svar: 'ret', telefon: '', mail: 'x' })).status, 422)
    assert.equal(await countOf('contact_answer'), 0)
  })

  it("takes no answer about anybody else's entry", async () => {
    const { reader, visit } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    const [other] = await asOwner<{ id: string }>(
      `select holder_id as id from @holder join @person using (person_id) where name = 'Ida Holt' limit 1`,
    )
    for (const svar of ['passer', 'vaek', 'ret'])
      assert.equal((await visit().send(link, { indehaver: other?.id ?? '', svar, telefon: '', mail: '' })).status, 404)
    assert.equal(await countOf('holder_confirmation'), 0)
  })

  it('opens nothing after thirty days, nor once a newer link is sent, nor when it is guessed', async () => {
    const { reader, visit } = await openFor('Ida Holt')
    const link = await ask(reader, 'Malthe Riis')
    const later = visitorOf(await createApp(platformAt('2026-12-21T12:00:00Z')))
    assert.equal((await visitorOf(await createApp(platformAt('2026-12-21T11:59:59Z'))).ask(link)).status, 200)
    assert.equal((await later.ask(link)).status, 410)
    const ida = await (await openSample(platformAt('2026-11-29T12:00:00Z'))).signIn('Ida Holt')
    assert.notEqual(await ask(ida, 'Malthe Riis'), link)
    assert.equal((await visit().ask(link)).status, 404)
    assert.equal((await visit().ask(`/kontakter/bekraeft/${'a'.repeat(43)}`)).status, 404)
  })

  it('asks nobody twice in a week, nor without a mail address', async () => {
    const { reader } = await openFor('Ida Holt')
    await ask(reader, 'Malthe Riis')
    const again = await reader.send('/kontakter/bed', { funktion: await postOf('Malthe Riis') })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /spurgt inden for den sidste uge/)
    const silent = await reader.send('/kontakter/bed', { funktion: await postOf('Trine Dalsgaard') })
    assert.match(await silent.text(), /Vi kender ingen mailadresse/)
    assert.equal((await reader.send('/kontakter/bed', { funktion: 'x' })).status, 403)
  })

  it('is mailed where there is a mail server, to them alone', async () => {
    await openFor('Ida Holt')
    const platform = platformAt()
    const config = { ...platform.config, smtpUrl: 'smtp://127.0.0.1:1' }
    const { signIn } = await openSample({ ...platform, config })
    const answer = await (await signIn('Ida Holt')).send('/kontakter/bed', { funktion: await postOf('Malthe Riis') })
    const page = await answer.text()
    assert.match(page, /Der er sendt en mail til Malthe Riis/)
    assert.doesNotMatch(page, /bekraeft\//)
    const mails = await asOwner<{ address: string; plain: string }>(`select address, plain from @mail`)
    assert.deepEqual(
      mails.map(({ address }) => address),
      ['malthe.riis@havneby.example'],
    )
    assert.match(
      mails[0]?.plain ?? '',
      /Ida Holt \(projektkoordinator, Bølgen\) vil gerne vide.*\/kontakter\/bekraeft\/[\w-]{43}/s,
    )
  })
})

describe("one's own entry", () => {
  const own = clonedDatabase(theSample)
  const open = () => openSample(testPlatform(own.database))

  it('is confirmed on the list at once by whoever is signed in', async () => {
    const { signIn } = await open()
    const ida = await signIn('Ida Holt')
    const [, indehaver = ''] = /name="indehaver" value="([^"]+)"/.exec(await ida.text('/kontakter?q=ida+holt')) ?? []
    const answer = await ida.send('/kontakter/mig', { indehaver, svar: 'passer', til: 'liste' })
    assert.equal(answer.headers.get('location'), '/kontakter?besked=tak')
    assert.match(await ida.text('/kontakter?besked=tak'), /Din oplysning er bekræftet i dag/)
    assert.match(await ida.text('/kontakter?q=ida+holt'), /bekræftet i dag/)
  })

  it('is stale half a year after it was confirmed, and not before', async () => {
    const staleAt = async (moment: string) => {
      const { signIn } = await openSample({ ...testPlatform(own.database), clock: clockAt(moment) })
      const page = await (await signIn('Pernille Skovgaard')).text('/kontakter/bekraeftelser')
      return [...page.matchAll(/>Emil Bay Poulsen</g)].length
    }
    const emil = await (await open()).signIn('Emil Bay Poulsen')
    assert.equal(await staleAt('2026-11-21T12:00:00Z'), 1)
    const [, indehaver = ''] = /name="indehaver" value="([^"]+)"/.exec(await emil.text('/kontakter/mig')) ?? []
    await emil.send('/kontakter/mig', { indehaver, svar: 'passer' })
    assert.equal(await staleAt('2027-05-20T12:00:00Z'), 0)
    assert.equal(await staleAt('2027-05-24T12:00:00Z'), 1)
  })
})
