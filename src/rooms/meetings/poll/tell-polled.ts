import { z } from 'zod'
import { keepHouse, type WriteTx } from '../../../platform/database/index.ts'
import { homeZone, today } from '../../../platform/day.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { dayWords } from '../../../platform/resident-dates.ts'
import { system } from '../../access/index.ts'
import { findGroup } from '../group/group.queries.ts'
import { isPollOpen, type Poll, type PollInvitee, type PollTime } from './poll.ts'
import { findPoll, listPollInvitees, listPollTimes } from './poll.queries.ts'
import { pollTokenIn } from './poll-link.ts'
import { type PollNews, pollWords } from './poll-words.ts'
import { pollTimeWords } from './time-words.ts'

/** The task that writes to those asked which time suits. */
export const tellPolledTask = 'tell_polled'

const payloadForm = z.object({ pollId: z.string(), news: z.enum(['asked', 'reminded']) })

/** Queues the mails to those a poll asks, in the caller's transaction; a reminder is for those who have not answered. */
export const tellPolled = (tx: WriteTx, pollId: string, news: PollNews): Promise<void> =>
  addJob(tx, { task: tellPolledTask, payload: { pollId, news }, at: null, key: null })

/** Writes to those a poll asks, each in their language, with a link of their own. */
export const tellPolledNow =
  (platform: Platform): Task =>
  async (payload) => {
    const { pollId, news } = payloadForm.parse(payload)
    await keepHouse(platform, system, async (tx) => {
      const poll = await findPoll(tx, pollId)
      const group = poll && (await findGroup(tx, poll.groupId))
      if (poll === undefined || group === undefined || !isPollOpen(poll, platform.clock.now())) return
      const times = await listPollTimes(tx, pollId)
      const asked = await listPollInvitees(tx, pollId)
      for (const invitee of asked.filter(({ answeredAt }) => news === 'asked' || answeredAt === null)) {
        const url = `${platform.config.baseUrl}/moeder/afstemning/${await pollTokenIn(tx, invitee.inviteeId)}`
        const mail = mailOf({ poll, times, invitee, news, url, group: group.name, day: today(platform.clock) })
        await queueMail(tx, platform.clock, {
          personId: invitee.inviteeId,
          address: invitee.mail,
          subject: pollWords[invitee.language].news[news].subject(poll.title),
          plain: plainMail(mail),
          html: await htmlMail(mail),
          stopUrl: null,
          onceKey: `poll ${invitee.inviteeId} ${news === 'asked' ? news : today(platform.clock).toString()}`,
          endsAt: poll.closesAt,
        })
      }
    })
  }

interface ToTell {
  readonly poll: Poll
  readonly times: readonly PollTime[]
  readonly invitee: PollInvitee
  readonly news: PollNews
  readonly url: string
  readonly group: string
  readonly day: Temporal.PlainDate
}

const mailOf = ({ poll, times, invitee, news, url, group, day }: ToTell): MailWords => {
  const { language } = invitee
  const words = pollWords[language]
  const dayOf = (moment: Temporal.Instant) => moment.toZonedDateTimeISO(homeZone).toPlainDate()
  const told = times.map((time) => pollTimeWords(time, day, language))
  return {
    language,
    hello: words.hello(invitee.name),
    intro: [words.news[news].intro, poll.note].filter((part) => part !== '').join(' '),
    parts: [
      {
        heading: null,
        points: [{ words: poll.title, told: told.join(' · '), url }],
        more: words.closes(dayWords(dayOf(poll.closesAt), day, language)),
      },
    ],
    links: [{ words: words.answerHere, url }],
    why: words.why(group),
    ways: [],
  }
}
