import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, it } from 'node:test'
import { readConfig } from '../../src/platform/config.ts'
import { nobody, openDatabase, readAs } from '../../src/platform/database/index.ts'
import { silentLog } from '../../src/platform/log.ts'
import { postgresPid } from './caller.ts'
import { freePort, start, temporaryFolder, withSample } from './program.ts'

const committer = join(import.meta.dirname, 'commit-until-killed.ts')

/** Lets a process commit row after row, kills it with `kill`, and answers with the ids whose commit it had been told of. */
const commitAndKill = async (data: string, kill: (pid: number) => void): Promise<string[]> => {
  const child = spawn(process.execPath, ['--import', 'tsx', committer, data], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: string[] = []
  try {
    for await (const line of createInterface(child.stdout)) {
      acknowledged.push(line)
      if (acknowledged.length === 200) kill(child.pid ?? 0)
    }
    return acknowledged
  } finally {
    child.kill('SIGKILL')
  }
}

const idsIn = async (data: string): Promise<string[]> => {
  const opened = await openDatabase(readConfig({ BROBYG_DATA: data }), 'alone', silentLog)
  try {
    const rows = await readAs(opened, nobody, (tx) => tx.selectFrom('signing_key').select('signing_key_id').execute())
    return rows.map((row) => row.signing_key_id)
  } finally {
    await opened.close()
  }
}

const assertKept = (acknowledged: string[], kept: string[]): void => {
  assert.ok(acknowledged.length >= 200)
  assert.deepEqual(
    acknowledged.filter((id) => !kept.includes(id)),
    [],
  )
}

describe('a process killed while it writes', () => {
  it('loses nothing it had committed, and its PostgreSQL is taken over', async () => {
    const data = join(temporaryFolder(), 'data')
    const acknowledged = await commitAndKill(data, (pid) => process.kill(pid, 'SIGKILL'))
    assertKept(acknowledged, await idsIn(data))
  })

  it('loses nothing it had committed when PostgreSQL is killed with it', async () => {
    const data = join(temporaryFolder(), 'data')
    const acknowledged = await commitAndKill(data, (pid) => {
      process.kill(postgresPid(data), 'SIGKILL')
      process.kill(pid, 'SIGKILL')
    })
    assertKept(acknowledged, await idsIn(data))
  })
})

describe('the server killed', () => {
  it('starts again on the same folder, with the same data', async () => {
    const data = join(temporaryFolder(), 'data')
    const killed = start(['start', '--port', await freePort(), '--data', data], withSample)
    await killed.ready
    killed.signal('SIGKILL')
    await killed.ended
    const again = start(['start', '--port', await freePort(), '--data', data], withSample)
    await again.ready
    again.signal('SIGTERM')
    const end = await again.ended
    assert.equal(end.code, 0)
    assert.doesNotMatch(end.stdout, /sample/)
  })
})
