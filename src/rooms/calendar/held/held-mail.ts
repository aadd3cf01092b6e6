import { keepHouse, leaveTrace, type ReadTx, readAs } from '../../../platform/database/index.ts'
import { formatWeekday } from '../../../platform/dates.ts'
import { dayNumberOf, isoWeekOf } from '../../../platform/day-number.ts'
import { today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import type { Job } from '../../../platform/queue/job.ts'
import { nextAt } from '../../../platform/queue/when.rules.ts'
import { getSigningKey } from '../../../platform/signing-key.queries.ts'
import { system } from '../../access/index.ts'
import { findMailChoice } from '../../commitments/index.ts'
import { findPersonMail, type HeldPost, listHeldPosts } from '../../parties/index.ts'
import { startWords, wallOf } from '../calendar-words.ts'
import { hashOfLink, newLinkToken } from '../link-token.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { mailStopUrl } from '../mail-stop-link.ts'
import { heldMailTexts } from './held-mail.texts.ts'
import { insertHeldLink, isAskedSince, listHeldMailStops, listMakers } from './held-link.queries.ts'
import { listUnanswered } from './unanswered.queries.ts'

/** The task that asks everyone who arranged something whether it was held, and queues next Friday's. */
export const heldMailTask = 'held_mail'

const friday = 5
const linkLasts = Temporal.Duration.from({ hours: 14 * 24 })
/** Nobody is asked twice in a week, also where the task is done again. */
const restsFor = Temporal.Duration.from({ hours: 6 * 24 })

const mostAsked = 15

export const nextHeldMail = ({ clock }: Platform): Job & { key: string } => ({
  task: heldMailTask,
  payload: {},
  at: nextAt(clock.now(), friday, { hour: 13, minute: 0 }),
  key: heldMailTask,
})

/** Writes one mail to each person who has times to answer for, unless they stopped it. */
export const sendHeldMails = async (platform: Platform): Promise<void> => {
  const day = today(platform.clock)
  const { posts, stopped } = await readAs(platform, system, async (tx) => ({
    posts: await listHeldPosts(tx, day),
    stopped: await listHeldMailStops(tx),
  }))
  for (const [personId, held] of Map.groupBy(posts, (post) => post.personId))
    if (!stopped.has(personId)) await askPerson(platform, personId, held)
}

interface Asked {
  readonly occurrence: ListedOccurrence
  readonly postId: string
}

const askPerson = async (platform: Platform, personId: string, posts: readonly HeldPost[]): Promise<void> => {
  const day = today(platform.clock)
  const unanswered = await readAs(platform, { personId, day }, (tx) => listUnanswered(tx, platform.clock.now()))
  const { asked, address, name, language } = await readAs(platform, system, async (tx) => {
    const person = await findPersonMail(tx, personId)
    const isAsked = await isAskedSince(tx, personId, platform.clock.now().subtract(restsFor))
    const asked = isAsked ? [] : await listAsked(tx, personId, posts, unanswered)
    const choice = await findMailChoice(tx, personId)
    const language: Language = choice?.language ?? 'da'
    return { asked, address: person?.email ?? null, name: person?.name ?? '', language }
  })
  if (asked.length === 0 || address === null) return
  await writeMail(platform, { personId, name, address, language }, asked)
}

/** What a person is asked about: what they put in the calendar themselves, and what is their post's and nobody's who still holds it. */
const listAsked = async (
  tx: ReadTx,
  personId: string,
  posts: readonly HeldPost[],
  unanswered: readonly ListedOccurrence[],
): Promise<Asked[]> => {
  const makers = await listMakers(
    tx,
    unanswered.map(({ seriesId }) => seriesId),
  )
  return unanswered.flatMap((occurrence) => {
    const maker = makers.get(occurrence.seriesId)
    const post =
      posts.find(({ plan }) => plan !== null && plan === occurrence.plan) ??
      posts.find(({ organisationId }) => organisationId === occurrence.series.organisationId)
    return post === undefined || (maker !== undefined && maker !== personId)
      ? []
      : [{ occurrence, postId: post.postId }]
  })
}

interface Receiver {
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly language: Language
}

const writeMail = async (platform: Platform, receiver: Receiver, asked: readonly Asked[]): Promise<void> => {
  const { config, clock } = platform
  const stop = mailStopUrl(config.baseUrl, await getSigningKey(platform), receiver.personId, 'holdt')
  const endsAt = clock.now().add(linkLasts)
  const { year, week } = isoWeekOf(dayNumberOf(today(clock)))
  const links = asked.slice(0, mostAsked).map((one) => ({ ...one, token: newLinkToken() }))
  const words = mailOf(platform, { receiver, stop, links, more: asked.length - links.length })
  await keepHouse(platform, system, async (tx) => {
    const isNew = await queueMail(tx, clock, {
      personId: receiver.personId,
      address: receiver.address,
      subject: pick(heldMailTexts, receiver.language).subject(asked.length),
      plain: plainMail(words),
      html: await htmlMail(words),
      stopUrl: stop,
      endsAt,
      onceKey: `held ${receiver.personId} ${year}-W${week}`,
    })
    if (!isNew) return
    for (const { occurrence, postId, token } of links) {
      const { occurrenceId } = occurrence
      const link = { tokenHash: hashOfLink(token), occurrenceId, personId: receiver.personId, postId }
      await insertHeldLink(tx, { ...link, madeAt: clock.now(), endsAt })
    }
    leaveTrace(tx, { verb: 'held_mail.sent', thing: 'person', ref: receiver.personId, about: receiver.personId })
  })
}

interface ToWrite {
  readonly receiver: Receiver
  readonly stop: string
  readonly links: readonly (Asked & { readonly token: string })[]
  readonly more: number
}

const mailOf = ({ config }: Platform, { receiver, stop, links, more }: ToWrite): MailWords => {
  const { language } = receiver
  const words = pick(heldMailTexts, language)
  const points = links.map(({ occurrence, token }) => ({
    words: occurrence.series.title,
    told: `${formatWeekday(wallOf(occurrence.startsAt).day, language)} ${startWords(occurrence, language)} · ${words.yes}`,
    url: heldLinkUrl(config.baseUrl, token),
  }))
  return {
    language,
    hello: words.hello(receiver.name),
    intro: words.intro,
    parts: [{ heading: null, points, more: more > 0 ? words.more(more) : null }],
    links: [{ words: words.seeAll, url: `${config.baseUrl}/kalender/holdt` }],
    why: words.why,
    ways: [{ words: words.stop, url: stop }],
  }
}

const heldLinkUrl = (baseUrl: string, token: string): string => `${baseUrl}/kalender/holdt/svar/${token}`
