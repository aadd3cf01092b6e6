import { civilDate, dayNumber, type DayNumber } from '../../../platform/day-number.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { termInWords } from '../../agreements/index.ts'
import { stateInWords } from '../state/state-words.ts'
import type { RingKind } from './rings.rules.ts'
import { shortTitle } from './short-name.rules.ts'
import type { Occurrence, WheelPromise } from './wheel.ts'
import { beats, quickest } from './lay-rhythm.rules.ts'
import type { LayoutWords } from './lay-wheel.rules.ts'
import type { Happening } from './wheel-layout.ts'
import { wheelTexts } from './wheel.texts.ts'

const monthNames: Record<Language, readonly string[]> = {
  da: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** A month by its number, from 1. */
export const monthName = (month: number, language: Language): string => monthNames[language][month - 1] ?? ''

/** When something falls, without its year: `marts`, `april–oktober`, `11.–20. juni`, `senest 15. december`. */
export const whenInWords = ({ shape, from, to }: Occurrence, language: Language): string => {
  const day = (one: DayNumber) => dayInYear(one, language)
  if (shape === 'deadline') return pick(wheelTexts, language).by(day(to))
  if (from === to) return day(from)
  const [begins, ends] = [civilDate(from), civilDate(to)]
  const isWhole = begins.day === 1 && dayNumber(ends.year, ends.month, ends.day + 1) === nextMonth(to)
  if (isWhole) {
    const [first, last] = [monthName(begins.month, language), monthName(ends.month, language)]
    return first === last ? first : `${first}–${last}`
  }
  if (begins.month !== ends.month) return `${day(from)} – ${day(to)}`
  return language === 'da' ? `${begins.day}.–${day(to)}` : `${begins.day}–${day(to)}`
}

const nextMonth = (day: DayNumber): DayNumber => {
  const { year, month } = civilDate(day)
  return month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
}

/** A day without its year: `15. december`, `15 December`. */
export const dayInYear = (on: DayNumber, language: Language): string => {
  const { month, day } = civilDate(on)
  return `${day}${language === 'da' ? '.' : ''} ${monthName(month, language)}`
}

/** A promise's name with its activity, which is left out where they say the same. */
export const fullName = ({ name, commitment }: WheelPromise): string => {
  const activity = shortTitle(commitment.activity)
  return activity === '' || activity.toLowerCase().includes(name.toLowerCase())
    ? activity || name
    : `${name} · ${activity}`
}

/** What is said of one time a promise falls, for those who point at it or hear it read: what, when, how it stands. */
export const happeningInWords = ({ promise, occurrence }: Happening, language: Language): string =>
  `${promise.number}. ${fullName(promise)}, ${whenInWords(occurrence, language)}: ${stateInWords(occurrence.state, language)}`

/** The words the layout of the wheel chooses between. */
export const layoutWords = (kind: RingKind, language: Language): LayoutWords => {
  const words = pick(wheelTexts, language)
  return {
    others: words.others,
    namesOf: (happenings) => {
      const promise = happenings[0]?.promise
      if (promise === undefined || happenings.length > 1) return [words.things(happenings.length)]
      return kind === 'activity' ? [promise.name] : [fullName(promise), promise.name]
    },
    rhythmsOf: (promises) => {
      const [only] = promises
      if (only !== undefined && promises.length === 1) return rhythmWays(only, language)
      const by = Map.groupBy(promises, quickest)
      const each = beats.flatMap((beat) => {
        const count = by.get(beat)?.length ?? 0
        return count === 0 ? [] : [words.shared(count, words.beats[beat])]
      })
      return [each.join(' · '), words.shared(promises.length, words.ranAllYear)]
    },
  }
}

const rhythmWays = (promise: WheelPromise, language: Language): string[] => {
  const words = pick(wheelTexts, language)
  const term = termInWords(promise.commitment.notation, language)
  const beat = words.beats[quickest(promise)]
  return [
    ...(term === null ? [] : [`${fullName(promise)} ${term}`, `${promise.name} ${term}`]),
    `${promise.name} ${beat}`,
    beat,
  ]
}
