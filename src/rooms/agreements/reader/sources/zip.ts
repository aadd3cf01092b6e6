import { crc32, inflateRawSync } from 'node:zlib'
import { Refused } from '../../../../platform/refused.ts'

/** How much the parts of a file may weigh once unpacked, in bytes: as declared by all, as really unpacked by those read. */
const mostDeclared = 200 * 1024 * 1024
const mostUnpacked = 64 * 1024 * 1024
const mostEntries = 5000

export interface ZipEntry {
  name: string
  method: number
  packedSize: number
  size: number
  crc: number
  headerAt: number
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const endMark = 0x06054b50
const entryMark = 0x02014b50
const headerMark = 0x04034b50

const findEnd = (data: DataView): number => {
  const lowest = Math.max(0, data.byteLength - 22 - 65_535)
  for (let at = data.byteLength - 22; at >= lowest; at--) if (data.getUint32(at, true) === endMark) return at
  throw new Refused('source_is_damaged')
}

const decodeName = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).replaceAll('\\', '/')

const readEntry = (bytes: Uint8Array, data: DataView, at: number): { entry: ZipEntry; next: number } => {
  if (at + 46 > data.byteLength || data.getUint32(at, true) !== entryMark) throw new Refused('source_is_damaged')
  if ((data.getUint16(at + 8, true) & 1) !== 0) throw new Refused('source_is_encrypted')
  const nameLength = data.getUint16(at + 28, true)
  const next = at + 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true)
  if (next > data.byteLength) throw new Refused('source_is_damaged')
  const entry: ZipEntry = {
    name: decodeName(bytes.subarray(at + 46, at + 46 + nameLength)),
    method: data.getUint16(at + 10, true),
    crc: data.getUint32(at + 16, true),
    packedSize: data.getUint32(at + 20, true),
    size: data.getUint32(at + 24, true),
    headerAt: data.getUint32(at + 42, true),
  }
  return { entry, next }
}

/**
 * The parts of a zip file by its own list; nothing is unpacked.
 * Throws Refused('source_is_damaged' | 'source_is_encrypted' | 'source_is_bomb').
 */
export const zipEntries = (bytes: Uint8Array): ZipEntry[] => {
  if (bytes.length < 22) throw new Refused('source_is_damaged')
  const data = view(bytes)
  const end = findEnd(data)
  const count = data.getUint16(end + 10, true)
  if (count > mostEntries) throw new Refused('source_is_bomb')
  const entries: ZipEntry[] = []
  let declared = 0
  let at = data.getUint32(end + 16, true)
  for (let number = 0; number < count; number++) {
    const { entry, next } = readEntry(bytes, data, at)
    declared += entry.size
    if (declared > mostDeclared) throw new Refused('source_is_bomb')
    entries.push(entry)
    at = next
  }
  return entries
}

const unpack = (entry: ZipEntry, packed: Uint8Array, most: number): Uint8Array => {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Refused('source_is_damaged')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new Refused(isTooLong ? 'source_is_bomb' : 'source_is_damaged')
  }
}

/** Reads parts of one zip file, counting what they really unpack to: what declares little and unpacks to much is refused. */
export const zipReader = (bytes: Uint8Array): ((entry: ZipEntry) => Uint8Array) => {
  const data = view(bytes)
  let left = mostUnpacked
  return (entry) => {
    const at = entry.headerAt
    if (at + 30 > bytes.length || data.getUint32(at, true) !== headerMark) throw new Refused('source_is_damaged')
    const from = at + 30 + data.getUint16(at + 26, true) + data.getUint16(at + 28, true)
    if (from + entry.packedSize > bytes.length) throw new Refused('source_is_damaged')
    const unpacked = unpack(entry, bytes.subarray(from, from + entry.packedSize), left)
    if (unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw new Refused('source_is_damaged')
    left -= unpacked.length
    return unpacked
  }
}
