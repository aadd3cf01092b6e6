import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { runSqlAsOwner } from './platform/database/test-sql.ts'
import { known, testMailLinks } from './test-mail-link.ts'
import { openSample } from './test-visitor.ts'

describe('a link to sign in, opened', () => {
  const { own, server, platformAt, visitorAt, later, performJobs, ask, linksIn, askAndGet, press, isIn } =
    testMailLinks()

  it('lets in once, in the browser that asked, and takes one where they were going', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const [mail] = server.inbox
    assert.deepEqual([server.inbox.length, mail?.to, mail?.subject], [1, known, 'Log ind i Brobyg'])
    assert.match(mail?.text ?? '', /Kære Ida Holt/)
    assert.match(mail?.raw ?? '', /^Content-Type: multipart\/alternative/m)
    const opened = await visitor.text(link)
    assert.match(opened, /Du er næsten inde/)
    assert.equal(await isIn(visitor), false, 'a link that is only looked at lets nobody in')
    const pressed = await press(visitor, link)
    assert.deepEqual([pressed.status, pressed.headers.get('location')], [303, '/log-ind/noegle?til=%2Floefter'])
    assert.match(await visitor.text('/log-ind/noegle?til=%2Floefter'), /Lav en adgangsnøgle[\s\S]*href="\/loefter"/)
    assert.match(await visitor.text('/indstillinger'), /Du er logget ind som Ida Holt/)
    assert.match(await visitor.text('/indstillinger'), /med link i mail/)
  })

  it('is not offered a passkey again in the same browser', async () => {
    const visitor = await visitorAt()
    await press(visitor, await askAndGet(visitor))
    await visitor.send('/log-ud', {})
    assert.equal((await press(visitor, await askAndGet(visitor))).headers.get('location'), '/loefter')
  })

  it('is of no use a second time', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    await press(visitor, link)
    await visitor.send('/log-ud', {})
    assert.match(await visitor.text(link), /Linket er brugt/)
    assert.equal((await press(visitor, link)).status, 422)
    assert.equal(await isIn(visitor), false)
  })

  it('lets one in of two who press it at once', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const answers = await Promise.all([press(visitor, link), press(visitor, link)])
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [303, 422],
    )
  })

  it('says kindly in another browser that it opens in the one that asked', async () => {
    const [visitor, other] = [await visitorAt(), await visitorAt()]
    const link = await askAndGet(visitor)
    await ask(other, 'nobody@havneby.example')
    const opened = await other.ask(link)
    assert.equal(opened.status, 410)
    assert.match(await opened.text(), /kun i den browser, hvor du bad om det[\s\S]*Bed om et nyt link/)
    assert.equal((await press(other, link)).status, 422)
    assert.equal(await isIn(other), false)
    assert.equal((await press(visitor, link)).status, 303, 'the browser that asked can still use it')
  })

  it('ends after 15 minutes', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const justInTime = await later(visitor, '2026-11-21T12:14:59Z')
    assert.match(await justInTime.text(link), /Du er næsten inde/)
    const tooLate = await later(visitor, '2026-11-21T12:15:00Z')
    assert.match(await tooLate.text(link), /gælder ikke længere/)
    assert.equal((await press(tooLate, link)).status, 422)
    assert.equal(await isIn(tooLate), false)
  })

  it('ends when a newer one is asked for in the same browser, and not when a stranger asks elsewhere', async () => {
    const [visitor, stranger] = [await visitorAt(), await visitorAt()]
    const first = await askAndGet(visitor)
    await askAndGet(stranger)
    assert.match(await visitor.text(first), /Du er næsten inde/)
    const second = await askAndGet(visitor)
    assert.equal((await press(visitor, first)).status, 422)
    assert.equal((await press(visitor, second)).status, 303)
  })

  it('is of no use changed by a letter', async () => {
    const visitor = await visitorAt()
    const link = await askAndGet(visitor)
    const changed = link.replace(/noegle=(.)/, (_, letter: string) => `noegle=${letter === 'A' ? 'B' : 'A'}`)
    assert.match(await visitor.text(changed), /Vi kender ikke linket/)
    for (const wrong of [changed, link.replace(/noegle=[\w-]+/, 'noegle='), '/log-ind/link'])
      assert.equal((await press(visitor, wrong)).status, 422)
    assert.equal(await isIn(visitor), false)
  })

  it('is sent for each who has the address, by name, in one mail', async () => {
    const visitor = await visitorAt()
    const shared = 'faelles@havneby.example'
    await runSqlAsOwner(
      own.url,
      `update ${own.database.schema}.person set email = initcap('${shared}') where name in ('Malthe Riis', 'Hanne Juul')`,
    )
    await ask(visitor, ` ${shared.toUpperCase()} `)
    await performJobs()
    assert.equal(server.inbox.length, 1)
    const [mail] = server.inbox
    assert.match(mail?.text ?? '', /2 personer har den her mailadresse/)
    assert.match(mail?.text ?? '', /Log ind som Hanne Juul[\s\S]*Log ind som Malthe Riis/)
    const links = linksIn(mail)
    assert.equal(links.length, 2)
    await press(visitor, links[1] ?? '')
    assert.match(await visitor.text('/indstillinger'), /Du er logget ind som Malthe Riis/)
  })

  it('is in English for who reads English', async () => {
    const visitor = await visitorAt()
    await visitor.ask('/sprog/en')
    await askAndGet(visitor)
    assert.match(server.inbox[0]?.text ?? '', /Dear Ida Holt[\s\S]*<html lang="en" dir="ltr">/)
  })

  it('works in production, where nobody is chosen from the cast', async () => {
    const visitor = await visitorAt(undefined, { isProduction: true })
    await press(visitor, await askAndGet(visitor, 'karim.haddad@havneby.example'))
    assert.match(await visitor.text('/indstillinger'), /Du er logget ind som Karim Haddad/)
  })

  it('ends when its person’s mail moves, which the old address is told', async () => {
    const visitor = await visitorAt()
    const address = 'samira.aziz@havneby.example'
    const link = await askAndGet(visitor, address)
    const samira = await (await openSample(platformAt())).signIn('Samira Aziz')
    server.inbox.length = 0
    await samira.send('/loefter/mail', { adresse: 'samira@elsewhere.example', udloeb: 'ja' })
    await performJobs()
    assert.deepEqual(
      server.inbox.map(({ to, subject }) => [to, subject]),
      [[address, 'Din mailadresse i Brobyg er ændret']],
    )
    assert.doesNotMatch(server.inbox[0]?.text ?? '', /elsewhere/)
    assert.match(await visitor.text(link), /gælder ikke længere/)
    assert.equal((await press(visitor, link)).status, 422)
  })
})
