import type { Client, Connection, Submittable } from 'pg'

/** Bytes that are handed on at a time. */
const batchSize = 64 * 1024

/** Batches that may wait before PostgreSQL is asked to wait itself. */
const mostWaiting = 8

/** Rows on their way out: their bytes, and when those are read, how many rows they were. */
export interface OutgoingRows {
  readonly bytes: AsyncIterable<Buffer>
  count(): number
}

/** Runs `copy … to stdout` and hands on what comes as it comes. Where reading stops before the end, the connection is broken off. */
export const copyOut = (client: Client, statement: string): OutgoingRows => {
  const copying = new CopyOut(statement)
  const read = async function* () {
    client.query(copying)
    try {
      for (;;) {
        const batch = await copying.next()
        if (batch === undefined) return
        yield batch
      }
    } finally {
      copying.breakOff()
    }
  }
  return { bytes: read(), count: () => copying.count }
}

/** Runs `copy … from stdin` with these bytes. Answers with how many rows PostgreSQL took. */
export const copyIn = async (client: Client, statement: string, bytes: AsyncIterable<Uint8Array>): Promise<number> => {
  const copying = new CopyIn(statement, bytes)
  client.query(copying)
  return copying.done
}

const rowsIn = (commandTag: string): number => Number(/\d+$/.exec(commandTag)?.[0] ?? 0)

/** What `pg` calls while PostgreSQL sends rows. Its buffers are used again, so bytes are copied at once. */
class CopyOut implements Submittable {
  count = 0
  #batch = Buffer.allocUnsafe(batchSize)
  #filled = 0
  #batches: Buffer[] = []
  #connection: Connection | undefined
  #ending: { error: unknown } | 'well' | undefined
  #wake = () => {}
  readonly #statement: string

  constructor(statement: string) {
    this.#statement = statement
  }

  submit(connection: Connection): void {
    this.#connection = connection
    connection.query(this.#statement)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    for (let at = 0; at < chunk.length;) {
      const copied = chunk.copy(this.#batch, this.#filled, at)
      at += copied
      this.#filled += copied
      if (this.#filled === batchSize) this.#passOn()
    }
    if (this.#batches.length >= mostWaiting) this.#connection?.stream.pause()
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.count = rowsIn(text)
  }

  handleReadyForQuery(): void {
    if (this.#filled > 0) this.#passOn()
    this.#ending ??= 'well'
    this.#wake()
  }

  handleError(error: unknown): void {
    this.#ending ??= { error }
    this.#wake()
  }

  async next(): Promise<Buffer | undefined> {
    for (;;) {
      if (this.#ending !== undefined && this.#ending !== 'well') throw this.#ending.error
      const batch = this.#batches.shift()
      if (batch !== undefined) return batch
      if (this.#ending === 'well') return undefined
      this.#connection?.stream.resume()
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  breakOff(): void {
    if (this.#ending === undefined) this.#connection?.stream.destroy()
  }

  #passOn(): void {
    this.#batches.push(this.#batch.subarray(0, this.#filled))
    this.#batch = Buffer.allocUnsafe(batchSize)
    this.#filled = 0
    this.#wake()
  }
}

/** What `pg` calls while PostgreSQL takes rows. */
class CopyIn implements Submittable {
  readonly done: Promise<number>
  #settle = Promise.withResolvers<number>()
  #count = 0
  #hasEnded = false
  #sending: Promise<void> = Promise.resolve()
  #sourceError: { error: unknown } | undefined
  readonly #statement: string
  readonly #bytes: AsyncIterable<Uint8Array>

  constructor(statement: string, bytes: AsyncIterable<Uint8Array>) {
    this.#statement = statement
    this.#bytes = bytes
    this.done = this.#settle.promise
  }

  submit(connection: Connection): void {
    connection.query(this.#statement)
  }

  handleCopyInResponse(connection: Connection): void {
    this.#sending = this.#send(connection)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#count = rowsIn(text)
  }

  handleReadyForQuery(): void {
    this.#settle.resolve(this.#count)
  }

  handleError(error: unknown): void {
    this.#hasEnded = true
    void this.#fail(error)
  }

  async #fail(error: unknown): Promise<void> {
    await this.#sending
    this.#settle.reject(this.#sourceError === undefined ? error : this.#sourceError.error)
  }

  async #send(connection: Connection): Promise<void> {
    const { stream } = connection
    try {
      for await (const bytes of this.#bytes) {
        if (this.#hasEnded) return
        if (!stream.write(message('d', bytes))) await roomIn(stream)
      }
      if (!this.#hasEnded) stream.write(message('c', Buffer.alloc(0)))
    } catch (error) {
      this.#sourceError = { error }
      if (!this.#hasEnded) stream.write(message('f', Buffer.from('the rows to copy ended early\0')))
    }
  }
}

/** A message as PostgreSQL's protocol frames it: its letter, its length, its bytes. */
const message = (letter: 'd' | 'c' | 'f', bytes: Uint8Array): Buffer => {
  const head = Buffer.alloc(5)
  head.write(letter)
  head.writeUInt32BE(bytes.length + 4, 1)
  return Buffer.concat([head, bytes])
}

const roomIn = (stream: Connection['stream']): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      stream.off('drain', go)
      stream.off('close', go)
      resolve()
    }
    stream.on('drain', go)
    stream.on('close', go)
    if (stream.destroyed) go()
  })
