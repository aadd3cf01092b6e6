import { parseArgs } from 'node:util'
import { readContract } from '../rooms/commitments/index.ts'
import type { Io } from './io.ts'
import { onlyFile, readSourceFile } from './source-file.ts'

const help = `Usage: brobyg read FILE

Reads a contract (.txt .md .html .docx .pdf, at most 20 MB) and prints it on standard output
in the agreement format, as JSON. Nothing is stored.
`

/** `brobyg read`: a file in, its agreement as JSON out, and nothing else on standard output. */
export const runRead = async (args: string[], io: Io): Promise<number> => {
  const { values, positionals } = parseArgs({
    args,
    options: { help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  })
  if (values.help === true) {
    io.stdout.write(help)
    return 0
  }
  const { bytes, name } = await readSourceFile(onlyFile(positionals, 'read'))
  const { document } = await readContract(bytes, name)
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
  return 0
}
