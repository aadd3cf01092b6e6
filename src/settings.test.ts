import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createApp } from './app.ts'
import { keepHouse } from './platform/database/index.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { runSql } from './platform/database/test-sql.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system } from './rooms/access/index.ts'
import { registerPosts } from './rooms/parties/index.ts'
import { theSample } from './test-sample.ts'
import { openSample, testOrigin, visitorOf } from './test-visitor.ts'

const openSessions = (page: string): string[] =>
  [...page.matchAll(/\/indstillinger\/indlogninger\/([0-9a-f-]{36})\/afslut/g)].map(([, id = '']) => id)

const sessionOn = (page: string, device: string): string => {
  const [before = ''] = page.split(`aria-label="Afslut ${device}"`)
  return openSessions(before).at(-1) ?? ''
}

describe('the settings', () => {
  const own = testDatabase(theSample)
  const open = () => openSample(testPlatform(own.database))

  it('are shown to oneself alone', async () => {
    const house = await open()
    const answer = await house.visit().ask('/indstillinger')
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/log-ind?til=%2Findstillinger'])
    const page = await (await house.signIn('Ida Holt')).text('/indstillinger')
    assert.match(page, /Du er logget ind som Ida Holt[\s\S]*ida\.holt@havneby\.example/)
    assert.match(page, /Siden er om dig selv\.[\s\S]*Kun du kan se den/)
  })

  it('tell where one is signed in, and let one end any of it', async () => {
    const house = await open()
    const phone = await house.signIn('Ida Holt', 'Mozilla/5.0 (Android 15; Mobile) Firefox/140')
    const desk = await house.signIn('Ida Holt', 'Mozilla/5.0 (Windows NT 10.0) Chrome/140 Edg/140')
    const page = await desk.text('/indstillinger')
    assert.ok(
      page.indexOf('Edge, Windows</strong>') < page.indexOf('Firefox, Android</strong>'),
      'this one stands first',
    )
    assert.match(page, /Edge, Windows<\/strong> <span class="own-thing-mark">den her/)
    assert.match(page, /Firefox, Android<\/strong> *<span class="hint">valgt i prøven · begyndt 21\. november 2026/)
    assert.equal(openSessions(page).length, 2)
    const [here, there] = [sessionOn(page, 'Edge, Windows'), sessionOn(page, 'Firefox, Android')]
    assert.equal((await desk.send(`/indstillinger/indlogninger/${there}/afslut`, {})).status, 303)
    assert.equal((await phone.ask('/indstillinger')).status, 303)
    assert.equal((await desk.ask('/indstillinger')).status, 200)
    assert.equal((await desk.send(`/indstillinger/indlogninger/${there}/afslut`, {})).status, 404)
    assert.equal((await desk.send(`/indstillinger/indlogninger/${here}/afslut`, {})).headers.get('location'), '/')
    assert.equal((await desk.ask('/indstillinger')).status, 303)
  })

  it('end all other sessions at once, and nobody else’s', async () => {
    const house = await open()
    const [first, second, here] = [
      await house.signIn('Ida Holt'),
      await house.signIn('Ida Holt'),
      await house.signIn('Ida Holt'),
    ]
    const malthe = await house.signIn('Malthe Riis')
    const [his = ''] = openSessions(await malthe.text('/indstillinger'))
    assert.equal((await here.send(`/indstillinger/indlogninger/${his}/afslut`, {})).status, 404)
    await here.send('/indstillinger/indlogninger/andre/afslut', {})
    for (const other of [first, second]) assert.equal((await other.ask('/indstillinger')).status, 303)
    for (const still of [here, malthe]) assert.equal((await still.ask('/indstillinger')).status, 200)
  })

  it('let one choose the post one acts for, under a new secret, and only a post held today', async () => {
    const platform = testPlatform(own.database)
    const house = await openSample(platform)
    const second = {
      organisation: 'Klubben Kompasset',
      kind: 'club' as const,
      plan: null,
      unit: null,
      title: 'bestyrelsesmedlem',
      holder: { name: 'Ida Holt', email: null, introduction: null },
      provisional: false,
    }
    await keepHouse(platform, system, (tx) => registerPosts(tx, [second], Temporal.PlainDate.from('2026-01-01'), false))
    const ida = await house.signIn('Ida Holt')
    const page = await ida.text('/indstillinger')
    const posts = [...page.matchAll(/<input type="radio" name="post" value="([^"]+)"( checked="")?/g)]
    assert.ok(posts.length > 1)
    const other = posts.find(([, , checked]) => checked === undefined)?.[1] ?? ''
    const before = ida.cookie('brobyg')
    assert.equal((await ida.send('/indstillinger/funktion', { post: other })).status, 303)
    assert.notEqual(ida.cookie('brobyg'), before)
    assert.match(await ida.text('/indstillinger'), new RegExp(`value="${other}" checked`))
    const stolen = visitorOf(await createApp(platform), new Map([['brobyg', before]]))
    assert.equal((await stolen.ask('/indstillinger')).status, 303, 'the secret from before opens nothing')

    const [foreign] = await runSql<{ id: string }>(
      own,
      { personId: 'system' },
      `select post_id as id from holder h join person p using (person_id) where p.name = 'Malthe Riis'`,
    )
    for (const post of [foreign?.id ?? '', crypto.randomUUID(), 'x', ''])
      assert.equal((await ida.send('/indstillinger/funktion', { post })).status, 422)
    assert.match(await ida.text('/indstillinger'), new RegExp(`value="${other}" checked`))
  })
})

