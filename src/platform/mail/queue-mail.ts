import type { WriteTx } from '../database/index.ts'
import type { Clock } from '../clock.ts'
import { addJob } from '../queue/queue.queries.ts'
import { insertMail } from './mail.queries.ts'
import type { MailToQueue } from './mail.ts'

/** The task that sends a mail. */
export const sendMailTask = 'send_mail'

/** Writes a mail and queues its sending, in the caller's transaction. Answers whether it did: each once key is written once. */
export const queueMail = async (tx: WriteTx, clock: Clock, mail: MailToQueue): Promise<boolean> => {
  const mailId = await insertMail(tx, mail, clock.now())
  if (mailId === null) return false
  await addJob(tx, { task: sendMailTask, payload: { mailId }, at: null, key: null })
  return true
}
