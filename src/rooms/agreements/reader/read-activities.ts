import type { ActivityRole, SourcePlace } from '../agreement-format.ts'
import type { RowBlock, TextBlock } from './blocks.ts'
import { cellText, findQuestion, placeAround, type PlacedBlock, sidesOf, withoutNumber } from './find-parts.ts'
import type { FormTemplate } from './form-template.ts'
import { bestLikeness, foldText } from './match-words.ts'
import { type Answer, appendLines, joinHalves } from './read-sections.ts'

/** An activity as it stands in the form, before its facts are read. */
export interface DraftActivity {
  role: ActivityRole
  title: string
  focusAreas: string[]
  isSub: boolean
  answers: Answer[]
  place: SourcePlace
}

interface Reading {
  drafts: DraftActivity[]
  /** Headings seen since the last answer; the last of them may turn out to be a title. */
  pending: TextBlock[]
  unplaced: TextBlock[]
  inTable: boolean
  /** The left cell of the last row that asked something: a title below it may have slipped in. */
  lastLeft: TextBlock[]
  template: FormTemplate
  subLevel: number | null
  /** How deep the first activity's title is numbered: those numbered deeper stand below another. */
  topDepth: number
  titlesAreHeadings: boolean
}

const subPrefix = (text: string, template: FormTemplate): string | null => {
  const words = template.subActivityWords.map(foldText)
  const match = /^\s*([\p{L}-]+)\s*(?:\d{1,2}(?:\.\d{1,2})?|[a-z])?\s*[:.)–-]\s*/iu.exec(text)
  const word = foldText(match?.[1] ?? '').replaceAll('-', '')
  return match !== null && words.includes(word) ? text.slice(match[0].length) : null
}

/** How deep a title is numbered: 1 for "3." and for none, 2 for "3.1" and "3 b". */
const numberedDepth = (text: string): number => (/^\s*(?:\d{1,2}\.\d{1,2}|\d{1,2}\s?[a-z])[.):]?\s/u.test(text) ? 2 : 1)

const bareTitle = (text: string): string =>
  withoutNumber(text.replace(/^\s*(?:aktivitet|netværk)\s*(?:nr\.?\s*)?\d{0,2}(?:\.\d{1,2})?\s*[:.–-]\s+/iu, ''))
    .replace(/\s+/gu, ' ')
    .trim()

const openActivity = (reading: Reading, text: string, block: { place: SourcePlace; level?: number }): void => {
  const sub = subPrefix(withoutNumber(text), reading.template)
  const level = block.level ?? 0
  const deeper = reading.subLevel !== null && level > reading.subLevel
  const isSub = reading.drafts.length > 0 && (sub !== null || numberedDepth(text) > reading.topDepth || deeper)
  if (reading.drafts.length === 0) reading.topDepth = numberedDepth(text)
  if (level > 0 && !isSub) reading.subLevel = level
  if (level > 0) reading.titlesAreHeadings = true
  reading.drafts.push({
    role: 'activity',
    title: bareTitle(sub ?? text),
    focusAreas: [],
    isSub,
    answers: [],
    place: block.place,
  })
}

const textOfPending = (pending: TextBlock[]): string =>
  pending.map((block) => block.text.replaceAll('\n', ' ')).join(' ')

/** What stood as headings just before an answer was the activity's title; anything before the last is a group's name. */
const settlePending = (reading: Reading): void => {
  const title = reading.pending.at(-1)
  if (title === undefined) return
  reading.unplaced.push(...reading.pending.slice(0, -1))
  const level = title.kind === 'heading' ? title.level : 0
  openActivity(reading, title.text.replaceAll('\n', ' '), { place: title.place, level })
  reading.pending = []
}

const lastDraft = (reading: Reading): DraftActivity | undefined => reading.drafts.at(-1)

const widen = (draft: DraftActivity, place: SourcePlace): void => {
  draft.place = placeAround([draft.place, place])
}

/** The form asks each question once: when it asks an earlier one again, another activity has begun. */
const beginsAgain = (reading: Reading, kind: Answer['kind']): boolean => {
  const kinds = lastDraft(reading)?.answers.map((answer) => answer.kind) ?? []
  const order = reading.template.questions.map((question) => question.kind)
  const last = kinds.at(-1)
  if (kind === 'other' || last === undefined || kinds.length < 3 || last === kind || !kinds.includes(kind)) return false
  return order.indexOf(kind) < order.indexOf(last)
}

