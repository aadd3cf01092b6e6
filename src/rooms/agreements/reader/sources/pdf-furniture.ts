import type { TextLine } from './pdf-lines.ts'

const pageNumber = /^(?:[-–—\s]*|(?:side|page|s\.|p\.)\s*)\d{1,4}(?:\s*(?:af|of|\/)\s*\d{1,4})?[-–—\s]*$/i
/** True for a text that can only be a page's number. */
export const isPageNumber = (text: string): boolean => pageNumber.test(text.trim())

const edge = 0.12

const patternOf = (line: TextLine): string =>
  line.text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').trim().toLowerCase()

interface OpenPage {
  height: number
  lines: TextLine[]
}

const isAtEdge = (line: TextLine, page: OpenPage): boolean =>
  line.y < page.height * edge || line.y > page.height * (1 - edge)

const outermost = (page: OpenPage): TextLine[] => {
  const sorted = page.lines.toSorted((one, other) => one.y - other.y)
  return [...new Set([...sorted.slice(0, 3), ...sorted.slice(-3)])].filter((line) => isAtEdge(line, page))
}

/** The running heads, feet and page numbers among the open lines of the pages: what stands at the edge of page after page. */
export const findFurniture = (pages: OpenPage[]): ReadonlySet<TextLine> => {
  const seen = new Map<string, number>()
  for (const page of pages) {
    const patterns = new Set(outermost(page).map((line) => `${patternOf(line)}@${Math.round(line.y / 12)}`))
    for (const pattern of patterns) seen.set(pattern, (seen.get(pattern) ?? 0) + 1)
  }
  const enough = Math.max(2, Math.ceil(pages.length * 0.4))
  const furniture = new Set<TextLine>()
  for (const page of pages) {
    for (const line of outermost(page)) {
      const times = seen.get(`${patternOf(line)}@${Math.round(line.y / 12)}`) ?? 0
      const isLast =
        page.lines.every((other) => other.y <= line.y + 1) || page.lines.every((other) => other.y >= line.y - 1)
      const isNumber = isPageNumber(line.text)
      if (times >= enough || (isNumber && isLast)) furniture.add(line)
    }
  }
  return furniture
}
