import { z } from 'zod'
import { keepHouse, readAs, type WriteTx } from '../../../platform/database/index.ts'
import { homeZone, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Task, Tasks } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { dayWords } from '../../../platform/resident-dates.ts'
import { system } from '../../access/index.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { beginWords } from '../resident-hours.ts'
import { isPushService } from './push-origin.rules.ts'
import { deleteEndpoint, findSubscription, listSubscriptionsFor } from './push.queries.ts'
import { type PushNews, pushTexts } from './push.texts.ts'
import { getVapidKeys } from './vapid-key.queries.ts'

const findPhonesTask = 'find_phones_to_tell'
const tellPhoneTask = 'tell_phone'

/** Nobody is told on their phone of what is further away. */
const toldAhead = Temporal.Duration.from({ hours: 24 * 14 })

const newsForm = z.object({
  news: z.enum(['cancelled', 'moved', 'revived']),
  occurrenceId: z.string(),
  title: z.string(),
  startsAt: z.string(),
  // Not told by what was queued before it was known.
  endsAt: z.string().optional(),
  reason: z.string(),
  isGone: z.boolean(),
  time: z.object({
    seriesId: z.string(),
    areaId: z.string().nullable(),
    venueId: z.string().nullable(),
    kind: z.string(),
    ageFrom: z.number().nullable(),
    ageTo: z.number().nullable(),
    isFree: z.boolean(),
  }),
})

const phoneForm = newsForm.omit({ time: true }).extend({ pushSubscriptionId: z.string() })

/** Queues that phones are told what has become of a time, in the caller's transaction; a time far away is told of nowhere. */
export const queuePush = async (
  tx: WriteTx,
  platform: Platform,
  occurrence: ListedOccurrence,
  told: { readonly news: PushNews; readonly isGone: boolean },
): Promise<void> => {
  const { series } = occurrence
  const now = platform.clock.now()
  if (!series.isPublished || Temporal.Instant.compare(occurrence.startsAt, now.add(toldAhead)) > 0) return
  const { seriesId, areaId, venueId, kind, ageFrom, ageTo, priceOere } = series
  const time = { seriesId, areaId, venueId, kind, ageFrom, ageTo, isFree: priceOere === 0n }
  const payload: z.infer<typeof newsForm> = {
    ...told,
    occurrenceId: occurrence.occurrenceId,
    title: series.title,
    startsAt: occurrence.startsAt.toString(),
    endsAt: occurrence.endsAt.toString(),
    reason: occurrence.reason,
    time,
  }
  await addJob(tx, { task: findPhonesTask, payload: { told: JSON.stringify(payload) }, at: null, key: null })
}

const toldIn = (payload: unknown): unknown => JSON.parse(z.object({ told: z.string() }).parse(payload).told)

// A job a phone, so that one that cannot be reached is tried again by itself.
const findPhones =
  (platform: Platform): Task =>
  async (payload) => {
    const { time, ...told } = newsForm.parse(toldIn(payload))
    await keepHouse(platform, system, async (tx) => {
      for (const pushSubscriptionId of await listSubscriptionsFor(tx, time))
        await addJob(tx, {
          task: tellPhoneTask,
          payload: { told: JSON.stringify({ ...told, pushSubscriptionId }) },
          at: null,
          key: null,
        })
    })
  }

const tellPhone =
  (platform: Platform): Task =>
  async (payload) => {
    const { pushSubscriptionId, ...told } = phoneForm.parse(toldIn(payload))
    const phone = await readAs(platform, system, (tx) => findSubscription(tx, pushSubscriptionId))
    if (phone === undefined || !isPushService(phone.endpoint, platform.config.pushServices)) return
    const startsAt = Temporal.Instant.from(told.startsAt)
    const endsAt = Temporal.Instant.from(told.endsAt ?? told.startsAt)
    const day = startsAt.toZonedDateTimeISO(homeZone).toPlainDate()
    const when = `${dayWords(day, today(platform.clock), phone.language)}, ${beginWords({ startsAt, endsAt }, phone.language)}`
    const message = {
      title: `${pushTexts[phone.language][told.news]}: ${told.title}`,
      body: [when, told.reason].filter((part) => part !== '').join('. '),
      url: told.isGone ? '/' : `/det-sker/${told.occurrenceId}`,
      tag: told.occurrenceId,
    }
    const status = await send(platform, phone, JSON.stringify(message))
    if (status === 404 || status === 410) {
      await keepHouse(platform, system, async (tx) => void (await deleteEndpoint(tx, phone.endpoint)))
      platform.log.info('phone_forgotten', { status })
    } else if (status >= 400) throw new Error(`A push service answered ${status}`)
  }

const send = async (
  platform: Platform,
  phone: { readonly endpoint: string; readonly p256dh: string; readonly auth: string },
  message: string,
): Promise<number> => {
  const { mailFrom } = platform.config
  const { default: webPush } = await import('web-push')
  const subject = `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`
  const request = webPush.generateRequestDetails(
    { endpoint: phone.endpoint, keys: { p256dh: phone.p256dh, auth: phone.auth } },
    message,
    { vapidDetails: { subject, ...(await getVapidKeys(platform)) }, TTL: 24 * 3600, urgency: 'normal' },
  )
  const answer = await fetch(request.endpoint, {
    method: request.method,
    headers: Object.entries(request.headers)
      .filter(([name]) => name !== 'Content-Length')
      .map(([name, value]): [string, string] => [name, value]),
    body: new Uint8Array(request.body),
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  })
  await answer.body?.cancel()
  return answer.status
}

/** The tasks that tell phones. */
export const pushTasks = (platform: Platform): Tasks => ({
  [findPhonesTask]: findPhones(platform),
  [tellPhoneTask]: tellPhone(platform),
})
