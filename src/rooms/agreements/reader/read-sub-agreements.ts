import type { SourcePlace } from '../agreement-format.ts'
import type { Block, RowBlock, TextBlock } from './blocks.ts'
import { isFootnote } from './find-footnotes.ts'
import {
  cellText,
  findQuestion,
  isContentsEntry,
  isPageNumber,
  placeAround,
  type PlacedBlock,
  sidesOf,
  textOfBlock,
  withoutNumber,
} from './find-parts.ts'
import type { FormPart, FormQuestion, FormTemplate } from './form-template.ts'
import { bestLikeness } from './match-words.ts'
import type { DraftActivity } from './read-activities.ts'
import { appendLines } from './read-sections.ts'
import { chapterTitles, headingShape, openingTitle } from './sub-agreement-headings.ts'

/** The parts and stretches of answers found, before their facts are read. */
export interface FormFound {
  placed: PlacedBlock[]
  drafts: DraftActivity[]
  unplaced: TextBlock[]
}

interface Walk {
  readonly template: FormTemplate
  readonly found: FormFound
  part: FormPart
  /** How headings of chapters look, from the first one on: level or numbering. */
  chapterShape: string | null
  /** The sub-agreement or activity being read; null among the chapters. */
  current: DraftActivity | null
  whole: DraftActivity | null
  isAnswering: boolean
}

const sure = 0.8

const place = (walk: Walk, block: Block, as: Partial<Pick<PlacedBlock, 'part' | 'isPartHeading'>> = {}): void => {
  walk.found.placed.push({ part: walk.part, block, isPartHeading: false, ...as })
}

const openDraft = (
  walk: Walk,
  draft: Pick<DraftActivity, 'role' | 'title' | 'focusAreas' | 'place'>,
): DraftActivity => {
  const opened: DraftActivity = { ...draft, isSub: draft.role === 'activity', answers: [] }
  walk.found.drafts.push(opened)
  return opened
}

const lastSubAgreement = (walk: Walk): DraftActivity | undefined =>
  walk.found.drafts.findLast(({ role }) => role === 'sub_agreement')

const questionsOf = (walk: Walk): FormQuestion[] => {
  if (walk.current === null) return walk.template.whole
  return walk.current.role === 'activity' ? walk.template.questions : (walk.template.subAgreement?.questions ?? [])
}

const openAnswer = (draft: DraftActivity, question: FormQuestion, heading: string, at: SourcePlace): void => {
  draft.answers.push({ kind: question.kind, heading, lines: [], place: at })
  draft.place = placeAround([draft.place, at])
}

/** Text goes on in the answer begun; right below a title it answers the first question. */
const addText = (walk: Walk, blocks: TextBlock[], at: SourcePlace): void => {
  const draft = walk.current ?? walk.whole
  const [first] = questionsOf(walk)
  if (draft === null || first === undefined) {
    walk.found.unplaced.push(...blocks)
    return
  }
  if (!walk.isAnswering) openAnswer(draft, first, first.wordings[0] ?? '', at)
  walk.isAnswering = true
  const answer = draft.answers.at(-1)
  if (answer === undefined) return
  answer.lines = appendLines(answer.lines, blocks, false)
  answer.place = placeAround([answer.place, at])
  draft.place = placeAround([draft.place, at])
}

/** A chapter's heading; inside a sub-agreement only where it looks like the chapters before, or asks what is not asked there. */
const chapterOf = (walk: Walk, block: TextBlock): FormQuestion | null => {
  const asked = findQuestion(block.text, { questions: walk.template.whole })
  if (asked === null || asked.score < sure) return null
  if (walk.current === null) return asked.question
  const shape = headingShape(block)
  if (shape !== null && walk.chapterShape !== null) return shape === walk.chapterShape ? asked.question : null
  const own = findQuestion(block.text, { questions: questionsOf(walk) })
  return own !== null && own.score >= asked.score ? null : asked.question
}

const readChapter = (walk: Walk, block: TextBlock): boolean => {
  const question = chapterOf(walk, block)
  if (question === null) return false
  walk.part = 'activities'
  walk.current = null
  walk.chapterShape ??= headingShape(block)
  const title = walk.template.wholeTitle ?? ''
  walk.whole ??= openDraft(walk, { role: 'whole', title, focusAreas: [], place: block.place })
  openAnswer(walk.whole, question, withoutNumber(block.text), block.place)
  walk.isAnswering = true
  place(walk, block)
  return true
}

const readTitle = (walk: Walk, block: TextBlock): boolean => {
  const { template } = walk
  const area = openingTitle(block.text, template.subAgreement?.titles ?? [])
  const title = openingTitle(block.text, template.subActivityWords)
  const isChapterTitle = chapterTitles(template, block.text)
  if (area === null && title === null && !isChapterTitle) return false
  walk.part = 'activities'
  walk.isAnswering = false
  place(walk, block)
  if (area !== null)
    walk.current = openDraft(walk, { role: 'sub_agreement', title: area, focusAreas: [area], place: block.place })
  else if (title !== null) openActivity(walk, title, block.place)
  else walk.chapterShape ??= headingShape(block)
  return true
}

const openActivity = (walk: Walk, title: string, at: SourcePlace): void => {
  const focusAreas = lastSubAgreement(walk)?.focusAreas ?? []
  walk.current = openDraft(walk, { role: 'activity', title, focusAreas: [...focusAreas], place: at })
  walk.isAnswering = false
}

