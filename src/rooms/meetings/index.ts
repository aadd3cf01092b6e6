export { meetingTasks, scheduleMeetings } from './meeting-tasks.ts'
export type { SchedulingMessage } from './scheduling/scheduling.ts'
export type { Settled } from './scheduling/settled.ts'
