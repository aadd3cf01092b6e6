import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import { readAs } from '../platform/database/index.ts'
import { today } from '../platform/day.ts'
import { errorCode, Fault } from '../platform/fault.ts'
import { system } from '../rooms/access/index.ts'
import { exportAgreement, type ExportFormat, getVersionOn } from '../rooms/agreements/index.ts'
import type { Io } from './io.ts'
import { withPlatform } from './open-platform.ts'

const formats: readonly ExportFormat[] = ['docx', 'pdf', 'html', 'json']

const help = `Usage: brobyg export AGREEMENT [--format docx|pdf|html|json] [--out FILE] [--english] [settings]

Writes an agreement in force as a file: Word, tagged PDF, a page, or JSON (the default). AGREEMENT is the last
part of its address under /aftaler. Without --out the file gets its usual name in this folder; "--out -"
writes to standard output. The pages may be served meanwhile.

${configHelp}
`

/** `brobyg export`: an agreement in force as a file that can be read back without loss. */
export const runExport = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...configFlagOptions,
      format: { type: 'string' },
      out: { type: 'string' },
      english: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const [slug, ...more] = positionals
  if (slug === undefined || more.length > 0)
    throw new Fault('Name one agreement: the last part of its address under /aftaler. Run brobyg export --help.')
  const format = formats.find((known) => known === (values.format ?? 'json'))
  if (format === undefined) throw new Fault(`There is no format "${values.format}". Choose docx, pdf, html or json.`)
  const version = await withPlatform(readConfig(io.environment, values), (platform) =>
    readAs(platform, system, (tx) => getVersionOn(tx, slug, today(platform.clock))),
  )
  const file = await exportAgreement(version.document, format, values.english === true ? 'en' : 'da')
  await write(file.bytes, values.out ?? file.fileName, io)
  return 0
}

const write = async (bytes: Uint8Array, target: string, io: Io): Promise<void> => {
  if (target === '-') {
    io.stdout.write(bytes)
    return
  }
  try {
    await writeFile(target, bytes)
  } catch (error) {
    throw new Fault(`The file ${target} cannot be written (${errorCode(error)}).`)
  }
  io.stdout.write(`${target}\n`)
}