describe('a session', () => {
  const own = testDatabase(theSample)

  it('begins under a secret of its own, whatever the browser brought, and ends the one it had', async () => {
    const platform = testPlatform(own.database)
    const house = await openSample(platform)
    const ida = await house.signIn('Ida Holt')
    const first = ida.cookie('brobyg')
    await ida.send('/log-ind', { person: ida.personId })
    assert.notEqual(ida.cookie('brobyg'), first)
    const app = await createApp(platform)
    const withFirst = visitorOf(app, new Map([['brobyg', first]]))
    assert.equal((await withFirst.ask('/indstillinger')).status, 303)
    assert.equal(openSessions(await ida.text('/indstillinger')).length, 1)

    const planted = 'A'.repeat(43)
    const victim = visitorOf(app, new Map([['brobyg', planted]]))
    await victim.send('/log-ind', { person: ida.personId })
    const attacker = visitorOf(app, new Map([['brobyg', planted]]))
    assert.equal((await victim.ask('/indstillinger')).status, 200)
    assert.equal((await attacker.ask('/indstillinger')).status, 303)
  })

  it('ends in the database when one signs out', async () => {
    const platform = testPlatform(own.database)
    const ida = await (await openSample(platform)).signIn('Ida Holt')
    const secret = ida.cookie('brobyg')
    await ida.send('/log-ud', {})
    assert.equal(ida.cookie('brobyg'), '')
    const withIt = visitorOf(await createApp(platform), new Map([['brobyg', secret]]))
    assert.equal((await withIt.ask('/indstillinger')).status, 303)
  })

  it('is kept in a cookie that scripts and other sites never get, bound to the host under TLS', async () => {
    const platform = testPlatform(own.database)
    const { personId } = await (await openSample(platform)).signIn('Ida Holt')
    const cookiesOf = async (baseUrl: string) => {
      const app = await createApp({ ...platform, config: { ...platform.config, baseUrl } })
      const headers = { origin: testOrigin }
      const send = async (path: string, form: Record<string, string>) =>
        (
          await app.request(`${testOrigin}${path}`, { method: 'POST', headers, body: new URLSearchParams(form) })
        ).headers
          .getSetCookie()
          .filter((cookie) => !/Max-Age=0/.test(cookie))
      return [
        ...(await send('/log-ind', { person: personId })),
        ...(await send('/log-ind/mail', { adresse: 'x@y.example' })),
      ].map((cookie) => cookie.replace(/=[\w-]{43};/, '=…;'))
    }
    assert.deepEqual(await cookiesOf('https://brobyg.example'), [
      '__Host-brobyg=…; Max-Age=1209600; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-brobyg-browser=…; Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Lax',
    ])
    assert.deepEqual(await cookiesOf('http://localhost:3000'), [
      'brobyg=…; Max-Age=1209600; Path=/; HttpOnly; SameSite=Lax',
      'brobyg-browser=…; Max-Age=900; Path=/; HttpOnly; SameSite=Lax',
    ])
  })
})
