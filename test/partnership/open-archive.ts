import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { z } from 'zod'

const manifestForm = z.object({
  format: z.literal('brobyg-partnership/1'),
  day: z.string(),
  plan: z.string().nullable(),
  counts: z.object({ agreements: z.number(), versions: z.number() }),
  files: z.array(
    z.object({
      path: z.string(),
      size: z.number(),
      sha256: z.string(),
      rows: z.number().optional(),
      columns: z.array(z.object({ name: z.string(), kind: z.string() })).optional(),
    }),
  ),
})

const cellForm = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const rowsForm = z.array(z.record(z.string(), cellForm))

/** An archive as whoever receives it opens it, with its manifest held against its files; for tests. */
export const openArchive = (bytes: Uint8Array) => {
  const files = unzipSync(bytes)
  const bytesOf = (path: string): Uint8Array => files[path] ?? assert.fail(`The archive has no ${path}`)
  const text = (path: string): string => strFromU8(bytesOf(path))
  const manifest = manifestForm.parse(JSON.parse(text('manifest.json')))
  return {
    paths: Object.keys(files),
    manifest,
    bytes: bytesOf,
    text,
    json: (path: string): unknown => JSON.parse(text(path)),
    rows: (part: string) => rowsForm.parse(JSON.parse(text(`data/${part}.json`))),
    csv: (part: string): string[][] => parse(Buffer.from(bytesOf(`data/${part}.csv`)), { bom: true, delimiter: ';' }),
    pdfText: async (path: string): Promise<string> => {
      const { text: said } = await extractText(await getDocumentProxy(new Uint8Array(bytesOf(path))), {
        mergePages: true,
      })
      return said.replaceAll(/\s+/g, ' ')
    },
    /** The files whose size or SHA-256 is not what the manifest says, or that it does not name. */
    faults: (): string[] => {
      const told = new Map(manifest.files.map((file) => [file.path, file]))
      return Object.entries(files).flatMap(([path, content]) => {
        if (path === 'manifest.json') return []
        const sha256 = createHash('sha256').update(content).digest('hex')
        return told.get(path)?.sha256 === sha256 && told.get(path)?.size === content.length ? [] : [path]
      })
    },
  }
}
