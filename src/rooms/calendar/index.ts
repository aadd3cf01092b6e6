export { answerAsked } from './recurrence/answer-asked.ts'
export { recurrenceTexts } from './recurrence/recurrence.texts.ts'
