import type { Block, TextBlock } from '../blocks.ts'
import { bulletLevels, bulletOfLine } from './bullets.ts'
import { contentsEntry, isContentsHeading } from './contents.ts'
import { htmlFragmentBlocks } from './html.ts'
import { paragraphMaker, type RunShape, softBreak, wrappedEnd, type Writing } from './paragraphs.ts'
import { holdsHtml, isBlank, isRule, opensFootnote, opensHtml, physicalLines, protectStrays } from './text-lines.ts'

const writing: Writing = { markdown: true, keepLineEnds: true }

const isPipeRow = (line: string): boolean => /^\s*\|/.test(line.slice(0, 40)) && line.trimEnd().endsWith('|')

/** No table is this wide: a line with more tabs is text. */
const mostCells = 60

const hasFewCells = (line: string): boolean => {
  let cells = 1
  for (let at = line.indexOf('\t'); at >= 0 && cells <= mostCells; at = line.indexOf('\t', at + 1)) cells += 1
  return cells <= mostCells
}

/** A row of a table written with tabs; a bullet, or a number with its tab, is none. */
const isTabRow = (line: string): boolean =>
  line.includes('\t') &&
  hasFewCells(line) &&
  bulletOfLine(line) === null &&
  !isBlank(line) &&
  !/^\s*\(?\w{1,4}[.)]\t/.test(line.slice(0, 20))

/** Below a row, a line whose first cell begins with a bullet is a row too. */
const isBulletRow = (line: string): boolean => {
  const bullet = bulletOfLine(line)
  return bullet !== null && line.slice(bullet.length).trimEnd().includes('\t')
}

const cutCells = (line: string): string[] => {
  if (!isPipeRow(line)) return line.split('\t').map((cell) => cell.trim())
  const inner = line.trim().slice(1, -1)
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim())
}

/** A sentence's end followed by two spaces is what is left of a line break inside a cell. */
const withBreaks = (cell: string): string => cell.replaceAll(/(?<=[.?!:]) {2,}(?=\S)/g, softBreak)

const firstWord = (line: string): string => /^\s*(\S{1,200})/.exec(line.slice(0, 400))?.[1] ?? ''

/** The width that all lines of a text keep to, as a program or a typewriter wraps them; 0 where lines run on as they like. */
const wrapWidthOf = (lines: string[]): number => {
  const lengths = lines.filter((line) => !line.includes('\t') && !isPipeRow(line)).map((line) => line.trimEnd().length)
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const nearlyFull = lengths.filter((length) => length > longest - 12).length
  return longest >= 50 && longest <= 120 && nearlyFull >= 5 ? longest : 0
}

/** True where the next word had no room left on the line, or nearly none and the sentence goes on. */
const wasWrapped = (above: string, below: string, width: number): boolean => {
  if (above.length + firstWord(below).length + 1 > width) return true
  return above.length > width * 0.8 && /^\s*\p{Ll}/u.test(below.slice(0, 80)) && !/[.:;!?]$/.test(above)
}

class TextReading {
  readonly #lines: string[]
  readonly #wrapWidth: number
  readonly #blocks: Block[] = []
  #at = 0
  #table = 0
  #inTable = false
  #inContents = false
  #levelOf = bulletLevels()

  constructor(lines: string[]) {
    this.#lines = lines
    this.#wrapWidth = wrapWidthOf(lines)
  }

  read(): Block[] {
    while (this.#at < this.#lines.length) this.#readAt(this.#lines[this.#at] ?? '')
    return this.#blocks
  }

  #readAt(line: string): void {
    if (isBlank(line)) {
      this.#at += 1
      return
    }
    if (opensHtml(line) && !this.#isRowOfHtmlCells(line)) {
      this.#html()
      return
    }
    if (isPipeRow(line) || (isTabRow(line) && !isRule(line)) || this.#continuesRow(line)) {
      this.#row(line)
      return
    }
    if (isRule(line)) {
      this.#rule(line)
      return
    }
    const heading = /^ {0,3}(#{1,6})\s+(?=\S)/.exec(line.slice(0, 40))
    if (heading !== null) this.#heading(line.slice(heading[0].length), heading[1]?.length ?? 1)
    else if (bulletOfLine(line) !== null) this.#item(line)
    else this.#paragraph()
  }

  #continuesRow(line: string): boolean {
    return this.#inTable && (line.startsWith('\t') || isBulletRow(line)) && !isRule(line)
  }

