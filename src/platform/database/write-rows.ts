import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../root.ts'
import { migrate } from './migrations.ts'
import { startTestServer, testSchema } from './test-database.ts'

const rowsFile = join(import.meta.dirname, 'rows.ts')

/** Writes rows.ts from a freshly migrated database, or with `--verify` only tells whether it is current. */
export const writeRows = (url: string, mode: '--verify' | '--write', outFile = rowsFile): { isCurrent: boolean; told: string } => {
  const codegen = join(projectRoot, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js')
  const flags = ['--url', url, '--dialect', 'postgres', '--out-file', outFile, '--log-level', 'error']
  const tables = ['--default-schema', testSchema, '--include-pattern', `${testSchema}.*`]
  const types = ['--date-parser', 'string', '--type-mapping', '{"timestamptz":"Temporal.Instant","int8":"bigint"}']
  const all = [codegen, ...flags, ...tables, ...types, ...(mode === '--verify' ? ['--verify'] : [])]
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { encoding: 'utf8' })
  return { isCurrent: status === 0, told: `${stdout}${stderr}`.trim() }
}

if (process.argv[1] === import.meta.filename) {
  const server = await startTestServer()
  try {
    await migrate(server.url, testSchema)
    const { isCurrent, told } = writeRows(server.url, '--write')
    if (told !== '') process.stdout.write(`${told}\n`)
    process.exitCode = isCurrent ? 0 : 1
  } finally {
    await server.stop()
  }
}
