import { availableParallelism } from 'node:os'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

// Runs the test files named, in the order they are named: `node --test` would sort them.
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
const tests = run({
  files: process.argv.slice(2),
  // A file waits now and then, for a program to start or a page to load: so one more than there are cores.
  concurrency: availableParallelism() + 1,
  // A test that hangs fails; it does not keep everyone waiting.
  timeout: 400_000,
  signal: stop.signal,
})
tests.on('test:fail', () => (process.exitCode = 1))
tests.compose(spec).pipe(process.stdout)
