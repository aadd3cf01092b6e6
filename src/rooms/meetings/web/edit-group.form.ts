import type { Day } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine, formText } from '../../../web/form-text.ts'
import { findTypedDay } from '../../parties/index.ts'
import type { GroupToMake, SeenGroup, StandingChange } from '../group/change-group.ts'
import type { SeatToWrite } from '../group/change-seats.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { convenings, groupKinds } from '../group/group.ts'
import type { GroupTerms } from '../group/group.queries.ts'

export const seenGroup = (groupId: string, form: FormData): SeenGroup => {
  const version = Number(formLine(form, 'udgave'))
  return { groupId, version: Number.isSafeInteger(version) ? version : -1 }
}

type Numbered = 'noticeDays' | 'agendaDays' | 'objectionDays' | 'quorum' | 'usualMinutes'

/** The numbers a group agrees, by the field they are typed in and how far they go; those that may be empty say nothing then. */
const numbers: Record<Numbered, { field: string; least: number; most: number; mayBeEmpty: boolean }> = {
  noticeDays: { field: 'varsel', least: 0, most: 365, mayBeEmpty: true },
  agendaDays: { field: 'dagsorden', least: 0, most: 365, mayBeEmpty: true },
  objectionDays: { field: 'indsigelse', least: 1, most: 90, mayBeEmpty: false },
  quorum: { field: 'mindst', least: 1, most: 100, mayBeEmpty: true },
  usualMinutes: { field: 'varer', least: 15, most: 720, mayBeEmpty: false },
}

/** What a group has agreed, as typed. Throws Refused('number_wrong') or Refused('not_a_day'). */
export const readTerms = (form: FormData, language: Language): GroupTerms => {
  const words = pick(editGroupTexts, language)
  const numberIn = (name: Numbered): number | null => {
    const { field, least, most, mayBeEmpty } = numbers[name]
    const typed = formLine(form, field)
    if (typed === '' && mayBeEmpty) return null
    const number = /^\d{1,4}$/.test(typed) ? Number(typed) : -1
    if (number < least || number > most) throw new Refused('number_wrong', { field: words[name], least, most })
    return number
  }
  return {
    name: formLine(form, 'navn').slice(0, 200),
    isPersonFree: form.get('personfri') === 'ja',
    noticeDays: numberIn('noticeDays'),
    agendaDays: numberIn('agendaDays'),
    objectionDays: numberIn('objectionDays') ?? 14,
    quorum: numberIn('quorum'),
    usualMinutes: numberIn('usualMinutes') ?? 120,
    convening: convenings.find((one) => one === formLine(form, 'indkalder')) ?? 'unsaid',
    handoverOn: readDay(form, 'givesvidere'),
  }
}

const readDay = (form: FormData, field: string): Day | null => {
  const typed = formLine(form, field)
  if (typed === '') return null
  const day = findTypedDay(typed)
  if (day === undefined || day === null) throw new Refused('not_a_day')
  return day
}

/** A day that has to be there. Throws Refused('not_a_day'). */
export const readDayOf = (form: FormData, field: string): Day => {
  const day = readDay(form, field)
  if (day === null) throw new Refused('not_a_day')
  return day
}

export const readNewGroup = (form: FormData): GroupToMake => ({
  name: formLine(form, 'navn').slice(0, 200),
  kind: groupKinds.find((kind) => kind === formLine(form, 'slags')) ?? 'other',
  isPersonFree: form.get('personfri') === 'ja',
})

export const readSeat = (form: FormData): SeatToWrite => ({
  postId: formLine(form, 'post'),
  name: formLine(form, 'plads').slice(0, 200),
  contactName: formLine(form, 'kontakt').slice(0, 120),
  contactMail: formLine(form, 'mail').slice(0, 200),
  takesTurns: form.get('tur') === 'ja',
})

/** What is to be done to the standing items, as typed. */
export const readStanding = (form: FormData): StandingChange => {
  const minutes = Number(formLine(form, 'minutter'))
  const item = {
    title: formLine(form, 'titel').slice(0, 200),
    body: formText(form, 'tekst').replaceAll('\r\n', '\n').trim().slice(0, 2000),
    minutes: Number.isInteger(minutes) && minutes > 0 && minutes <= 720 ? minutes : null,
  }
  const does = (['write', 'remove', 'up', 'down'] as const).find((one) => one === formLine(form, 'goer')) ?? 'add'
  if (does === 'add') return { does, item }
  const typed = formLine(form, 'nr')
  const at = /^\d{1,3}$/.test(typed) ? Number(typed) : 1000
  return does === 'write' ? { does, at, item } : { does, at }
}
