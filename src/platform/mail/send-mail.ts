import { z } from 'zod'
import { type DatabaseActor, readAs, keepHouse } from '../database/index.ts'
import type { Platform } from '../platform.ts'
import type { Task } from '../queue/job.ts'
import { deleteMail, findMail, markMailSent } from './mail.queries.ts'
import type { Mail } from './mail.ts'
import type { PostOffice } from './post-office.ts'

/** The program itself, as the policies of mail know it. */
const program: DatabaseActor = { personId: 'system' }

const payloadForm = z.object({ mailId: z.string() })

/**
 * Sends a mail once; without a mail server it stays where its receiver sees it. One that is of use for a while only is not sent after
 * that, and does not stay once it is sent.
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
    await postOffice.send(mail)
    await keepHouse(platform, program, async (tx) => {
      await (mail.endsAt ? deleteMail(tx, mailId) : markMailSent(tx, mailId, platform.clock.now()))
    })
    platform.log.info('mail_sent', { mail: mailId })
  }

const isOver = ({ endsAt }: Mail, now: Temporal.Instant): boolean =>
  endsAt ? Temporal.Instant.compare(endsAt, now) <= 0 : false