const readQuestion = (walk: Walk, block: TextBlock): boolean => {
  if (walk.current === null || block.text.length > 120 || block.kind === 'item') return false
  const asked = findQuestion(block.text, { questions: questionsOf(walk) })
  if (asked === null || asked.score < sure) return isUntitledActivity(walk, block)
  openAnswer(walk.current, asked.question, withoutNumber(block.text), block.place)
  walk.isAnswering = true
  place(walk, block)
  return true
}

/** Below a sub-agreement a heading that asks nothing is an activity's title. */
const isUntitledActivity = (walk: Walk, block: TextBlock): boolean => {
  if (block.kind !== 'heading' || lastSubAgreement(walk) === undefined) return false
  openActivity(walk, withoutNumber(block.text), block.place)
  place(walk, block)
  return true
}

/** "Områdets navn: Havneby": a part's name and what it says in one line, or its heading alone. */
const readPart = (walk: Walk, block: TextBlock): boolean => {
  const [label = '', ...rest] = block.text.split(/:\s*/u)
  const isLabelled = rest.length > 0 && label.length <= 60
  const text = withoutNumber(isLabelled ? label : block.text)
  if (text.length > 90 || bestLikeness(walk.template.documentTitles, text) >= sure) return false
  const found = walk.template.parts
    .map(({ part, wordings }) => ({ part, score: bestLikeness(wordings, text) }))
    .toSorted((a, b) => b.score - a.score)[0]
  const isLate = walk.current !== null && found?.part !== 'attachments' && found?.part !== 'signatures'
  if (found === undefined || found.score < 0.85 || isLate) return false
  walk.part = found.part
  walk.current = null
  walk.isAnswering = false
  const value = rest.join(': ').trim()
  place(walk, block, { isPartHeading: value === '' })
  if (isLabelled && value !== '') {
    walk.found.placed[walk.found.placed.length - 1] = {
      part: found.part,
      block: { ...block, text: value },
      isPartHeading: false,
    }
    if (found.part !== 'signatures') walk.part = 'cover'
  }
  return true
}

const readRow = (walk: Walk, row: RowBlock): void => {
  const { left, right } = sidesOf(row)
  const label = cellText(left)
  place(walk, row)
  if (bestLikeness(walk.template.activityNameLabels, label) >= 0.9 && right.length > 0)
    return openActivity(walk, cellText(right), row.place)
  const asked = findQuestion(label, { questions: questionsOf(walk) })
  const draft = walk.current ?? walk.whole
  if (draft === null || asked === null || asked.score < sure || right.length === 0)
    return addText(walk, label === '' ? right : asOneLine(row), row.place)
  openAnswer(draft, asked.question, label, row.place)
  walk.isAnswering = true
  addText(walk, right, row.place)
}

/** A row of a table inside an answer, as a plan of milestones has them: its cells in one line. */
const asOneLine = ({ cells, place: at }: RowBlock): TextBlock[] => {
  const text = cells
    .map(cellText)
    .filter((cell) => cell !== '')
    .join(': ')
  return [{ kind: 'item', level: 1, text, emphasis: null, place: at }]
}

const partRow = (walk: Walk, row: RowBlock): void => {
  const [first, second] = row.cells.map(cellText)
  const text = second === undefined ? (first ?? '') : `${first}: ${row.cells.slice(1).map(cellText).join(', ')}`
  const asLine: TextBlock = { kind: 'paragraph', level: 0, text, emphasis: null, place: row.place }
  if (!readPart(walk, asLine)) for (const block of row.cells.flat()) place(walk, block)
}

const readBlock = (walk: Walk, block: Block): void => {
  if (isPageNumber(block)) return place(walk, block, { part: 'furniture' })
  if (isFootnote(block)) return place(walk, block, { part: 'footnotes' })
  if (walk.part === 'contents' && isContentsEntry(block)) return place(walk, block)
  if (block.kind === 'row') return walk.part === 'activities' ? readRow(walk, block) : partRow(walk, block)
  if (block.kind !== 'item' && (readTitle(walk, block) || readChapter(walk, block))) return
  if (readPart(walk, block) || readQuestion(walk, block)) return
  if (walk.part === 'contents') walk.part = 'preamble'
  place(walk, block)
  if (walk.part === 'activities') addText(walk, [block], block.place)
}

/** Reads a strategic agreement: chapters about the cooperation, then a sub-agreement for each focus area with its activities. */
export const readSubAgreements = (blocks: Block[], template: FormTemplate): FormFound => {
  const walk: Walk = {
    template,
    found: { placed: [], drafts: [], unplaced: [] },
    part: 'cover',
    chapterShape: null,
    current: null,
    whole: null,
    isAnswering: false,
  }
  for (const block of blocks.flatMap(linesThatAnnounce(template))) readBlock(walk, block)
  return { ...walk.found, drafts: walk.found.drafts }
}

/** Where nothing but line ends parts a heading from its text, both stand in one block: cuts the first line off. */
const linesThatAnnounce =
  (template: FormTemplate) =>
  (block: Block): Block[] => {
    const [first, ...rest] = textOfBlock(block).split('\n')
    if (block.kind === 'row' || block.kind === 'item' || first === undefined || rest.length === 0) return [block]
    const announces = [...template.parts, ...template.whole, ...template.questions].some(
      ({ wordings }) => bestLikeness(wordings, withoutNumber(first.replace(/:\s*$/u, ''))) >= 0.95,
    )
    if (!announces) return [block]
    const { line } = block.place
    return [
      { ...block, text: first, place: { ...block.place, toLine: line } },
      {
        ...block,
        kind: 'paragraph',
        level: 0,
        text: rest.join('\n'),
        place: { ...block.place, line: Math.min(line + 1, block.place.toLine) },
      },
    ]
  }
