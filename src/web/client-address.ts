import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The client of a request that came by no network: tests ask the application itself. */
export const unknownClient = 'unknown'

/**
 * Who is at the other end, as far as limits are counted: an IPv4 address, or the /64 an IPv6 address is in, since one home has all of it.
 * With N proxies in front, each adds to X-Forwarded-For whom it heard from: the Nth from the right is true, what stands before it may be
 * made up. A header too short or unreadable did not come that way, and the socket counts.
 */
export const clientAddress = (c: Context, trustedProxies: number): string => {
  const socket = socketAddress(c)
  if (trustedProxies === 0) return network(socket)
  const told = (c.req.header('x-forwarded-for') ?? '').split(',').map(withoutPort).at(-trustedProxies) ?? ''
  return network(isIP(told) === 0 ? socket : told)
}

const socketAddress = (c: Context): string => {
  try {
    return getConnInfo(c).remote.address ?? unknownClient
  } catch {
    return unknownClient
  }
}

// Some proxies write the port too: 192.0.2.1:4711, [2001:db8::1]:4711.
const withoutPort = (text: string): string => {
  const told = text.trim()
  return /^\[([^\]]*)\]/.exec(told)?.[1] ?? (/^[\d.]+:\d+$/.test(told) ? (told.split(':')[0] ?? '') : told)
}

const network = (address: string): string => {
  if (isIP(address) !== 6) return address
  // Only URL writes an address of either kind of shorthand out in one way.
  const written = URL.parse(`http://[${address.replace(/%.*/, '')}]/`)?.hostname.slice(1, -1) ?? address
  const asFour = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(written)
  if (asFour) return fourOf(Number.parseInt(asFour[1] ?? '', 16), Number.parseInt(asFour[2] ?? '', 16))
  const [before = '', after = ''] = written.split('::')
  const left = before.split(':').filter((part) => part !== '')
  const right = after.split(':').filter((part) => part !== '')
  const groups = [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

const fourOf = (high: number, low: number): string => [high >> 8, high & 255, low >> 8, low & 255].join('.')
