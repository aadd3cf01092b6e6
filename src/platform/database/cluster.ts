import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Fault } from '../fault.ts'
import { childOptions } from './server-programs.ts'
import type { ServerPlace } from './server-programs.ts'

/** Prepares PostgreSQL's files on first use. They are made beside their place and moved there whole, so a half-made set never counts. */
export const createCluster = async (place: ServerPlace, password: string): Promise<void> => {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return
  const half = `${place.cluster}.${process.pid}`
  const passwordFile = `${half}.password`
  try {
    mkdirSync(dirname(place.cluster), { recursive: true, mode: 0o755 })
    mkdirSync(half, { mode: 0o700 })
    writeFileSync(passwordFile, password, { mode: 0o600 })
    if (place.user !== undefined) {
      chownSync(half, place.user.uid, place.user.gid)
      chownSync(passwordFile, place.user.uid, place.user.gid)
    }
    await runInitdb(place, half, passwordFile)
    renameSync(half, place.cluster)
  } catch (error) {
    if (!existsSync(join(place.cluster, 'PG_VERSION'))) throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

const runInitdb = async (place: ServerPlace, cluster: string, passwordFile: string): Promise<void> => {
  const flags = ['-D', cluster, '--username=brobyg', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=da-DK', '--no-instructions']
  const child = spawn(place.initdb, [...flags, ...locale], {
    ...childOptions(place),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) throw new Fault(`PostgreSQL could not prepare its files in ${dirname(cluster)}: ${lastSaid(said)}`)
}

/** The reason PostgreSQL gives in what it wrote: its last fatal line. */
export const lastSaid = (text: string): string => {
  const lines = text.trim().split('\n')
  const telling = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? ''
  return telling.replace(/^.*?\b(FATAL|PANIC|error):\s*/, '')
}
