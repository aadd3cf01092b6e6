import type { Commitment } from './commitment.ts'

/** A piece of a line: plain, or a promise's sentence with the promises that stand in it. */
export interface TextRun {
  readonly text: string
  readonly promises: readonly Commitment[]
}

/** A paragraph or bullet of a section, with its promises in the order they stand. `level` is 0 for a paragraph; `from` and `to` are its place in the text. */
export interface MarkedLine {
  readonly from: number
  readonly to: number
  readonly level: number
  readonly runs: readonly TextRun[]
  readonly promises: readonly Commitment[]
}

/**
 * Cuts a section's text into lines, and each line into plain pieces and promises. Promises that share words become one mark, so
 * every character of the text comes out once and in order. Takes the promises of that section only.
 */
export const markText = (text: string, promises: readonly Commitment[]): MarkedLine[] => {
  const lines: MarkedLine[] = []
  let from = 0
  for (const line of text.split('\n')) {
    const to = from + line.length
    if (line.trim() !== '') lines.push(markLine({ text, from, to }, promises))
    from = to + 1
  }
  return lines
}

interface Stretch {
  readonly text: string
  readonly from: number
  readonly to: number
}

const markLine = (line: Stretch, promises: readonly Commitment[]): MarkedLine => {
  const bullet = /^( *)• ?/.exec(line.text.slice(line.from, line.to))
  const from = line.from + (bullet?.[0].length ?? 0)
  const here = promises
    .flatMap((promise) => (promise.within ? [{ promise, from: promise.within.from, to: promise.within.to }] : []))
    .filter((mark) => mark.from < line.to && mark.to > from)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  return {
    from,
    to: line.to,
    level: bullet ? 1 + Math.floor((bullet[1] ?? '').length / 2) : 0,
    runs: cut({ ...line, from }, mergeOverlaps(here)),
    promises: here.filter((mark) => mark.from >= line.from).map((mark) => mark.promise),
  }
}

interface Mark {
  from: number
  to: number
  promises: Commitment[]
}

const mergeOverlaps = (marks: readonly { promise: Commitment; from: number; to: number }[]): Mark[] => {
  const merged: Mark[] = []
  for (const { promise, from, to } of marks) {
    const last = merged.at(-1)
    if (last && from < last.to) {
      last.to = Math.max(last.to, to)
      last.promises.push(promise)
    } else merged.push({ from, to, promises: [promise] })
  }
  return merged
}

const cut = (line: Stretch, marks: readonly Mark[]): TextRun[] => {
  const runs: TextRun[] = []
  let at = line.from
  const take = (to: number, promises: readonly Commitment[]) => {
    if (to > at) runs.push({ text: line.text.slice(at, to), promises })
    at = Math.max(at, to)
  }
  for (const mark of marks) {
    take(Math.max(mark.from, line.from), [])
    take(Math.min(mark.to, line.to), mark.promises)
  }
  take(line.to, [])
  return runs
}
