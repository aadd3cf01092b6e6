import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, it } from 'node:test'
import { projectRoot } from '../../src/platform/root.ts'
import { freePort, temporaryFolder } from './program.ts'

describe('npm start', () => {
  it('takes the server and its PostgreSQL with it when npm is asked to end', async () => {
    const data = join(temporaryFolder(), 'data')
    const environment = {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      BROBYG_SAMPLE: 'no',
      BROBYG_DATA: data,
      PORT: await freePort(),
    }
    const npm = spawn('npm', ['start', '--silent'], {
      cwd: projectRoot,
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let said = ''
    for await (const chunk of npm.stdout) {
      said += String(chunk)
      if (said.includes('Brobyg is ready at')) break
    }
    const postmaster = join(data, 'postgres', 'postmaster.pid')
    const pid = Number(readFileSync(postmaster, 'utf8').split('\n')[0])
    npm.kill('SIGTERM')
    for (let waited = 0; existsSync(postmaster) && waited < 20_000; waited += 50) await wait(50)
    assert.ok(!existsSync(postmaster), `PostgreSQL ${pid} still runs`)
  })
})
