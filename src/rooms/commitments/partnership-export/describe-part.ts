import { type DocumentPart, printable } from '../../agreements/index.ts'
import type { PartColumn, PartRow } from './part.ts'
import { columnTexts } from './part-columns.texts.ts'

/** Columns by name and kind, with the words that name has everywhere. */
export const columnsOf = (
  columns: readonly (readonly [keyof typeof columnTexts.da, PartColumn['kind']])[],
): readonly PartColumn[] =>
  columns.map(([name, kind]) => ({ name, kind, about: { da: columnTexts.da[name], en: columnTexts.en[name] } }))

/** A cell as text; a list is told with commas, nothing as ''. */
export const textIn = (row: PartRow, column: string): string => {
  const value = row[column]
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? value.join(', ') : String(value)
}

/** The agreement a row tells of in `agreement`. */
export const ofAgreement = (row: PartRow): readonly string[] => [textIn(row, 'agreement')]

/** A heading with a table under it; nothing where there are no rows. The widths add up to 12. */
export const section = (
  heading: string,
  columns: readonly (readonly [heading: string, width: number])[],
  rows: readonly (readonly string[])[],
): DocumentPart[] =>
  rows.length === 0 ? [] : [{ kind: 'heading', level: 2, text: heading, inContents: true }, tableOf(columns, rows)]

/** The table alone. */
export const tableOf = (
  columns: readonly (readonly [heading: string, width: number])[],
  rows: readonly (readonly string[])[],
): DocumentPart => ({
  kind: 'table',
  columns: columns.map(([heading, width]) => ({ heading, align: 'left', width })),
  rows: rows.map((row) => row.map(printable)),
})
