import { amountRules, countRules, loneRules, paymentRules, quorumHint } from './rules/counts.ts'
import { deadlineRules } from './rules/deadlines.ts'
import { beforeRules, relativeDeadlineRules } from './rules/relative-deadlines.ts'
import { hedges, hints } from './rules/hedges.ts'
import { noticeRules } from './rules/notice.ts'
import { calendarRhythms, looseRhythms } from './rules/rhythms.ts'
import { roleRules } from './rules/roles.ts'
import { durationRules } from './rules/durations.ts'
import { dateRules, edgeRules, validityRules } from './rules/spans.ts'
import { seasonRules } from './rules/seasons.ts'
import { weekdayRules } from './rules/weekdays.ts'
import type { GrammarRule } from './facts.ts'

/**
 * All rules of the grammar. At each word the first that fits is taken, so the more telling stand first.
 *
 * How a phrase is read: `tokens.ts` cuts it into words, `rules/` find facts in it (each rule beside its examples, built
 * of the words in `numbers.ts`, `times.ts`, `days.ts`, `money.ts`, `nouns.ts`, `anchors.ts`), `pair.ts` gives periods to
 * the counts they belong to, `sentence-terms.ts` turns facts into terms, and `compose.ts` parts them into rules.
 * To teach it a phrase, add the phrase as an example to the rule that should read it, and make the test pass.
 */
export const grammar: readonly GrammarRule[] = [
  ...noticeRules,
  ...relativeDeadlineRules,
  ...deadlineRules,
  ...beforeRules,
  ...edgeRules,
  ...looseRhythms,
  ...roleRules,
  quorumHint,
  ...validityRules,
  ...weekdayRules,
  ...seasonRules,
  ...amountRules,
  ...paymentRules,
  ...countRules,
  ...durationRules,
  ...loneRules,
  ...calendarRhythms,
  ...dateRules,
  ...hedges,
  ...hints,
]
