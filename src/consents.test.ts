import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import type { Platform } from './platform/platform.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

/** The last mail queued to an address, and the path its link leads to. */
const lastMail = async (platform: Platform, address: string) => {
  const [mail] = await runSql<{ plain: string }>(
    platform,
    system,
    `select plain from mail where address = '${address}' order by queued_at desc, mail_id desc limit 1`,
  )
  return { plain: mail?.plain ?? '', path: /https?:\/\/[^/\s]+(\/\S+)/.exec(mail?.plain ?? '')?.[1] ?? '' }
}

const countMails = async (platform: Platform) =>
  (await runSql<{ n: bigint }>(platform, system, 'select count(*) as n from mail'))[0]?.n

const open = async (platform: Platform, visitor: TestVisitor, address: string): Promise<string> => {
  await visitor.send('/mine-oplysninger', { mail: address })
  const { path } = await lastMail(platform, address)
  await visitor.send(path, {})
  return path
}

describe('consents on the pages', () => {
  const database = testDatabase(theSample)
  let platform: Platform
  let sample: Awaited<ReturnType<typeof openSample>>

  beforeEach(async () => {
    platform = testPlatform(database.database)
    sample = await openSample(platform)
  })

  it('are listed for the circle, and not for others', async () => {
    const yusuf = await sample.signIn('Yusuf Demir')
    const list = await yusuf.text('/samtykker')
    for (const words of ['Noor', 'Venter på svar', 'Trukket tilbage']) assert.match(list, new RegExp(words))
    assert.doesNotMatch(list, /Silas/)
    const emil = await sample.signIn('Emil Bay Poulsen')
    assert.match(await emil.text('/samtykker'), /Noor/)
    assert.doesNotMatch(await (await sample.signIn('Hanne Juul')).text('/samtykker'), /Noor/)
    assert.equal((await sample.visit().ask('/samtykker')).status, 303)
  })

  it('are not found by a stranger, nor by the officer', async () => {
    const yusuf = await sample.signIn('Yusuf Demir')
    const path = /\/samtykker\/[0-9a-f-]{36}/.exec(await yusuf.text('/samtykker'))?.[0] ?? ''
    assert.equal((await yusuf.ask(path)).status, 200)
    for (const name of ['Hanne Juul', 'Dariusz Nowak', 'Pernille Skovgaard'])
      assert.equal((await (await sample.signIn(name)).ask(path)).status, 404, name)
  })

  it('are asked for, sent, answered by the family with the link, and withdrawn by them', async () => {
    const ida = await sample.signIn('Ida Holt')
    const form = await ida.text('/samtykker/nyt')
    const recipient = /value="(post:[0-9a-f-]{36})"[^>]*>\s*frivillig FritidsLods/.exec(form)?.[1] ?? ''
    const typed = {
      navn: 'Vilja',
      maaned: '05',
      aar: '2017',
      vaerge1navn: 'Rikke',
      vaerge1mail: 'rikke@havneby.example',
      vaerge1del: 'ja',
      oplysning: 'name',
      modtager: recipient,
      formaal: 'guide',
      ord: 'så Vilja kan prøve svømning',
      til: '2027-06-30',
    }
    assert.equal((await ida.send('/samtykker/nyt', { ...typed, vaerge1navn: '' })).status, 422)
    assert.equal((await ida.send('/samtykker/nyt', { ...typed, til: '2030-01-01' })).status, 422)
    const made = await ida.send('/samtykker/nyt', typed)
    const path = made.headers.get('location') ?? ''
    assert.match(await ida.text(path), /Venter på svar fra Rikke/)
    const emil = await sample.signIn('Emil Bay Poulsen')
    assert.equal((await emil.ask(path)).status, 404)

    const giver = /name="giver" value="([^"]+)"/.exec(await ida.text(path))?.[1] ?? ''
    await ida.send(`${path}/link`, { giver })
    const { plain, path: link } = await lastMail(platform, 'rikke@havneby.example')
    assert.doesNotMatch(plain, /Vilja|Rikke|svømning/)
    const family = sample.visit()
    assert.match(await family.text(link), /Vilja[\s\S]*så Vilja kan prøve svømning/)
    const answer = await family.send(link, { svar: 'ja' })
    assert.match(await family.text(answer.headers.get('location') ?? ''), /Du har sagt ja/)
    assert.equal((await family.ask(link)).status, 404)
    assert.match(await emil.text(path), /Samtykket gælder/)

    await open(platform, family, 'RIKKE@havneby.example'.toLowerCase())
    const own = await family.text('/mine-oplysninger')
    assert.match(own, /Om Vilja[\s\S]*frivillig FritidsLods/)
    const consent = /name="samtykke" value="([^"]+)"/.exec(own)?.[1] ?? ''
    assert.equal((await family.send('/mine-oplysninger/tilbagekald', { samtykke: consent })).status, 303)
    for (const worker of [emil, ida]) assert.equal((await worker.ask(path)).status, 404)
  })

  it('end a link that was sent, once somebody says no', async () => {
    const yusuf = await sample.signIn('Yusuf Demir')
    const waiting = /href="(\/samtykker\/[0-9a-f-]{36})"(?:(?!<\/a>)[\s\S])*Venter på svar/.exec(
      await yusuf.text('/samtykker'),
    )?.[1]
    const path = waiting ?? ''
    const giver = /\/link"><input type="hidden" name="giver" value="([^"]+)"/.exec(await yusuf.text(path))?.[1] ?? ''
    await yusuf.send(`${path}/link`, { giver })
    const { path: link } = await lastMail(platform, 'bilal@havneby.example')
    assert.equal((await sample.visit().ask(link)).status, 200)
    await yusuf.send(`${path}/svar`, { giver, svar: 'nej' })
    assert.equal((await sample.visit().ask(link)).status, 404)
  })
})

