import { z } from 'zod'
import { keepHouse, leaveTrace, type ReadTx, readAs, writeAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission, system } from '../../access/index.ts'
import { actAs } from '../../agreements/index.ts'
import { findMailChoice } from '../../commitments/index.ts'
import { findPersonMail, listHeldPosts, postWords } from '../../parties/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { hashOfLink } from '../link-token.ts'
import type { EventAnswer, LargeEvent } from './event.ts'
import * as rows from './event.queries.ts'
import { eventTexts } from './event.texts.ts'
import { guestName } from './events.rules.ts'
import { whenAndWhere } from './tell-of-events.ts'

/** Finds links by their hash and sees nothing else. */
const eventDoor = { personId: 'event-door' }

/** What a link asks about, and the one who acts by it, on that alone. */
export interface OpenInvitation {
  readonly actor: Actor
  readonly event: LargeEvent
  readonly answer: EventAnswer | null
}

/**
 * Which event a link in a mail asks about, and for which post. Looking it up changes nothing. Throws Refused('event_link_not_found') or
 * Refused('event_link_expired').
 */
export const openInvitation = async (platform: Platform, token: string): Promise<OpenInvitation> => {
  const link = await readAs(platform, eventDoor, (tx) => rows.findInvitation(tx, hashOfLink(token)))
  if (link === undefined) throw new Refused('event_link_not_found')
  if (Temporal.Instant.compare(platform.clock.now(), link.endsAt) >= 0) throw new Refused('event_link_expired')
  const { actor } = await actAs(platform, link.personId, link.postId)
  if (actor.postId !== link.postId) throw new Refused('event_link_expired')
  return readAs(platform, actor, async (tx) => {
    const event = await rows.findLargeEvent(tx, link.occurrenceId)
    if (event === undefined) throw new Refused('event_link_expired')
    return { actor, event, answer: (await rows.findAnswer(tx, link.occurrenceId, link.postId)) ?? null }
  })
}

/**
 * Says whether the actor's post takes part in a larger event, what it brings and whom to call; said again, it stands in place of what was
 * said before. Those who arrange it are told. Throws Refused('event_is_over'), Refused('event_not_found') or Refused('brings_what').
 */
export const answerEvent = (
  platform: Platform,
  actor: Actor,
  occurrenceId: string,
  answer: EventAnswer,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.answerEvent)
    const { personId, postId } = actor
    const event = occurrenceId === '' ? undefined : await rows.findLargeEvent(tx, occurrenceId)
    if (event === undefined || personId === null || postId === null) throw new Refused('event_not_found')
    if (event.isOff || Temporal.Instant.compare(event.startsAt, platform.clock.now()) <= 0)
      throw new Refused('event_is_over')
    if (answer.isComing && answer.brings === '') throw new Refused('brings_what')
    const given = answer.isComing ? answer : { isComing: false, brings: '', contact: '' }
    const at = platform.clock.now()
    await rows.saveAnswer(tx, { ...given, occurrenceId, postId, answeredAt: at, answeredBy: personId })
    leaveTrace(tx, { verb: 'event_answer.given', thing: 'occurrence', ref: occurrenceId })
    await addJob(tx, { task: tellOfAnswerTask, payload: { occurrenceId, postId }, at: null, key: null })
  })

/** The task that tells those who arrange an event what a post answered. */
export const tellOfAnswerTask = 'tell_of_event_answer'

const payloadForm = z.object({ occurrenceId: z.string(), postId: z.string() })

export const tellOfAnswer =
  (platform: Platform): Task =>
  async (payload) => {
    const { occurrenceId, postId } = payloadForm.parse(payload)
    const told = await readAs(platform, system, async (tx) => {
      const event = await rows.findLargeEvent(tx, occurrenceId)
      const answer = await rows.findAnswer(tx, occurrenceId, postId)
      const post = (await listHeldPosts(tx, today(platform.clock))).find((one) => one.postId === postId)
      if (event === undefined || answer === undefined || post === undefined) return null
      const receivers = await listArrangers(tx, platform, occurrenceId)
      return { event, answer, who: guestName(post), receivers }
    })
    for (const personId of told?.receivers ?? []) if (told !== null) await tellArranger(platform, personId, told)
  }

