import { Refused } from '../../../platform/refused.ts'
import { findCprShapes } from './cpr.rules.ts'

interface NumberedLine {
  readonly number: number
  readonly text: string
}

const mostNamed = 10

/**
 * Throws Refused('cpr_in_document') where a document's lines hold the shape of a CPR number, also one that a line break
 * divides; the refusal tells the numbers of the lines and nothing else.
 */
export const requireNoCprInLines = (lines: readonly NumberedLine[]): void => {
  const found = findCprShapes(lines.map(({ text }) => text).join('\n'))
  if (found.length === 0) return
  const begins = lineBegins(lines)
  const numbers = new Set(found.map(({ at }) => lines[begins.findLastIndex((begin) => begin <= at)]?.number ?? 0))
  const named = [...numbers].slice(0, mostNamed).join(', ')
  throw new Refused('cpr_in_document', {
    lines: numbers.size > mostNamed ? `${named} …` : named,
    count: numbers.size,
  })
}

const lineBegins = (lines: readonly NumberedLine[]): number[] => {
  let at = 0
  return lines.map(({ text }) => {
    const begin = at
    at += text.length + 1
    return begin
  })
}

/** Every text a person wrote inside a value that came as JSON, however deep it stands. */
export const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/** Throws Refused(code) where any text inside a value has the shape of a CPR number; 'cpr_not_allowed' unless told otherwise. */
export const requireNoCprWithin = (value: unknown, code = 'cpr_not_allowed'): void => {
  if (textsIn(value).some((text) => findCprShapes(text).length > 0)) throw new Refused(code)
}
