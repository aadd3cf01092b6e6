import { type Language, pick } from '../../../platform/language.ts'
import { ruleInWords } from './recurrence-in-words.ts'
import { type RecurrenceWords, recurrenceWords } from './recurrence-words.texts.ts'
import type { RepeatPlan } from './repeat-plan.ts'

const clock = (time: Temporal.PlainTime): string => time.toString({ smallestUnit: 'minute' })

/** `kl. 17–19`: minutes are told only where there are some. */
const timeWords = ({ startTime, endTime }: RepeatPlan, words: RecurrenceWords): string | null => {
  if (startTime === null) return null
  if (endTime === null) return words.at([clock(startTime)])
  return startTime.minute === 0 && endTime.minute === 0
    ? words.fromTo(words.hour(startTime.hour), words.hour(endTime.hour))
    : words.fromTo(clock(startTime), clock(endTime))
}

/** Tells a plan in plain words: `hver torsdag i lige uger kl. 17–19, ikke i juli, til 24. december 2026`. */
export const repeatInWords = (plan: RepeatPlan, language: Language): string => {
  const words = pick(recurrenceWords, language)
  return [
    ruleInWords(plan.rule, words, timeWords(plan, words)),
    ...(plan.from === null ? [] : [words.from(plan.from)]),
    ...(plan.schoolWeeksOnly ? [words.schoolWeeks] : []),
  ].join(', ')
}
