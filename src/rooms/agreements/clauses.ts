import { sentenceSpans, endsSentence } from './sentences.ts'

export type ClauseKind = 'sentence' | 'item' | 'lead_in'

/**
 * A sentence or bullet of a section, the smallest piece of text a promise may stand in.
 * `from` and `to` are offsets in the section's text: `sectionText.slice(from, to) === text`.
 * `leadIn` is the text that introduces the list the clause stands in ("The plans see to:"), `heading` the short line
 * standing alone above it ("Coordination", a department's short name). Headings themselves are no clauses.
 */
export interface Clause {
  text: string
  from: number
  to: number
  kind: ClauseKind
  leadIn: string | null
  heading: string | null
}

/** A paragraph or bullet; `depth` is 0 for a paragraph, 1 for an outer bullet, 2 for one inside it. */
interface Unit {
  from: number
  to: number
  depth: number
}

/**
 * Splits a section's text into clauses, in order of text. Takes time linear in the text.
 * A line that begins in lower case continues the unfinished line above it, as happens where a page broke.
 */
export const splitClauses = (sectionText: string): Clause[] => {
  const units = unitsOf(sectionText)
  const clauses: Clause[] = []
  const open: OpenLists = { leadIns: [], paragraphs: null }
  let heading: string | null = null
  for (const [index, unit] of units.entries()) {
    const next = units[index + 1]
    if (isHeading(sectionText, unit, next, open)) {
      heading = withoutColon(sectionText.slice(unit.from, unit.to))
      closeLists(open)
      continue
    }
    const inline = unit.depth === 0 ? inlineHeadingEnd(sectionText, unit) : null
    if (inline !== null) heading = withoutColon(sectionText.slice(unit.from, inline.headingTo))
    const body = inline === null ? unit : { ...unit, from: inline.bodyFrom }
    clauses.push(...clausesOf(sectionText, { body, next, open, heading }))
  }
  return clauses
}

/** The lists open at a place: lead-ins by the depth they stand at, and the one whose items are plain paragraphs. */
interface OpenLists {
  leadIns: (string | null)[]
  paragraphs: string | null
}

const closeLists = (open: OpenLists): void => {
  open.leadIns = []
  open.paragraphs = null
}

interface UnitInPlace {
  body: Unit
  next: Unit | undefined
  open: OpenLists
  heading: string | null
}

const clausesOf = (text: string, { body, next, open, heading }: UnitInPlace): Clause[] => {
  const asParagraphItem = body.depth === 0 && open.paragraphs !== null && isListedParagraph(text, body)
  if (body.depth === 0 && !asParagraphItem) closeLists(open)
  const leadIn = asParagraphItem ? open.paragraphs : leadInAbove(open.leadIns, body.depth)
  const spans = sentenceSpans(text, body.from, body.to)
  const clauses = spans.map((span, index): Clause => {
    const isItem = index === 0 && (body.depth > 0 || asParagraphItem)
    return { text: text.slice(span.from, span.to), ...span, kind: isItem ? 'item' : 'sentence', leadIn, heading }
  })
  const last = clauses.at(-1)
  if (last !== undefined && introducesList(text, last, body, next)) {
    last.kind = 'lead_in'
    if (next !== undefined && next.depth === 0) open.paragraphs = last.text
    else {
      open.leadIns.length = body.depth
      open.leadIns[body.depth] = last.text
    }
  } else if (body.depth > 0) open.leadIns.length = Math.min(open.leadIns.length, body.depth)
  return clauses
}

const leadInAbove = (leadIns: readonly (string | null)[], depth: number): string | null => {
  for (let above = Math.min(depth, leadIns.length) - 1; above >= 0; above--) {
    const leadIn = leadIns[above]
    if (leadIn !== undefined && leadIn !== null) return leadIn
  }
  return null
}

const bullet = /^(\s*)[•·▪–-]\s+/u

const unitsOf = (text: string): Unit[] => {
  const units: Unit[] = []
  let from = 0
  while (from <= text.length) {
    const newline = text.indexOf('\n', from)
    const to = newline === -1 ? text.length : newline
    const unit = unitOf(text, from, to)
    if (unit !== null) {
      const above = units.at(-1)
      if (above !== undefined && continues(text, above, unit)) above.to = unit.to
      else units.push(unit)
    }
    from = to + 1
  }
  return units
}

