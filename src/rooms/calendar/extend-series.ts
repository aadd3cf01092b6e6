import { keepHouse, leaveTrace, writeAs, type WriteTx } from '../../platform/database/index.ts'
import { homeZone } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { addJob, addJobOnce } from '../../platform/queue/queue.queries.ts'
import type { Tasks } from '../../platform/queue/job.ts'
import { nextAt } from '../../platform/queue/when.rules.ts'
import { system } from '../access/index.ts'
import { laySeries } from './lay-series.ts'
import { calendarMailTasks, scheduleCalendarMails } from './mail-tasks.ts'
import { findLastStart } from './occurrence.queries.ts'
import { followTasks, scheduleFollowing } from './outside/follow-calendar.ts'
import type { Series } from './series.ts'
import { pushTasks } from './push/push-tasks.ts'
import { listRecurringSeries } from './series.queries.ts'
import { letWaitingIn, letWaitingInTask } from './sign-up/let-waiting-in.ts'
import { tellOfLostTask, tellOfLostTimes } from './sign-up/tell-of-lost-times.ts'
import { queueTellingKeepers, tellKeepers, tellKeepersTask } from './venues/tell-keepers.ts'
import { bookingTasks, scheduleRelease } from './venues/release-unconfirmed.ts'

const layAheadTask = 'lay_times_ahead'

/** Lays each series' times beyond the last that was laid, up to the horizon. */
export const extendSeries = (platform: Platform): Promise<void> =>
  writeAs(platform, system, async (tx) => {
    let times = 0
    const since = platform.clock.now()
    for (const series of await listRecurringSeries(tx)) times += await extendOne(tx, platform, series)
    if (times > 0) await queueTellingKeepers(tx, since)
    leaveTrace(tx, { verb: 'series.extended', thing: 'series', facts: { times } })
  })

const extendOne = async (tx: WriteTx, platform: Platform, series: Series): Promise<number> => {
  const last = await findLastStart(tx, series.seriesId)
  const from = last?.add({ seconds: 1 }) ?? series.startsOn.toZonedDateTime(homeZone).toInstant()
  const { laid } = await laySeries(tx, { platform, actor: system }, series, from)
  return laid
}

const nightly = ({ clock }: Platform) => ({
  task: layAheadTask,
  payload: {},
  at: nextAt(clock.now(), null, { hour: 2, minute: 30 }),
  key: layAheadTask,
})

/** The tasks of this room's queue. */
export const calendarTasks = (platform: Platform): Tasks => ({
  [layAheadTask]: async () => {
    await extendSeries(platform)
    await keepHouse(platform, system, (tx) => addJob(tx, nightly(platform)))
  },
  ...pushTasks(platform),
  ...bookingTasks(platform),
  ...followTasks(platform),
  ...calendarMailTasks(platform),
  [letWaitingInTask]: letWaitingIn(platform),
  [tellOfLostTask]: tellOfLostTimes(platform),
  [tellKeepersTask]: tellKeepers(platform),
})

/** Queues what comes round, at start. */
export const scheduleCalendar = async (platform: Platform): Promise<void> => {
  await keepHouse(platform, system, async (tx) => {
    await addJobOnce(tx, nightly(platform))
    await scheduleCalendarMails(tx, platform)
  })
  await scheduleRelease(platform)
  await scheduleFollowing(platform)
}
