import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { Refused } from '../refused.ts'
import { makeCertificate } from '../test-certificate.ts'
import { fetchOutside, type OutsideManners } from './fetch-outside.ts'

const servers: Server[] = []

const listen = async (server: Server, host = '127.0.0.1'): Promise<number> => {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on a port
  return (server.address() as AddressInfo).port
}

const serve = (listener: RequestListener): Promise<number> => listen(createServer(listener))

/** One address of this machine stands for the open internet; all the others are inside. */
const manners: OutsideManners = {
  userAgent: 'Brobyg (+http://localhost:3000)',
  networks: ['127.0.0.1/32'],
  mostBytes: 100_000,
  totalMs: 1500,
  idleMs: 700,
}

const fetchIt = (address: string, change: Partial<OutsideManners> = {}) =>
  fetchOutside({ ...manners, ...change }, { address, etag: null, lastModified: null })

const refusedAs =
  (code: string, facts: Record<string, string | number> = {}) =>
  (error: unknown): boolean => {
    assert.ok(error instanceof Refused, String(error))
    assert.deepEqual([error.code, { ...error.facts }], [code, facts])
    return true
  }

describe('fetching what stands at an address outside', () => {
  after(() => Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve)))))

  it('answers with the bytes and what the server calls this version', async () => {
    const port = await serve((_, response) =>
      response.writeHead(200, { etag: '"7"', 'last-modified': 'Sat, 21 Nov 2026 12:00:00 GMT' }).end('æøå'),
    )
    const answer = await fetchIt(`http://127.0.0.1:${port}/`)
    assert.ok(answer.kind === 'found')
    assert.equal(new TextDecoder().decode(answer.bytes), 'æøå')
    assert.deepEqual([answer.etag, answer.lastModified], ['"7"', 'Sat, 21 Nov 2026 12:00:00 GMT'])
  })

  it('asks whether anything has changed', async () => {
    const port = await serve(({ headers }, response) =>
      response.writeHead(headers['if-none-match'] === '"7"' && headers['if-modified-since'] === 'x' ? 304 : 500).end(),
    )
    const ask = { address: `http://127.0.0.1:${port}/`, etag: '"7"', lastModified: 'x' }
    assert.deepEqual(await fetchOutside(manners, ask), { kind: 'unchanged' })
  })

  it('follows five redirects and no sixth', async () => {
    const port = await serve(({ url = '' }, response) => {
      const left = Number(url.slice(1))
      if (left === 0) response.end('frem')
      else response.writeHead(302, { location: `/${left - 1}` }).end()
    })
    assert.equal((await fetchIt(`http://127.0.0.1:${port}/5`)).kind, 'found')
    await assert.rejects(fetchIt(`http://127.0.0.1:${port}/6`), refusedAs('redirects_too_often'))
  })

  it('never reaches inside by a redirect, also one to another protocol or with a password', async () => {
    let reached = 0
    const inside = await listen(
      createServer((_, response) => {
        reached += 1
        response.end('hemmeligt')
      }),
      '127.0.0.2',
    )
    const onwards: Record<string, string> = {
      [`http://127.0.0.2:${inside}/`]: 'address_inside',
      'http://10.0.0.1/': 'address_inside',
      'file:///etc/passwd': 'address_wrong',
      'ftp://127.0.0.1/': 'address_wrong',
      'http://a:b@127.0.0.1/': 'address_has_password',
      'http://[::ffff:127.0.0.2]/': 'address_inside',
    }
    for (const [location, code] of Object.entries(onwards)) {
      const port = await serve((_, response) => response.writeHead(302, { location }).end())
      await assert.rejects(fetchIt(`http://127.0.0.1:${port}/`), refusedAs(code), location)
    }
    assert.equal(reached, 0)
  })

  it('looks at the very address that is connected to: a name that answers otherwise the next time leads nowhere', async () => {
    let reached = 0
    const port = await serve((_, response) => response.writeHead(302, { location: '/igen' }).end())
    const inside = createServer((_, response) => {
      reached += 1
      response.end('hemmeligt')
    })
    servers.push(inside)
    await new Promise<void>((resolve) => inside.listen(port, '127.0.0.2', resolve))
    let asked = 0
    const resolve = async () => [{ address: (asked += 1) === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    await assert.rejects(fetchIt(`http://klub.example:${port}/`, { resolve }), refusedAs('address_inside'))
    assert.deepEqual([asked, reached], [2, 0])
  })

  it('refuses a name that leads outside and inside at once', async () => {
    const resolve = async () => [
      { address: '127.0.0.1', family: 4 },
      { address: '192.168.1.1', family: 4 },
    ]
    await assert.rejects(fetchIt('http://klub.example:8080/', { resolve }), refusedAs('address_inside'))
  })

  it('refuses localhost by every name the system knows it by', async () => {
    for (const name of ['localhost', 'LOCALHOST'])
      await assert.rejects(fetchIt(`https://${name}/`, { networks: [] }), refusedAs('address_inside'), name)
  })

  it('stops at the size that is allowed, said or not', async () => {
    const said = await serve((_, response) => response.writeHead(200, { 'content-length': '200000' }).end('x'))
    await assert.rejects(fetchIt(`http://127.0.0.1:${said}/`), refusedAs('too_large', { megabytes: 0 }))
    const unsaid = await serve((_, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(10_000)));
      }
      response.on('drain', more)
      more()
    })
    await assert.rejects(fetchIt(`http://127.0.0.1:${unsaid}/`), refusedAs('too_large', { megabytes: 0 }))
  })

  it('opens what is packed, and stops at the size of what is in it', async () => {
    const packed = (bytes: Uint8Array) =>
      serve((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes))
    const small = await fetchIt(`http://127.0.0.1:${await packed(gzipSync('pakket'))}/`)
    assert.ok(small.kind === 'found')
    assert.equal(new TextDecoder().decode(small.bytes), 'pakket')
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    assert.ok(bomb.length < manners.mostBytes)
    const before = process.memoryUsage().arrayBuffers
    await assert.rejects(fetchIt(`http://127.0.0.1:${await packed(bomb)}/`), refusedAs('too_large', { megabytes: 0 }))
    assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000)
    await assert.rejects(fetchIt(`http://127.0.0.1:${await packed(Buffer.from('hej'))}/`), refusedAs('packed_wrongly'))
    const other = await serve((_, response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'))
    await assert.rejects(fetchIt(`http://127.0.0.1:${other}/`), refusedAs('packed_wrongly'))
  })

  it('waits for nobody: not for silence, not for one who drips, not for a name that is never found', async () => {
    const silent = await serve(() => undefined)
    const began = performance.now()
    await assert.rejects(fetchIt(`http://127.0.0.1:${silent}/`), refusedAs('too_slow'))
    const stops = await serve((_, response) => void response.writeHead(200).write('lidt'))
    await assert.rejects(fetchIt(`http://127.0.0.1:${stops}/`), refusedAs('too_slow'))
    const drips = await serve((_, response) => {
      const timer = setInterval(() => response.write('.'), 100)
      response.on('close', () => clearInterval(timer))
    })
    await assert.rejects(fetchIt(`http://127.0.0.1:${drips}/`), refusedAs('too_slow'))
    const never = { resolve: () => new Promise<never>(() => undefined) }
    await assert.rejects(fetchIt('http://klub.example/', never), refusedAs('too_slow'))
    assert.ok(performance.now() - began < 8000)
  })

  it('tells what a server answers, and how long it asks to be left alone', async () => {
    const answers = async (status: number, headers: Record<string, string> = {}) =>
      fetchIt(`http://127.0.0.1:${await serve((_, response) => response.writeHead(status, headers).end())}/`)
    await assert.rejects(answers(404), refusedAs('answers', { status: 404 }))
    await assert.rejects(answers(204), refusedAs('answers', { status: 204 }))
    await assert.rejects(answers(503, { 'retry-after': '90' }), refusedAs('answers', { status: 503, wait: 90 }))
    const dated = { date: 'Sat, 21 Nov 2026 12:00:00 GMT', 'retry-after': 'Sat, 21 Nov 2026 13:00:00 GMT' }
    await assert.rejects(answers(429, dated), refusedAs('answers', { status: 429, wait: 3600 }))
    await assert.rejects(answers(302), refusedAs('answers', { status: 302 }))
  })

  it('tells a server that is not there, one that hangs up, and one that speaks otherwise', async () => {
    const gone = createServer()
    const port = await listen(gone)
    await new Promise((resolve) => gone.close(resolve))
    await assert.rejects(fetchIt(`http://127.0.0.1:${port}/`), refusedAs('no_answer'))
    const hangs = await serve((request) => request.socket.destroy())
    await assert.rejects(fetchIt(`http://127.0.0.1:${hangs}/`), refusedAs('no_answer'))
    const breaks = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('x')
      setTimeout(() => response.destroy(), 50)
    })
    await assert.rejects(fetchIt(`http://127.0.0.1:${breaks}/`), refusedAs('no_answer'))
    const odd = await serve((request) => request.socket.end('hej\r\n\r\n'))
    await assert.rejects(fetchIt(`http://127.0.0.1:${odd}/`), refusedAs('no_answer'))
    const unknown = { resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })) }
    await assert.rejects(fetchIt('http://klub.example/', unknown), refusedAs('host_unknown'))
  })

  it('believes no certificate that nobody vouches for', async () => {
    const { privateKey: key, certificate: cert } = makeCertificate()
    const port = await listen(createSecureServer({ key, cert }, (_, response) => response.end('x')))
    await assert.rejects(fetchIt(`https://127.0.0.1:${port}/`), refusedAs('certificate_wrong'))
  })
})
