import type { Block, OpenedSource } from './blocks.ts'

const saysSomething = (text: string): boolean => /[\p{L}\d]/u.test(text)

/**
 * Accounts for every line of the source that says something: `mapped` counts those a block of the form covers, `unmapped`
 * lists the numbers of the others. Blank lines and mere rules are neither.
 */
export const traceLines = (
  source: OpenedSource,
  mapped: Block[],
): { lines: number; mapped: number; unmapped: number[] } => {
  const covered = new Set<number>()
  for (const { place } of mapped) {
    for (let line = place.line; line <= place.toLine; line++) covered.add(line)
  }
  const telling = source.lines.filter((line) => saysSomething(line.text)).map((line) => line.number)
  const unmapped = telling.filter((line) => !covered.has(line))
  return { lines: source.lines.length, mapped: telling.length - unmapped.length, unmapped }
}

/** Line numbers as a person would write them: "1–3, 7". */
export const lineRanges = (lines: number[]): string => {
  const ranges: [number, number][] = []
  for (const line of lines) {
    const last = ranges.at(-1)
    if (last !== undefined && line === last[1] + 1) last[1] = line
    else ranges.push([line, line])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
