import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { clientAddress } from './client-address.ts'

const seen = async (proxies: number, socket: string | null, forwarded?: string): Promise<string> => {
  const app = new Hono().get('/', (c) => c.text(clientAddress(c, proxies)))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const env = socket === null ? {} : { incoming: { socket: { remoteAddress: socket } } }
  return (await app.request('/', { headers }, env)).text()
}

describe('the address of a client', () => {
  it('is the socket’s, whatever the headers say, when no proxy is in front', async () => {
    assert.equal(await seen(0, '192.0.2.7'), '192.0.2.7')
    assert.equal(await seen(0, '192.0.2.7', '203.0.113.1'), '192.0.2.7')
  })

  it('is what the trusted proxies tell, and not what the client made up before them', async () => {
    assert.equal(await seen(1, '10.0.0.1', '203.0.113.1'), '203.0.113.1')
    assert.equal(await seen(1, '10.0.0.1', '198.51.100.9, 198.51.100.8, 203.0.113.1'), '203.0.113.1')
    assert.equal(await seen(2, '10.0.0.1', '198.51.100.9, 203.0.113.1, 10.0.0.2'), '203.0.113.1')
    assert.equal(await seen(1, '10.0.0.1', '198.51.100.9, 203.0.113.1:4711'), '203.0.113.1')
  })

  it('is the socket’s where the header is missing, too short or no address', async () => {
    for (const forwarded of [undefined, '', 'unknown', '203.0.113.1, <b>', '203.0.113.1, '])
      assert.equal(await seen(1, '10.0.0.1', forwarded), '10.0.0.1', String(forwarded))
    assert.equal(await seen(2, '10.0.0.1', '203.0.113.1'), '10.0.0.1')
  })

  it('is one for all of an IPv6 home, and the IPv4 address inside one', async () => {
    const home = '2001:db8:1:2::/64'
    for (const address of ['2001:db8:1:2::1', '2001:0DB8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2:0:0:0:9%eth0'])
      assert.equal(await seen(0, address), home, address)
    assert.equal(await seen(1, '10.0.0.1', '[2001:db8:1:2::5]:4711'), home)
    assert.equal(await seen(0, '::1'), '0:0:0:0::/64')
    assert.equal(await seen(0, '::ffff:192.0.2.7'), '192.0.2.7')
  })

  it('is unknown where there is no socket', async () => {
    assert.equal(await seen(0, null), 'unknown')
  })
})
