import { formatMoment } from '../../../../platform/dates.ts'
import { type Language, pick } from '../../../../platform/language.ts'
import { Refused } from '../../../../platform/refused.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import type { FollowedCalendar, OutsideFault } from '../../outside/outside-calendar.ts'
import { outsideTexts } from '../../outside/outside.texts.ts'

const faultWords = ({ code, facts }: OutsideFault, language: Language): string =>
  refusalWords([outsideTexts], new Refused(code, { ...facts }), language)

/** How a calendar stands, in one line: `Hentet for 2 timer siden · 14 aktiviteter`. */
export const statusWords = (calendar: FollowedCalendar, now: Temporal.Instant, language: Language): string => {
  const words = pick(outsideTexts, language)
  const { fault, state, answeredAt, activities } = calendar
  if (fault !== null) {
    const since = formatMoment(fault.since, language)
    const why = faultWords(fault, language)
    return state === 'given_up' ? words.givenUp(since, why) : words.failing(since, why)
  }
  if (calendar.host === null) return words.fromFile(activities)
  const minutes = answeredAt === null ? 0 : Math.round(now.since(answeredAt).total('minutes'))
  const fetched = words.fetched(words.ago(minutes), activities)
  return state === 'paused' ? `${words.paused} · ${fetched}` : fetched
}
