import { findId } from '../../../../platform/id.ts'
import { findKroner } from '../../../../platform/money.ts'
import { formLine } from '../../../../web/form-text.ts'
import type { OutsideDefaults } from '../../outside/outside-calendar.ts'
import { pricePers, seriesKinds } from '../../series.ts'
import type { SeriesError } from '../series.form.ts'

export type OutsideField =
  | 'navn'
  | 'arrangoer'
  | 'omraade'
  | 'slags'
  | 'alderfra'
  | 'aldertil'
  | 'pris'
  | 'pris_pr'
  | 'adresse'

/** The form's fields as they were typed. */
export type OutsideTyped = Readonly<Record<OutsideField, string>> & { readonly vis: boolean }

export interface ReadOutside {
  readonly typed: OutsideTyped
  readonly errors: ReadonlyMap<OutsideField, SeriesError>
  /** Null where there are errors. */
  readonly defaults: OutsideDefaults | null
}

/** An empty form for this organiser: free, shown to everyone. */
export const blankOutside = (organiser: string): OutsideTyped => ({
  navn: '',
  arrangoer: organiser,
  omraade: '',
  slags: 'club',
  alderfra: '',
  aldertil: '',
  pris: '',
  pris_pr: 'time',
  adresse: '',
  vis: true,
})

/** What the form shows of a calendar that is there. */
export const typedOfCalendar = (calendar: OutsideDefaults): OutsideTyped => ({
  navn: calendar.name,
  arrangoer: [calendar.organisationId, calendar.planId].filter((id) => id !== null).join('/'),
  omraade: calendar.areaId ?? '',
  slags: calendar.kind,
  alderfra: calendar.ageFrom === null ? '' : String(calendar.ageFrom),
  aldertil: calendar.ageTo === null ? '' : String(calendar.ageTo),
  pris: calendar.priceOere === null ? '' : String(Number(calendar.priceOere) / 100).replace('.', ','),
  pris_pr: calendar.pricePer ?? 'time',
  adresse: '',
  vis: calendar.isPublished,
})

const typedIn = (form: FormData): OutsideTyped => {
  const line = (name: OutsideField) => formLine(form, name).normalize('NFC')
  return {
    navn: line('navn'),
    arrangoer: line('arrangoer'),
    omraade: line('omraade'),
    slags: line('slags'),
    alderfra: line('alderfra'),
    aldertil: line('aldertil'),
    pris: line('pris'),
    pris_pr: line('pris_pr'),
    adresse: line('adresse'),
    vis: form.get('vis') === 'ja',
  }
}

/** Reads what is to be said of everything in a calendar; each error stands beside its field. */
export const readOutsideForm = (form: FormData): ReadOutside => {
  const typed = typedIn(form)
  const errors = new Map<OutsideField, SeriesError>()
  if (typed.navn.length > 120) errors.set('navn', 'too_long')
  const kind = seriesKinds.find((one) => one === typed.slags)
  if (kind === undefined) errors.set('slags', 'choose')
  const [organisation = '', plan = ''] = typed.arrangoer.split('/')
  const organisationId = findId<'organisation'>(organisation)
  if (organisationId === undefined) errors.set('arrangoer', 'choose')
  const [ageFrom, ageTo] = [typed.alderfra, typed.aldertil].map((age) => (age === '' ? null : Number(age)))
  for (const name of ['alderfra', 'aldertil'] as const)
    if (!/^\d{0,3}$/.test(typed[name])) errors.set(name, 'not_a_number')
  if (ageFrom !== null && ageTo !== null && (ageFrom ?? 0) > (ageTo ?? 0)) errors.set('aldertil', 'ages_backwards')
  const price = typed.pris === '' ? null : findKroner(typed.pris)
  if (price === undefined || (price !== null && price < 0n)) errors.set('pris', 'not_an_amount')
  if (errors.size > 0 || kind === undefined || organisationId === undefined) return { typed, errors, defaults: null }
  const pricePer = pricePers.find((one) => one === typed.pris_pr) ?? 'time'
  const defaults: OutsideDefaults = {
    name: typed.navn,
    organisationId,
    planId: findId(plan) ?? null,
    areaId: findId(typed.omraade) ?? null,
    kind,
    ageFrom: ageFrom ?? null,
    ageTo: ageTo ?? null,
    priceOere: price ?? null,
    pricePer: price === null || price === 0n ? null : pricePer,
    isPublished: typed.vis,
  }
  return { typed, errors, defaults }
}
