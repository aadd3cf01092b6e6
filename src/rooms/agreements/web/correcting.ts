import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import { type DraftShape, findShape } from '../draft-fields.ts'
import { type FieldError, fieldText } from '../draft-fields.rules.ts'
import { correctionPlaces } from '../draft.rules.ts'
import { valueAt } from '../draft-path.rules.ts'
import { termInWords } from '../term-words/term-in-words.ts'

/** One thing of a draft as a form shows it. */
export interface Correcting {
  readonly path: string
  readonly shape: DraftShape
  /** What stands in the draft now; undefined for a new thing. */
  readonly stands: unknown
  /** The text of each field, as typed or as it stands. */
  readonly typed: ReadonlyMap<string, string>
  readonly errors: ReadonlyMap<string, FieldError>
  /** True when someone else changed it after this form was opened. */
  readonly changedMeanwhile: boolean
}

/** The form for the thing at a path, filled with what stands there. Throws Refused('draft_path_unknown'). */
export const openForm = (document: AgreementDocument, asked: string): Correcting => {
  const places = correctionPlaces(document, asked)
  const path = places.join('.')
  const shape = findShape(path)
  if (!shape) throw new Refused('draft_path_unknown', { path: asked })
  const stands = valueAt(document, places)
  const typed = new Map(shape.fields.map((field) => [field.name, fieldText(field, stands ?? shape.blank)]))
  return { path, shape, stands, typed, errors: new Map(), changedMeanwhile: false }
}

/** The same form with its terms in Danish words, where those are read back as the same term. */
export const withTermsInWords = (opened: Correcting, toNotation: (text: string) => string | null): Correcting => {
  const terms = opened.shape.fields.flatMap(({ name, kind }) => {
    const notation = opened.typed.get(name) ?? ''
    const words = kind === 'notation' ? termInWords(notation, 'da') : null
    return words !== null && toNotation(words) === toNotation(notation) ? [[name, words] as const] : []
  })
  return { ...opened, typed: new Map([...opened.typed, ...terms]) }
}

/** The same form with what a person typed in it. */
export const withTyped = (opened: Correcting, form: FormData): Correcting => ({
  ...opened,
  typed: new Map(opened.shape.fields.map((field) => [field.name, formText(form, field.name)])),
})

/** What stood in the draft when the form was opened, as the form carries it; undefined for a new thing. */
export const seenBefore = (form: FormData): unknown => {
  const text = formText(form, 'saa')
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('draft_changed_meanwhile')
  }
}
