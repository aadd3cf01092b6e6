import { amountRules, countRules, loneRules, paymentRules, quorumHint } from './rules/counts.ts'
import { deadlineRules } from './rules/deadlines.ts'
import { beforeRules, relativeDeadlineRules } from './rules/relative-deadlines.ts'
import { hedges, hints } from './rules/hedges.ts'
import { noticeRules } from './rules/notice.ts'
import { calendarRhythms, looseRhythms } from './rules/rhythms.ts'
import { roleRules } from './rules/roles.ts'
import { durationRules } from './rules/durations.ts'
import { dateRules, edgeRules, validityRules } from './rules/spans.ts'
import { seasonRules, weekdayRules } from './rules/weekdays.ts'
import type { GrammarRule } from './facts.ts'

/** All rules of the grammar. At each word the first that fits is taken, so the more telling stand first. */
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
