import { crc32, deflateRawSync } from 'node:zlib'
import { zipEntries, zipReader } from './zip.ts'

export interface ZipPart {
  name: string
  content: Uint8Array
  /** The unpacked size the file claims, where it lies about it. */
  claimedSize?: number
}

const headOf = (part: ZipPart, packed: Uint8Array): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(8, 4)
  head.writeUInt32LE(crc32(part.content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(part.claimedSize ?? part.content.length, 18)
  head.writeUInt16LE(Buffer.byteLength(part.name), 22)
  return head
}

/** Packs parts into a zip file, for tests. */
export const zipOf = (parts: ZipPart[]): Buffer => {
  const bodies: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.content)
    const head = headOf(part, packed)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(part.name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), head, tail, Buffer.from(part.name)]))
    bodies.push(body)
    at += body.length
  }
  const listing = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, listing, end])
}

/** The same zip file with parts added, or put in the place of others of their name. */
export const zipWith = (bytes: Uint8Array, added: ZipPart[]): Buffer => {
  const readPart = zipReader(bytes)
  const kept = zipEntries(bytes).filter((entry) => !added.some((part) => part.name === entry.name))
  return zipOf([...kept.map((entry) => ({ name: entry.name, content: readPart(entry) })), ...added])
}

/** The text of one part of a zip file. */
export const zipText = (bytes: Uint8Array, name: string): string => {
  const entry = zipEntries(bytes).find((known) => known.name === name)
  return entry === undefined ? '' : new TextDecoder().decode(zipReader(bytes)(entry))
}
