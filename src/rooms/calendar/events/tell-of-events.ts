import { keepHouse, leaveTrace, type ReadTx, readAs } from '../../../platform/database/index.ts'
import { formatWeekday } from '../../../platform/dates.ts'
import { today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailPoint, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import type { Job } from '../../../platform/queue/job.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { system } from '../../access/index.ts'
import { findMailChoice } from '../../commitments/index.ts'
import { findPersonMail, type HeldPost, listHeldPosts } from '../../parties/index.ts'
import { startWords, wallOf } from '../calendar-words.ts'
import { hashOfLink, newLinkToken } from '../link-token.ts'
import { mailStopUrl } from '../mail-stop-link.ts'
import type { LargeEvent, Told } from './event.ts'
import { listDeclined, listLargeEvents, listTakenOut, listTold, listWatches, saveInvitation } from './event.queries.ts'
import { mayBeToldAt, type News, newsFor, toldOf } from './events.rules.ts'
import { eventTexts } from './event.texts.ts'

/** The task that tells those who asked of larger events, and queues itself for the next hour. */
export const tellOfEventsTask = 'tell_of_events'

const everyHour = { hours: 1 }

export const nextTelling = ({ clock }: Platform): Job & { key: string } => ({
  task: tellOfEventsTask,
  payload: {},
  at: clock.now().add(everyHour),
  key: tellOfEventsTask,
})

/** A link to answer works until the event, and no longer than this. */
const linkLasts = Temporal.Duration.from({ hours: 24 * 120 })

/** Tells everyone whose post asked what they have not heard yet: one mail a day at most. */
export const tellOfEvents = async (platform: Platform): Promise<void> => {
  const now = platform.clock.now()
  const { watches, posts, events } = await readAs(platform, system, async (tx) => ({
    watches: Map.groupBy(await listWatches(tx, null), ({ postId }) => postId),
    posts: await listHeldPosts(tx, today(platform.clock)),
    events: await listLargeEvents(tx, now),
  }))
  for (const post of posts) {
    const asked = watches.get(post.postId)
    if (asked === undefined) continue
    const news = await readAs(platform, system, async (tx) => {
      const told = await listTold(tx, post.personId)
      if (!mayBeToldAt(now, told)) return []
      const known = {
        told: told.filter(({ postId }) => postId === post.postId),
        declined: await listDeclined(tx, post.postId),
      }
      const gone = (await listTakenOut(tx, post.personId, now)).filter(({ postId }) => postId === post.postId)
      return [...newsFor(asked, post.organisationId, events, known), ...gone.map(takenOut)]
    })
    if (news.length > 0) await tellPerson(platform, post, news)
  }
}

/** An event that was told of and is no longer there, as it was told. */
const takenOut = (told: Told & { readonly title: string }): News => {
  const [at = '', ...where] = told.toldOf.split(' ')
  const startsAt = Temporal.Instant.from(at)
  const { occurrenceId, seriesId, title } = told
  const place = { where: where.join(' '), by: '', areaId: null, organisationId: '' }
  return { kind: 'off', event: { occurrenceId, seriesId, title, startsAt, endsAt: startsAt, isOff: true, ...place } }
}

const receiverOf = async (tx: ReadTx, personId: string) => {
  const person = await findPersonMail(tx, personId)
  const choice = await findMailChoice(tx, personId)
  const language: Language = choice?.language ?? 'da'
  return { address: person?.email ?? null, language }
}

const tellPerson = async (platform: Platform, post: HeldPost, news: readonly News[]): Promise<void> => {
  const { clock, config } = platform
  const { personId, postId } = post
  const { address, language } = await readAs(platform, system, (tx) => receiverOf(tx, personId))
  if (address === null) return
  const now = clock.now()
  const links = news.map((one) => ({ ...one, token: newLinkToken() }))
  const stop = mailStopUrl(config.baseUrl, await getSigningKey(platform), personId, 'begivenheder')
  const words = mailOf(config.baseUrl, { post, language, stop }, links)
  await keepHouse(platform, system, async (tx) => {
    for (const { event, kind, token } of links) {
      const told = { occurrenceId: event.occurrenceId, seriesId: event.seriesId, toldOf: toldOf(event), toldAt: now }
      const link = { tokenHash: hashOfLink(token), endsAt: endOfLink(event, now) }
      await saveInvitation(tx, { ...told, ...link, postId, personId, isOff: kind === 'off' })
    }
    await queueMail(tx, clock, {
      personId,
      address,
      subject: subjectOf(news, language),
      plain: plainMail(words),
      html: await htmlMail(words),
      stopUrl: stop,
      onceKey: `events ${personId} ${now.toString()}`,
    })
    leaveTrace(tx, { verb: 'event.told', thing: 'person', ref: personId, about: personId })
  })
}

const endOfLink = ({ startsAt }: LargeEvent, now: Temporal.Instant): Temporal.Instant => {
  const last = now.add(linkLasts)
  const begins = Temporal.Instant.compare(startsAt, now) > 0 ? startsAt : now.add(everyHour)
  return Temporal.Instant.compare(begins, last) < 0 ? begins : last
}

const subjectOf = (news: readonly News[], language: Language): string => {
  const words = pick(eventTexts, language)
  const [first, ...more] = news
  if (first === undefined || more.length > 0) return words.subjectMany(news.length)
  return words.subjects[first.kind](first.event.title)
}

interface Receiver {
  readonly post: HeldPost
  readonly language: Language
  readonly stop: string
}

const mailOf = (
  baseUrl: string,
  { post, language, stop }: Receiver,
  links: readonly (News & { readonly token: string })[],
): MailWords => {
  const words = pick(eventTexts, language)
  const pointOf = ({ event, kind, token }: News & { token: string }): MailPoint => ({
    words: event.title,
    told: [whenAndWhere(event, language), event.by, kind === 'off' ? words.off : words.answerHere]
      .filter((part) => part !== '')
      .join(' · '),
    url: kind === 'off' ? `${baseUrl}/kalender/${event.seriesId}` : `${baseUrl}/kalender/svar/${token}`,
  })
  const kinds = ['new', 'changed', 'off'] as const
  return {
    language,
    hello: words.hello(post.name),
    intro: words.intro,
    parts: kinds.flatMap((kind) => {
      const points = links.filter((one) => one.kind === kind).map(pointOf)
      return points.length === 0 ? [] : [{ heading: words.headings[kind], points, more: null }]
    }),
    links: [{ words: words.choose, url: `${baseUrl}/kalender/begivenheder` }],
    why: words.why,
    ways: [{ words: words.stop, url: stop }],
  }
}

/** `lørdag den 5. december 2026 13.00, Gårdrummet i Rebslagergården`. */
export const whenAndWhere = (event: Pick<LargeEvent, 'startsAt' | 'endsAt' | 'where'>, language: Language): string =>
  [`${formatWeekday(wallOf(event.startsAt).day, language)} ${startWords(event, language)}`, event.where]
    .filter((part) => part !== '')
    .join(', ')
