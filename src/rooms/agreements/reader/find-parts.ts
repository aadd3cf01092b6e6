import type { SourcePlace } from '../agreement-format.ts'
import type { Block, RowBlock, TextBlock } from './blocks.ts'
import type { FormPart, FormTemplate } from './form-template.ts'
import { isFootnote } from './find-footnotes.ts'
import { bestLikeness, foldText } from './match-words.ts'

/** A block with the part of the form it stands in; a heading that announces the part is marked as such. */
export interface PlacedBlock {
  part: FormPart | 'footnotes' | 'furniture'
  block: Block
  isPartHeading: boolean
}

const headingLength = 260
const partThreshold = 0.72

/** Cuts numbering and the focus area behind a dash or colon off a heading. */
export const withoutNumber = (text: string): string =>
  text.replace(/^\s*(?:[A-ZÆØÅ]\.|\(?\d{1,2}(?:\.\d{1,2})*[.):]?|[IVX]{1,4}\.)\s+(?=\S)/u, '').trim()

const shortened = (text: string): string[] => {
  const bare = withoutNumber(text)
  const cut = bare.split(/\s[-–—]\s|:\s|\n/u)[0] ?? bare
  return cut === bare ? [bare] : [bare, cut]
}

const bestPart = (text: string, template: FormTemplate): { part: FormPart; score: number } | null => {
  let best: { part: FormPart; score: number } | null = null
  for (const { part, wordings } of template.parts) {
    const score = Math.max(...shortened(text).map((form) => bestLikeness(wordings, form)))
    if (score >= partThreshold && score > (best?.score ?? 0)) best = { part, score }
  }
  return best
}

/** The question a heading asks, when it is one of those; `score` tells how sure that is. */
export const findQuestion = (text: string, template: Pick<FormTemplate, 'questions'>) => {
  const scored = template.questions.map((question) => ({
    question,
    score: Math.max(...shortened(text).map((form) => bestLikeness(question.wordings, form))),
  }))
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best !== undefined && best.score >= 0.6 ? best : null
}

/** The plain text of a cell, its blocks joined by spaces. */
export const cellText = (cell: TextBlock[] | undefined): string =>
  (cell ?? [])
    .map((block) => block.text)
    .join(' ')
    .trim()

/** All text of a block, a row's cells joined by spaces. */
export const textOfBlock = (block: Block): string => (block.kind === 'row' ? cellText(block.cells.flat()) : block.text)

/** The first cell of a row, and everything to the right of it. */
export const sidesOf = (row: RowBlock): { left: TextBlock[]; right: TextBlock[] } => ({
  left: row.cells[0] ?? [],
  right: row.cells.slice(1).flat(),
})

const headingText = (block: Block): string | null => {
  if (block.kind === 'row') {
    const { left } = sidesOf(block)
    const text = cellText(left)
    return text === '' || text.length > headingLength ? null : text
  }
  if (block.text.length > headingLength || (block.kind === 'item' && block.level > 1)) return null
  return block.text
}

/** True for an entry of a table of contents: it ends in the number of its page. */
export const isContentsEntry = (block: Block): boolean =>
  block.kind === 'row'
    ? /^\.*\s*\d{1,3}$/u.test(cellText(block.cells.at(-1))) && block.cells.length > 1
    : /(?:\t|\.{4,}\s*|…\s*)\d{1,3}$/u.test(block.text.trim())

const order: FormPart[] = ['cover', 'contents', 'preamble', 'overall', 'activities', 'otherParties', 'otherActivities']
const rank = (part: FormPart): number => {
  const at = order.indexOf(part)
  return at >= 0 ? at : order.indexOf('overall')
}

