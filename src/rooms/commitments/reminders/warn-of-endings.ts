import { createHash } from 'node:crypto'
import type { Clock } from '../../../platform/clock.ts'
import { readAs, keepHouse, type WriteTx } from '../../../platform/database/index.ts'
import { formatDay, formatDistance } from '../../../platform/dates.ts'
import { type Day, today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob, addJobOnce } from '../../../platform/queue/queue.queries.ts'
import { nextAt } from '../../../platform/queue/when.rules.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { system } from '../../access/index.ts'
import { findPersonMail, type HeldPost, listHeldPosts } from '../../parties/index.ts'
import { listOwedPromises } from '../owed-promises.ts'
import { concerns, type Ending, type Warning, warnedDaysBefore, warningsDue } from './endings.rules.ts'
import { usualMailChoice } from './mail-choice.ts'
import { insertWarning, listEndings, listMailChoices, listWarningsGiven } from './reminder.queries.ts'
import { reminderTexts } from './reminder.texts.ts'
import { stopUrl } from './stop-link.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'

/** The task that looks each morning for what will run out. */
export const warnOfEndingsTask = 'warn_of_endings'

const dailyJob = (clock: Clock) => ({
  task: warnOfEndingsTask,
  payload: {},
  at: nextAt(clock.now(), null, { hour: 6, minute: 30 }),
  key: warnOfEndingsTask,
})

/** Queues tomorrow's look unless it is queued. */
export const ensureWarnings = (tx: WriteTx, clock: Clock): Promise<void> => addJobOnce(tx, dailyJob(clock))

/** Tells everyone who wants to know what runs out within 90 and 30 days, each of it once, and queues tomorrow's look. */
export const warnOfEndings =
  (platform: Platform): Task =>
  async () => {
    const day = today(platform.clock)
    const seen = await readAs(platform, system, async (tx) => ({
      endings: await listEndings(tx, day, day.add({ days: warnedDaysBefore[0] })),
      promises: (await listOwedPromises(tx, day, null)).promises,
      posts: await listHeldPosts(tx, day),
      choices: await listMailChoices(tx),
    }))
    const key = await getSigningKey(platform)
    for (const [personId, posts] of Map.groupBy(seen.posts, (post) => post.personId)) {
      const { wantsWarnings, language } = seen.choices.get(personId) ?? usualMailChoice
      const theirs = wantsWarnings ? seen.endings.filter((ending) => concerns(ending, posts, seen.promises)) : []
      if (theirs.length > 0) await warnPerson(platform, key, { personId, posts, endings: theirs, language, day })
    }
    await keepHouse(platform, system, (tx) => addJob(tx, dailyJob(platform.clock)))
  }

interface ToWarn {
  readonly personId: string
  readonly posts: readonly HeldPost[]
  readonly endings: readonly Ending[]
  readonly language: Language
  readonly day: Day
}

/** Writes one mail with all the warnings due to a person and remembers them, in one transaction. */
const warnPerson = (platform: Platform, key: Buffer, toWarn: ToWarn): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    const { personId, day, language } = toWarn
    const person = await findPersonMail(tx, personId)
    const due = warningsDue(toWarn.endings, day, await listWarningsGiven(tx, personId))
    if (due.length === 0 || person === undefined || person.email === null) return
    const givenAt = platform.clock.now()
    for (const { ending, daysBefore } of due)
      await insertWarning(tx, { personId, endingKey: ending.key, daysBefore, givenAt })
    const { baseUrl } = platform.config
    const stop = stopUrl(baseUrl, key, personId, 'udloeb')
    const mail = wordsOf(due, { name: person.name, day, language, baseUrl, stop })
    await queueMail(tx, platform.clock, {
      personId,
      address: person.email,
      subject: subjectOf(due, day, language),
      plain: plainMail(mail),
      html: await htmlMail(mail),
      stopUrl: stop,
      onceKey: `warning ${personId} ${hashOf(due)}`,
    })
  })

const hashOf = (due: readonly Warning[]): string =>
  createHash('sha256')
    .update(due.map(({ ending, daysBefore }) => `${ending.key} ${daysBefore}`).join('\n'))
    .digest('hex')

const longestSubject = 110

const subjectOf = (due: readonly Warning[], day: Day, language: Language): string => {
  const words = pick(reminderTexts, language)
  const [only, ...more] = due
  if (only === undefined || more.length > 0) return words.warningSubjectMany(due.length)
  const { ending } = only
  const what = ending.kind === 'reservation' ? (ending.activity ?? ending.agreement) : endingWords(ending, language)
  const subject = words.warningSubject(what, formatDistance(ending.on, day, language))
  return subject.length > longestSubject
    ? words.warningSubject(ending.agreement, formatDistance(ending.on, day, language))
    : subject
}

const endingWords = (ending: Ending, language: Language): string =>
  pick(reminderTexts, language).endings[ending.kind]({
    what: ending.what,
    activity: ending.activity ?? ending.agreement,
    agreement: ending.agreement,
  })

interface Told {
  readonly name: string
  readonly day: Day
  readonly language: Language
  readonly baseUrl: string
  readonly stop: string
}

const wordsOf = (due: readonly Warning[], { name, day, language, baseUrl, stop }: Told): MailWords => {
  const words = pick(reminderTexts, language)
  const points = due.map(({ ending }) => ({
    words: endingWords(ending, language),
    told: words.due(formatDistance(ending.on, day, language), formatDay(ending.on, language)),
    url: `${baseUrl}/aftaler/${ending.slug}${ending.activityId === null ? '' : `#${ending.activityId}`}`,
  }))
  return {
    language,
    hello: words.hello(name),
    intro: words.warningIntro,
    parts: [{ heading: null, points, more: null }],
    links: [],
    why: words.whyWarning,
    ways: [
      { words: words.stop, url: stop },
      { words: words.choose, url: `${baseUrl}/loefter/mail` },
    ],
  }
}