  /** A whole table may open on a line with tabs, but a row of tabs may also open with an HTML cell. */
  #isRowOfHtmlCells(line: string): boolean {
    return line.includes('\t') && !/^\s*<(?:table|div|html|body|!)/i.test(line.slice(0, 100))
  }

  #add(blocks: Block[]): void {
    for (const block of blocks) this.#blocks.push(block)
    this.#at += 1
  }

  /** Blocks of a text that begins on the given line (1-based). */
  #blocksOf(text: string, line: number, shape: RunShape): TextBlock[] {
    if (!holdsHtml(text)) return paragraphMaker(writing)([{ text, marks: 0, line }], shape)
    const reading = { writing, firstLine: line, nextTable: () => this.#table, shape }
    return htmlFragmentBlocks(protectStrays(text), reading).filter((block) => block.kind !== 'row')
  }

  #html(): void {
    const first = this.#at
    const isTable = /<table/i.test(this.#lines[first] ?? '')
    const isWhole = /^\s*<(?:html|body|!doctype)/i.test(this.#lines[first] ?? '')
    let depth = 0
    let last = first
    for (; last < this.#lines.length; last++) {
      const line = this.#lines[last] ?? ''
      depth += (line.match(/<table/gi)?.length ?? 0) - (line.match(/<\/table/gi)?.length ?? 0)
      if (isTable && depth <= 0) break
      if (!isTable && !isWhole && depth <= 0 && isBlank(this.#lines[last + 1] ?? '')) break
    }
    const text = protectStrays(this.#lines.slice(first, last + 1).join('\n'))
    const nextTable = (): number => (this.#table += 1)
    const blocks = htmlFragmentBlocks(text, {
      writing: { markdown: true, keepLineEnds: false },
      firstLine: first + 1,
      nextTable,
    })
    this.#leaveTable()
    this.#at = last
    this.#add(blocks)
  }

  #row(line: string): void {
    const texts = cutCells(line)
    if (isPipeRow(line) && texts.every((text) => /^:?-*:?$/.test(text))) {
      this.#at += 1
      return
    }
    const number = this.#at + 1
    if (texts.length < 4 && /\d\D{0,12}$/.test(line.slice(-40)) && this.#contentsRow(texts, number)) return
    const cells = texts.map((text) =>
      this.#blocksOf(withBreaks(text), number, { kind: 'paragraph', level: 0, bulletsAnywhere: true }),
    )
    const isTitle = cells.length > 1 && (cells[0]?.length ?? 0) > 0 && cells.slice(1).every((cell) => cell.length === 0)
    const followsGap = isBlank(this.#lines[this.#at - 1] ?? '')
    if (!this.#inTable || (isTitle && followsGap)) this.#table += 1
    this.#inTable = true
    this.#inContents = false
    const place = { line: number, toLine: number, page: null }
    this.#add([{ kind: 'row', table: this.#table, cells, place }])
  }

  #contentsRow(texts: string[], line: number): boolean {
    const shape: RunShape = { kind: 'paragraph', level: 0, bulletsAnywhere: false }
    const [block] = this.#blocksOf(texts.join(' '), line, shape)
    const text = block === undefined ? null : contentsEntry(block.text, this.#inContents)
    if (block === undefined || text === null) return false
    this.#inContents = true
    this.#add([{ ...block, text }])
    return true
  }

  /** A drawn line says nothing, except below a line of text, which it makes a heading. */
  #rule(line: string): void {
    const above = this.#blocks.at(-1)
    const isSetext = /^(?:={2,}|-{3,})\s*$/.test(line.slice(0, 200)) && above?.kind === 'paragraph'
    if (isSetext && above.place.line === this.#at && above.place.toLine === this.#at) {
      const level = line.startsWith('=') ? 1 : 2
      this.#blocks[this.#blocks.length - 1] = { ...above, kind: 'heading', level }
      this.#inContents = isContentsHeading(above.text)
    }
    this.#at += 1
  }

  #heading(text: string, level: number): void {
    const closed = text.trimEnd().replace(/\s#{1,6}$/, '')
    const blocks = this.#blocksOf(closed, this.#at + 1, { kind: 'heading', level, bulletsAnywhere: false })
    this.#leaveTable()
    this.#inContents = blocks.some((block) => isContentsHeading(block.text))
    this.#add(blocks)
  }

  #item(line: string): void {
    const bullet = bulletOfLine(line)
    if (bullet === null) return
    const first = this.#at + 1
    const level = this.#levelOf(bullet)
    const text = this.#joinLines([line.slice(bullet.length), ...this.#followingLines()], bullet.length)
    this.#inTable = false
    const blocks = this.#blocksOf(text, first, { kind: 'item', level, bulletsAnywhere: false })
    this.#add(blocks.map((block) => this.#asContents(block)))
  }

  #paragraph(): void {
    const first = this.#at + 1
    const isNote = opensFootnote(this.#lines[this.#at] ?? '')
    const line = (this.#lines[this.#at] ?? '').replace(/^\s*> ?/, '').replace(/^(\s*\[\^\d{1,3}\]):/, '$1')
    const text = this.#joinLines([line, ...this.#followingLines()], 0)
    if (!isNote) this.#leaveTable()
    const blocks = this.#blocksOf(text, first, { kind: 'paragraph', level: 0, bulletsAnywhere: false })
    const wasContents = this.#inContents
    this.#inContents = blocks.some((block) => isContentsHeading(block.text)) || (wasContents && isNote)
    this.#add(blocks.map((block) => this.#asContents(block, wasContents)))
  }

  #asContents(block: TextBlock, inContents = this.#inContents): TextBlock {
    const text = contentsEntry(block.text, inContents)
    if (text === null || block.text.includes('\n')) return block
    this.#inContents = true
    return { ...block, text }
  }

  #leaveTable(): void {
    this.#inTable = false
    this.#levelOf = bulletLevels()
  }

  /** One text of several lines; where the file is wrapped at a width, a line that was full goes on into the next. */
  #joinLines(lines: string[], indent: number): string {
    return lines.reduce((text, line, at) => {
      const above = lines[at - 1]
      if (above === undefined) return line
      const isFull = this.#wrapWidth > 0 && wasWrapped(above.trimEnd(), line, this.#wrapWidth - indent)
      return text + (isFull && !/ {2}$|\\$/.test(above) ? wrappedEnd : '\n') + line
    }, '')
  }

  /** The lines below that belong to the paragraph or bullet begun, up to a gap or a line that begins something itself. */
  #followingLines(): string[] {
    const following: string[] = []
    for (let next = this.#at + 1; next < this.#lines.length; next++) {
      const line = this.#lines[next] ?? ''
      const begins =
        isBlank(line) || isRule(line) || /^ {0,3}#{1,6}\s/.test(line.slice(0, 20)) || bulletOfLine(line) !== null
      if (begins || isTabRow(line) || isPipeRow(line) || opensHtml(line) || opensFootnote(line)) break
      if (this.#inContents && contentsEntry(line, true) !== null) break
      following.push(line)
      this.#at = next
    }
    return following
  }
}

/** Reads plain text and markdown, with tables of tabs, pipes or HTML in between. Lines are the file's own. */
export const textBlocks = (text: string): { lines: string[]; blocks: Block[] } => {
  const lines = physicalLines(text)
  return { lines, blocks: new TextReading(lines).read() }
}
