import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from '../src/platform/root.ts'
import { startTestServer } from '../src/platform/database/test-database.ts'
import { compileInto } from './compile.ts'

// Runs every test file beside one PostgreSQL, whose address the files find in the environment. The runner's own summary comes last.
const files = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'], {
  cwd: projectRoot,
}).toSorted()
if (files.length === 0) throw new Error('There are no tests')

const compiled = mkdtempSync(join(tmpdir(), 'brobyg-compiled-'))
const [server] = await Promise.all([startTestServer(), compileInto(compiled)])
// A test that hangs fails; it does not keep everyone waiting.
const flags = [
  '--import',
  pathToFileURL(join(projectRoot, 'test', 'load-compiled.ts')).href,
  '--test',
  '--test-reporter=spec',
  '--test-timeout=400000',
  `--test-concurrency=${availableParallelism()}`,
]
const child = spawn(process.execPath, [...flags, ...process.argv.slice(2), ...files], {
  cwd: projectRoot,
  stdio: 'inherit',
  env: { ...process.env, BROBYG_TEST_DATABASE_URL: server.url, BROBYG_COMPILED: compiled },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
const code = await new Promise<number>((resolve) => child.once('exit', (exit) => resolve(exit ?? 1)))
await server.stop()
rmSync(compiled, { recursive: true, force: true })
process.exitCode = code
