import { BlockList, isIP } from 'node:net'
import { Refused } from '../refused.ts'

/** Networks of the old kind of address that are nobody's on the open internet. Source: IANA's registry of special-purpose addresses. */
const closed: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of the new kind only this is handed out to the world; within it these are tunnels, tests and documentation. */
const open6: readonly [string, number] = ['2000::', 3]
const closed6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
]

const listOf = (networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family)
  return list
}

const closedList = listOf(closed, 'ipv4')
const openList6 = listOf([open6], 'ipv6')
const closedList6 = listOf(closed6, 'ipv6')

/** Whether a numeric address is of the open internet: not of this machine, of a network behind it, or of none at all. */
export const isPublicAddress = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !closedList.check(address, 'ipv4')
  return family === 6 && openList6.check(address, 'ipv6') && !closedList6.check(address, 'ipv6')
}

/** A network one's own, `10.2.0.0/16`, as its address and prefix; undefined where it is none. */
export const findNetwork = (text: string): { address: string; prefix: number } | undefined => {
  const [, address = '', length = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(text) ?? []
  const [family, prefix] = [isIP(address), Number(length)]
  if (family === 0 || length === '' || prefix > (family === 4 ? 32 : 128)) return undefined
  return { address, prefix }
}

/** Whether a numeric address is of one of the networks. */
export const isWithinNetworks = (address: string, networks: readonly string[]): boolean => {
  const family = isIP(address)
  return networks.some((text) => {
    const network = findNetwork(text)
    if (network === undefined || family === 0 || isIP(network.address) !== family) return false
    const kind = family === 4 ? 'ipv4' : 'ipv6'
    return listOf([[network.address, network.prefix]], kind).check(address, kind)
  })
}

const usualPorts: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' }

/**
 * The address as it may be asked: `webcal:` is read as https. Throws Refused('address_wrong') or Refused('address_has_password').
 */
export const readOutsideAddress = (text: string): URL => {
  const url = URL.parse(text.trim().replace(/^(?:webcals?|feed):(?:\/\/)?/i, 'https://'))
  if (url === null || usualPorts[url.protocol] === undefined || url.hostname === '' || text.length > 2000)
    throw new Refused('address_wrong')
  if (url.username !== '' || url.password !== '') throw new Refused('address_has_password')
  url.hash = ''
  return url
}

/**
 * Throws where a server at this numeric address may not be asked: Refused('address_inside') unless it is on the open internet,
 * Refused('address_not_secure') for http and Refused('address_port') for a port of its own. In the networks that are allowed, all three are.
 */
export const requireReachable = (url: URL, address: string, networks: readonly string[]): void => {
  if (isWithinNetworks(address, networks)) return
  if (!isPublicAddress(address)) throw new Refused('address_inside')
  if (url.protocol !== 'https:') throw new Refused('address_not_secure')
  if (url.port !== '') throw new Refused('address_port', { port: url.port })
}
