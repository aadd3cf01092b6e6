import { type Day, homeZone } from '../../../platform/day.ts'
import type { Language } from '../../../platform/language.ts'
import { pick } from '../../../platform/language.ts'
import { clockWords, wallOf } from '../clock-words.ts'
import type { Opening } from './opening.ts'
import { isWithin, mergeStretches, type Stretch } from './stretches.rules.ts'
import { venueTexts } from './venue.texts.ts'

const wholeDay: Stretch = { from: 0, to: 1440 }

type Hours = Pick<Opening, 'weekday' | 'opensMinute' | 'closesMinute' | 'from' | 'to'>

/** The hours that hold on a day, of all weekdays. */
export const openingsOn = <One extends Hours>(openings: readonly One[], day: Day): One[] =>
  openings.filter(
    ({ from, to }) =>
      (from === null || Temporal.PlainDate.compare(from, day) <= 0) &&
      (to === null || Temporal.PlainDate.compare(day, to) <= 0),
  )

/** When a venue can be used on a day, in minutes after midnight. A venue that never had any hours is open all day. */
export const openOn = (openings: readonly Hours[], day: Day): Stretch[] =>
  openings.length === 0
    ? [wholeDay]
    : mergeStretches(
        openingsOn(openings, day)
          .filter(({ weekday }) => weekday === day.dayOfWeek)
          .map(({ opensMinute, closesMinute }) => ({ from: opensMinute, to: closesMinute })),
      )

/** Whether a venue is open from a moment to another; over midnight on each of the days. */
export const isOpenFor = (openings: readonly Hours[], from: Temporal.Instant, to: Temporal.Instant): boolean => {
  const [begin, end] = [wallOf(from), wallOf(to)]
  for (let day = begin.day; Temporal.PlainDate.compare(day, end.day) <= 0; day = day.add({ days: 1 })) {
    const wanted = {
      from: day.equals(begin.day) ? begin.minute : 0,
      to: day.equals(end.day) ? end.minute : 1440,
    }
    if (wanted.from < wanted.to && !isWithin(openOn(openings, day), wanted)) return false
  }
  return true
}

/** The moment Danish clocks show so many minutes after midnight on a day. */
export const momentOn = (day: Day, minute: number): Temporal.Instant =>
  minute === 1440
    ? day.add({ days: 1 }).toZonedDateTime(homeZone).toInstant()
    : day
        .toZonedDateTime({
          timeZone: homeZone,
          plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60),
        })
        .toInstant()

/** `mandag–torsdag 08.00–22.00, fredag 08.00–23.00`; weekdays that follow each other with the same hours are told together. */
export const hoursInWords = (openings: readonly Hours[], day: Day, language: Language): string => {
  const words = pick(venueTexts, language)
  if (openings.length === 0) return words.openAlways
  const now = openingsOn(openings, day)
  const byDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    mergeStretches(
      now
        .filter((one) => one.weekday === weekday)
        .map(({ opensMinute, closesMinute }) => ({ from: opensMinute, to: closesMinute })),
    )
      .map(({ from, to }) => `${clockWords(from, language)}–${clockWords(to === 1440 ? 0 : to, language)}`)
      .join(words.and),
  )
  const groups: { first: number; last: number; hours: string }[] = []
  byDay.forEach((hours, at) => {
    const group = groups.at(-1)
    if (group !== undefined && group.hours === hours) group.last = at
    else groups.push({ first: at, last: at, hours })
  })
  const told = groups.filter(({ hours }) => hours !== '').map((group) => `${daysWords(group, language)} ${group.hours}`)
  return told.length === 0 ? words.openNever : told.join(', ')
}

const daysWords = ({ first, last }: { first: number; last: number }, language: Language): string => {
  const { weekdays } = pick(venueTexts, language)
  const [from, to] = [weekdays[first] ?? '', weekdays[last] ?? '']
  return first === last ? from : `${from}–${to}`
}

/** Hours as the facts of a refusal carry them; `hoursOfFacts` reads them again. */
export const hoursAsFact = (openings: readonly Hours[], day: Day): string =>
  openingsOn(openings, day)
    .map(({ weekday, opensMinute, closesMinute }) => `${weekday}/${opensMinute}/${closesMinute}`)
    .join(' ')

export const hoursOfFact = (fact: string): Hours[] =>
  fact
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [weekday = 1, opensMinute = 0, closesMinute = 1440] = part.split('/').map(Number)
      return { weekday, opensMinute, closesMinute, from: null, to: null }
    })
