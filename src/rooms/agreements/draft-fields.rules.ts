import { findKroner } from '../../platform/money.ts'
import { valueAt, withValueAt } from './draft-path.rules.ts'
import type { DraftField, DraftShape } from './draft-fields.ts'

/** Why a field cannot be understood; also the code of the words that say so. */
export type FieldError = 'needed' | 'not_a_day' | 'not_kroner' | 'not_whole' | 'not_a_notation' | 'not_a_choice'

/** The thing as typed, and the fields that cannot be understood. */
export interface FieldReading {
  readonly value: unknown
  readonly errors: ReadonlyMap<string, FieldError>
}

/** The text a form shows for a field's value. */
export const fieldText = (field: DraftField, thing: unknown): string => {
  const value = valueAt(thing, field.name.split('.'))
  if (value === null || value === undefined) return ''
  if (field.kind === 'list' && Array.isArray(value)) return value.join('\n')
  if (field.kind === 'kroner' && typeof value === 'number') return kronerText(value)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const kronerText = (oere: number): string => {
  const kroner = Math.trunc(oere / 100)
  const rest = oere % 100
  return rest === 0 ? String(kroner) : `${kroner},${String(rest).padStart(2, '0')}`
}

/**
 * Reads a typed form back into the thing it corrects. Fields left empty become null; a span or an age whose both ends are empty
 * becomes null as a whole. `toNotation` turns a typed term, in words or notation, into its notation; null where it is none.
 */
export const readFields = (
  shape: DraftShape,
  thing: unknown,
  typed: (name: string) => string,
  toNotation: (text: string) => string | null,
): FieldReading => {
  const errors = new Map<string, FieldError>()
  let value = thing
  for (const field of shape.fields) {
    const text = typed(field.name).trim()
    const read = readField(field, text, toNotation)
    if (read.error) errors.set(field.name, read.error)
    else value = withValueAt(value, field.name.split('.'), read.value)
  }
  return { value: withoutEmptySpans(shape, value), errors }
}

const readField = (
  field: DraftField,
  text: string,
  toNotation: (text: string) => string | null,
): { value?: unknown; error?: FieldError } => {
  if (field.kind === 'yes_no') return { value: text === 'ja' }
  if (field.kind === 'list')
    return {
      value: text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    }
  if (text === '' && field.isNeeded) return { error: 'needed' }
  if (field.kind === 'notation') return readNotation(toNotation(text))
  if (text === '') return { value: null }
  return readFilled(field, text)
}

const readNotation = (notation: string | null) =>
  notation === null ? { error: 'not_a_notation' as const } : { value: notation }

const readFilled = (field: DraftField, text: string): { value?: unknown; error?: FieldError } => {
  if (field.kind === 'day') return isDay(text) ? { value: text } : { error: 'not_a_day' }
  if (field.kind === 'whole') return /^\d{1,3}$/.test(text) ? { value: Number(text) } : { error: 'not_whole' }
  if (field.kind === 'kroner') {
    const oere = findKroner(text)
    return oere === undefined || oere < 0n ? { error: 'not_kroner' } : { value: Number(oere) }
  }
  if (field.kind === 'choice') return field.choices?.includes(text) ? { value: text } : { error: 'not_a_choice' }
  return { value: text.replaceAll('\r\n', '\n') }
}

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

const withoutEmptySpans = (shape: DraftShape, thing: unknown): unknown => {
  const spans = new Set(
    shape.fields.filter((field) => field.name.includes('.')).map((field) => field.name.split('.')[0] ?? ''),
  )
  let value = thing
  for (const span of spans) {
    const ends = valueAt(value, [span])
    const isEmpty = typeof ends === 'object' && ends !== null && Object.values(ends).every((end) => end === null)
    if (isEmpty) value = withValueAt(value, [span], null)
  }
  return value
}
