import { z } from 'zod'
import type { Clock } from '../../../platform/clock.ts'
import { keepHouse, type ReadTx, readAs, type WriteTx } from '../../../platform/database/index.ts'
import { formatDay, formatDistance } from '../../../platform/dates.ts'
import { dayNumberOf, isoWeekOf, toDay } from '../../../platform/day-number.ts'
import { type Day, today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob, addJobOnce, removeJob } from '../../../platform/queue/queue.queries.ts'
import { nextAt } from '../../../platform/queue/when.rules.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { system } from '../../access/index.ts'
import { distinctPostWords, findPersonMail } from '../../parties/index.ts'
import { listOwedPromises } from '../owed-promises.ts'
import { agendaOf, type OwedPromise } from '../owed-promises.rules.ts'
import { reasonInWords, stateInWords, stateSigns } from '../state/state-words.ts'
import { findMailChoice } from './reminder.queries.ts'
import { reminderTexts } from './reminder.texts.ts'
import { stopUrl } from './stop-link.ts'
import { htmlMail, type MailPoint, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'

/** The task that writes a person's weekly mail and queues the next. */
export const weeklyMailTask = 'weekly_mail'

const monday = 1
const mailHour = { hour: 7, minute: 0 }
const horizonDays = 30
const mostPoints = 12

const weeklyJob = (clock: Clock, personId: string) => ({
  task: weeklyMailTask,
  payload: { personId },
  at: nextAt(clock.now(), monday, mailHour),
  key: jobKey(personId),
})

const jobKey = (personId: string): string => `weekly_mail ${personId}`

/** Queues the person's mail for next Monday at seven, in place of one that waits. */
export const queueWeeklyMail = (tx: WriteTx, clock: Clock, personId: string): Promise<void> =>
  addJob(tx, weeklyJob(clock, personId))

/** Queues the person's mail unless it is queued. */
export const ensureWeeklyMail = (tx: WriteTx, clock: Clock, personId: string): Promise<void> =>
  addJobOnce(tx, weeklyJob(clock, personId))

/** Takes the person's queued mail back. */
export const unqueueWeeklyMail = (tx: WriteTx, personId: string): Promise<void> => removeJob(tx, jobKey(personId))

/** Whose week, and how it is told. */
export interface AskedWeek {
  readonly personId: string
  readonly day: Day
  readonly language: Language
  readonly baseUrl: string
}

/** What waits for a person in another room, as parts of their weekly mail. */
export type WaitingInWeek = (platform: Platform, asked: AskedWeek) => Promise<MailWords['parts']>

const payloadForm = z.object({ personId: z.string() })

/** Writes the person's mail for this week where they want it and something is due, at risk or waiting, and queues next Monday's. */
export const weeklyMail =
  (platform: Platform, waiting: WaitingInWeek): Task =>
  async (payload) => {
    const { personId } = payloadForm.parse(payload)
    const day = today(platform.clock)
    const { choice, person } = await readAs(platform, system, async (tx) => ({
      choice: await findMailChoice(tx, personId),
      person: await findPersonMail(tx, personId),
    }))
    if (choice?.wantsWeekly !== true || person === undefined) return
    const { baseUrl } = platform.config
    const stop = stopUrl(baseUrl, await getSigningKey(platform), personId, 'ugentlig')
    const asked = { personId, day, language: choice.language, baseUrl }
    const waits = await waiting(platform, asked)
    const written = await readAs(platform, { personId, day }, (tx) =>
      writeWeekly(tx, { ...asked, name: person.name, stop }, waits),
    )
    await keepHouse(platform, system, async (tx) => {
      await queueWeeklyMail(tx, platform.clock, personId)
      if (written === null || person.email === null) return
      await queueMail(tx, platform.clock, {
        personId,
        address: person.email,
        subject: written.subject,
        plain: plainMail(written.words),
        html: await htmlMail(written.words),
        stopUrl: stop,
        onceKey: `weekly ${personId} ${weekOf(day)}`,
      })
    })
  }

const weekOf = (day: Day): string => {
  const { year, week } = isoWeekOf(dayNumberOf(day))
  return `${year}-W${week}`
}

interface Asked extends AskedWeek {
  readonly name: string
  readonly stop: string
}

/** What is due and at risk for the person's posts, and what waits for them besides; null where nothing does. */
const writeWeekly = async (
  tx: ReadTx,
  asked: Asked,
  waits: MailWords['parts'],
): Promise<{ subject: string; words: MailWords } | null> => {
  const { posts, promises } = await listOwedPromises(tx, asked.day, asked.personId)
  const ours = promises.filter(({ share }) => share === 'ours')
  const { urgent, upcoming } = agendaOf(ours, asked.day, horizonDays)
  const waitingCount = waits.reduce((sum, { points }) => sum + points.length, 0)
  if (urgent.length + upcoming.length + waitingCount === 0) return null
  const words = pick(reminderTexts, asked.language)
  const held = distinctPostWords(posts).join(asked.language === 'da' ? ' og ' : ' and ')
  const part = (heading: string, listed: readonly OwedPromise[]) => ({
    heading,
    points: listed.slice(0, mostPoints).map((promise) => pointOf(promise, asked)),
    more: listed.length > mostPoints ? words.more(listed.length - mostPoints) : null,
  })
  const mail: MailWords = {
    language: asked.language,
    hello: words.hello(asked.name),
    intro: urgent.length + upcoming.length > 0 ? words.weeklyIntro(held) : words.waitingIntro(held),
    parts: [part(words.urgent, urgent), part(words.upcoming, upcoming), ...waits].filter(
      ({ points }) => points.length > 0,
    ),
    links: [{ words: words.seeAll, url: `${asked.baseUrl}/loefter` }],
    why: words.whyWeekly,
    ways: [
      { words: words.stop, url: asked.stop },
      { words: words.choose, url: `${asked.baseUrl}/loefter/mail` },
    ],
  }
  return { subject: words.weeklySubject(urgent.length, upcoming.length, waitingCount), words: mail }
}

const pointOf = ({ commitment, standing }: OwedPromise, { day, language, baseUrl }: Asked): MailPoint => {
  const due = standing.nextOn === null ? null : toDay(standing.nextOn)
  const when = due && pick(reminderTexts, language).due(formatDistance(due, day, language), formatDay(due, language))
  const state = `${stateSigns[standing.state]} ${stateInWords(standing.state, language)}`
  return {
    words: commitment.text,
    told: [state, when, reasonInWords(standing, language)].filter(Boolean).join(' · '),
    url: `${baseUrl}/loefter/${commitment.commitmentId}`,
  }
}
