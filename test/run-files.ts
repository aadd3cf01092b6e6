import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { projectRoot } from '../src/platform/root.ts'
import { inBatches } from './batches.ts'

// Runs the test files named, in the order of their batches: `node --test` would sort them.
const files = process.argv.slice(2)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
const tests = run({
  files: inBatches(join(tmpdir(), 'batches'), projectRoot, files),
  // A file waits now and then, for a program to start or a page to load: so one more than there are cores.
  concurrency: availableParallelism() + 1,
  // A process that hangs fails; it does not keep everyone waiting. On a busy machine the longest takes seven minutes.
  timeout: 900_000,
  signal: stop.signal,
})
const seen = new Set<string>()
const see = ({ file }: { file?: string | undefined }) => {
  if (file !== undefined) seen.add(relative(projectRoot, file))
}
tests.on('test:pass', see)
tests.on('test:fail', (data) => {
  see(data)
  process.exitCode = 1
})
const said = tests.compose(spec)
said.pipe(process.stdout)
// Of a process that ends too early, or a file in which there is nothing, node says nothing.
said.once('end', () => {
  const unseen = files.filter((file) => !seen.has(file))
  if (unseen.length === 0) return
  process.stderr.write(`These files told of no test:\n${unseen.map((file) => `  ${file}\n`).join('')}`)
  process.exitCode = 1
})