/** A part is announced only going forward, and never by what reads more like one of the activity questions. */
const announcedPart = (block: Block, current: FormPart, template: FormTemplate): FormPart | null => {
  const text = headingText(block)
  if (text === null) return null
  const found = bestPart(text, template)
  if (found === null || rank(found.part) < rank(current)) return null
  if (found.part === current && (current === 'activities' || found.score < 0.85)) return null
  if (current === 'cover' && bestLikeness(template.documentTitles, text) > found.score) return null
  const question = findQuestion(text, template)
  if (question !== null && question.score >= found.score) return null
  if (block.kind === 'item' && found.score < 0.9) return null
  if (rank(current) >= rank('activities') && found.score < 0.8) return null
  return found.part
}

const asksQuestion = (block: Block, template: FormTemplate): boolean => {
  if (block.kind !== 'row') return false
  const { left, right } = sidesOf(block)
  const text = cellText(left)
  return right.length > 0 && text.length <= headingLength && (findQuestion(text, template)?.score ?? 0) >= 0.7
}

const tableLabel =
  /^(?:part(?:er)?|organisation|boligorganisation|forvaltning|kontaktperson(?:er)?|navn|stilling|titel|funktion|helhedsplan|periode|beløb|ramme|mail|e-mail|telefon|tlf\.?)$/iu

const asParagraph = (text: string, place: SourcePlace): TextBlock => ({
  kind: 'paragraph',
  level: 0,
  text,
  emphasis: null,
  place,
})

/** A row of a table of parties: the first cell is the party, the others stand below it as one line or as they are. */
const partyRow = (row: RowBlock): TextBlock[] => {
  const [first = [], ...others] = row.cells
  const party = first.map((block, at): TextBlock => (at === 0 ? { ...block, kind: 'item', level: 1 } : block))
  const areShort = others.length > 1 && others.every((cell) => cell.length <= 1)
  const line = others
    .map(cellText)
    .filter((cell) => cell !== '')
    .join(', ')
  return [...party, ...(areShort && line !== '' ? [asParagraph(line, row.place)] : others.flat())]
}

/** Outside the activities a row is read as text; a row of figures stays together as one line. */
const flattenRow = (row: RowBlock, part: FormPart, announces: boolean): TextBlock[] => {
  const cells = row.cells.map(cellText).filter((cell) => cell !== '')
  if (announces) return row.cells.flat()
  if (part === 'frame') return [asParagraph(cells.join(', '), row.place)]
  if (part !== 'parties') return row.cells.flat()
  return cells.every((cell) => tableLabel.test(cell)) ? [] : partyRow(row)
}

const wordCount = (text: string): number => text.split(/\s+/u).length

const occursLater = (text: string, blocks: Block[], from: number): boolean => {
  const wanted = foldText(text.replace(/[\t.…\s\d]+$/u, '')).slice(0, 60)
  if (wanted.length < 4) return false
  return blocks.slice(from + 1).some((block) => {
    const other = block.kind === 'row' ? cellText(block.cells[0]) : block.text
    return foldText(other).startsWith(wanted)
  })
}

const endsContents = (block: Block, at: number, blocks: Block[]): boolean => {
  if (isContentsEntry(block)) return false
  const text = textOfBlock(block)
  if (wordCount(text) > 40) return true
  return !occursLater(text, blocks, at)
}

const pageNumber = /^(?:[-–]\s*)?(?:side\s+)?\d{1,3}(?:\s*(?:af|\/)\s*\d{1,3})?(?:\s*[-–])?$/iu

export const isPageNumber = (block: Block): boolean => block.kind !== 'row' && pageNumber.test(block.text.trim())

