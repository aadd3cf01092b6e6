import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf } from '../../../platform/day-number.ts'
import { homeZone } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { isSchoolDay, publicHolidays } from '../../calendar/index.ts'
import { listBusyMembers } from './clash.queries.ts'
import { loadElsewhere } from '../known/load-elsewhere.ts'
import type { LoadedGroup } from '../group/load-group.ts'

interface Span {
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  /** The one who plans has been shown what it falls together with, and wants it there. */
  readonly isKnown?: boolean
  /** So many were told to have something else then when the day was chosen. */
  readonly toldElsewhere?: number
  /** The meeting that is moved, which is in nobody's way; none = it is a new one. */
  readonly exceptMeetingId?: string | null
}

/**
 * A meeting falls together with what its members have, or on a day without school, only where that is known. Throws
 * Refused('meeting_collides') with who is in another meeting, how many have something else in a calendar elsewhere, and what kind of day it is.
 */
export const requireNoClash = async (
  tx: ReadTx,
  { clock }: Pick<Platform, 'clock'>,
  { group, members }: LoadedGroup,
  { startsAt, endsAt, isKnown = false, toldElsewhere = 0, exceptMeetingId = null }: Span,
): Promise<void> => {
  if (isKnown) return
  const day = startsAt.toZonedDateTimeISO(homeZone).toPlainDate()
  const busy = await listBusyMembers(tx, { groupId: group.groupId, day, startsAt, endsAt, exceptMeetingId })
  const names = busy.map(({ memberId, group: other }) => {
    const member = members.find((one) => one.memberId === memberId)
    return `${member?.holder ?? member?.name ?? ''} (${other})`
  })
  const [elsewhere = 0] = await loadElsewhere(tx, { clock }, { group }, [{ startsAt, endsAt }])
  const number = dayNumberOf(day)
  const kind = publicHolidays(day.year).has(number) ? 'holiday' : isSchoolDay(day.year, number) ? '' : 'no_school'
  if (names.length > 0 || elsewhere > toldElsewhere || kind !== '')
    throw new Refused('meeting_collides', { busy: names.join(', '), elsewhere, members: members.length, day: kind })
}
