import { formText } from '../../../web/form-text.ts'
import { isDay } from '../../agreements/index.ts'

export type CarryError = 'not_a_day' | 'ends_first' | 'begins_too_early'

/** The form as typed: the new days, and the reading ids of the promises that come along. */
export interface CarryTyped {
  readonly from: string
  readonly to: string
  readonly kept: ReadonlySet<string>
  readonly errors: ReadonlyMap<'fra' | 'til', CarryError>
  readonly refusal?: string
}

const field = 'loefte-'

/** The name of the field that says whether a promise comes along. */
export const promiseField = (readingId: string): string => `${field}${readingId}`

export const readCarry = (form: FormData, old: { from: string | null; to: string | null } | null): CarryTyped => {
  const from = formText(form, 'fra').trim()
  const to = formText(form, 'til').trim()
  const kept = [...form.keys()].filter((name) => name.startsWith(field) && formText(form, name) === 'ja')
  const errors = new Map<'fra' | 'til', CarryError>()
  if (!isDay(from)) errors.set('fra', 'not_a_day')
  else if (old !== null && from <= (old.from ?? '')) errors.set('fra', 'begins_too_early')
  if (to !== '' && !isDay(to)) errors.set('til', 'not_a_day')
  else if (to !== '' && to < from) errors.set('til', 'ends_first')
  return { from, to, kept: new Set(kept.map((name) => name.slice(field.length))), errors }
}
