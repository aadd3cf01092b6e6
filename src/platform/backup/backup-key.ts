import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { errorCode, errorMessage, Fault } from '../fault.ts'

/** What a backup is encrypted with: words a person knows, or the contents of a file. */
export interface BackupKey {
  readonly kind: 'passphrase' | 'file'
  readonly secret: Buffer
}

/** The first line of a backup's file, which anyone may read: how its key is made of the secret. */
const openingForm = z.object({
  format: z.literal('brobyg-backup/1'),
  key: z.enum(['passphrase', 'file']),
  salt: z.string().regex(/^[\w-]{43}$/),
  /** scrypt's cost is two to this power; a made-up file may not ask for more memory than 1 GB. */
  logCost: z.number().int().min(10).max(20),
})

type Opening = z.infer<typeof openingForm>

/** The longest that the first two lines of a backup can be together. */
export const openingSize = 512

/** Begins a backup: its first two lines, and the key of this one stream. */
export const beginWith = async ({ kind, secret }: BackupKey): Promise<{ lines: Buffer; streamKey: Buffer }> => {
  const salt = randomBytes(32).toString('base64url')
  const opening: Opening = { format: 'brobyg-backup/1', key: kind, salt, logCost: 17 }
  const line = JSON.stringify(opening)
  const { streamKey, lineKey } = await keysOf(opening, secret)
  return { lines: Buffer.from(`${line}\n${signOf(line, lineKey)}\n`), streamKey }
}

/** A backup's first two lines read back: how many bytes they take, the kind of key, and the stream's key for the right secret. */
export interface Begun {
  readonly size: number
  readonly kind: BackupKey['kind']
  /** Null where the secret is not the one. */
  openWith(secret: Buffer): Promise<Buffer | null>
}

/** Reads the first two lines of a backup from its first bytes; null where it is none. */
export const readBeginning = (bytes: Buffer): Begun | null => {
  const [, line, sign] = /^([^\n]+)\n([\w-]{43})\n/.exec(bytes.toString('latin1')) ?? []
  if (line === undefined || sign === undefined) return null
  const opening = openingForm.safeParse(parseJson(line))
  if (!opening.success) return null
  return {
    size: line.length + sign.length + 2,
    kind: opening.data.key,
    openWith: async (secret) => {
      const { streamKey, lineKey } = await keysOf(opening.data, secret)
      return timingSafeEqual(Buffer.from(signOf(line, lineKey)), Buffer.from(sign)) ? streamKey : null
    },
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const keysOf = async (
  { key, salt, logCost }: Opening,
  secret: Buffer,
): Promise<{ streamKey: Buffer; lineKey: Buffer }> => {
  const strong = key === 'file' ? secret : await stretch(secret, salt, 2 ** logCost)
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', strong, salt, `brobyg-backup/1 ${use}`, 32))
  return { streamKey: derive('stream'), lineKey: derive('opening') }
}

// Beside the pages, which are served meanwhile.
const stretch = (secret: Buffer, salt: string, cost: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 1100 * cost }
    scrypt(secret, salt, 32, options, (error, key) => (error === null ? resolve(key) : reject(error)))
  })

const signOf = (line: string, key: Buffer): string => createHmac('sha256', key).update(line).digest('base64url')

/** A passphrase as a key. Throws Fault where it is too short to keep anyone out. */
export const passphraseKey = (passphrase: string): BackupKey => {
  if ([...passphrase].length < 12)
    throw new Fault('BROBYG_BACKUP_PASSPHRASE must have at least 12 characters; four words or more are good.')
  return { kind: 'passphrase', secret: Buffer.from(passphrase.normalize('NFC')) }
}

/** The contents of a key file as a key. Throws Fault where it cannot be read or holds too little. */
export const readKeyFile = (path: string): BackupKey => {
  const secret = Buffer.from(readBytes(path).toString('latin1').trim(), 'latin1')
  if (secret.length < 32 || secret.length > 4096)
    throw new Fault(`${path} is no key: it must hold from 32 to 4096 characters that nobody can guess.`)
  return { kind: 'file', secret }
}

/** Reads the key file, made the first time. Throws Fault. */
export const makeKeyFile = (path: string): BackupKey => {
  try {
    writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600, flush: true })
  } catch (error) {
    if (errorCode(error) !== 'EEXIST')
      throw new Fault(`The key of backups cannot be written in ${dirname(path)}: ${errorMessage(error)}.`, {
        cause: error,
      })
  }
  return readKeyFile(path)
}

const readBytes = (path: string): Buffer => {
  try {
    return readFileSync(path)
  } catch (error) {
    const reason = errorCode(error) === 'ENOENT' ? 'there is no such file' : errorMessage(error)
    throw new Fault(`The key file ${path} cannot be read: ${reason}.`, { cause: error })
  }
}
