import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { projectRoot } from '../src/platform/root.ts'

// Goals: the work of reading a contract, in a process that reads its first file: .txt 300 ms, .docx 1 s, .pdf 2 s.
// The work is told against the whole process, loading included, and against the same work done a second time.

const goals: Readonly<Record<string, number>> = { txt: 300, docx: 1000, pdf: 2000 }

const samples = join(projectRoot, 'samples', 'havneby')
const real = resolve(projectRoot, '..', 'shared', 'contracts')
const files = [
  ...readdirSync(samples).map((name) => join(samples, name)),
  ...(existsSync(real) ? readdirSync(real).map((name) => join(real, name)) : []),
].filter((path) => (path.split('.').at(-1) ?? '') in goals)

const script = `
  import { readFile } from 'node:fs/promises'
  const begun = performance.now()
  const { readSource } = await import(${JSON.stringify(join(projectRoot, 'src', 'rooms', 'commitments', 'index.ts'))})
  const loaded = performance.now()
  const path = process.argv[1]
  const bytes = await readFile(path)
  await readSource(bytes, path)
  const first = performance.now()
  await readSource(bytes, path)
  console.log(JSON.stringify({ load: loaded - begun, first: first - loaded, second: performance.now() - first }))
`

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

for (const path of files) {
  const runs = Array.from({ length: 5 }, () => {
    const printed = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, path])
    const told: { load: number; first: number; second: number } = JSON.parse(String(printed))
    return told
  })
  const first = median(runs.map((run) => run.first))
  const second = median(runs.map((run) => run.second))
  const goal = goals[path.split('.').at(-1) ?? ''] ?? 1
  process.stdout.write(
    `${path.split('/').at(-1)}: first ${first.toFixed(0)} ms = ${(first / goal).toFixed(2)} of the goal, again ${second.toFixed(0)} ms\n`,
  )
}
