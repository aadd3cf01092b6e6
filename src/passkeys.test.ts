import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import { createApp } from './app.ts'
import { clockAt } from './platform/clock.ts'
import { runSql } from './platform/database/test-sql.ts'
import { testDatabase } from './platform/database/test-database.ts'
import { testPlatform } from './platform/test-platform.ts'
import { testAuthenticator, type Wrong } from './test-authenticator.ts'
import { theSample } from './test-sample.ts'
import { openSample, type TestVisitor } from './test-visitor.ts'

const asked = z.object({
  challenge: z.string(),
  rpId: z.string().optional(),
  allowCredentials: z.array(z.unknown()).optional(),
})
const askedToMake = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  excludeCredentials: z.array(z.object({ id: z.string() })),
  authenticatorSelection: z.object({ residentKey: z.string(), userVerification: z.string() }),
})

type Authenticator = ReturnType<typeof testAuthenticator>

describe('a passkey', () => {
  const own = testDatabase(theSample)

  const optionsToMake = async (visitor: TestVisitor) =>
    askedToMake.parse(await (await visitor.send('/indstillinger/noegler/udfordring', {})).json())

  const optionsToSign = async (visitor: TestVisitor) =>
    asked.parse(await (await visitor.send('/log-ind/noegle/udfordring', {})).json())

  const register = async (visitor: TestVisitor, authenticator: Authenticator, wrong?: Wrong) => {
    const answer = authenticator.register(await optionsToMake(visitor), wrong)
    return visitor.send('/indstillinger/noegler', { navn: 'Min telefon', svar: answer })
  }

  const signInWith = async (visitor: TestVisitor, authenticator: Authenticator, wrong?: Wrong) => {
    const answer = authenticator.sign(await optionsToSign(visitor), wrong)
    return visitor.send('/log-ind/noegle', { svar: answer, til: '/loefter' })
  }

  const isIn = async (visitor: TestVisitor) => (await visitor.ask('/indstillinger')).status === 200

  /** Ida with a passkey, and a browser that is not signed in. */
  const open = async (moment?: string) => {
    const platform = testPlatform(own.database, moment)
    const house = await openSample(platform)
    const ida = await house.signIn('Ida Holt')
    const authenticator = testAuthenticator()
    assert.equal((await register(ida, authenticator)).status, 303)
    return { platform, house, ida, authenticator, visitor: house.visit() }
  }

  const traces = async (verb: string) =>
    (await runSql<{ verb: string }>(own, { personId: 'system' }, `select verb from audit_entry where verb = '${verb}'`))
      .length

  it('is made discoverable, for this host, and lets its person in without a name', async () => {
    const { ida, authenticator, visitor } = await open()
    const { rp, user, excludeCredentials, authenticatorSelection } = await optionsToMake(ida)
    assert.deepEqual(
      [rp.id, Buffer.from(user.id, 'base64url').toString(), excludeCredentials.length],
      ['localhost', ida.personId, 1],
    )
    assert.deepEqual(
      [authenticatorSelection.residentKey, authenticatorSelection.userVerification],
      ['required', 'preferred'],
    )
    assert.match(await ida.text('/indstillinger'), /Min telefon[\s\S]*ikke brugt endnu/)
    assert.deepEqual((await optionsToSign(visitor)).allowCredentials ?? [], [])
    const answer = await signInWith(visitor, authenticator)
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/loefter'])
    const settings = await visitor.text('/indstillinger')
    assert.match(settings, /Du er logget ind som Ida Holt/)
    assert.match(settings, /Min telefon[\s\S]*sidst brugt 21\. november 2026[\s\S]*med adgangsnøgle/)
    assert.equal(await traces('passkey.registered'), 1)
    const mails = await runSql<{ address: string; subject: string }>(
      own,
      { personId: ida.personId },
      `select address, subject from mail where once_key like 'passkey %'`,
    )
    assert.deepEqual(mails, [
      { address: 'ida.holt@havneby.example', subject: 'Du har fået en ny adgangsnøgle til Brobyg' },
    ])
  })

  it('may be one of several', async () => {
    const { ida, house, authenticator } = await open()
    const other = testAuthenticator()
    await register(ida, other)
    for (const one of [authenticator, other]) assert.equal((await signInWith(house.visit(), one)).status, 303)
  })

  it('lets nobody in once it is removed', async () => {
    const { ida, authenticator, visitor } = await open()
    const remove = /action="(\/indstillinger\/noegler\/[^"]+\/fjern)"/.exec(await ida.text('/indstillinger'))?.[1] ?? ''
    assert.equal((await ida.send(remove, {})).status, 303)
    assert.match(await ida.text('/indstillinger'), /Du har ingen endnu/)
    assert.equal((await signInWith(visitor, authenticator)).status, 422)
    assert.equal(await isIn(visitor), false)
    assert.equal((await ida.send(remove, {})).status, 404)
  })

  it('is removed by its person alone, and seen by no one else in the database', async () => {
    const { ida, house, authenticator, visitor } = await open()
    const remove = /action="(\/indstillinger\/noegler\/[^"]+\/fjern)"/.exec(await ida.text('/indstillinger'))?.[1] ?? ''
    const malthe = await house.signIn('Malthe Riis')
    assert.equal((await malthe.send(remove, {})).status, 404)
    assert.equal((await malthe.send('/indstillinger/noegler/x/fjern', {})).status, 404)
    assert.deepEqual(await runSql(own, { personId: malthe.personId }, 'select 1 from passkey'), [])
    assert.deepEqual(await runSql(own, { personId: null }, 'select 1 from passkey'), [])
    const forged = `insert into passkey values (gen_random_uuid(), '${ida.personId}', 'x', '', 0, '{}', 'x', now(), null)`
    await assert.rejects(runSql(own, { personId: malthe.personId }, forged), /row-level security/)
    assert.equal((await signInWith(visitor, authenticator)).status, 303)
  })

  const wrongs: [what: string, wrong: Wrong][] = [
    ['made for another site', { origin: 'https://elsewhere.example' }],
    ['made for another host', { host: 'elsewhere.example' }],
    ['signed by another key', { isForged: true }],
    ['another person’s by its own word', { userHandle: Buffer.from(crypto.randomUUID()).toString('base64url') }],
    ['the answer to another question', { type: 'webauthn.create' }],
  ]
  for (const [what, wrong] of wrongs)
    it(`is refused where the answer is ${what}`, async () => {
      const { authenticator, visitor } = await open()
      const answer = await signInWith(visitor, authenticator, wrong)
      assert.equal(answer.status, 422)
      assert.match(await answer.text(), /kunne ikke bruges[\s\S]*link i din mail/)
      assert.equal(await isIn(visitor), false)
      assert.equal((await signInWith(visitor, authenticator)).status, 303, 'the right answer lets in')
    })

  it('is not registered where the answer is made for another site, host or question', async () => {
    const { ida } = await open()
    for (const wrong of [{ origin: 'https://elsewhere.example' }, { host: 'x.example' }, { type: 'webauthn.get' }])
      assert.equal((await register(ida, testAuthenticator(), wrong)).status, 422)
    assert.equal((await ida.text('/indstillinger')).split('<strong>Min telefon').length, 2)
  })

  it('is not registered twice, nor for two', async () => {
    const { house, ida, authenticator } = await open()
    assert.match(await (await register(ida, authenticator)).text(), /registreret i forvejen/)
    const malthe = await house.signIn('Malthe Riis')
    assert.equal((await register(malthe, authenticator)).status, 422)
  })

  it('answers each question once: a replayed answer is refused', async () => {
    const { authenticator, visitor } = await open()
    const svar = authenticator.sign(await optionsToSign(visitor))
    assert.equal((await visitor.send('/log-ind/noegle', { svar })).status, 303)
    await visitor.send('/log-ud', {})
    await optionsToSign(visitor)
    const replayed = await visitor.send('/log-ind/noegle', { svar })
    assert.equal(replayed.status, 422)
    assert.match(await replayed.text(), /Der gik for lang tid/)
    assert.equal(await isIn(visitor), false)
  })

  it('uses a question up also by a wrong answer', async () => {
    const { authenticator, visitor } = await open()
    const options = await optionsToSign(visitor)
    await visitor.send('/log-ind/noegle', { svar: authenticator.sign(options, { isForged: true }) })
    assert.equal((await visitor.send('/log-ind/noegle', { svar: authenticator.sign(options) })).status, 422)
  })

  it('answers a question where it was asked: in the same browser, within five minutes, to sign in or to register', async () => {
    const { platform, house, ida, authenticator, visitor } = await open()
    const other = house.visit()
    await optionsToSign(other)
    const elsewhere = await other.send('/log-ind/noegle', { svar: authenticator.sign(await optionsToSign(visitor)) })
    assert.equal(elsewhere.status, 422)

    const at = async (moment: string) => visitor.moved(await createApp({ ...platform, clock: clockAt(moment) }))
    const late = authenticator.sign(await optionsToSign(visitor))
    const tooLate = await at('2026-11-21T12:05:00Z')
    assert.equal((await tooLate.send('/log-ind/noegle', { svar: late })).status, 422)
    const soon = authenticator.sign(await optionsToSign(visitor))
    const inTime = await at('2026-11-21T12:04:59Z')
    assert.equal((await inTime.send('/log-ind/noegle', { svar: soon })).status, 303)

    const toMake = await optionsToMake(ida)
    assert.equal((await ida.send('/log-ind/noegle', { svar: authenticator.sign(toMake) })).status, 422)
    const toSign = { ...(await optionsToSign(ida)), user: toMake.user }
    const made = await ida.send('/indstillinger/noegler', { svar: testAuthenticator().register(toSign) })
    assert.equal(made.status, 422)
  })

  it('registers nothing for another who has signed in meanwhile in the same browser', async () => {
    const { house, authenticator } = await open()
    const ida = await house.signIn('Ida Holt')
    const answer = testAuthenticator().register(await optionsToMake(ida))
    await signInWith(ida, authenticator)
    assert.equal((await ida.send('/indstillinger/noegler', { navn: 'x', svar: answer })).status, 422)
  })

  it('lets nobody in whose count was seen before, and tells the audit trail', async () => {
    const { authenticator, visitor } = await open()
    assert.equal((await signInWith(visitor, authenticator, { counter: 9 })).status, 303)
    await visitor.send('/log-ud', {})
    for (const counter of [9, 8, 0]) {
      const answer = await signInWith(visitor, authenticator, { counter })
      assert.equal(answer.status, 422, String(counter))
      assert.match(await answer.text(), /findes to steder/)
    }
    assert.equal(await isIn(visitor), false)
    assert.equal(await traces('passkey.cloned'), 3)
    assert.equal((await signInWith(visitor, authenticator, { counter: 8, isForged: true })).status, 422)
    assert.equal(await traces('passkey.cloned'), 3, 'a forged count tells nothing')
    assert.equal((await signInWith(visitor, authenticator, { counter: 10 })).status, 303)
  })

  it('is refused where the answer is none', async () => {
    const { visitor, ida } = await open()
    for (const svar of ['', '{', 'null', '[]', '{"id":"x"}', 'x'.repeat(50_000)]) {
      await optionsToSign(visitor)
      assert.equal((await visitor.send('/log-ind/noegle', { svar })).status, 422)
      await optionsToMake(ida)
      assert.equal((await ida.send('/indstillinger/noegler', { svar })).status, 422)
    }
    assert.equal((await visitor.send('/indstillinger/noegler/udfordring', {})).status, 303)
    const svar = testAuthenticator().register({ ...(await optionsToSign(visitor)), user: { id: '' } })
    assert.equal((await visitor.send('/indstillinger/noegler', { svar })).status, 303)
  })
})
