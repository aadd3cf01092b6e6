import { attribute, elementsIn, type HtmlElement, textIn } from './html-shapes.ts'

export interface HtmlRow {
  element: HtmlElement
  /** One entry a column; null where a cell above or to the left spans over it. */
  cells: (HtmlElement | null)[]
}

const widest = 40

const rowsIn = (table: HtmlElement): HtmlElement[] =>
  elementsIn(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsIn(child) : []
  })

const cellsIn = (row: HtmlElement): HtmlElement[] =>
  elementsIn(row).filter((child) => child.tagName === 'td' || child.tagName === 'th')

const span = (cell: HtmlElement, name: string): number =>
  Math.min(Math.max(1, Math.trunc(Number(attribute(cell, name))) || 1), widest)

const holdsTable = (element: HtmlElement): boolean => {
  const open = elementsIn(element)
  for (let inner = open.pop(); inner !== undefined; inner = open.pop()) {
    if (inner.tagName === 'table') return true
    for (const child of elementsIn(inner)) open.push(child)
  }
  return false
}

/** A table that merely places other tables on the page: no row has text in two cells. */
const isLayout = (table: HtmlElement, rows: HtmlElement[]): boolean =>
  holdsTable(table) && rows.every((row) => cellsIn(row).filter((cell) => textIn(cell).trim() !== '').length < 2)

/** The rows of a table, cell by cell, spans filled with nulls; null for a table that is only there for its looks. */
export const tableRows = (table: HtmlElement): HtmlRow[] | null => {
  const rows = rowsIn(table)
  if (isLayout(table, rows)) return null
  const hangingDown: number[] = []
  return rows.map((element) => {
    const cells: (HtmlElement | null)[] = []
    const takeHanging = (): void => {
      while ((hangingDown[cells.length] ?? 0) > 0) {
        hangingDown[cells.length] = (hangingDown[cells.length] ?? 0) - 1
        cells.push(null)
      }
    }
    for (const cell of cellsIn(element)) {
      takeHanging()
      const down = span(cell, 'rowspan') - 1
      const width = span(cell, 'colspan')
      for (let column = 0; column < width && cells.length < widest; column++) {
        hangingDown[cells.length] = down
        cells.push(column === 0 ? cell : null)
      }
    }
    takeHanging()
    return { element, cells }
  })
}
