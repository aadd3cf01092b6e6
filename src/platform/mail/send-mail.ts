import { z } from 'zod'
import { type DatabaseActor, readAs, keepHouse } from '../database/index.ts'
import type { Platform } from '../platform.ts'
import type { Task } from '../queue/job.ts'
import { deleteMail, findMail, markMailFailed, markMailSent } from './mail.queries.ts'
import type { Mail, MailFailure, MailToSend } from './mail.ts'
import type { PostOffice } from './post-office.ts'

/** The program itself, as the policies of mail know it. */
const program: DatabaseActor = { personId: 'system' }

const payloadForm = z.object({ mailId: z.string() })

/**
 * Sends a mail once; without a mail server it stays where its receiver sees it. One that is of use for a while only is not sent after
 * that, and does not stay once it is sent. What the receiver's server refuses for good is noted and not tried again.
 */
export const sendMail =
  (platform: Platform, postOffice: PostOffice | null): Task =>
  async (payload) => {
    const { mailId } = payloadForm.parse(payload)
    const mail = await readAs(platform, program, (tx) => findMail(tx, mailId))
    if (mail === undefined || mail.sentAt !== null || isOver(mail, platform.clock.now())) return
    if (postOffice === null) {
      platform.log.info('mail_kept_without_server', { mail: mailId })
      return
    }
    if (!(await hand(platform, postOffice, mail))) return
    await keepHouse(platform, program, async (tx) => {
      await (mail.endsAt ? deleteMail(tx, mailId) : markMailSent(tx, mailId, platform.clock.now()))
    })
    platform.log.info('mail_sent', { mail: mailId })
  }

/** Hands a mail to the server. False where it is refused for good; throws where it may be tried again. */
const hand = async (platform: Platform, postOffice: PostOffice, mail: MailToSend): Promise<boolean> => {
  try {
    await postOffice.send(mail)
    return true
  } catch (error) {
    const failure = failureOf(error)
    await keepHouse(platform, program, (tx) => markMailFailed(tx, mail.mailId, failure, platform.clock.now()))
    if (failure !== 'refused') throw error
    platform.log.warn('mail_refused', { mail: mail.mailId })
    return false
  }
}

/** A server that answers 5xx to the receiver or the words refuses for good; whatever else goes wrong may be right next time. */
const failureOf = (error: unknown): MailFailure => {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return 'unreachable'
  const isForGood = Number(error.responseCode) >= 500 && ['EENVELOPE', 'EMESSAGE'].includes(String(error.code))
  return isForGood ? 'refused' : 'unreachable'
}

const isOver = ({ endsAt }: Mail, now: Temporal.Instant): boolean =>
  endsAt ? Temporal.Instant.compare(endsAt, now) <= 0 : false
