import { spawn } from 'node:child_process'
import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../src/platform/root.ts'
import { startTestServer } from '../src/platform/database/test-database.ts'
import { compileInto } from './compile.ts'
import { makeScratchFolder } from './scratch-folder.ts'

// Runs every test file beside one PostgreSQL, whose address the files find in the environment. The runner's own summary comes last.
// Those of the whole come first and those of a part after them, so that no long one is left alone at the end.
const files = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], {
  cwd: projectRoot,
})
  .toSorted()
  .toReversed()
if (files.length === 0) throw new Error('There are no tests')

const scratch = makeScratchFolder()
process.env['TMPDIR'] = scratch
const compiled = join(scratch, 'compiled')
const [server] = await Promise.all([startTestServer(), compileInto(compiled)])
const at = (name: string) => pathToFileURL(join(projectRoot, 'test', name)).href
const child = spawn(
  process.execPath,
  ['--import', at('load-compiled.ts'), join(projectRoot, 'test', 'run-files.ts'), ...files],
  {
    cwd: projectRoot,
    stdio: 'inherit',
    env: { ...process.env, BROBYG_TEST_DATABASE_URL: server.url, BROBYG_COMPILED: compiled },
  },
)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((resolve) => child.once('exit', (exit) => resolve(exit ?? 1)))
await server.stop()
rmSync(scratch, { recursive: true, force: true })
process.exitCode = code
