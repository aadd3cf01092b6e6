import type { Day } from '../../../platform/day.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine, formText } from '../../../web/form-text.ts'
import type { JournalForm } from '../journal/add-journal-entry.ts'
import { type CaseReference, caseReferenceKinds, journalDirections } from '../journal/journal.ts'

/** An entry as it was typed. */
export interface TypedEntry {
  readonly day: string
  readonly direction: string
  readonly theme: string
  readonly documentNumber: string
  readonly isShared: boolean
  /** They saw what may tell who somebody is, and want it written all the same. */
  readonly isSure: boolean
}

export const emptyEntry = (day: Day): TypedEntry => ({
  day: day.toString(),
  direction: 'in',
  theme: '',
  documentNumber: '',
  isShared: false,
  isSure: false,
})

export const typedEntry = (form: FormData): TypedEntry => ({
  day: formLine(form, 'dag'),
  direction: formText(form, 'retning'),
  theme: formLine(form, 'tema'),
  documentNumber: formLine(form, 'dokumentnr'),
  isShared: formText(form, 'delt') === 'ja',
  isSure: formText(form, 'alligevel') === 'ja',
})

/** The entry that was typed. Throws Refused('journal_day_unknown'). */
export const readEntry = (typed: TypedEntry): JournalForm => ({
  happenedOn: dayIn(typed.day),
  direction: journalDirections.find((direction) => direction === typed.direction) ?? 'own',
  theme: typed.theme,
  documentNumber: typed.documentNumber.slice(0, 60) || null,
  isShared: typed.isShared,
})

const dayIn = (text: string): Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new Refused('journal_day_unknown')
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw new Refused('journal_day_unknown')
  }
}

/** A number of a case or a document, as typed. */
export const readReference = (form: FormData): CaseReference => ({
  kind: caseReferenceKinds.find((kind) => kind === formText(form, 'slags')) ?? 'case_number',
  number: formLine(form, 'nummer'),
})
