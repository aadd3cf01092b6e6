import { csvLine } from '../../../platform/spreadsheet/csv-line.ts'
import type { Sheet } from '../../../platform/spreadsheet/write-xlsx.ts'
import type { JournalEntry } from './journal.ts'
import { journalTexts } from './journal.texts.ts'

/** The municipality's journal is Danish, so the list for it is too; its order is the journal's: date, direction, theme, case, document. */
const words = journalTexts.da

/** The journal as a sheet; over several agreements, each entry tells which. */
export const journalSheet = (entries: readonly JournalEntry[], isOfOne: boolean): Sheet => {
  const column = (heading: string, width: number) => ({ heading, width })
  return {
    name: words.title,
    columns: [
      column(words.date, 12),
      column(words.direction, 10),
      column(words.theme, 60),
      column(words.kinds.case_number, 24),
      column(words.kinds.document_number, 24),
      column(words.sharedColumn, 18),
      ...(isOfOne ? [] : [column(words.agreement, 32)]),
    ],
    rows: entries.map((entry) => [entry.happenedOn, ...wordsOf(entry, isOfOne)]),
  }
}

/** The same as comma-separated values, with the mark that tells spreadsheets it is UTF-8. */
export const journalCsv = (entries: readonly JournalEntry[], isOfOne: boolean): string => {
  const { columns } = journalSheet([], isOfOne)
  const lines = entries.map((entry) => csvLine([entry.happenedOn.toString(), ...wordsOf(entry, isOfOne)]))
  return `\uFEFF${csvLine(columns.map(({ heading }) => heading))}${lines.join('')}`
}

const wordsOf = (entry: JournalEntry, isOfOne: boolean): string[] => [
  words.directions[entry.direction],
  entry.theme,
  entry.caseNumbers.join(', '),
  entry.documentNumber ?? '',
  entry.sharedAt === null ? words.no : words.yes,
  ...(isOfOne ? [] : [entry.agreement]),
]
