import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { formatDay } from '../../../platform/dates.ts'
import { type Language, pick } from '../../../platform/language.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { turnMailTexts } from './turn-mail.texts.ts'
import { type HandoverDue, handoverDueOn } from './turn-step.rules.ts'

/** Nobody is told to call, and nobody has been. */
const isUnsaid = ({ group, turn }: Pick<LoadedGroup, 'group' | 'turn'>): boolean =>
  group.convening === 'unsaid' && turn.memberId === null && !turn.isUnclaimed

/** Whether a group is to have another convenor soon, or has none. */
export const handoverDueOf = ({ group, turn, members }: LoadedGroup, day: Day): HandoverDue => {
  const convenor = members.find(({ memberId }) => memberId === turn.memberId)
  return handoverDueOn(dayNumberOf(day), {
    until: turn.until === null ? null : dayNumberOf(turn.until),
    wantedOn: group.handoverOn === null ? null : dayNumberOf(group.handoverOn),
    isUnclaimed: turn.isUnclaimed,
    isUnsaid: isUnsaid({ group, turn }),
    isVacant: convenor !== undefined && convenor.postId !== null && convenor.holder === null,
  })
}

export const handoverWords = (due: NonNullable<HandoverDue>, language: Language): string => {
  const words = pick(turnMailTexts, language)
  if (due.why === 'ends' || due.why === 'wanted') return words[due.why](formatDay(toDay(due.on), language))
  return words[due.why]
}
