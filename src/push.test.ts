import assert from 'node:assert/strict'
import { createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { allTasks } from './jobs.ts'
import { readAs } from './platform/database/index.ts'
import { clonedDatabase } from './platform/database/test-database.ts'
import type { Platform } from './platform/platform.ts'
import { runDueJobs } from './platform/queue/run-queue.ts'
import { testPlatform } from './platform/test-platform.ts'
import { system, visitor } from './rooms/access/index.ts'
import { openSample } from './test-visitor.ts'

interface Received {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** A push service that keeps what it is handed, and says that a phone at /borte is gone. */
const openService = async () => {
  const received: Received[] = []
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts) })
      response.writeHead(request.url === '/borte' ? 410 : 201).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, received, close: () => server.close() }
}

/** A browser's keys: what it gives out, and how it reads what is written to it (RFC 8291, RFC 8188 with one record). */
const openPhone = () => {
  const keys: ECDH = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16)
  const read = (body: Buffer): unknown => {
    const [salt, keyLength] = [body.subarray(0, 16), body[20] ?? 0]
    const theirs = body.subarray(21, 21 + keyLength)
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), theirs])
    const secret = Buffer.from(hkdfSync('sha256', keys.computeSecret(theirs), auth, info, 32))
    const derive = (name: string, length: number) =>
      Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(`Content-Encoding: ${name}\0`), length))
    const sealed = body.subarray(21 + keyLength)
    const cipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12))
    cipher.setAuthTag(sealed.subarray(-16))
    const opened = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()])
    return JSON.parse(opened.subarray(0, opened.lastIndexOf(2)).toString('utf8'))
  }
  return { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url'), read }
}

/** Whether the token was signed with the private half of this public key, as a push service asks. */
const isSignedBy = (token: string, publicKey: Buffer): boolean => {
  const [head = '', claims = '', signature = ''] = token.split('.')
  const x = publicKey.subarray(1, 33).toString('base64url')
  const y = publicKey.subarray(33).toString('base64url')
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const signed = Buffer.from(signature, 'base64url')
  return verify('sha256', Buffer.from(`${head}.${claims}`), { key, dsaEncoding: 'ieee-p1363' }, signed)
}

describe('telling phones', () => {
  const own = clonedDatabase()
  let sample: Awaited<ReturnType<typeof openSample>>
  let service: Awaited<ReturnType<typeof openService>>
  const platform = (): Platform => {
    const usual = testPlatform(own.database)
    return { ...usual, config: { ...usual.config, pushServices: [service.origin] } }
  }
  let happening = ''
  let seriesId = ''

  before(async () => {
    service = await openService()
    sample = await openSample(platform())
    const list = await sample.visit().text('/?q=Pigeholdet')
    happening = /[0-9a-f-]{36}/.exec(/\/det-sker\/[0-9a-f-]{36}/.exec(list)?.[0] ?? '')?.[0] ?? ''
    const page = await sample.visit().text(`/det-sker/${happening}`)
    seriesId = /name="aktivitet" value="([^"]+)"/.exec(page)?.[1] ?? ''
  })
  after(() => service.close())

  const ask = (form: Record<string, string>) => sample.visit().send('/besked', { sprog: 'da', ...form })
  const performJobs = async () => {
    const { tasks, close } = await allTasks(platform())
    await runDueJobs({ url: own.url, schema: own.database.schema, log: platform().log }, tasks)
    close()
  }
  const phones = () =>
    readAs(platform(), system, (tx) => tx.selectFrom('push_subscription').select('endpoint').execute())

  it('writes to each phone what only that phone can read, signed, when an activity is cancelled', async () => {
    const [asked, filtered, elsewhere] = [openPhone(), openPhone(), openPhone()]
    const at = (path: string, { p256dh, auth }: { p256dh: string; auth: string }) => ({
      endpoint: `${service.origin}${path}`,
      p256dh,
      auth,
    })
    assert.equal((await ask({ ...at('/en', asked), aktivitet: seriesId })).status, 204)
    assert.equal((await ask({ ...at('/filter', filtered), slags: 'club', alder: '13-17', sprog: 'en' })).status, 204)
    assert.equal((await ask({ ...at('/andet', elsewhere), slags: 'sport' })).status, 204)
    assert.equal((await ask({ ...at('/borte', openPhone()), aktivitet: seriesId })).status, 204)

    const organiser = await sample.signIn('Line Østerby')
    const path = `/kalender/gang/${happening}`
    const version = /name="udgave" value="(\d+)"/.exec(await organiser.text(path))?.[1] ?? ''
    await organiser.send(path, { udgave: version, goer: 'aflys', hvorfor: 'Line er syg' })
    await performJobs()
    await performJobs()

    assert.deepEqual(service.received.map(({ path: to }) => to).toSorted(), ['/borte', '/en', '/filter'])
    const first = service.received.find(({ path: to }) => to === '/en')
    assert.deepEqual(asked.read(first?.body ?? Buffer.alloc(0)), {
      title: 'Aflyst: Pigeholdet på Dokken',
      body: 'Tirsdag 24. november, 17.00. Line er syg',
      url: `/det-sker/${happening}`,
      tag: happening,
    })
    const second = service.received.find(({ path: to }) => to === '/filter')
    assert.match(JSON.stringify(filtered.read(second?.body ?? Buffer.alloc(0))), /Cancelled: Pigeholdet/)
    assert.throws(() => elsewhere.read(first?.body ?? Buffer.alloc(0)))

    const publicKey = Buffer.from(await sample.visit().text('/besked/noegle'), 'base64url')
    const token = /^vapid t=([^,]+),/.exec(first?.headers.authorization ?? '')?.[1] ?? ''
    assert.ok(isSignedBy(token, publicKey))
    assert.equal(first?.headers['content-encoding'], 'aes128gcm')
  })

  it('forgets a phone that its service says is gone, and no other', async () => {
    assert.deepEqual((await phones()).map(({ endpoint }) => new URL(endpoint).pathname).toSorted(), [
      '/andet',
      '/en',
      '/filter',
    ])
  })

  it('forgets a phone that asks for it', async () => {
    const answer = await sample.visit().send('/besked/stop', { endpoint: `${service.origin}/en` })
    assert.equal(answer.status, 204)
    assert.ok(!(await phones()).some(({ endpoint }) => endpoint.endsWith('/en')))
  })

  it('writes to no address but a push service: not to the inside of the network, nor to one that only looks so', async () => {
    const { p256dh, auth } = openPhone()
    for (const endpoint of [
      'http://169.254.169.254/latest',
      'http://localhost:5432/',
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com.example/x',
      'https://fcm.googleapis.com:8443/x',
      'https://x@fcm.googleapis.com/x',
      'ingenting',
    ])
      assert.equal((await ask({ endpoint, p256dh, auth, aktivitet: seriesId })).status, 422, endpoint)
    assert.equal((await ask({ endpoint: 'https://fcm.googleapis.com/fcm/send/x', p256dh, auth })).status, 204)
  })

  it('is seen by the program alone', async () => {
    const seen = await readAs(platform(), visitor, (tx) => tx.selectFrom('push_subscription').selectAll().execute())
    assert.deepEqual(seen, [])
    const keys = await readAs(platform(), visitor, (tx) => tx.selectFrom('vapid_key').selectAll().execute())
    assert.deepEqual(keys, [])
  })
})
