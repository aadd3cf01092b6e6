import type { Day } from '../../../platform/day.ts'
import type { PlacedCommitment } from '../../commitments/index.ts'
import { clockWords } from '../calendar-words.ts'
import { timingOfPromise } from '../from-promise.ts'
import { repeatOfRule } from '../repeat.rules.ts'
import type { Series } from '../series.ts'
import { untilOf } from '../times.rules.ts'
import { repeatInDanish } from '../timing-words.ts'
import { type ReadSeries, type SeriesTyped, spokenLanguages } from './series.form.ts'

const blank: SeriesTyped = {
  navn: '',
  kort: '',
  slags: 'sport',
  arrangoer: '',
  dag: '',
  fra: '16.00',
  til: '18.00',
  gentag: 'weekly',
  ord: '',
  ordfoer: '',
  regel: '',
  slut: '',
  sted: '',
  omraade: '',
  hvor: '',
  alderfra: '',
  aldertil: '',
  sprog: '',
  pris: '0',
  pris_pr: 'time',
  med: '',
  pladser: '',
  loefte: '',
  fradag: '',
  udgave: '0',
  ugedage: [],
  juli: true,
  skoledage: false,
  tilmelding: false,
  stor: false,
  vis: true,
}

/** An empty form: every week from tomorrow, free, shown to everyone. */
export const typedOfNew = (day: Day, organiser: string): SeriesTyped => ({
  ...blank,
  dag: day.add({ days: 1 }).toString(),
  arrangoer: organiser,
})

/** What the form shows of an activity that is there. */
export const typedOfSeries = (series: Series, day: Day): SeriesTyped => {
  const { repeat, weekdays } = repeatOfRule(series.rule, series.startsOn)
  const kroner = series.priceOere === null ? '' : String(Number(series.priceOere) / 100).replace('.', ',')
  return {
    ...blank,
    navn: series.title,
    kort: series.summary,
    slags: series.kind,
    arrangoer: [series.organisationId, series.planId].filter((id) => id !== null).join('/'),
    dag: series.startsOn.toString(),
    fra: clockWords(series.startsMinute, 'da'),
    til: clockWords(series.startsMinute + series.lastsMinutes, 'da'),
    gentag: repeat,
    ord: repeat === 'words' ? repeatInDanish(series) : '',
    ordfoer: repeat === 'words' ? repeatInDanish(series) : '',
    regel: repeat === 'words' ? `${series.rule ?? ''}|${series.leavesOutMonths.join(',')}` : '',
    slut: untilOf(series.rule)?.toString() ?? '',
    sted: [series.venueId, series.spaceId].filter((id) => id !== null).join('/'),
    omraade: series.areaId ?? '',
    hvor: series.place,
    alderfra: series.ageFrom === null ? '' : String(series.ageFrom),
    aldertil: series.ageTo === null ? '' : String(series.ageTo),
    sprog: series.languages.map((code) => spokenLanguages[code] ?? code).join(', '),
    pris: kroner,
    pris_pr: series.pricePer ?? 'time',
    med: series.goesAlong,
    pladser: series.places === null ? '' : String(series.places),
    loefte: series.lineageId ?? '',
    fradag: day.toString(),
    udgave: String(series.version),
    ugedage: weekdays,
    juli: repeat !== 'words' && series.leavesOutMonths.includes(7),
    skoledage: series.schoolDaysOnly,
    tilmelding: series.signUp === 'open',
    stor: series.isLarge,
    vis: series.isPublished,
  }
}

/** The form with its activity moved as `flyt 0 60` says, by days and minutes; undefined where it says nothing of the kind. */
export const movedBy = (read: Pick<ReadSeries, 'typed' | 'errors' | 'series'>, does: string) => {
  const [, days, minutes] = /^flyt (-?[0-6]) (-?\d{1,4})$/.exec(does) ?? []
  const { series } = read
  if (series === null || days === undefined || minutes === undefined) return undefined
  const startsOn = series.startsOn.add({ days: Number(days) })
  const startsMinute = series.startsMinute + Number(minutes)
  if (startsMinute < 0 || startsMinute + series.lastsMinutes > 1439) return undefined
  const rule = movedRule(series.rule, Number(days))
  const { weekdays } = repeatOfRule(rule, startsOn)
  const typed: SeriesTyped = {
    ...read.typed,
    dag: startsOn.toString(),
    fra: clockWords(startsMinute, 'da'),
    til: clockWords(startsMinute + series.lastsMinutes, 'da'),
    ugedage: read.typed.ugedage.length === 0 ? [] : weekdays,
  }
  return { typed, errors: read.errors, series: { ...series, startsOn, startsMinute, rule } }
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A rule of weekdays, each so many days later. */
const movedRule = (rule: string | null, days: number): string | null =>
  rule === null
    ? null
    : rule.replace(/BYDAY=([^;]+)/, (_, weekdays: string) => {
        const moved = weekdays.replace(
          /MO|TU|WE|TH|FR|SA|SU/g,
          (code) => codes[(codes.indexOf(code) + days + 7) % 7] ?? code,
        )
        return `BYDAY=${moved}`
      })

/** A form begun from a promise: its activity's name, and when it says it is. */
export const typedOfPromise = (empty: SeriesTyped, promise: PlacedCommitment, day: Day): SeriesTyped => {
  const timing = timingOfPromise(promise.notation, day.add({ days: 1 }))
  const { fromMinute, toMinute } = timing
  return {
    ...empty,
    navn: promise.activity,
    dag: timing.startsOn.toString(),
    fra: fromMinute === null ? empty.fra : clockWords(fromMinute, 'da'),
    til: toMinute === null ? empty.til : clockWords(toMinute, 'da'),
    gentag: timing.repeat,
    ugedage: timing.weekdays.length > 1 ? timing.weekdays : [],
    slut: promise.inForceDuring.to?.toString() ?? '',
    juli: timing.restsInJuly,
    loefte: promise.lineageId,
  }
}
