import type { ReadTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { countsSince } from './known-age.rules.ts'
import { type AskedTime, countBusyElsewhere, countKnownCalendars } from './known-calendar.queries.ts'

const ofGroup = ({ clock }: Pick<Platform, 'clock'>, { group }: Pick<LoadedGroup, 'group'>) => ({
  groupId: group.groupId,
  day: today(clock),
  since: countsSince(clock.now()),
})

/** How many of a group have something else in the calendar they keep elsewhere, for each of the times. */
export const loadElsewhere = (
  tx: ReadTx,
  platform: Pick<Platform, 'clock'>,
  loaded: Pick<LoadedGroup, 'group'>,
  times: readonly AskedTime[],
): Promise<number[]> => countBusyElsewhere(tx, ofGroup(platform, loaded), times)

/** Of how many of a group a calendar elsewhere is known; null where the actor may not know. */
export const loadKnownCount = (
  tx: ReadTx,
  platform: Pick<Platform, 'clock'>,
  loaded: Pick<LoadedGroup, 'group'>,
): Promise<number | null> => countKnownCalendars(tx, ofGroup(platform, loaded))
