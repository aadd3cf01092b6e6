import { formatWeekday } from '../../platform/dates.ts'
import { type Day, homeZone } from '../../platform/day.ts'
import type { Language } from '../../platform/language.ts'
import { createZoneClock } from './recurrence/zone-clock.ts'

/** The day and the minutes after midnight a moment is in Denmark. */
export const wallOf = (at: Temporal.Instant): { day: Day; minute: number } => {
  const wall = at.toZonedDateTimeISO(homeZone)
  return { day: wall.toPlainDate(), minute: wall.hour * 60 + wall.minute }
}

/** `16.30` for 990, in English `16:30`. */
export const clockWords = (minute: number, language: Language): string => {
  const [hour, rest] = [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0'))
  return `${hour}${language === 'da' ? '.' : ':'}${rest}`
}

/** The time of day of a moment in Denmark: `16.30`. */
export const timeWords = (at: Temporal.Instant, language: Language): string => clockWords(wallOf(at).minute, language)

/** `onsdag den 2. december 2026 kl. 10.00–12.00`: a day with two minutes after its midnight. */
export const hoursOfDay = (day: Day, [from, to]: readonly [number, number], language: Language): string => {
  const hours = `${clockWords(from, language)}–${clockWords(to, language)}`
  return `${formatWeekday(day, language)} ${language === 'da' ? 'kl. ' : ''}${hours}`
}

/** The same of a time in Denmark. */
export const spanWords = (
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  language: Language,
): string => {
  const { day, minute } = wallOf(startsAt)
  return hoursOfDay(day, [minute, wallOf(endsAt).minute], language)
}

/** Whether some of a time lies within hours of the day it begins, in minutes after midnight. */
export const isWithinHours = (
  { startsAt, endsAt }: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  hours: { readonly from: number; readonly to: number },
): boolean => {
  const { minute } = wallOf(startsAt)
  return minute < hours.to && minute + startsAt.until(endsAt).total('minutes') > hours.from
}

/** Minutes after midnight of `16`, `16.30` or `16:30`; undefined where it is no time. */
export const findMinute = (text: string): number | undefined => {
  const [, hour, minute] = /^(?:kl\.? ?)?([01]?\d|2[0-3])(?:[.:]([0-5]\d))?$/i.exec(text) ?? []
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute ?? 0)
}

/** The last day of a time that is whole days. */
export const lastDayOf = ({ endsAt }: { readonly endsAt: Temporal.Instant }): Day =>
  wallOf(endsAt).day.subtract({ days: 1 })

/** Whether some of a time is on a day: the day it begins, and of whole days each of them. */
export const isOnDay = (
  time: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant },
  day: Day,
): boolean => {
  const first = wallOf(time.startsAt).day
  if (!isWholeDays(time)) return first.equals(day)
  return Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, lastDayOf(time)) <= 0
}

const clock = createZoneClock(homeZone)

// Asked of every time of a feed: by counting, since a date of Temporal costs more than all that is written of the time.
const isMidnight = (at: Temporal.Instant): boolean =>
  Math.floor(clock.toWall(Math.floor(at.epochMilliseconds / 1000)) / 60) % 1440 === 0

/** Whether a time is whole days in Denmark, from midnight to midnight. */
export const isWholeDays = ({
  startsAt,
  endsAt,
}: {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}): boolean => isMidnight(startsAt) && isMidnight(endsAt) && !startsAt.equals(endsAt)
