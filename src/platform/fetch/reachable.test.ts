import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Refused } from '../refused.ts'
import { isPublicAddress, isWithinNetworks, readOutsideAddress, requireReachable } from './reachable.ts'

const inside: readonly (readonly [what: string, ...addresses: string[]])[] = [
  ['this network', '0.0.0.0', '0.1.2.3', '0.255.255.255'],
  ['private networks', '10.0.0.0', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.0', '192.168.255.255'],
  ['networks behind a provider (CGNAT)', '100.64.0.0', '100.127.255.255'],
  ['this machine', '127.0.0.1', '127.255.255.255', '::1', '::'],
  ['the same wire, and a cloud’s own secrets', '169.254.0.0', '169.254.169.254', 'fe80::1', 'febf::1'],
  ['protocols', '192.0.0.1', '192.0.0.170'],
  ['documentation', '192.0.2.1', '198.51.100.7', '203.0.113.255', '2001:db8::1', '3fff::1'],
  ['measuring', '198.18.0.0', '198.19.255.255'],
  ['everybody at once', '224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
  ['the future', '240.0.0.1', '254.1.2.3'],
  ['relays of old', '192.88.99.1', '2002:0a00:0001::', '2001:0:53aa:64c::1'],
  ['old addresses written as new', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1'],
  ['translation (NAT64)', '64:ff9b::7f00:1', '64:ff9b:1::1'],
  ['unique local and site local', 'fc00::1', 'fd12:3456::1', 'fec0::1'],
  ['a black hole', '100::1'],
  ['no address at all', '', 'klub.example', '1.2.3', 'fe80::1%eth0', '10.0.0.1/8'],
]

const refusalOf = (work: () => unknown): string => {
  try {
    work()
    return 'none'
  } catch (error) {
    return error instanceof Refused ? error.code : 'broken'
  }
}

describe('an address outside', () => {
  for (const [what, ...addresses] of inside)
    it(`is not one of ${what}`, () => {
      for (const address of addresses) assert.equal(isPublicAddress(address), false, address)
    })

  it('is any other', () => {
    for (const address of ['1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.255.255'])
      assert.equal(isPublicAddress(address), true, address)
    for (const address of ['172.32.0.0', '192.167.255.255', '223.255.255.255', '2a00:1450::1', '2620::1'])
      assert.equal(isPublicAddress(address), true, address)
  })

  it('is asked by https at its usual port, but for networks that are allowed', () => {
    const asked = (address: string, at: string, networks: string[] = []) =>
      refusalOf(() => requireReachable(readOutsideAddress(address), at, networks))
    assert.equal(asked('https://klub.example/', '1.1.1.1'), 'none')
    assert.equal(asked('https://klub.example:443/', '1.1.1.1'), 'none')
    assert.equal(asked('http://klub.example/', '1.1.1.1'), 'address_not_secure')
    assert.equal(asked('https://klub.example:8443/', '1.1.1.1'), 'address_port')
    assert.equal(asked('https://klub.example/', '10.1.1.1'), 'address_inside')
    assert.equal(asked('http://klub.example:8080/', '10.1.1.1', ['10.1.0.0/16']), 'none')
    assert.equal(asked('http://klub.example:8080/', '10.2.1.1', ['10.1.0.0/16']), 'address_inside')
    assert.equal(asked('http://klub.example/', '::1', ['::1/128']), 'none')
    assert.equal(asked('http://klub.example/', '::1', ['127.0.0.0/8']), 'address_inside')
  })

  it('may be written as calendars write it', () => {
    const read = (text: string) => readOutsideAddress(text).href
    assert.equal(read('webcal://klub.example/a.ics'), 'https://klub.example/a.ics')
    assert.equal(read('  WEBCALS://klub.example/a.ics#x '), 'https://klub.example/a.ics')
    assert.equal(read('https://Klub.Example/a.ics?x=1'), 'https://klub.example/a.ics?x=1')
    assert.equal(readOutsideAddress('http://0x7f.1/').hostname, '127.0.0.1')
    assert.equal(readOutsideAddress('http://2130706433/').hostname, '127.0.0.1')
    for (const wrong of [
      '',
      'klub',
      'ftp://x/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      `https://x/${'a'.repeat(3000)}`,
    ])
      assert.equal(
        refusalOf(() => readOutsideAddress(wrong)),
        'address_wrong',
        wrong,
      )
    assert.equal(
      refusalOf(() => readOutsideAddress('https://a@klub.example/')),
      'address_has_password',
    )
  })

  it('is within a network only of its own kind', () => {
    assert.equal(isWithinNetworks('10.1.2.3', ['10.1.2.3/32']), true)
    assert.equal(isWithinNetworks('10.1.2.4', ['10.1.2.3/32', 'x']), false)
    assert.equal(isWithinNetworks('::ffff:10.1.2.3', ['10.1.2.3/32']), false)
  })
})