/** The lines of a block as blocks of their own, in runs: a line that announces a part stands alone. */
const cutBlock = (block: TextBlock, template: FormTemplate): TextBlock[] => {
  const lines = block.text.split('\n')
  const announces = lines.map((line) => line.length <= headingLength && bestPart(line, template) !== null)
  const isOneHeading =
    block.kind === 'heading' || block.emphasis !== null || /(?:[-–:,/]|\bog|\bom)\s*$/u.test(lines[0] ?? '')
  if (lines.length < 2 || !announces.includes(true) || isOneHeading) return [block]
  const hasOwnLines = block.place.toLine - block.place.line + 1 === lines.length
  const runs: { from: number; to: number }[] = []
  lines.forEach((_, at) => {
    const last = runs.at(-1)
    if (last === undefined || announces[at] === true || announces[at - 1] === true) runs.push({ from: at, to: at })
    else last.to = at
  })
  return runs.map(({ from, to }) => ({
    ...block,
    kind: from === 0 ? block.kind : 'paragraph',
    level: from === 0 ? block.level : 0,
    text: lines.slice(from, to + 1).join('\n'),
    place: hasOwnLines ? { ...block.place, line: block.place.line + from, toLine: block.place.line + to } : block.place,
  }))
}

/** Where nothing but line ends parts a heading from the text below it, both stand in one block: cuts them apart. */
const cutAtHeadings = (blocks: Block[], template: FormTemplate): Block[] =>
  blocks.flatMap((block): Block[] => (block.kind === 'row' ? [block] : cutBlock(block, template)))

interface Walk {
  part: FormPart
  placed: PlacedBlock[]
}

const preambleBegins = (block: Block, part: FormPart): boolean =>
  part === 'cover' && block.kind === 'paragraph' && wordCount(block.text) >= 20

/** Opens the activities when their own heading is missing: the title, if one stands just before, comes along. */
const openActivities = (walk: Walk): void => {
  const last = walk.placed.at(-1)
  const isTitle = last !== undefined && !last.isPartHeading && last.block.kind !== 'item' && last.part !== 'contents'
  if (isTitle && wordCount(textOfBlock(last.block)) <= 30) {
    walk.placed[walk.placed.length - 1] = { ...last, part: 'activities' }
  }
  walk.part = 'activities'
}

const placeRow = (walk: Walk, row: RowBlock, announces: boolean): void => {
  if (walk.part === 'activities') {
    walk.placed.push({ part: walk.part, block: row, isPartHeading: announces })
    return
  }
  const blocks = flattenRow(row, walk.part, announces)
  if (blocks.length === 0) walk.placed.push({ part: 'furniture', block: row, isPartHeading: false })
  blocks.forEach((block, at) => {
    walk.placed.push({ part: walk.part, block, isPartHeading: announces && at === 0 })
  })
}

/** Finds the part of the form each block stands in. Rows outside the activities come cell by cell. */
export const findParts = (source: Block[], template: FormTemplate): PlacedBlock[] => {
  const blocks = cutAtHeadings(source, template)
  const walk: Walk = { part: 'cover', placed: [] }
  blocks.forEach((block, at) => {
    if (isPageNumber(block)) return void walk.placed.push({ part: 'furniture', block, isPartHeading: false })
    if (isFootnote(block)) return void walk.placed.push({ part: 'footnotes', block, isPartHeading: false })
    if (walk.part === 'contents' && !endsContents(block, at, blocks)) {
      return void walk.placed.push({ part: 'contents', block, isPartHeading: false })
    }
    if (isContentsEntry(block) && rank(walk.part) <= rank('preamble')) {
      return void walk.placed.push({ part: 'contents', block, isPartHeading: false })
    }
    const announced = announcedPart(block, walk.part, template)
    const wasContents = walk.part === 'contents'
    if (announced !== null) walk.part = announced
    else if (wasContents || preambleBegins(block, walk.part)) walk.part = 'preamble'
    else if (rank(walk.part) < rank('activities') && asksQuestion(block, template)) openActivities(walk)
    if (block.kind === 'row') placeRow(walk, block, announced !== null)
    else walk.placed.push({ part: walk.part, block, isPartHeading: announced !== null })
  })
  return walk.placed
}

/** The smallest place that covers several. */
export const placeAround = (places: SourcePlace[]): SourcePlace => ({
  line: Math.min(...places.map((place) => place.line)),
  toLine: Math.max(...places.map((place) => place.toLine)),
  page: places.find((place) => place.page !== null)?.page ?? null,
})
