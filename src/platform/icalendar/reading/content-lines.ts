/** A line of a calendar file: `DTSTART;TZID=Europe/Copenhagen:20260105T170000`. */
export interface ContentLine {
  /** In capitals. */
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** Nothing a person wrote is longer; what is, is a picture or a mistake, and its end is left out. */
const longest = 60_000

const shape = /^[\w.-]*?([A-Za-z][\w-]*)(?=[:;])/

/** Fields that hold what a person wrote. */
const isText = /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|X-)/i

/** Where the value begins: at the first colon that no parameter has in quotes. */
const colonOf = (line: string, from: number): number => {
  let isQuoted = false
  for (let at = from; at < line.length; at += 1) {
    const sign = line.codePointAt(at)
    if (sign === 0x22) isQuoted = !isQuoted
    else if (sign === 0x3a && !isQuoted) return at
  }
  // A quote that is never closed.
  return line.indexOf(':', from)
}

const readLine = (line: string): ContentLine | null => {
  const found = shape.exec(line)
  if (found === null) return null
  const [before, name = ''] = found
  const colon = line[before.length] === ':' ? before.length : colonOf(line, before.length)
  if (colon < 0) return null
  return { name: name.toUpperCase(), parameters: line.slice(before.length, colon), value: line.slice(colon + 1) }
}

/**
 * The lines of a calendar file, one after the other, long ones put together again. What is no line at all is taken for a piece of a text
 * before it, for some programs break long texts without the space the standard asks for. Source: RFC 5545, §3.1.
 */
export function* contentLines(text: string): Generator<ContentLine> {
  let held: string[] = []
  let size = 0
  for (const line of physicalLines(text)) {
    const first = line.codePointAt(0)
    const isFolded = first === 0x20 || first === 0x09
    if (isFolded || (isText.test(held[0] ?? '') && !shape.test(line))) {
      const piece = isFolded ? line.slice(1) : `\\n${line}`
      if (size < longest) held.push(piece)
      size += piece.length
      continue
    }
    const whole = readLine(held.join(''))
    if (whole !== null) yield whole
    held = [line]
    size = line.length
  }
  const last = readLine(held.join(''))
  if (last !== null) yield last
}

/** Lines however they end: CR LF, LF, or CR alone. */
function* physicalLines(text: string): Generator<string> {
  const end = text.includes('\n') ? '\n' : '\r'
  let from = 0
  while (from < text.length) {
    const found = text.indexOf(end, from)
    const to = found === -1 ? text.length : found
    const line = text.slice(from, to > from && text[to - 1] === '\r' ? to - 1 : to)
    if (line !== '') yield line
    from = to + 1
  }
}

/** A parameter of a line, without its quotes; null where it has none of that name. */
export const parameterOf = ({ parameters }: ContentLine, name: string): string | null => {
  if (parameters === '') return null
  const found = new RegExp(`;${name}=(?:"([^"]*)"|([^;:"]*))`, 'i').exec(parameters)
  return found === null ? null : (found[1] ?? found[2] ?? '')
}

/**
 * All parameters of a line by name in capitals, each with its values: quotes taken off, and what `^` stands for put back. What stands in
 * quotes is never taken for another parameter. Source: RFC 5545, §3.2, and RFC 6868.
 */
export const parametersOf = ({ parameters }: ContentLine): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const [, name = '', values = ''] of parameters.matchAll(/;([\w-]+)=((?:"[^"]*"?|[^";])*)/g)) {
    const read = [...values.matchAll(/"([^"]*)"?|[^",]+/g)].map(([whole, quoted]) => plainValue(quoted ?? whole))
    if (!found.has(name.toUpperCase())) found.set(name.toUpperCase(), read)
  }
  return found
}

const carets: Readonly<Record<string, string>> = { '^n': '\n', "^'": '"', '^^': '^' }

const plainValue = (value: string): string => value.replaceAll(/\^[n'^]/g, (pair) => carets[pair] ?? pair)
