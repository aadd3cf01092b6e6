export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])

export const attribute = (id: number, data: Buffer, level = 1): Buffer =>
  Buffer.concat([Buffer.from([level]), u32(id), u32(data.length), data, Buffer.alloc(2)])

export const file = (...attributes: readonly Buffer[]): Buffer =>
  Buffer.concat([u32(0x223e9f78), Buffer.alloc(2), ...attributes])

export const meetingSet = '90dad86e0b451b1098da00aa003f1305'
export const appointmentSet = '0220060000000000c000000000000046'

export const named = (kind: number, set: string, id: number, value: Buffer): Buffer =>
  Buffer.concat([u32(((0x8000 << 16) >>> 0) | kind), Buffer.from(set, 'hex'), u32(0), u32(id), value])

export const binary = (bytes: Buffer): Buffer => Buffer.concat([u32(1), u32(bytes.length), padded(bytes)])

export const time = (moment: string): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(Date.parse(moment)) * 10_000n + 116_444_736_000_000_000n)
  return bytes
}

export const unicode = (id: number, text: string): Buffer => {
  const bytes = Buffer.from(`${text}\0`, 'utf16le')
  return Buffer.concat([u32(((id << 16) >>> 0) | 0x1f), u32(1), u32(bytes.length), padded(bytes)])
}

export const objectId = (data: Buffer, day = '07ea0c07'): Buffer =>
  Buffer.concat([
    Buffer.from('040000008200e00074c5b7101a82e008', 'hex'),
    Buffer.from(day, 'hex'),
    Buffer.alloc(16),
    u32(data.length),
    data,
  ])

/** The object id of a meeting that came to Exchange from elsewhere. */
export const foreignId = (uid: string): Buffer =>
  objectId(Buffer.concat([Buffer.from('vCal-Uid'), u32(1), Buffer.from(`${uid}\0`)]))

export const properties = (...all: readonly Buffer[]): Buffer =>
  attribute(0x0006_9003, Buffer.concat([u32(all.length), ...all]))

export const messageClass = (name: string): Buffer => attribute(0x0007_8008, Buffer.from(`${name}\0`))

/** What else stands in a real one: numbers, words by name, several values, and a kind of each length. */
const noise = [
  Buffer.concat([u32((0x0017 << 16) | 0x03), u32(1)]),
  Buffer.concat([u32((0x0e1f << 16) | 0x0b), u32(1)]),
  Buffer.concat([u32((0x1234 << 16) | 0x1003), u32(2), u32(1), u32(2)]),
  Buffer.concat([
    u32(0x8001_001f),
    Buffer.from(appointmentSet, 'hex'),
    u32(1),
    u32(10),
    padded(Buffer.from('Navn\0', 'utf16le')),
    u32(1),
    u32(6),
    padded(Buffer.from('Ja\0', 'utf16le')),
  ]),
]

/** An answer to the second change of a meeting on 7 December 2026, of a class, as Exchange writes it. */
export const tnefAnswer = (name: string, id: Buffer, more: readonly Buffer[] = []): Buffer =>
  file(
    messageClass(name),
    properties(
      ...noise,
      named(0x102, meetingSet, 0x23, binary(id)),
      named(0x03, appointmentSet, 0x8201, u32(2)),
      named(0x40, meetingSet, 0x01, time('2026-11-30T08:00:00Z')),
      named(0x40, appointmentSet, 0x820d, time('2026-12-07T08:00:00Z')),
      named(0x40, appointmentSet, 0x820e, time('2026-12-07T09:30:00Z')),
      ...more,
    ),
  )
