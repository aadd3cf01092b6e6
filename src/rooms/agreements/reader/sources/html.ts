import { parse, parseFragment } from 'parse5'
import { Refused } from '../../../../platform/refused.ts'
import type { Block, RowBlock, TextBlock } from '../blocks.ts'
import {
  attribute,
  blockElements,
  elementsIn,
  headingLevel,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isHidden,
  lists,
  marksOf,
  noteMark,
  noteNumber,
  textIn,
  wordListLevel,
} from './html-shapes.ts'
import { tableRows } from './html-tables.ts'
import { paragraphMaker, type RunShape, softBreak, type Writing } from './paragraphs.ts'
import type { Piece } from './styled-text.ts'

/** How deep elements may lie inside each other before a page is no document but an attack. */
const deepest = 400

/** What is known about a node by the elements around it. */
interface Around {
  marks: number
  depth: number
  heading: number
  listDepth: number
  inList: boolean
  inCell: boolean
  isItem: boolean
  pre: boolean
}

/** Where blocks go: the document, or one cell. Runs of text are gathered and made into blocks at each block border. */
interface Sink {
  blocks: Block[]
  run: Piece[]
  makeParagraphs: (pieces: Piece[], shape: RunShape) => TextBlock[]
  /** True when the list item being read has not given its first block yet. */
  itemIsNew: boolean
  noteInFront: string
}

export interface HtmlReading {
  writing: Writing
  /** The line of the source that the HTML begins on. */
  firstLine: number
  /** Gives the next table's number in the document. */
  nextTable: () => number
  /** What loose text is by its place in the source, where that is already known; a plain paragraph otherwise. */
  shape?: RunShape
}

const outermost: Around = {
  marks: 0,
  depth: 0,
  heading: 0,
  listDepth: 0,
  inList: false,
  inCell: false,
  isItem: false,
  pre: false,
}

const aroundOf = (shape: RunShape | undefined): Around => {
  if (shape === undefined) return outermost
  return {
    ...outermost,
    heading: shape.kind === 'heading' ? shape.level : 0,
    isItem: shape.kind === 'item',
    listDepth: shape.kind === 'item' ? shape.level : 0,
    inCell: shape.bulletsAnywhere,
  }
}

const newSink = (writing: Writing): Sink => ({
  blocks: [],
  run: [],
  makeParagraphs: paragraphMaker(writing),
  itemIsNew: false,
  noteInFront: '',
})

const endRun = (sink: Sink, around: Around): void => {
  if (sink.run.length === 0) return
  const pieces = sink.run
  sink.run = []
  if (!pieces.some((piece) => piece.text.trim() !== '')) return
  const asItem = around.isItem && sink.itemIsNew
  const kind = around.heading > 0 ? 'heading' : asItem ? 'item' : 'paragraph'
  if (sink.noteInFront !== '') {
    pieces.unshift({ text: `${sink.noteInFront} `, marks: 0, line: pieces[0]?.line ?? 1 })
    sink.noteInFront = ''
  }
  const level = kind === 'heading' ? around.heading : Math.max(1, around.listDepth)
  const made = sink.makeParagraphs(pieces, { kind, level, bulletsAnywhere: around.inList || around.inCell })
  if (made.length > 0) sink.itemIsNew = false
  sink.blocks.push(...made)
}

class HtmlWalk {
  readonly #reading: HtmlReading
  #sink: Sink

  constructor(reading: HtmlReading) {
    this.#reading = reading
    this.#sink = newSink(reading.writing)
  }

  read(nodes: HtmlNode[]): Block[] {
    const around = aroundOf(this.#reading.shape)
    this.#sink.itemIsNew = around.isItem
    for (const node of nodes) this.#node(node, around)
    endRun(this.#sink, around)
    return this.#sink.blocks
  }

  #line(node: HtmlNode): number {
    return (node.sourceCodeLocation?.startLine ?? 1) + this.#reading.firstLine - 1
  }

  #node(node: HtmlNode, around: Around): void {
    if ('value' in node) {
      const text = around.pre ? node.value.replaceAll('\n', `${softBreak}\n`) : node.value
      this.#sink.run.push({ text, marks: around.marks, line: this.#line(node) })
      return
    }
    if (!isElement(node) || isHidden(node)) return
    if (around.depth > deepest) throw new Refused('source_is_tangled')
    if (node.tagName === 'br') this.#sink.run.push({ text: softBreak, marks: around.marks, line: this.#line(node) })
    else if (node.tagName === 'table') this.#table(node, around)
    else if (blockElements.has(node.tagName)) this.#block(node, around)
    else this.#inline(node, around)
  }

