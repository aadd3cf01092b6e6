export { meetingTasks, scheduleMeetings } from './meeting-tasks.ts'
export { pollClock } from './poll/poll-clock.ts'
