import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { projectRoot } from '../../src/platform/root.ts'

/** How a program ended: its exit code and what it wrote. */
export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A program that runs: what it writes, and ways to end it. */
export interface Running {
  readonly pid: number
  /** Waits for the line that tells the address. Rejects with what was written when the program ends before. */
  readonly ready: Promise<void>
  readonly ended: Promise<Ended>
  signal(name: NodeJS.Signals): void
}

interface Surroundings {
  environment?: Record<string, string>
  /** The folder of the program, if not this project's own. */
  root?: string
  /** Flags of Node itself. */
  nodeFlags?: string[]
  user?: { uid: number; gid: number }
}

/** Runs `brobyg` as a person would, with nothing of our environment but PATH, and without the sample unless it is asked for. */
export const start = (args: string[], surroundings: Surroundings = {}): Running => {
  const { environment = {}, root = projectRoot, nodeFlags = [], user } = surroundings
  const child = spawn(process.execPath, [...nodeFlags, join(root, 'bin', 'brobyg.js'), ...args], {
    ...user,
    cwd: '/',
    env: {
      PATH: process.env['PATH'],
      HOME: tmpdir(),
      BROBYG_SAMPLE: 'no',
      BROBYG_PROBE_TOKEN: probeToken,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  const ready = Promise.withResolvers<void>()
  child.stdout.on('data', (chunk: Buffer) => {
    said.stdout += chunk.toString()
    if (said.stdout.includes('Brobyg is ready at')) ready.resolve()
  })
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...said })))
  void ended.then((end) => ready.reject(new Error(`It ended before it was ready: ${JSON.stringify(end)}`)))
  ready.promise.catch(() => {})
  return { pid: child.pid ?? 0, ready: ready.promise, ended, signal: (name) => child.kill(name) }
}

/** Runs `brobyg` to its end. */
export const run = (args: string[], surroundings: Surroundings = {}): Promise<Ended> => start(args, surroundings).ended

/** A new folder, gone when the test file ends. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-start-'))
  // Root's PostgreSQL runs as another user, who must be able to enter.
  chmodSync(folder, 0o755)
  after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A port nobody listens on, as an argument. */
export const freePort = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(String(typeof address === 'object' && address !== null ? address.port : 0)))
    })
  })

/** The word for the probes of every program that `start` runs. */
const probeToken = 'a-word-for-the-probes-of-tests'

/** Asks a probe of a program as its operator. */
export const probe = (port: string, path: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization: `Bearer ${probeToken}` } })

/** Whether the program runs as root here, who is stopped by no closed folder. */
export const isRoot = process.getuid?.() === 0

/** The user that may write nowhere: root's stand-in where a closed folder is tested. */
export const nobodyUser = { uid: 65_534, gid: 65_534 }

/** The environment in which the sample is loaded. */
export const withSample = { environment: { BROBYG_SAMPLE: 'yes' } }

const nobodyMayRun = () =>
  spawnSync(process.execPath, [join(projectRoot, 'bin', 'brobyg.js'), '--help'], {
    ...nobodyUser,
    cwd: '/',
    stdio: 'ignore',
  }).status === 0

/** Why a closed folder cannot be tested here, or false: root is stopped by none, and its stand-in must be able to run the program. */
export const skipsClosedFolders: string | false =
  isRoot && !nobodyMayRun() && 'the project lies in a folder closed to others'