describe('what is kept about a resident', () => {
  const database = testDatabase(theSample)
  let platform: Platform
  let sample: Awaited<ReturnType<typeof openSample>>

  beforeEach(async () => {
    platform = testPlatform(database.database)
    sample = await openSample(platform)
  })

  it('is told nobody by the answer to who asks', async () => {
    const visitor = sample.visit()
    const [known, unknown] = [
      await visitor.send('/mine-oplysninger', { mail: 'amal@havneby.example' }),
      await visitor.send('/mine-oplysninger', { mail: 'ingen@havneby.example' }),
    ]
    assert.deepEqual([known.status, known.headers.get('location')], [unknown.status, unknown.headers.get('location')])
    assert.equal(await known.text(), await unknown.text())
    assert.equal(await countMails(platform), 1n)
  })

  it('is asked for so often and no more, known or not', async () => {
    for (const mail of ['amal@havneby.example', 'ingen@havneby.example']) {
      const statuses = await Promise.all(
        Array.from({ length: 6 }, async () => (await sample.visit().send('/mine-oplysninger', { mail })).status),
      )
      assert.deepEqual(
        statuses.toSorted((a, b) => a - b),
        [303, 303, 303, 303, 303, 429],
        mail,
      )
    }
  })

  it('opens once by the link, for half an hour, and closes', async () => {
    const amal = sample.visit()
    const link = await open(platform, amal, 'amal@havneby.example')
    assert.match(await amal.text('/mine-oplysninger'), /Om dig[\s\S]*Om Noor/)
    assert.equal((await sample.visit().send(link, {})).status, 404)
    assert.equal((await sample.visit().ask(link)).status, 404)
    await amal.send('/mine-oplysninger/luk', {})
    assert.match(await amal.text('/mine-oplysninger'), /Send mig et link/)
  })

  it('gives no way into anything of those who work here', async () => {
    const amal = sample.visit()
    await open(platform, amal, 'amal@havneby.example')
    for (const path of ['/samtykker', '/udkast', '/databeskyttelse/anmodninger'])
      assert.equal((await amal.ask(path)).status, 303, path)
    assert.match(await amal.text('/aftaler'), /Du ser det, alle må se/)
  })

  it('shows who has looked, by post and not by name', async () => {
    const yusuf = await sample.signIn('Yusuf Demir')
    const path = /\/samtykker\/[0-9a-f-]{36}/.exec(await yusuf.text('/samtykker'))?.[0] ?? ''
    await yusuf.text(path)
    const amal = sample.visit()
    await open(platform, amal, 'amal@havneby.example')
    const own = await amal.text('/mine-oplysninger')
    assert.match(own, /Boligsocial medarbejder, Bølgen læste det/)
    assert.doesNotMatch(own, /Yusuf/)
  })

  it('is taken out as data and as a page', async () => {
    const amal = sample.visit()
    await open(platform, amal, 'amal@havneby.example')
    const data = await (await amal.ask('/mine-oplysninger/hent.json')).text()
    const { records } = JSON.parse(data)
    assert.deepEqual(records.map(({ called }: { called: string }) => called).toSorted(), ['Amal', 'Noor'])
    assert.doesNotMatch(data, /bilal|Silas/)
    assert.match(await amal.text('/mine-oplysninger/hent.html'), /Noor/)
  })

  it('is asked to be corrected, and the officer answers under a number', async () => {
    const amal = sample.visit()
    await open(platform, amal, 'amal@havneby.example')
    const own = await amal.text('/mine-oplysninger')
    const id = /Om dig[\s\S]*?name="om" value="([^"]+)"/.exec(own)?.[1] ?? ''
    const made = await amal.send('/mine-oplysninger/anmod', {
      om: id,
      hvad: 'correction',
      [`tekst-${id}-ret`]: 'Nyt nummer',
    })
    assert.match(made.headers.get('location') ?? '', /nr=\d+/)
    const officer = await sample.signIn('Dariusz Nowak')
    const page = await officer.text('/databeskyttelse/anmodninger')
    assert.match(page, /Nyt nummer/)
    const request = /name="anmodning" value="([^"]+)"/.exec(page)?.[1] ?? ''
    await officer.send('/databeskyttelse/anmodninger', { anmodning: request, [`svar-${request}`]: 'Det er rettet.' })
    assert.match(await amal.text('/mine-oplysninger'), /Det er rettet/)
    assert.equal((await (await sample.signIn('Ida Holt')).ask('/databeskyttelse/anmodninger')).status, 403)
  })

  it('is deleted as far as it may be, and every access ends', async () => {
    const silas = sample.visit()
    await open(platform, silas, 'silas@havneby.example')
    const id = /name="om" value="([^"]+)"/.exec(await silas.text('/mine-oplysninger'))?.[1] ?? ''
    const made = await silas.send('/mine-oplysninger/anmod', { om: id, hvad: 'deletion' })
    assert.match(made.headers.get('location') ?? '', /nr=\d+/)
    assert.match(await silas.text('/mine-oplysninger'), /Trukket tilbage/)
    assert.doesNotMatch(await (await sample.signIn('Rasmus Thorup')).text('/samtykker'), /Silas/)
  })
})

describe('the sample', () => {
  const database = testDatabase(theSample)

  it('is removed with its families', async () => {
    const platform = testPlatform(database.database)
    const sample = await openSample(platform)
    await (await sample.signIn('Pernille Skovgaard')).send('/proeven/fjern', {})
    for (const table of ['data_subject', 'consent', 'guardianship', 'circle_member'])
      assert.deepEqual(await runSql(platform, system, `select from ${table}`), [], table)
  })
})