  #inline(element: HtmlElement, around: Around): void {
    const mark = noteMark(element, element.tagName === 'sup' || element.tagName === 'a' ? textIn(element) : '')
    if (mark !== null) {
      const isOwnNumber = this.#sink.noteInFront !== '' && !this.#sink.run.some((piece) => piece.text.trim() !== '')
      if (!isOwnNumber) this.#sink.run.push({ text: mark, marks: 0, line: this.#line(element) })
      return
    }
    if (element.tagName === 'a' && textIn(element).trim() === '↑') return
    const inside = { ...around, marks: around.marks | marksOf(element), depth: around.depth + 1 }
    for (const node of element.childNodes) this.#node(node, inside)
    const address = attribute(element, 'href')
    if (element.tagName === 'a' && address.startsWith('mailto:') && !textIn(element).includes('@')) {
      const mail = address.slice('mailto:'.length).split('?')[0] ?? ''
      this.#sink.run.push({ text: ` (${mail})`, marks: 0, line: this.#line(element) })
    }
  }

  #block(element: HtmlElement, around: Around): void {
    endRun(this.#sink, around)
    const inside = this.#insideBlock(element, around)
    const note = noteNumber(element)
    if (note !== null) this.#sink.noteInFront = noteMark({ ...element, tagName: 'sup' }, note) ?? ''
    else if (inside.isItem && !around.isItem) this.#sink.itemIsNew = true
    else if (element.tagName === 'li') this.#sink.itemIsNew = true
    for (const node of element.childNodes) this.#node(node, inside)
    endRun(this.#sink, inside)
    if (note !== null) this.#sink.noteInFront = ''
  }

  #insideBlock(element: HtmlElement, around: Around): Around {
    const heading = headingLevel(element)
    const inside: Around = { ...around, depth: around.depth + 1, marks: around.marks | marksOf(element) }
    if (heading > 0) return { ...inside, heading, marks: around.marks }
    if (element.tagName === 'pre') return { ...inside, pre: true }
    if (element.tagName === 'li') return { ...inside, isItem: noteNumber(element) === null }
    const wordLevel = wordListLevel(element)
    if (wordLevel > 0) return { ...inside, isItem: true, inList: true, listDepth: wordLevel }
    if (!lists.has(element.tagName)) return inside
    const parent = element.parentNode
    const parentIsFilledList =
      parent !== null &&
      'tagName' in parent &&
      lists.has(parent.tagName) &&
      elementsIn(parent).some((child) => child.tagName === 'li')
    const isDeeper = around.isItem || parentIsFilledList || around.listDepth === 0
    return { ...inside, inList: true, isItem: false, listDepth: around.listDepth + (isDeeper ? 1 : 0) }
  }

  #table(element: HtmlElement, around: Around): void {
    endRun(this.#sink, around)
    const rows = around.inCell ? null : tableRows(element)
    const inside = { ...around, depth: around.depth + 1, isItem: false, inList: false, listDepth: 0 }
    if (rows === null) {
      for (const node of element.childNodes) this.#looseBlock(node, inside)
      return
    }
    for (const caption of elementsIn(element).filter((child) => child.tagName === 'caption'))
      this.#block(caption, inside)
    const table = this.#reading.nextTable()
    const outer = this.#sink
    for (const row of rows) {
      const cells = row.cells.map((cell) => (cell === null ? [] : this.#cell(cell, inside)))
      const block = rowBlock(table, cells, this.#line(row.element))
      if (block !== null) outer.blocks.push(block)
    }
    this.#sink = outer
  }

  #looseBlock(node: HtmlNode, around: Around): void {
    if (isElement(node)) this.#block(node, around)
  }

  #cell(cell: HtmlElement, around: Around): TextBlock[] {
    this.#sink = newSink(this.#reading.writing)
    const inside = { ...around, inCell: true, depth: around.depth + 1, marks: around.marks | marksOf(cell) }
    for (const node of cell.childNodes) this.#node(node, inside)
    endRun(this.#sink, inside)
    return this.#sink.blocks.filter((block) => block.kind !== 'row')
  }
}

const rowBlock = (table: number, cells: TextBlock[][], line: number): RowBlock | null => {
  const places = cells.flat().map((block) => block.place)
  if (places.length === 0) return null
  const first = Math.min(...places.map((place) => place.line))
  const last = Math.max(...places.map((place) => place.toLine))
  return { kind: 'row', table, cells, place: { line: first > 0 ? first : line, toLine: last, page: null } }
}

/** The blocks of a whole HTML document. Programs, styles and hidden parts are never read. */
export const htmlDocumentBlocks = (html: string, reading: HtmlReading): Block[] =>
  new HtmlWalk(reading).read(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes)

/** The blocks of a piece of HTML, such as a cell of a table in a text file. Unclosed elements are closed at its end. */
export const htmlFragmentBlocks = (html: string, reading: HtmlReading): Block[] =>
  new HtmlWalk(reading).read(parseFragment(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }).childNodes)
