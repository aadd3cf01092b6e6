import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { FileChild } from 'docx'
import type { Chapter, FormRow, Line, Part } from './description.ts'
import { accent, aside, bulletReference, hair, wash } from './docx-styles.ts'

/** The words above a form's two columns. */
export interface FormWords {
  question: string
  answer: string
}

/** Twips between A4's margins of 25 mm. */
export const textWidth = 9070
/** A row with fewer characters stays on one page. */
const shortRow = 700

const levels = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

export const chapterChildren = (chapter: Chapter, words: FormWords, startsPage: boolean): FileChild[] => [
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: startsPage,
    children: [new TextRun(chapter.heading)],
  }),
  ...chapter.parts.flatMap((part) => partChildren(part, words)),
]

const partChildren = (part: Part, words: FormWords): FileChild[] => {
  if (part.kind === 'heading') return [headingParagraph(part)]
  if (part.kind === 'remark') return [new Paragraph({ style: 'Remark', children: [new TextRun(part.text)] })]
  if (part.kind === 'lines') return lineParagraphs(part.lines)
  if (part.kind === 'form') return part.rows.length === 0 ? [] : [formTable(part.rows, words), afterTable()]
  return [sheetTable(part), afterTable()]
}

/** Word joins tables that touch. */
const afterTable = () => new Paragraph({ spacing: { after: 0, line: 120 }, children: [] })

const headingParagraph = ({ level, text, inContents }: Extract<Part, { kind: 'heading' }>): Paragraph =>
  new Paragraph({
    ...(level === 2 && !inContents ? { style: aside } : { heading: levels[level] }),
    children: [new TextRun(text)],
  })

const lineParagraphs = (lines: Line[]): Paragraph[] =>
  lines.map((line, index) => {
    const followsItem = lines[index - 1]?.kind === 'item'
    const isLast = index === lines.length - 1
    return new Paragraph({
      ...(line.kind === 'item' ? { numbering: { reference: bulletReference, level: line.level - 1 } } : {}),
      spacing: {
        before: followsItem && line.kind === 'paragraph' ? 100 : 0,
        after: isLast ? 0 : line.kind === 'item' ? 60 : 110,
      },
      children: line.inlines.map((inline) =>
        inline.kind === 'text' ? new TextRun(inline.text) : new FootnoteReferenceRun(Number(inline.mark)),
      ),
    })
  })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: hair }
const strong = { style: BorderStyle.SINGLE, size: 8, color: accent }
const tableBorders = { top: none, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none }

const headerRow = (cells: TableCell[]) => new TableRow({ tableHeader: true, cantSplit: true, children: cells })

const headerCell = (text: string, width: number, align: 'left' | 'right' = 'left') =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: { bottom: strong },
    children: [
      new Paragraph({
        style: 'ColumnHeading',
        alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [new TextRun(text)],
      }),
    ],
  })

const lengthOf = (lines: Line[]): number =>
  lines.flatMap((line) => line.inlines).reduce((sum, inline) => sum + inline.text.length, 0)

const formTable = (rows: FormRow[], words: FormWords): Table => {
  const widths = [2900, textWidth - 2900] as const
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: { top: 110, bottom: 110, left: 150, right: 150 },
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    rows: [
      headerRow([headerCell(words.question, widths[0]), headerCell(words.answer, widths[1])]),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: lengthOf(row.answer) < shortRow,
            children: [
              new TableCell({
                width: { size: widths[0], type: WidthType.DXA },
                shading: { type: ShadingType.CLEAR, fill: wash, color: 'auto' },
                children: [new Paragraph({ style: 'Question', children: [new TextRun(row.question)] })],
              }),
              new TableCell({
                width: { size: widths[1], type: WidthType.DXA },
                children: row.answer.length === 0 ? [new Paragraph({ children: [] })] : lineParagraphs(row.answer),
              }),
            ],
          }),
      ),
    ],
  })
}

const sheetTable = ({ columns, rows }: Extract<Part, { kind: 'table' }>): Table => {
  const widths = columns.map((column) => Math.floor((textWidth * column.width) / 12))
  const widthAt = (index: number) => widths[index] ?? 0
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    margins: { top: 70, bottom: 70, left: 80, right: 80 },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      headerRow(columns.map((column, index) => headerCell(column.heading, widthAt(index), column.align))),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.join('').length < shortRow,
            children: row.map(
              (cell, index) =>
                new TableCell({
                  width: { size: widthAt(index), type: WidthType.DXA },
                  children: [
                    new Paragraph({
                      style: 'Cell',
                      alignment: columns[index]?.align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                      children: [new TextRun(cell)],
                    }),
                  ],
                }),
            ),
          }),
      ),
    ],
  })
}
