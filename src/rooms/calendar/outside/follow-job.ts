import type { Job } from '../../../platform/queue/job.ts'

/** The task that asks one calendar. */
export const followTask = 'follow_calendar'

/** The key a calendar's next asking waits under. */
export const followKey = (outsideCalendarId: string): string => `${followTask} ${outsideCalendarId}`

export const followJob = (outsideCalendarId: string, at: Temporal.Instant): Job & { readonly key: string } => ({
  task: followTask,
  payload: { outsideCalendarId },
  at,
  key: followKey(outsideCalendarId),
})
