import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { homeZone } from '../day.ts'

/** A file that went into an archive: its size in bytes before it was packed, and its SHA-256 as 64 hexadecimal digits. */
export interface ZippedFile {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

/** Packs files one after another; each is handed on as soon as it is packed, so that no more than one is in memory. */
export interface ZipWriter {
  /** Adds a file. `isPacked`: its bytes are packed already, as those of a PDF are, and go in as they are. */
  add(path: string, bytes: Uint8Array, isPacked?: 'packed'): Promise<ZippedFile>
  /** Writes the table of contents; nothing is added after it. */
  end(): void
}

/**
 * Begins a ZIP archive whose pieces are handed to `take` in order. Every file carries the moment it was made. Paths are relative, with
 * `/` between folders. Throws for a path that leads out of the archive or comes twice. At most 4 GB: there is no ZIP64.
 */
export const openZip = (madeAt: Temporal.Instant, take: (piece: Uint8Array) => void): ZipWriter => {
  const mtime = madeAt.toZonedDateTimeISO(homeZone).toPlainDateTime().toString({ smallestUnit: 'second' })
  const paths = new Set<string>()
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    take(piece)
  })
  return {
    add: async (path, bytes, isPacked) => {
      requireOwnPath(path, paths)
      const file = isPacked === undefined ? new ZipDeflate(path, { level: 6 }) : new ZipPassThrough(path)
      file.mtime = mtime
      zip.add(file)
      // Packing works synchronously: between pieces others get their turn.
      for (let from = 0; from < bytes.length; from += pieceLength) {
        file.push(bytes.subarray(from, from + pieceLength), false)
        await setImmediate()
      }
      file.push(new Uint8Array(), true)
      return { path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    },
    end: () => zip.end(),
  }
}

/** So many bytes are packed at a time: some milliseconds of work. */
const pieceLength = 256 * 1024

const requireOwnPath = (path: string, paths: Set<string>): void => {
  if (!/^[a-z0-9_-][a-z0-9._-]*(?:\/[a-z0-9_-][a-z0-9._-]*)*$/i.test(path))
    throw new Error(`Not a path in an archive: ${path}`)
  if (paths.has(path)) throw new Error(`The archive has ${path} already`)
  paths.add(path)
}
