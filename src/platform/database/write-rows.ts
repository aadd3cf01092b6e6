import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../root.ts'
import { migrate } from './migrations.ts'
import { startTestServer, testSchema } from './test-database.ts'

/** The file of row types, generated from the migrated database. */
export const rowsFile = join(projectRoot, 'src', 'platform', 'database', 'rows.ts')

/** The row types of the migrated database at this address, as rows.ts should hold them. */
export const generateRows = (url: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'brobyg-rows-'))
  const file = join(folder, 'rows.ts')
  try {
    const tables = ['--default-schema', testSchema, '--include-pattern', `${testSchema}.*`]
    const types = ['--date-parser', 'string', '--type-mapping', '{"timestamptz":"Temporal.Instant","int8":"bigint"}']
    run(
      ['kysely-codegen', 'dist', 'cli', 'bin.js'],
      ['--url', url, '--dialect', 'postgres', ...tables, ...types, '--out-file', file],
    )
    run(['oxfmt', 'bin', 'oxfmt'], ['--config', join(projectRoot, '.oxfmtrc.json'), file])
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const run = (tool: string[], flags: string[]): void => {
  const program = join(projectRoot, 'node_modules', ...tool)
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...flags], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${tool[0]} failed: ${stdout}${stderr}`)
}

if (process.argv[1] === import.meta.filename) {
  const server = await startTestServer()
  try {
    await migrate(server.url, testSchema)
    writeFileSync(rowsFile, generateRows(server.url))
  } finally {
    await server.stop()
  }
}
