import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import { createZstdDecompress } from 'node:zlib'
import type { z } from 'zod'
import { errorCode, errorMessage, Fault } from '../fault.ts'
import { type BackupKey, openingSize, readBeginning } from './backup-key.ts'
import { type Frame, type FrameKind, readFrames } from './frames.ts'
import { headForm, type Manifest, manifestForm, type Part, partEndForm, partForm } from './manifest.ts'
import { inPieces } from './pieces.ts'
import { unseal } from './seal.ts'

/** What to do with the rows of a part. They are known to be unchanged only when all of the backup was read. */
export type TakePart = (part: Part, rows: AsyncIterable<Buffer>) => Promise<void>

/** Reads all of a backup and compares every checksum in it, touching no database. Throws Fault. */
export const verifyBackup = (path: string, keys: readonly BackupKey[]): Promise<Manifest> =>
  readBackup(path, keys, async () => {})

/**
 * Reads a backup from its first byte to its last and hands on each part. Throws Fault where none of the keys opens it, and where a byte of it
 * is missing, moved or changed.
 */
export const readBackup = async (path: string, keys: readonly BackupKey[], take: TakePart): Promise<Manifest> => {
  const frames = framesOf(path, keys)
  try {
    const head = await nextJson(path, frames, 'head', headForm)
    const parts: Manifest['parts'] = []
    for (;;) {
      const frame = await nextFrame(path, frames)
      if (frame.kind === 'manifest') {
        const manifest = parse(path, frame, manifestForm)
        const { sequences, ...rest } = manifest
        const isAsRead = isDeepStrictEqual(rest, { ...head, parts })
        if (!isAsRead || (await frames.next()).done !== true) throw damaged(path)
        return { ...rest, sequences }
      }
      parts.push(await readPart(path, { frame, frames }, take))
    }
  } finally {
    await frames.return(undefined)
  }
}

type Frames = AsyncGenerator<Frame, undefined>

const readPart = async (
  path: string,
  { frame, frames }: { frame: Frame; frames: Frames },
  take: TakePart,
): Promise<Manifest['parts'][number]> => {
  if (frame.kind !== 'part') throw damaged(path)
  const part = parse(path, frame, partForm)
  const hash = createHash('sha256')
  let bytes = 0
  let last: Frame | undefined
  const rows = async function* () {
    while (last === undefined) {
      const next = await nextFrame(path, frames)
      if (next.kind !== 'rows') {
        last = next
        return
      }
      hash.update(next.bytes)
      bytes += next.bytes.length
      yield next.bytes
    }
  }
  await take(part, rows())
  // Whatever was not taken is read all the same, to know that it is there.
  for await (const _ of rows());
  if (last?.kind !== 'end') throw damaged(path)
  const end = parse(path, last, partEndForm)
  if (end.bytes !== bytes || end.sha256 !== hash.digest('hex')) throw damaged(path)
  return { ...part, ...end }
}

async function* framesOf(path: string, keys: readonly BackupKey[]): Frames {
  const file = inPieces(createReadStream(path))
  try {
    const { streamKey, rest } = await openWith(path, keys, file)
    const plain = createZstdDecompress()
    const flow = pipeline(unseal(rest, streamKey), plain)
    flow.catch(() => {})
    yield* readFrames(plain)
    await flow
    return undefined
  } catch (error) {
    throw error instanceof Fault ? error : damaged(path, error)
  } finally {
    await file.close()
  }
}

const openWith = async (path: string, keys: readonly BackupKey[], file: ReturnType<typeof inPieces>) => {
  const first = await takeFirst(path, file)
  const begun = readBeginning(first)
  if (begun === null) throw new Fault(`${path} is not a backup of Brobyg, or its first lines are damaged.`)
  const fitting = keys.filter(({ kind }) => kind === begun.kind)
  if (fitting.length === 0)
    throw new Fault(
      begun.kind === 'passphrase'
        ? `${path} was made with a passphrase. Set BROBYG_BACKUP_PASSPHRASE to it.`
        : `${path} was made with a key file. Name it with --key.`,
    )
  for (const { secret } of fitting) {
    const streamKey = await begun.openWith(secret)
    if (streamKey !== null) return { streamKey, rest: inPieces(withFirst(first.subarray(begun.size), file)) }
  }
  const what = begun.kind === 'passphrase' ? 'The passphrase' : 'The key file'
  throw new Fault(`${what} is not the one ${path} was made with, or its first lines are damaged.`)
}

const takeFirst = async (path: string, file: ReturnType<typeof inPieces>): Promise<Buffer> => {
  try {
    return await file.take(openingSize)
  } catch (error) {
    const told = errorCode(error) === 'ENOENT' ? 'there is no such file' : errorMessage(error)
    throw new Fault(`The backup ${path} cannot be read: ${told}.`, { cause: error })
  }
}

async function* withFirst(first: Buffer, file: ReturnType<typeof inPieces>): AsyncGenerator<Buffer> {
  yield first
  while (!(await file.isAtEnd())) yield await file.take(256 * 1024)
}

const nextFrame = async (path: string, frames: Frames): Promise<Frame> => {
  const { value } = await frames.next()
  if (value === undefined) throw damaged(path)
  return value
}

const nextJson = async <T>(path: string, frames: Frames, kind: FrameKind, form: z.ZodType<T>): Promise<T> => {
  const frame = await nextFrame(path, frames)
  if (frame.kind !== kind) throw damaged(path)
  return parse(path, frame, form)
}

const parse = <T>(path: string, { bytes }: Frame, form: z.ZodType<T>): T => {
  try {
    return form.parse(JSON.parse(bytes.toString()))
  } catch (error) {
    throw damaged(path, error)
  }
}

const damaged = (path: string, cause?: unknown): Fault =>
  new Fault(`The backup ${path} is damaged: it is cut short, or changed after it was made. Use another one.`, { cause })
