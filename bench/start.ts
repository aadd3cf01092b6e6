import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'

// Goals: the first start on an empty folder under 8 s, later ones under 2 s, each to the first page.

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** Starts, asks for the first page, stops; milliseconds of each. */
const startOnce = async (data: string): Promise<{ ready: number; page: number; stopped: number }> => {
  const port = await freePort()
  const begun = performance.now()
  const program = [join(projectRoot, 'bin', 'brobyg.js'), 'start', '--port', String(port), '--data', data]
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const chunk of child.stdout) if (String(chunk).includes('Brobyg is ready at')) break
  const ready = performance.now()
  await (await fetch(`http://127.0.0.1:${port}/`)).text()
  const page = performance.now()
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
  return { ready: ready - begun, page: page - begun, stopped: performance.now() - page }
}

const folder = mkdtempSync(join(tmpdir(), 'brobyg-bench-'))
chmodSync(folder, 0o755)
for (const which of ['first', 'later', 'later', 'later']) {
  const { ready, page, stopped } = await startOnce(join(folder, 'data'))
  const told = [ready, page, stopped].map((ms) => `${(ms / 1000).toFixed(2)} s`)
  process.stdout.write(
    `${which} start: ready ${told[0]}, first page ${told[1]} (goal ${which === 'first' ? 8 : 2} s); stopped in ${told[2]}\n`,
  )
}
rmSync(folder, { recursive: true })
