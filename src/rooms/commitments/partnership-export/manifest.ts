import type { Language } from '../../../platform/language.ts'
import type { ZippedFile } from '../../../platform/zip/zip-writer.ts'
import type { ExportScope, PartColumn } from './part.ts'
import { listMark } from './part-files.ts'

/** A file of the archive with what it is; rows and columns where it is a table. */
export interface ManifestFile extends ZippedFile {
  readonly mediaType: string
  readonly about: Readonly<Record<Language, string>>
  readonly rows?: number
  readonly columns?: readonly PartColumn[]
}

interface Manifested {
  readonly scope: ExportScope
  readonly partnership: string
  readonly madeAt: Temporal.Instant
  readonly programVersion: string
  readonly files: readonly ManifestFile[]
}

/** The table of the archive: every file but this one, with what it takes to check and to read it. */
export const writeManifest = ({ scope, partnership, madeAt, programVersion, files }: Manifested): Uint8Array => {
  const manifest = {
    format: 'brobyg-partnership/1',
    partnership,
    plan: scope.plan,
    day: scope.day.toString(),
    madeAt: madeAt.toString({ smallestUnit: 'second' }),
    language: scope.language,
    program: { name: 'Brobyg', version: programVersion },
    csv: {
      encoding: 'UTF-8',
      byteOrderMark: true,
      delimiter: ';',
      quote: '"',
      lineEnd: '\r\n',
      header: true,
      list: listMark,
      formula: "'",
    },
    counts: {
      agreements: new Set(scope.versions.map(({ agreementId }) => agreementId)).size,
      versions: scope.versions.length,
    },
    files,
  }
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
}
