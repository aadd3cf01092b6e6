export { meetingTasks, scheduleMeetings } from './meeting-tasks.ts'
