import { strToU8, type Zippable, zipSync } from 'fflate'
import { dayNumberOf } from '../day-number.ts'
import type { Day } from '../day.ts'

/** A cell: text, a number, a day, or nothing. Text is never taken for a formula. */
export type Cell = string | number | Day | null

/** A column: its heading and how wide it is, in characters. */
export interface Column {
  readonly heading: string
  readonly width: number
}

/** A sheet of rows under one heading row. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * Writes a spreadsheet (Office Open XML, one sheet): the heading row bold, frozen and with filters; days as days; long text wrapped.
 * The same sheet gives the same bytes. Source: ECMA-376, part 1.
 */
export const writeXlsx = (sheet: Sheet): Uint8Array<ArrayBuffer> => {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageLinks,
    'xl/workbook.xml': workbook(sheet),
    'xl/_rels/workbook.xml.rels': workbookLinks,
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': worksheet(sheet),
  }
  const files: Zippable = {}
  for (const [name, xml] of Object.entries(parts)) files[name] = [strToU8(head + xml), { mtime: firstDay }]
  return new Uint8Array(zipSync(files, { level: 6 }))
}

/** Zip entries carry a time; ours is always the same. */
const firstDay = '1980-01-01T12:00:00'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const links = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' +
  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>' +
  '</Types>'

const packageLinks = `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const workbookLinks =
  `<Relationships xmlns="${links}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
  `<Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`

/** Cell formats by place: 0 plain, 1 heading, 2 a day, 3 wrapped text. */
const styles =
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '</cellXfs></styleSheet>'

const workbook = ({ name, columns, rows }: Sheet): string => {
  const title = escape(sheetName(name))
  const area = `'${title.replaceAll("'", "''")}'!$A$1:$${columnLetters(columns.length - 1)}$${rows.length + 1}`
  return (
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets>` +
    `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${area}</definedName></definedNames></workbook>`
  )
}

/** A sheet's name has at most 31 characters and none of `[]:*?/\`. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const worksheet = ({ columns, rows }: Sheet): string => {
  const last = `${columnLetters(columns.length - 1)}${rows.length + 1}`
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const headings = columns.map(({ heading }, at) => text(heading, `${columnLetters(at)}1`, 1))
  return (
    `<worksheet xmlns="${main}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>${rows.map(row).join('')}</sheetData>` +
    `<autoFilter ref="A1:${last}"/></worksheet>`
  )
}

const row = (cells: readonly Cell[], at: number): string =>
  `<row r="${at + 2}">${cells.map((value, column) => cell(value, `${columnLetters(column)}${at + 2}`)).join('')}</row>`

const cell = (value: Cell, place: string): string => {
  if (value === null || value === '') return ''
  if (typeof value === 'string') return text(value, place, 3)
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
  return `<c r="${place}" s="2"><v>${dayNumberOf(value) + daysBefore1970}</v></c>`
}

/** Spreadsheets count days from 30 December 1899. */
const daysBefore1970 = 25_569

/** The most characters a cell holds. */
const mostCharacters = 32_767

const text = (value: string, place: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(value.slice(0, mostCharacters))}</t></is></c>`

const columnLetters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26)

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escape = (value: string): string =>
  value
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? '')
