/** A stream read in pieces of the lengths asked for. */
export interface Pieces {
  /** The next bytes, this many; fewer where the stream ends before. */
  take(length: number): Promise<Buffer>
  /** Whether all of it was taken. */
  isAtEnd(): Promise<boolean>
  /** Lets go of the stream, at its end or before. */
  close(): Promise<void>
}

/** Reads a stream in pieces, holding no more of it than the piece asked for and what came with it. */
export const inPieces = (source: AsyncIterable<Uint8Array>): Pieces => {
  const iterator = source[Symbol.asyncIterator]()
  let held: Uint8Array[] = []
  let length = 0
  let isDone = false
  const fill = async (wanted: number): Promise<void> => {
    while (length < wanted && !isDone) {
      const next = await iterator.next()
      if (next.done === true) isDone = true
      else {
        held.push(next.value)
        length += next.value.length
      }
    }
  }
  return {
    take: async (wanted) => {
      await fill(wanted)
      const [only] = held
      const all =
        held.length === 1 && only !== undefined
          ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
          : Buffer.concat(held)
      const piece = all.subarray(0, wanted)
      held = [all.subarray(wanted)]
      length = all.length - piece.length
      return piece
    },
    isAtEnd: async () => {
      await fill(1)
      return length === 0
    },
    close: async () => {
      await iterator.return?.()
    },
  }
}
