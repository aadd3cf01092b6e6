import { readMail } from './platform/mail/incoming/read-mail.ts'
import { answerAsWorker } from './platform/worker.ts'

/** The thread a large mail is read in: gets its bytes, answers with what it says. */
await answerAsWorker((input) => {
  if (!(input instanceof Uint8Array)) throw new Error('The mail worker was given no mail')
  return readMail(input)
})
