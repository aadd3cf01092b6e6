export { meetingTasks, scheduleMeetings } from './meeting-tasks.ts'
export { takeAnswerByMail } from './answer-by-mail.ts'
