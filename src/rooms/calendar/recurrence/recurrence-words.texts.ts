import { formatDay, monthName } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'

/** The words that a rule of recurrence is told in. Weekdays are 1 = Monday; an ordinal below 0 counts from the end. */

const listed = (items: readonly string[], and: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`

const danishDays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']
const englishDays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const danishOrdinals = ['første', 'anden', 'tredje', 'fjerde', 'femte']
const englishOrdinals = ['first', 'second', 'third', 'fourth', 'fifth']
const danishUnits = ['sekund', 'minut', 'time', 'dag', 'uge', 'måned', 'år']
const englishUnits = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year']
const neuter = new Set(['sekund', 'minut', 'år'])

const danishOrdinal = (number: number): string => {
  const name = danishOrdinals[Math.abs(number) - 1] ?? `${Math.abs(number)}.`
  if (number > 0) return name
  if (number === -1) return 'sidste'
  return number === -2 ? 'næstsidste' : `${name}${name.endsWith('.') ? '-' : ''}sidste`
}

const englishSuffix = (number: number): string => {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

const englishNumber = (number: number): string => `${number}${englishSuffix(number)}`

const englishOrdinal = (number: number): string => {
  const name = englishOrdinals[Math.abs(number) - 1] ?? englishNumber(Math.abs(number))
  if (number > 0) return name
  return number === -1 ? 'last' : `${name} last`
}

const danishClock = (clock: string): string => clock.replaceAll(':', '.')

export const recurrenceWords = {
  da: {
    list: (items: readonly string[]) => listed(items, 'og'),
    or: (items: readonly string[]) => listed(items, 'eller'),
    every: (unit: number, interval: number) => {
      const name = danishUnits[unit] ?? ''
      const [each, other] = neuter.has(name) ? ['hvert', 'andet'] : ['hver', 'anden']
      if (interval === 1) return `${each} ${name}`
      return `${each} ${interval === 2 ? other : danishOrdinal(interval)} ${name}`
    },
    everyWeekday: (days: readonly number[]) =>
      `hver ${listed(
        days.map((day) => danishDays[day - 1] ?? ''),
        'og',
      )}`,
    otherWeekday: (day: number) => `hver anden ${danishDays[day - 1] ?? ''}`,
    workdays: 'alle hverdage',
    onWeekdays: (days: readonly number[]) =>
      `på ${listed(
        days.map((day) => `${danishDays[day - 1] ?? ''}e`),
        'og',
      )}`,
    allWeekdays: (days: readonly number[]) =>
      `alle ${listed(
        days.map((day) => `${danishDays[day - 1] ?? ''}e`),
        'og',
      )}`,
    nthWeekday: (ordinal: number, day: number) => `den ${danishOrdinal(ordinal)} ${danishDays[day - 1] ?? ''}`,
    weekday: (day: number) => `en ${danishDays[day - 1] ?? ''}`,
    ofYear: (days: string) => `${days} i året`,
    ofMonth: (days: string) => `${days} i måneden`,
    ofEvery: (days: string, every: string) => `${days} i ${every}`,
    nthWorkday: (ordinal: number) => `den ${danishOrdinal(ordinal)} hverdag`,
    monthDay: (day: number) => (day > 0 ? `den ${day}.` : `den ${danishOrdinal(day)} dag`),
    yearDay: (day: number) => (day > 0 ? `årets dag nr. ${day}` : `årets ${danishOrdinal(day)} dag`),
    whenItIs: (days: string) => `når det er ${days}`,
    inWeeks: (weeks: string) => `i uge ${weeks}`,
    inWeeksFromEnd: (weeks: readonly number[]) =>
      `i ${listed(
        weeks.map((week) => `årets ${danishOrdinal(week)} uge`),
        'og',
      )}`,
    evenWeeks: 'i lige uger',
    oddWeeks: 'i ulige uger',
    inMonths: (months: readonly number[]) =>
      `i ${listed(
        months.map((month) => monthName(month, 'da')),
        'og',
      )}`,
    notInMonths: (months: readonly number[]) =>
      `ikke i ${listed(
        months.map((month) => monthName(month, 'da')),
        'og',
      )}`,
    at: (clocks: readonly string[]) => `kl. ${listed(clocks.map(danishClock), 'og')}`,
    hour: (hour: number) => String(hour),
    fromTo: (from: string, to: string) => `kl. ${danishClock(from)}–${danishClock(to)}`,
    inHours: (hours: string) => `i klokketimerne ${hours}`,
    inMinutes: (minutes: string) => `i minut ${minutes}`,
    inSeconds: (seconds: string) => `i sekund ${seconds}`,
    chosen: (positions: readonly number[]) =>
      `heraf kun den ${listed(
        positions.map((position) => danishOrdinal(position)),
        'og den',
      )}`,
    times: (count: number) => (count === 1 ? 'én gang' : `${count} gange`),
    from: (day: Day) => `fra ${formatDay(day, 'da')}`,
    until: (day: Day, clock: string | null) =>
      `til ${formatDay(day, 'da')}${clock === null ? '' : ` kl. ${danishClock(clock)}`}`,
    utc: ' (UTC)',
    weekBegins: (day: number) => `ugen begynder ${danishDays[day - 1] ?? ''}`,
    movedBack: 'en dag, der ikke findes, rykkes til dagen før',
    movedOn: 'en dag, der ikke findes, rykkes til dagen efter',
    schoolWeeks: 'kun i skoleuger',
  },
  en: {
    list: (items: readonly string[]) => listed(items, 'and'),
    or: (items: readonly string[]) => listed(items, 'or'),
    every: (unit: number, interval: number) => {
      const name = englishUnits[unit] ?? ''
      if (interval === 1) return `every ${name}`
      return interval === 2 ? `every other ${name}` : `every ${interval} ${name}s`
    },
    everyWeekday: (days: readonly number[]) =>
      `every ${listed(
        days.map((day) => englishDays[day - 1] ?? ''),
        'and',
      )}`,
    otherWeekday: (day: number) => `every other ${englishDays[day - 1] ?? ''}`,
    workdays: 'every weekday',
    onWeekdays: (days: readonly number[]) =>
      `on ${listed(
        days.map((day) => `${englishDays[day - 1] ?? ''}s`),
        'and',
      )}`,
    allWeekdays: (days: readonly number[]) =>
      `every ${listed(
        days.map((day) => englishDays[day - 1] ?? ''),
        'and',
      )}`,
    nthWeekday: (ordinal: number, day: number) => `the ${englishOrdinal(ordinal)} ${englishDays[day - 1] ?? ''}`,
    weekday: (day: number) => `a ${englishDays[day - 1] ?? ''}`,
    ofYear: (days: string) => `${days} of the year`,
    ofMonth: (days: string) => `${days} of the month`,
    ofEvery: (days: string, every: string) => `${days}, ${every}`,
    nthWorkday: (ordinal: number) => `the ${englishOrdinal(ordinal)} weekday`,
    monthDay: (day: number) => (day > 0 ? `the ${englishNumber(day)}` : `the ${englishOrdinal(day)} day`),
    yearDay: (day: number) => (day > 0 ? `day ${day} of the year` : `the ${englishOrdinal(day)} day of the year`),
    whenItIs: (days: string) => `when it is ${days}`,
    inWeeks: (weeks: string) => `in week ${weeks}`,
    inWeeksFromEnd: (weeks: readonly number[]) =>
      `in ${listed(
        weeks.map((week) => `the ${englishOrdinal(week)} week of the year`),
        'and',
      )}`,
    evenWeeks: 'in even weeks',
    oddWeeks: 'in odd weeks',
    inMonths: (months: readonly number[]) =>
      `in ${listed(
        months.map((month) => monthName(month, 'en')),
        'and',
      )}`,
    notInMonths: (months: readonly number[]) =>
      `not in ${listed(
        months.map((month) => monthName(month, 'en')),
        'or',
      )}`,
    at: (clocks: readonly string[]) => `at ${listed(clocks, 'and')}`,
    hour: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
    fromTo: (from: string, to: string) => `${from}–${to}`,
    inHours: (hours: string) => `in the hours ${hours}`,
    inMinutes: (minutes: string) => `in minute ${minutes}`,
    inSeconds: (seconds: string) => `in second ${seconds}`,
    chosen: (positions: readonly number[]) =>
      `of these only the ${listed(
        positions.map((position) => englishOrdinal(position)),
        'and the',
      )}`,
    times: (count: number) => (count === 1 ? 'once' : `${count} times`),
    from: (day: Day) => `from ${formatDay(day, 'en')}`,
    until: (day: Day, clock: string | null) => `until ${formatDay(day, 'en')}${clock === null ? '' : ` at ${clock}`}`,
    utc: ' (UTC)',
    weekBegins: (day: number) => `weeks begin on ${englishDays[day - 1] ?? ''}`,
    movedBack: 'a day that does not exist is moved to the day before',
    movedOn: 'a day that does not exist is moved to the day after',
    schoolWeeks: 'only in school weeks',
  },
}

export type RecurrenceWords = (typeof recurrenceWords)['da']
