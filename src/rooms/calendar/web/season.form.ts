import { formatDaySpan } from '../../../platform/dates.ts'
import { findId } from '../../../platform/id.ts'
import { findKroner } from '../../../platform/money.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { findTypedDay } from '../../parties/index.ts'
import type { AgreedDays } from '../season/agree-wish.ts'
import type { SeasonToOpen } from '../season/open-season.ts'
import { comingSeasons, weeksWithin } from '../season/season.rules.ts'
import type { Season } from '../season/season.ts'
import type { WishForm } from '../season/wish-for-season.ts'
import { seriesKinds } from '../series.ts'
import { findMinute } from './series.form.ts'

const misread = (): never => {
  throw new Refused('season_not_understood')
}

const idIn = (form: FormData, name: string): string => findId(formLine(form, name)) ?? misread()

const dayIn = (form: FormData, name: string): Temporal.PlainDate => findTypedDay(formLine(form, name)) ?? misread()

const numberIn = (form: FormData, name: string, most: number): number => {
  const text = formLine(form, name)
  const number = Number(text)
  return /^\d{1,3}$/.test(text) && number >= 1 && number <= most ? number : misread()
}

/** `organisation` or `organisation/plan`. */
const organiserIn = (form: FormData, name: string) => {
  const [organisation = '', plan] = formLine(form, name).split('/')
  return {
    organisationId: findId(organisation) ?? misread(),
    planId: plan === undefined ? null : (findId(plan) ?? misread()),
  }
}

const titleIn = (form: FormData): string => {
  const title = formLine(form, 'hvad').normalize('NFC')
  return title !== '' && title.length <= 120 ? title : misread()
}

/** Reads the form that opens a season; `named` are its words for a half of a year. Throws Refused('season_not_understood'). */
export const readSeason = (
  form: FormData,
  today: Temporal.PlainDate,
  named: Readonly<Record<'spring' | 'autumn', (year: number) => string>>,
): SeasonToOpen => {
  const lineageId = idIn(form, 'loefte')
  const areaIds = form.getAll('omraade').flatMap((id) => (typeof id === 'string' ? (findId(id) ?? []) : []))
  const half = comingSeasons(today).find(({ from }) => from.toString() === formLine(form, 'saeson'))
  if (half !== undefined)
    return { lineageId, areaIds, title: named[half.half](half.from.year), from: half.from, to: half.to }
  const [from, to] = [dayIn(form, 'fra'), dayIn(form, 'til')]
  return { lineageId, areaIds, title: formatDaySpan({ from, to }, 'da'), from, to }
}

/** Throws Refused('season_not_understood'). */
export const readWish = (form: FormData, season: Season): WishForm => {
  const weeks = weeksWithin(season, numberIn(form, 'fraUge', 53), numberIn(form, 'tilUge', 53))
  const venue = formLine(form, 'sted')
  return {
    seasonId: season.seasonId,
    areaId: idIn(form, 'omraade'),
    ...organiserIn(form, 'vegne'),
    title: titleIn(form),
    weeks: within(weeks, season),
    venueId: venue === '' ? null : (findId(venue) ?? misread()),
    note: formLine(form, 'note').slice(0, 300),
  }
}

// The first and the last week of a year reach beyond it.
const within = (weeks: { from: Temporal.PlainDate; to: Temporal.PlainDate }, season: Season) => {
  const isEarly = Temporal.PlainDate.compare(weeks.from, season.from) < 0 && isSameWeek(weeks.from, season.from)
  const isLate = Temporal.PlainDate.compare(weeks.to, season.to) > 0 && isSameWeek(season.to, weeks.to)
  return { from: isEarly ? season.from : weeks.from, to: isLate ? season.to : weeks.to }
}

const isSameWeek = (one: Temporal.PlainDate, later: Temporal.PlainDate): boolean =>
  one.until(later, { largestUnit: 'days' }).days < 7

/** Throws Refused('season_not_understood'). */
export const readAgreedDays = (form: FormData): AgreedDays => {
  const venue = formLine(form, 'sted')
  return {
    startsOn: dayIn(form, 'dag'),
    fromMinute: findMinute(formLine(form, 'fra')) ?? misread(),
    toMinute: findMinute(formLine(form, 'til')) ?? misread(),
    days: numberIn(form, 'dage', 10),
    venueId: venue === '' ? null : (findId(venue) ?? misread()),
    kind: seriesKinds.find((kind) => kind === formLine(form, 'slags')) ?? 'creative',
  }
}

/** What the agreement does not say; an empty field is not said. Throws Refused('season_not_understood'). */
export const readTerms = (form: FormData): { cap: number | null; priceOere: bigint | null } => {
  const price = formLine(form, 'pris')
  const oere = price === '' ? null : (findKroner(price) ?? misread())
  if (oere !== null && oere < 0n) misread()
  return { cap: formLine(form, 'hoejst') === '' ? null : numberIn(form, 'hoejst', 365), priceOere: oere }
}
