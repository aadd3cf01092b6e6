import { parseArgs } from 'node:util'
import { configFlagOptions, configHelp, readConfig } from '../platform/config.ts'
import { system } from '../rooms/access/index.ts'
import { beginDraft } from '../rooms/agreements/index.ts'
import { readContract } from '../rooms/commitments/index.ts'
import type { Io } from './io.ts'
import { withPlatform } from './open-platform.ts'
import { onlyFile, readSourceFile } from './source-file.ts'

const help = `Usage: brobyg import FILE [settings]

Reads a contract (.txt .md .html .docx .pdf, at most 20 MB), keeps it and begins a draft with what
was read; prints the draft's address. The pages may be served meanwhile. Nothing is in force
before a person confirms the draft.

${configHelp}
`

/** `brobyg import`: a file becomes a draft that waits for a person. */
export const runImport = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: { ...configFlagOptions, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const config = readConfig(io.environment, values)
  const { bytes, name } = await readSourceFile(onlyFile(positionals, 'import'))
  const { document, lines } = await readContract(bytes, name)
  const { mediaType, sha256 } = document.source
  const draftId = await withPlatform(config, (platform) =>
    beginDraft(platform, system, { source: { name, mediaType, sha256, bytes, lines }, document }),
  )
  io.stdout.write(`${config.baseUrl}/udkast/${draftId}\n`)
  if (document.questions.length > 0) io.stderr.write(`The draft waits with ${document.questions.length} questions.\n`)
  return 0
}
