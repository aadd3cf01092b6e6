import { keepHouse } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Job, Tasks } from '../../platform/queue/job.ts'
import { addJob, addJobOnce } from '../../platform/queue/queue.queries.ts'
import { nextAt } from '../../platform/queue/when.rules.ts'
import { system } from '../access/index.ts'
import { followKnownNow, followKnownTask, scheduleKnown } from './known/follow-known.ts'
import { tellPolledNow, tellPolledTask } from './poll/tell-polled.ts'
import { closePollsOver } from './poll/poll.queries.ts'
import { layMissingGroups } from './reading/lay-groups.ts'
import { tellConvenors } from './turns/tell-convenors.ts'
import { tellOfTurns } from './turns/tell-of-turns.ts'
import { settleMinutesNow, settleMinutesTask, standUnobjected } from './minutes/settle-minutes.ts'
import { tellInvitedNow, tellInvitedTask } from './invitations/tell-invited.ts'

const nightlyTask = 'meetings_nightly'

/** In the morning: whose turn it is, and what those who call are to know. */
const turnsTask = 'tell_of_turns'

const nextNight = ({ clock }: Platform): Job & { key: string } => ({
  task: nightlyTask,
  payload: {},
  at: nextAt(clock.now(), null, { hour: 4, minute: 5 }),
  key: nightlyTask,
})

const nextMorning = ({ clock }: Platform): Job & { key: string } => ({
  task: turnsTask,
  payload: {},
  at: nextAt(clock.now(), null, { hour: 7, minute: 10 }),
  key: turnsTask,
})

/** The tasks of groups that meet. What comes round queues its next time first, so that one that fails is not the last. */
export const meetingTasks = (platform: Platform): Tasks => ({
  [tellInvitedTask]: tellInvitedNow(platform),
  [tellPolledTask]: tellPolledNow(platform),
  [turnsTask]: async () => {
    await keepHouse(platform, system, (tx) => addJob(tx, nextMorning(platform)))
    await tellOfTurns(platform)
    await tellConvenors(platform)
  },
  [nightlyTask]: async () => {
    await keepHouse(platform, system, (tx) => addJob(tx, nextNight(platform)))
    await layMissingGroups(platform)
    await keepHouse(platform, system, (tx) => closePollsOver(tx, platform.clock.now()))
    await standUnobjected(platform)
  },
  [settleMinutesTask]: settleMinutesNow(platform),
  [followKnownTask]: followKnownNow(platform),
})

/** Queues what comes round, at start, and reads the groups of agreements that came before there were groups. */
export const scheduleMeetings = async (platform: Platform): Promise<void> => {
  await keepHouse(platform, system, (tx) => addJobOnce(tx, nextNight(platform)))
  await keepHouse(platform, system, (tx) => addJobOnce(tx, nextMorning(platform)))
  await keepHouse(platform, system, scheduleKnown)
  await layMissingGroups(platform)
}
