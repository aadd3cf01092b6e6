import { keepHouse } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Tasks } from '../../../platform/queue/job.ts'
import { system } from '../../access/index.ts'
import { tellOfVersion, tellOfVersionTask } from '../revision/tell-of-version.ts'
import { listMailChoices } from './reminder.queries.ts'
import { ensureWarnings, warnOfEndings, warnOfEndingsTask } from './warn-of-endings.ts'
import { ensureWeeklyMail, type WaitingInWeek, weeklyMail, weeklyMailTask } from './weekly-mail.ts'

/** The tasks of this room's queue. `waiting`: what other rooms put into the weekly mail. */
export const reminderTasks = (platform: Platform, waiting: WaitingInWeek): Tasks => ({
  [weeklyMailTask]: weeklyMail(platform, waiting),
  [warnOfEndingsTask]: warnOfEndings(platform),
  [tellOfVersionTask]: tellOfVersion(platform),
})

/** Queues what comes round, at start: each morning's look ahead, and the weekly mails of those who want them. */
export const scheduleReminders = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    await ensureWarnings(tx, platform.clock)
    for (const [personId, choice] of await listMailChoices(tx))
      if (choice.wantsWeekly) await ensureWeeklyMail(tx, platform.clock, personId)
  })
