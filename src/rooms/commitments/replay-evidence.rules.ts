import { z } from 'zod'
import { formatDayNumber, parseDayNumber } from '../../platform/day-number.ts'
import { Refused } from '../../platform/refused.ts'
import type { Validity } from './state/periods.rules.ts'
import type { EvidenceDay } from './state/state.ts'

const row = z.object({
  commitment: z.string(),
  on: z.string(),
  quantity: z.number().positive().max(1e12).default(1),
})

/** Whether a text is a day that exists, as `2014-02-28`. */
export const isIsoDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && formatDayNumber(parseDayNumber(text)) === text

/**
 * Reads evidence written as JSON lines, `{"commitment":"a3.1/k2","on":"2014-03-02","quantity":1}`; empty lines are passed over, a missing
 * quantity is 1. Throws Refused with the line's number: 'evidence_line_broken', 'evidence_line_lacks', 'evidence_of_unknown',
 * 'evidence_not_a_day', 'evidence_outside_agreement'.
 */
export const readEvidenceLines = (
  text: string,
  ids: ReadonlySet<string>,
  validity: Validity,
): Map<string, EvidenceDay[]> => {
  const evidence = new Map<string, EvidenceDay[]>()
  for (const [at, written] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/)
    .entries()) {
    if (written.trim() === '') continue
    const line = at + 1
    const { commitment, on, quantity } = parseRow(written, line)
    if (!ids.has(commitment)) throw new Refused('evidence_of_unknown', { line, commitment })
    if (!isIsoDay(on)) throw new Refused('evidence_not_a_day', { line, on })
    const day = parseDayNumber(on)
    if (day < validity.from || day > validity.to)
      throw new Refused('evidence_outside_agreement', {
        line,
        on,
        from: formatDayNumber(validity.from),
        to: formatDayNumber(validity.to),
      })
    const known = evidence.get(commitment)
    if (known) known.push({ on: day, quantity })
    else evidence.set(commitment, [{ on: day, quantity }])
  }
  return evidence
}

const parseRow = (written: string, line: number): z.infer<typeof row> => {
  let parsed: unknown
  try {
    parsed = JSON.parse(written)
  } catch {
    throw new Refused('evidence_line_broken', { line })
  }
  const read = row.safeParse(parsed)
  if (read.success) return read.data
  const field = String(read.error.issues[0]?.path[0] ?? '')
  throw new Refused('evidence_line_lacks', { line, field: field === '' ? 'commitment' : field })
}
