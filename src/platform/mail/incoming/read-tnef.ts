/** Of a TNEF file: what Exchange writes as `winmail.dat` in place of a calendar. Source: [MS-OXTNEF]. */
export interface Tnef {
  /** By what the property is: `001a`, or `meeting/3` where it is named by a number in a set. */
  readonly properties: ReadonlyMap<string, TnefValue>
  readonly files: readonly Uint8Array[]
}

type TnefValue = string | number | bigint | boolean | Uint8Array

/** What is taken of a file at the most; one with more is read that far. */
const most = { attributes: 500, properties: 2000, values: 200, files: 50 }

const signature = 0x223e9f78

/** The attributes that are read: their ids are followed by what kind of value they hold. */
const attributes = { messageClass: 0x0007_8008, properties: 0x0006_9003, fileData: 0x0006_800f }

/** The sets of named properties that are read. Source: [MS-OXPROPS] 1.3.2. */
const sets: Readonly<Record<string, string>> = {
  '90dad86e0b451b1098da00aa003f1305': 'meeting',
  '0220060000000000c000000000000046': 'appointment',
}

/** Reads a file to its end or as far as it holds together; null where it is none. */
export const readTnef = (bytes: Uint8Array): Tnef | null => {
  const cursor = new Cursor(bytes)
  const properties = new Map<string, TnefValue>()
  const files: Uint8Array[] = []
  try {
    if (cursor.u32() !== signature) return null
    cursor.take(2)
    for (let count = 0; count < most.attributes && !cursor.isOver; count += 1) {
      cursor.take(1)
      const id = cursor.u32()
      const data = cursor.take(cursor.u32())
      cursor.take(2)
      if (id === attributes.messageClass) properties.set('001a', latin(data))
      else if (id === attributes.properties) readProperties(new Cursor(data), properties)
      else if (id === attributes.fileData && files.length < most.files) files.push(data)
    }
  } catch (error) {
    if (!(error instanceof CutOff)) throw error
  }
  return { properties, files }
}

class CutOff extends Error {}

class Cursor {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isOver(): boolean {
    return this.#at >= this.#bytes.length
  }

  take(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new CutOff()
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /** What is filled up to a multiple of four. */
  takePadded(length: number): Uint8Array {
    const taken = this.take(length)
    this.take(Math.min(-length & 3, this.#bytes.length - this.#at))
    return taken
  }

  u32(): number {
    this.take(4)
    return this.#view.getUint32(this.#at - 4, true)
  }

  u64(): bigint {
    this.take(8)
    return this.#view.getBigUint64(this.#at - 8, true)
  }
}

const readProperties = (cursor: Cursor, into: Map<string, TnefValue>): void => {
  const count = Math.min(cursor.u32(), most.properties)
  for (let at = 0; at < count; at += 1) {
    const tag = cursor.u32()
    const [kind, id] = [tag & 0xffff, tag >>> 16]
    const name = id < 0x8000 ? id.toString(16).padStart(4, '0') : nameIn(cursor)
    const value = valueIn(cursor, kind)
    if (name !== null && value !== null) into.set(name, value)
  }
}

/** What a named property is called; null where nothing here asks for it. */
const nameIn = (cursor: Cursor): string | null => {
  const set = sets[Buffer.from(cursor.take(16)).toString('hex')]
  if (cursor.u32() === 0) {
    const id = cursor.u32()
    return set === undefined ? null : `${set}/${id.toString(16)}`
  }
  cursor.takePadded(cursor.u32())
  return null
}

const many = 0x1000

/** A value, of several the first; null where its kind is not read. Throws where its length cannot be told. */
const valueIn = (cursor: Cursor, kind: number): TnefValue | null => {
  const single = kind & ~many
  const isLong = [0x0d, 0x1e, 0x1f, 0x102].includes(single)
  const count = isLong || (kind & many) !== 0 ? cursor.u32() : 1
  if (count > most.values) throw new CutOff()
  let first: TnefValue | null = null
  for (let at = 0; at < count; at += 1) {
    const value = isLong ? longIn(cursor, single) : shortIn(cursor, single)
    if (at === 0) first = value
  }
  return first
}

const longIn = (cursor: Cursor, kind: number): TnefValue => {
  const data = cursor.takePadded(cursor.u32())
  if (kind === 0x1e) return latin(data)
  return kind === 0x1f ? Buffer.from(data).toString('utf16le').replace(/\0.*$/s, '') : data
}

const shortIn = (cursor: Cursor, kind: number): TnefValue | null => {
  switch (kind) {
    case 0x02:
    case 0x03:
    case 0x0a:
      return cursor.u32() | 0
    case 0x0b:
      return (cursor.u32() & 0xffff) !== 0
    case 0x04:
      cursor.take(4)
      return null
    case 0x14:
    case 0x40:
      return cursor.u64()
    case 0x05:
    case 0x06:
    case 0x07:
      cursor.take(8)
      return null
    case 0x48:
      return cursor.take(16)
    default:
      throw new CutOff()
  }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1').replace(/\0.*$/s, '')
