import { csvLine } from '../../../platform/spreadsheet/csv-line.ts'
import type { PartColumn, PartnershipPart, PartRow, PartValue } from './part.ts'

/** Between the pieces of a list in one cell. */
export const listMark = ' | '

/** The mark that tells spreadsheets the file is UTF-8. */
const byteOrderMark = '\uFEFF'

const toBytes = new TextEncoder()

/**
 * The rows as CSV: UTF-8 with its mark, semicolons, every cell in quotes, lines ended by CR and LF (RFC 4180 but for the semicolon, which
 * Danish spreadsheets expect). A cell a spreadsheet would take for a formula has an apostrophe before it; the JSON has it as it is.
 */
export const csvOf = ({ columns }: PartnershipPart, rows: readonly PartRow[]): Uint8Array => {
  const lines = rows.map((row) => csvLine(columns.map(({ name }) => cellOf(row[name] ?? null))))
  return toBytes.encode(`${byteOrderMark}${csvLine(columns.map(({ name }) => name))}${lines.join('')}`)
}

const cellOf = (value: PartValue): string => {
  if (value === null) return ''
  return typeof value === 'object' ? value.join(listMark) : String(value)
}

/** The rows as a JSON array, a row a line, with the columns in their order and no others. */
export const jsonOf = ({ columns }: PartnershipPart, rows: readonly PartRow[]): Uint8Array => {
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((column) => pair(column, row)))))
  return toBytes.encode(lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`)
}

const pair = ({ name }: PartColumn, row: PartRow): readonly [string, PartValue] => [name, row[name] ?? null]