const unitOf = (text: string, from: number, to: number): Unit | null => {
  const line = text.slice(from, to)
  const trimmed = line.trim()
  if (trimmed === '') return null
  const mark = bullet.exec(line)
  const start = mark === null ? from + line.length - line.trimStart().length : from + mark[0].length
  const end = to - (line.length - line.trimEnd().length)
  if (start >= end) return null
  return { from: start, to: end, depth: mark === null ? 0 : 1 + Math.floor((mark[1] ?? '').length / 2) }
}

const continues = (text: string, above: Unit, unit: Unit): boolean => {
  if (unit.depth > 0 || !/^[\p{Ll}(]/u.test(text.slice(unit.from, unit.from + 2))) return false
  return !endsSentence(text, above.from, above.to) && !leadInEnd.test(tail(text, above))
}

const leadInEnd = /(?::|\b(?:at|for|følgende))$/u

const tail = (text: string, { from, to }: { from: number; to: number }): string =>
  text.slice(Math.max(from, to - 40), to)

const introducesList = (text: string, clause: Clause, body: Unit, next: Unit | undefined): boolean => {
  if (next === undefined) return false
  const end = tail(text, clause)
  if (next.depth > body.depth)
    return !endsSentence(text, clause.from, clause.to) || /\b(?:følgende|nedenstående)\b[^.]*\.$/u.test(end)
  return body.depth === 0 && next.depth === 0 && (end.endsWith(':') || (leadInEnd.test(end) && startsLow(text, next)))
}

const startsLow = (text: string, unit: Unit): boolean => /^\p{Ll}/u.test(text.slice(unit.from, unit.from + 2))

/** A paragraph after "…:" is an item of that list while it is short and no finished sentence of its own. */
const isListedParagraph = (text: string, unit: Unit): boolean =>
  unit.to - unit.from <= 160 && !endsSentence(text, unit.from, unit.to)

const finiteVerbs =
  /(?:^|\s)(?:er|har|skal|vil|kan|bør|må|bliver|står|består|omfatter|sker|gælder|sørger|stiller|betaler|indgår)(?=[\s:]|$)/iu

const longestHeading = 60

const isHeading = (text: string, unit: Unit, next: Unit | undefined, open: OpenLists): boolean => {
  if (next === undefined || unit.depth > 0 || unit.to - unit.from > longestHeading) return false
  const line = text.slice(unit.from, unit.to)
  if (open.paragraphs !== null && !headingNouns.has(line.toLowerCase())) return false
  if (!/^["'’‘“”(]?\p{Lu}/u.test(line) || /[.!?;,]$/u.test(line) || /\d/u.test(line)) return false
  if (finiteVerbs.test(line) || /\b(?:at|for|følgende):?$/u.test(line)) return false
  return line.split(/\s+/u).length <= (line.endsWith(':') ? 3 : 6)
}

/** Nouns that stand as headings inside an answer, also where the line break after them was lost. */
const headingNouns = new Set(
  `koordinering koordination organisering planlægning evaluering opfølgning bemanding møder mødestruktur mødefrekvens
   kommunikation formidling rekruttering drift tidsplan økonomi betaling opsigelse tovholder rollefordeling ansvar
   forankring revision lokaler fysiske rammer`.split(/\s+/u),
)

const inlineHeading = /^(\p{Lu}[\p{L}&'’ -]{1,38}:|\p{Lu}\p{Ll}{3,20}) +(?=["'’‘“”]?\p{Lu})/u

const inlineHeadingEnd = (text: string, unit: Unit): { headingTo: number; bodyFrom: number } | null => {
  const found = inlineHeading.exec(text.slice(unit.from, Math.min(unit.to, unit.from + longestHeading)))
  const heading = found?.[1]
  if (found === null || heading === undefined) return null
  const isKnown = headingNouns.has(withoutColon(heading).toLowerCase())
  if (!isKnown && (!heading.endsWith(':') || finiteVerbs.test(heading) || heading.split(' ').length > 4)) return null
  return { headingTo: unit.from + heading.length, bodyFrom: unit.from + found[0].length }
}

const withoutColon = (line: string): string => line.replace(/\s*:$/u, '')
