import { commitmentKinds } from '../agreements/index.ts'
import type { CommitmentReading } from './commitment.ts'
import type { TermTrouble } from './state/term-trouble.rules.ts'

export type FormError = 'needed' | 'not_a_day' | 'not_a_number' | 'not_a_link' | 'notATerm' | TermTrouble

export interface Typed<Value> {
  readonly value: Value
  readonly errors: ReadonlyMap<string, FormError>
}

type Field = (name: string) => string

/** Reads a promise as typed in a form; field names may carry a prefix (`2-`). `toNotation` turns typed words into a term. */
export const readReading = (
  field: Field,
  toNotation: (text: string) => string | null,
  prefix = '',
): Typed<CommitmentReading> => {
  const errors = new Map<string, FormError>()
  const text = field(`${prefix}ord`).trim()
  if (text === '') errors.set(`${prefix}ord`, 'needed')
  const notation = toNotation(field(`${prefix}frist`))
  if (notation === null) errors.set(`${prefix}frist`, 'notATerm')
  const kind = commitmentKinds.find((known) => known === field(`${prefix}art`)) ?? 'task'
  const lines = (name: string) =>
    field(`${prefix}${name}`)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return { value: { kind, text, owedBy: lines('skylder'), owedTo: lines('til'), notation: notation ?? '' }, errors }
}

interface EvidenceTyped {
  readonly happenedOn: string
  readonly quantity: number
  readonly note: string
  readonly link: string | null
}

/** Reads a piece of evidence as typed: a day that exists, a quantity above zero, a note, and a link that is a web address. */
export const readEvidence = (field: Field): Typed<EvidenceTyped> => {
  const errors = new Map<string, FormError>()
  const happenedOn = field('dag')
  if (!isDay(happenedOn)) errors.set('dag', 'not_a_day')
  const quantity = Number(field('antal').trim().replace(',', '.') || '1')
  if (!Number.isFinite(quantity) || quantity <= 0 || quantity > 1_000_000) errors.set('antal', 'not_a_number')
  const note = field('note').trim()
  if (note === '') errors.set('note', 'needed')
  const link = field('henvisning').trim()
  if (link !== '' && !isWebAddress(link)) errors.set('henvisning', 'not_a_link')
  return { value: { happenedOn, quantity, note, link: link === '' ? null : link }, errors }
}

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