/** Opens an activity whose title was not found where titles stand; it may hang below the heading just before. */
const openUntitled = (reading: Reading, place: SourcePlace): void => {
  const answer = lastDraft(reading)?.answers.at(-1)
  const slipped = reading.lastLeft.length > 1 ? reading.lastLeft.at(-1) : undefined
  if (answer === undefined || slipped === undefined || !answer.heading.endsWith(slipped.text)) {
    openActivity(reading, '', { place })
    return
  }
  answer.heading = answer.heading.slice(0, -slipped.text.length).trim()
  openActivity(reading, slipped.text.replaceAll('\n', ' '), { place: placeAround([slipped.place, place]) })
}

const addAnswer = (reading: Reading, answer: Omit<Answer, 'lines'>, right: TextBlock[]): void => {
  if (reading.pending.length > 0) settlePending(reading)
  if (reading.drafts.length === 0) openActivity(reading, '', answer)
  if (beginsAgain(reading, answer.kind)) openUntitled(reading, answer.place)
  const draft = lastDraft(reading)
  if (draft === undefined) return
  const last = draft.answers.at(-1)
  if (last !== undefined && last.kind === answer.kind && answer.kind !== 'other') {
    last.heading = joinHalves(last.heading, answer.heading)
    last.lines = appendLines(last.lines, right, true)
    last.place = placeAround([last.place, answer.place])
  } else {
    draft.answers.push({ ...answer, lines: appendLines([], right, false) })
  }
  widen(draft, answer.place)
}

const goOn = (reading: Reading, left: string, right: TextBlock[], place: SourcePlace): boolean => {
  const draft = lastDraft(reading)
  const last = draft?.answers.at(-1)
  if (draft === undefined || last === undefined) return false
  if (left !== '') {
    last.heading = joinHalves(last.heading, left)
    last.kind = findQuestion(last.heading, reading.template)?.question.kind ?? last.kind
  }
  last.lines = appendLines(last.lines, right, true)
  last.place = placeAround([last.place, place])
  widen(draft, place)
  return true
}

const isHeadingCutShort = (reading: Reading, left: string): boolean => {
  const last = lastDraft(reading)?.answers.at(-1)
  if (last === undefined) return false
  if (/^[\p{Ll}(]/u.test(left)) return true
  const question = reading.template.questions.find((one) => one.kind === last.kind)
  if (question === undefined) return false
  const alone = findQuestion(left, reading.template)
  const before = bestLikeness(question.wordings, last.heading)
  const together = bestLikeness(question.wordings, `${last.heading} ${left}`)
  return together > before && (alone === null || (alone.question.kind === last.kind && alone.score < together))
}

/** The question a left cell asks: all of it, or its first block where the rest only makes it less like the form. */
const questionOfCell = (left: TextBlock[], text: string, template: FormTemplate): ReturnType<typeof findQuestion> => {
  const whole = findQuestion(text, template)
  const [first, ...rest] = left
  if (first === undefined || rest.length === 0) return whole
  const alone = findQuestion(first.text, template)
  return alone !== null && alone.score > (whole?.score ?? 0) ? alone : whole
}

const isNameLabel = (left: string, template: FormTemplate): boolean =>
  bestLikeness(template.activityNameLabels, left.replace(/[\s:.]+$|\d+/gu, '')) >= 0.9

const readTitleCell = (reading: Reading, row: RowBlock, cell: TextBlock[]): void => {
  const text = cellText(cell).replaceAll('\n', ' ')
  const question = findQuestion(text, reading.template)
  if (question !== null && question.score >= 0.85) {
    addAnswer(reading, { kind: question.question.kind, heading: text, place: row.place }, [])
    return
  }
  const first = cell[0]
  if (first === undefined) return
  if (reading.pending.length > 0 && isSameTitle(textOfPending(reading.pending), text)) return
  if (reading.pending.length > 0) settlePending(reading)
  reading.pending = [{ ...first, kind: 'paragraph', level: 0, text, place: row.place }]
}

const isSameTitle = (one: string, other: string): boolean =>
  foldText(one).replace(/[^\p{L}\d]/gu, '') === foldText(other).replace(/[^\p{L}\d]/gu, '')

const readRow = (reading: Reading, row: RowBlock): void => {
  reading.inTable = true
  const { left, right } = sidesOf(row)
  const leftText = cellText(left).replaceAll('\n', ' ')
  if (leftText === '' && right.length === 0) return
  if (leftText === '') {
    if (reading.pending.length === 0 && goOn(reading, '', right, row.place)) return
    readTitleCell(reading, row, right)
    return
  }
  const question = questionOfCell(left, leftText, reading.template)
  if (right.length === 0 && row.cells.length <= 2 && (question === null || question.score < 0.85)) {
    if (/^\p{Ll}/u.test(leftText) && goOn(reading, leftText, [], row.place)) return
    readTitleCell(reading, row, left)
    return
  }
  if (isNameLabel(leftText, reading.template)) {
    const title = cellText(right).replaceAll('\n', ' ')
    reading.unplaced.push(...reading.pending.filter((block) => !isSameTitle(block.text, title)))
    reading.pending = []
    openActivity(reading, title, { place: row.place })
    return
  }
  const isSure = question !== null && question.score >= 0.85 && /^[^\p{Ll}]/u.test(leftText)
  const isCutShort = reading.pending.length === 0 && !isSure && isHeadingCutShort(reading, leftText)
  if (isCutShort && goOn(reading, leftText, right, row.place)) return
  addAnswer(reading, { kind: question?.question.kind ?? 'other', heading: leftText, place: row.place }, right)
  reading.lastLeft = left
}

/** True right below a question that stands as a heading of its own: what comes next answers it. */
const awaitsAnswer = (reading: Reading): boolean =>
  !reading.inTable && reading.pending.length === 0 && lastDraft(reading)?.answers.at(-1)?.lines.length === 0

const isLikelyTitle = (reading: Reading, block: TextBlock, next: PlacedBlock | undefined): boolean => {
  const { template } = reading
  if (block.text.length > 200 || block.kind === 'item' || /[.;,]$/u.test(block.text.trim())) return false
  if (block.kind === 'heading' || subPrefix(withoutNumber(block.text), template) !== null) return true
  if (next === undefined) return false
  if (next.block.kind === 'row') return true
  if (reading.titlesAreHeadings || (awaitsAnswer(reading) && block.emphasis === null)) return false
  const question = findQuestion(next.block.text, template)
  return question !== null && question.score >= 0.8 && (block.emphasis !== null || /[\p{L})]$/u.test(block.text))
}

