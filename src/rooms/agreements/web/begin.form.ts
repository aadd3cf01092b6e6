import { formText } from '../../../web/form-text.ts'
import { isDay } from '../agreement-format.schema.ts'
import type { Beginning } from '../guide/begin-document.rules.ts'
import type { FormTemplate } from '../reader/form-template.ts'
import { findTemplate } from '../reader/templates.ts'

export type BeginError = 'needed' | 'not_a_day' | 'ends_first' | 'one_area' | 'some_area' | 'no_template'

/** The form's fields as they were typed. */
export interface BeginTyped {
  readonly skabelon: string
  readonly titel: string
  readonly bydel: string
  readonly kommune: string
  readonly fra: string
  readonly til: string
  readonly omraade: readonly string[]
  readonly andet: string
}

export interface ReadBeginning {
  readonly typed: BeginTyped
  readonly errors: ReadonlyMap<keyof BeginTyped, BeginError>
  /** Null where there are errors. */
  readonly begun: { readonly template: FormTemplate; readonly beginning: Beginning } | null
}

export const emptyBeginning = (template: string): BeginTyped => ({
  skabelon: template,
  titel: '',
  bydel: '',
  kommune: '',
  fra: '',
  til: '',
  omraade: [],
  andet: '',
})

/** Reads what a new agreement begins with: from which template, called what, from when, in which focus areas. */
export const readBeginning = (form: FormData): ReadBeginning => {
  const answer = (name: string) => formText(form, name).replaceAll(/\s+/gu, ' ').trim()
  const chosen = form.getAll('omraade').filter((value) => typeof value === 'string')
  const typed: BeginTyped = {
    skabelon: answer('skabelon'),
    titel: answer('titel'),
    bydel: answer('bydel'),
    kommune: answer('kommune'),
    fra: answer('fra'),
    til: answer('til'),
    omraade: chosen,
    andet: answer('andet'),
  }
  const focusAreas = [...new Set([...typed.omraade, typed.andet].filter((area) => area !== ''))]
  const template = findTemplate(typed.skabelon)
  const errors = errorsOf(typed, focusAreas, template)
  if (errors.size > 0 || template === undefined) return { typed, errors, begun: null }
  const beginning: Beginning = {
    title: typed.titel,
    district: typed.bydel === '' ? null : typed.bydel,
    municipality: typed.kommune === '' ? null : typed.kommune,
    validDuring: { from: typed.fra, to: typed.til === '' ? null : typed.til },
    focusAreas,
  }
  return { typed, errors, begun: { template, beginning } }
}

const errorsOf = (
  typed: BeginTyped,
  focusAreas: readonly string[],
  template: FormTemplate | undefined,
): Map<keyof BeginTyped, BeginError> => {
  const errors = new Map<keyof BeginTyped, BeginError>()
  if (template === undefined) errors.set('skabelon', 'no_template')
  if (typed.titel === '') errors.set('titel', 'needed')
  if (!isDay(typed.fra)) errors.set('fra', 'not_a_day')
  if (typed.til !== '' && !isDay(typed.til)) errors.set('til', 'not_a_day')
  else if (typed.til !== '' && typed.til < typed.fra) errors.set('til', 'ends_first')
  if (focusAreas.length === 0) errors.set('omraade', 'some_area')
  if (template?.layout === 'activities' && focusAreas.length > 1) errors.set('omraade', 'one_area')
  return errors
}
