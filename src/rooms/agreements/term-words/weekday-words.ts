import { listed, lookUp } from './number-words.ts'
import type { Speech } from './number-words.ts'

/** Days of the week as they are said: named days, a run of them, Monday to Friday, or the n-th of something. */
export interface SpokenDays {
  readonly text: string
  readonly kind: 'days' | 'run' | 'workdays' | 'nth'
  readonly isOne: boolean
}

const order = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

interface DayRead {
  nth: string | null
  day: string
}

const readDay = (text: string): DayRead | null => {
  const [, nth, day] = /^(-?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? []
  return day === undefined ? null : { nth: nth ?? null, day }
}

const plainDays = (days: readonly string[], { texts }: Speech): SpokenDays => {
  const names = days.map((day) => lookUp(texts.days, day) ?? day)
  const [first, last] = [names[0], names.at(-1)]
  if (days.join(',') === 'MO,TU,WE,TH,FR') return { text: texts.mondayToFriday, kind: 'workdays', isOne: false }
  const isRun = days.length > 2 && order.join(',').includes(days.join(','))
  return isRun && first !== undefined && last !== undefined
    ? { text: texts.through(first, last), kind: 'run', isOne: false }
    : { text: listed(names, texts.and), kind: 'days', isOne: days.length === 1 }
}

const nthWord = ({ nth, day }: DayRead, { texts }: Speech): string | null => {
  const [place, name] = [lookUp(texts.nth, nth ?? undefined), lookUp(texts.days, day)]
  return place === null || name === null ? null : `${place} ${name}`
}

const nthDays = (days: readonly DayRead[], speech: Speech): SpokenDays | null => {
  const { texts } = speech
  const words = days.map((day) => (day.nth === null ? lookUp(texts.days, day.day) : nthWord(day, speech)))
  if (!words.every((word) => word !== null)) return null
  const [first] = days
  const isSameDay = first !== undefined && days.every(({ nth, day }) => nth !== null && day === first.day)
  const places = days.map(({ nth }) => lookUp(texts.nth, nth ?? undefined)).filter((place) => place !== null)
  const text = isSameDay ? `${listed(places, texts.and)} ${lookUp(texts.days, first.day)}` : listed(words, texts.and)
  return { text, kind: 'nth', isOne: days.length === 1 }
}

/** `BYDAY` in words: `mandag til torsdag`, `anden og fjerde torsdag`, `sidste hverdag`. Null where a day is unknown. */
export const weekdaysInWords = (value: string, speech: Speech): SpokenDays | null => {
  const { texts } = speech
  const workday = lookUp(texts.workdays, value)
  if (workday !== null) return { text: workday, kind: 'nth', isOne: true }
  const days = value.split(',').map(readDay)
  if (!days.every((day) => day !== null)) return null
  return days.every(({ nth }) => nth === null)
    ? plainDays(
        days.map(({ day }) => day),
        speech,
      )
    : nthDays(days, speech)
}