const readText = (reading: Reading, block: TextBlock, next: PlacedBlock | undefined): void => {
  const question = block.text.length <= 260 && block.kind !== 'item' ? findQuestion(block.text, reading.template) : null
  const sure = block.kind === 'heading' || block.emphasis === 'strong' || !reading.inTable ? 0.8 : 0.9
  if (question !== null && question.score >= sure) {
    reading.inTable = false
    addAnswer(reading, { kind: question.question.kind, heading: block.text, place: block.place }, [])
    return
  }
  if (isLikelyTitle(reading, block, next)) {
    if (reading.pending.length > 0 && subPrefix(block.text, reading.template) !== null) settlePending(reading)
    reading.pending.push(block)
    return
  }
  const mayGoOn = reading.pending.length === 0 && (!reading.inTable || /^\p{Ll}/u.test(block.text))
  if (mayGoOn && goOn(reading, '', [block], block.place)) return
  reading.unplaced.push(block)
}

/** Reads the activities and their answers; what found no place among them comes back as `unplaced`. */
export const readActivities = (
  placed: PlacedBlock[],
  template: FormTemplate,
): { drafts: DraftActivity[]; unplaced: TextBlock[] } => {
  const reading: Reading = {
    drafts: [],
    pending: [],
    unplaced: [],
    inTable: false,
    lastLeft: [],
    template,
    subLevel: null,
    topDepth: 1,
    titlesAreHeadings: false,
  }
  const own = placed.filter((one) => one.part === 'activities' && !one.isPartHeading)
  own.forEach(({ block }, at) => {
    if (block.kind === 'row') readRow(reading, block)
    else readText(reading, block, own[at + 1])
  })
  settlePending(reading)
  return { drafts: reading.drafts, unplaced: reading.unplaced }
}

/** Numbers the activities in their order: `a1`, `a2`, and `a3.1` for the first inside the third. */
export const numberActivities = (drafts: DraftActivity[]): { id: string; parentId: string | null }[] => {
  let top = 0
  let sub = 0
  return drafts.map((draft) => {
    if (draft.isSub && top > 0) {
      sub += 1
      return { id: `a${top}.${sub}`, parentId: `a${top}` }
    }
    top += 1
    sub = 0
    return { id: `a${top}`, parentId: null }
  })
}
