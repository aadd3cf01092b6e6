import { superscript } from './markdown-marks.ts'
import type { Rule, Run } from './pdf-geometry.ts'
import { strongMark, underlinedMark } from './styled-text.ts'

/** A piece of one visual line, marked alike. */
export interface LinePart {
  text: string
  marks: number
}

/** A visual line of a page or a cell, from left to right. `start` is the width of the gap behind its first run. */
export interface TextLine {
  parts: LinePart[]
  text: string
  x: number
  end: number
  y: number
  size: number
  /** Where the text begins behind a bullet sign set apart from it; `x` otherwise. */
  textX: number
  /** True where the first run is a raised footnote mark. */
  opensWithMark: boolean
  /** True for an entry of a table of contents: a page number set off to the right, or behind a row of dots. */
  isEntry: boolean
}

const isRaised = (run: Run, size: number, baseline: number): boolean =>
  run.size < size * 0.82 && run.y < baseline - size * 0.12

/** A footnote mark drawn with a font's own small figures: narrow digits on the baseline, close against a word. */
const isSmallFigure = (run: Run, neighbour: Run | undefined): boolean => {
  if (neighbour === undefined || !/^\d{1,2}$/.test(run.text)) return false
  const gap = run.x < neighbour.x ? neighbour.x - run.x - run.width : run.x - neighbour.x - neighbour.width
  return Math.abs(gap) < run.size * 0.12 && run.width / run.text.length < run.size * 0.36
}

/** Runs that share a baseline, or are raised above it as a footnote mark is. */
const gatherRows = (runs: Run[]): Run[][] => {
  const rows: { y: number; size: number; runs: Run[] }[] = []
  const bySize = runs.toSorted((one, other) => other.size - one.size)
  const places = new Map<number, { y: number; size: number; runs: Run[] }[]>()
  for (const run of bySize) {
    const slot = Math.floor(run.y / 20)
    const close = [slot - 1, slot, slot + 1].flatMap((at) => places.get(at) ?? [])
    const row = close.find((known) => {
      const reach = run.size < known.size * 0.82 ? known.size * 0.6 : known.size * 0.25
      return run.y <= known.y + known.size * 0.25 && run.y >= known.y - reach
    })
    if (row !== undefined) {
      row.runs.push(run)
      continue
    }
    const made = { y: run.y, size: run.size, runs: [run] }
    rows.push(made)
    places.set(slot, [...(places.get(slot) ?? []), made])
  }
  return rows.toSorted((one, other) => one.y - other.y).map((row) => row.runs.toSorted((one, other) => one.x - other.x))
}

const isUnderlined = (run: Run, rules: Rule[], line: { x: number; end: number }): boolean =>
  rules.some(
    (rule) =>
      rule.isHorizontal &&
      rule.at > run.y - run.size * 0.05 &&
      rule.at < run.y + run.size * 0.3 &&
      rule.from <= run.x + 2 &&
      rule.to >= run.x + run.width * 0.9 - 2 &&
      rule.from >= line.x - 3 &&
      rule.to <= line.end + 3,
  )

const isContentsEntry = (runs: Run[]): boolean => {
  const [before, last] = [runs.at(-2), runs.at(-1)]
  if (last === undefined) return false
  if (/(?:\.{4,}|(?:\. ){4,})\s*\d{1,3}\s*$/.test(last.text.slice(-40))) return true
  if (before === undefined || !/^\d{1,3}$/.test(last.text.trim())) return false
  return last.x - before.x - before.width > 2 * last.size || /\.{4,}\s*$/.test(before.text.slice(-40))
}

const bulletOnly = /^[^\p{L}\p{N}\s"'(«„“]{1,2}$|^o$/u

const lineOf = (runs: Run[], rules: Rule[]): TextLine => {
  const size = Math.max(...runs.map((run) => run.size))
  const main = runs.filter((run) => run.size > size * 0.82)
  const baseline = main[0]?.y ?? 0
  const x = Math.min(...runs.map((run) => run.x))
  const end = Math.max(...runs.map((run) => run.x + run.width))
  const parts: LinePart[] = []
  let reached = x
  let textX = x
  for (const [at, run] of runs.entries()) {
    const raised =
      (isRaised(run, size, baseline) && /^\s*\d{1,3}\s*$/.test(run.text)) ||
      isSmallFigure(run, at === 0 ? runs[1] : runs[at - 1])
    const gap = run.x - reached
    const needsSpace = at > 0 && !raised && gap > run.size * 0.15 && !/\s$/.test(parts.at(-1)?.text ?? '')
    if (at === 1 && gap > run.size * 0.3 && bulletOnly.test(runs[0]?.text.trim() ?? '')) textX = run.x
    const strong = run.strong ? strongMark : 0
    const marks = raised ? 0 : strong | (isUnderlined(run, rules, { x, end }) ? underlinedMark : 0)
    if (needsSpace) parts.push({ text: ' ', marks: parts.at(-1)?.marks === marks ? marks : 0 })
    parts.push({ text: raised ? superscript(run.text.trim()) : run.text, marks })
    reached = run.x + run.width
  }
  const first = runs[0]
  const opensWithMark = first !== undefined && (isRaised(first, size, baseline) || isSmallFigure(first, runs[1]))
  return {
    parts,
    text: parts.map((part) => part.text).join(''),
    x,
    end,
    y: baseline,
    size,
    textX,
    opensWithMark,
    isEntry: isContentsEntry(runs),
  }
}

/** Sets runs of one cell, or of a page's open text, into visual lines from the top down. */
export const linesOf = (runs: Run[], rules: Rule[]): TextLine[] => {
  const underlining = rules.filter((rule) => rule.isHorizontal)
  return gatherRows(runs).map((row) => {
    const top = Math.min(...row.map((run) => run.y)) - 2
    const bottom = Math.max(...row.map((run) => run.y + run.size * 0.3)) + 2
    return lineOf(
      row,
      underlining.filter((rule) => rule.at > top && rule.at < bottom),
    )
  })
}