interface GivenAnswer {
  readonly event: LargeEvent
  readonly answer: EventAnswer
  readonly who: string
}

const tellArranger = async (platform: Platform, personId: string, given: GivenAnswer): Promise<void> => {
  const { event, answer, who } = given
  const { person, language } = await readAs(platform, system, async (tx) => ({
    person: await findPersonMail(tx, personId),
    language: (await findMailChoice(tx, personId))?.language ?? ('da' as const),
  }))
  const address = person?.email ?? null
  if (person === undefined || address === null) return
  const words = pick(eventTexts, language)
  const mail = {
    language,
    hello: words.hello(person.name),
    intro: words.answerIntro(who, event.title, whenAndWhere(event, language)),
    parts: [{ heading: null, points: [pointOf(platform, given, words)], more: null }],
    links: [],
    why: words.answerWhy,
    ways: [],
  }
  const html = await htmlMail(mail)
  await keepHouse(platform, system, (tx) =>
    queueMail(tx, platform.clock, {
      personId,
      address,
      subject: answer.isComing ? words.answerYes(who, event.title) : words.answerNo(who, event.title),
      plain: plainMail(mail),
      html,
      stopUrl: null,
      onceKey: `event-answer ${event.occurrenceId} ${who} ${platform.clock.now().toString()} ${personId}`,
    }),
  )
}

const pointOf = ({ config }: Platform, { event, answer }: GivenAnswer, words: typeof eventTexts.da) => ({
  words: answer.isComing ? answer.brings : words.no,
  told: answer.contact === '' ? '' : `${words.contact}: ${answer.contact}`,
  url: `${config.baseUrl}/kalender/${event.seriesId}`,
})

/** Whoever put it in the calendar, where they still work there; else those of the plan, or of the organisation. At most three. */
const listArrangers = async (tx: ReadTx, platform: Platform, occurrenceId: string): Promise<string[]> => {
  const arranger = await rows.findArranger(tx, occurrenceId)
  if (arranger === undefined) return []
  const day = today(platform.clock)
  const own = (await listHeldPosts(tx, day)).filter(({ organisationId, plan }) =>
    arranger.plan === null ? organisationId === arranger.organisationId : plan === arranger.plan,
  )
  const maker = own.find(({ personId }) => personId === arranger.madeBy)
  return maker === undefined ? [...new Set(own.map(({ personId }) => personId))].slice(0, 3) : [maker.personId]
}

/** Chooses where a post is told of larger events: null = everywhere; nothing = nowhere. */
export const chooseWatches = (platform: Platform, actor: Actor, areaIds: readonly (string | null)[]): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.answerEvent)
    const { postId, personId } = actor
    if (postId === null || personId === null) throw new Refused('event_not_found')
    await rows.deleteWatchesOf(tx, postId)
    const chosenAt = platform.clock.now()
    for (const areaId of areaIds.includes(null) ? [null] : areaIds)
      await rows.insertWatch(tx, { postId, areaId, chosenAt, chosenBy: personId })
    const verb = areaIds.length > 0 ? 'event_watch.chosen' : 'event_watch.ended'
    leaveTrace(tx, { verb, thing: 'post', ref: postId })
  })

/** An answer with the post that gave it, in words. */
export interface ShownAnswer extends EventAnswer {
  readonly post: string
}

/** Every answer to an event the actor arranges. */
export const listShownAnswers = async (
  tx: ReadTx,
  occurrenceId: string,
  platform: Platform,
): Promise<ShownAnswer[]> => {
  const answers = await rows.listAnswers(tx, occurrenceId)
  if (answers.length === 0) return []
  const posts = await listHeldPosts(tx, today(platform.clock))
  return answers.map(({ postId, ...answer }) => {
    const post = posts.find((one) => one.postId === postId)
    return { ...answer, post: post === undefined ? '' : postWords(post) }
  })
}
