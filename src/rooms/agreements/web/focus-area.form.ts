import { findId, newId } from '../../../platform/id.ts'
import { formText } from '../../../web/form-text.ts'
import { isDay } from '../agreement-format.schema.ts'
import type { FocusArea } from '../focus-area.ts'

export type FocusAreaError = 'needed' | 'too_long' | 'not_a_day' | 'ends_first'

/** The form's fields as they were typed. */
export interface FocusAreaTyped {
  readonly id: string
  readonly navn: string
  readonly fra: string
  readonly til: string
  readonly kilde: string
}

export interface ReadFocusArea {
  readonly typed: FocusAreaTyped
  readonly errors: ReadonlyMap<keyof FocusAreaTyped, FocusAreaError>
  /** Null where there are errors. */
  readonly area: FocusArea | null
}

const longest = 120

/** What the form shows of an area that is there. */
export const typedOf = ({ focusAreaId, name, validDuring, source }: FocusArea): FocusAreaTyped => ({
  id: focusAreaId,
  navn: name,
  fra: validDuring.from?.toString() ?? '',
  til: validDuring.to?.toString() ?? '',
  kilde: source,
})

export const readFocusArea = (form: FormData): ReadFocusArea => {
  const answer = (name: keyof FocusAreaTyped) => formText(form, name).replaceAll(/\s+/gu, ' ').trim()
  const typed = {
    id: answer('id'),
    navn: answer('navn'),
    fra: answer('fra'),
    til: answer('til'),
    kilde: answer('kilde'),
  }
  const errors = new Map<keyof FocusAreaTyped, FocusAreaError>()
  if (typed.navn === '') errors.set('navn', 'needed')
  for (const name of ['navn', 'kilde'] as const) if (typed[name].length > longest) errors.set(name, 'too_long')
  if (!isDay(typed.fra)) errors.set('fra', 'not_a_day')
  if (typed.til !== '' && !isDay(typed.til)) errors.set('til', 'not_a_day')
  else if (typed.til !== '' && typed.til < typed.fra) errors.set('til', 'ends_first')
  if (errors.size > 0) return { typed, errors, area: null }
  const area: FocusArea = {
    focusAreaId: findId(typed.id) ?? newId<'focus_area'>(),
    name: typed.navn,
    validDuring: {
      from: Temporal.PlainDate.from(typed.fra),
      to: typed.til === '' ? null : Temporal.PlainDate.from(typed.til),
    },
    source: typed.kilde,
  }
  return { typed, errors, area }
}
