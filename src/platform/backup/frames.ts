import { inPieces } from './pieces.ts'

/** What stands in a backup, one after the other: `head`, then of each part its `part`, its `rows` and its `end`, at last the `manifest`. */
export const frameKinds = ['head', 'part', 'rows', 'end', 'manifest'] as const

export type FrameKind = (typeof frameKinds)[number]

export interface Frame {
  readonly kind: FrameKind
  readonly bytes: Buffer
}

/** Bytes a frame holds at most, so that reading one takes little memory. */
const largest = 16 * 1024 * 1024

/** Writes a frame: a byte for its kind, four for its length, and what it holds. */
export const writeFrame = (kind: FrameKind, bytes: Uint8Array): Buffer => {
  if (bytes.length > largest) throw new Error(`A frame of ${bytes.length} bytes is too long`)
  const head = Buffer.alloc(5)
  head[0] = frameKinds.indexOf(kind)
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

export const writeJsonFrame = (kind: FrameKind, value: unknown): Buffer =>
  writeFrame(kind, Buffer.from(JSON.stringify(value)))

/** Reads frames as they were written. Throws where the stream is none of frames. */
export async function* readFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  const pieces = inPieces(source)
  try {
    while (!(await pieces.isAtEnd())) {
      const head = await pieces.take(5)
      const kind = frameKinds[head[0] ?? frameKinds.length]
      const length = head.length === 5 ? head.readUInt32BE(1) : Infinity
      if (kind === undefined || length > largest) throw new Error('There is no frame where one should begin')
      const bytes = await pieces.take(length)
      if (bytes.length < length) throw new Error('A frame is cut short')
      yield { kind, bytes }
    }
  } finally {
    await pieces.close()
  }
}
