import { z } from 'zod'
import { keepHouse, readAs, type WriteTx } from '../../../platform/database/index.ts'
import { formatMoment } from '../../../platform/dates.ts'
import { today } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import type { Task } from '../../../platform/queue/job.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { system } from '../../access/index.ts'
import { listMailLanguages } from '../../commitments/index.ts'
import { findPersonMail, listHeldPosts } from '../../parties/index.ts'
import { bookingMailTexts } from './booking-mail.texts.ts'
import { type LaidRequest, listLaidSince } from './laid.queries.ts'
import { postsAt } from './tell-of-booking.ts'

const payloadShape = z.object({ since: z.string() })

const mostTold = 30

const fortnight = { hours: 14 * 24 }

/** The task that tells those who have venues what was asked for at night: one mail to each. */
export const tellKeepersTask = 'tell_keepers'

/** Queues it in the caller's transaction: they are told of what the program asks for from a moment on. */
export const queueTellingKeepers = (tx: WriteTx, since: Temporal.Instant): Promise<void> =>
  addJob(tx, { task: tellKeepersTask, payload: { since: since.toString() }, at: null, key: null })

/** Writes one mail to each keeper with all that was asked for. */
export const tellKeepers =
  (platform: Platform): Task =>
  async (payload) => {
    const since = Temporal.Instant.from(payloadShape.parse(payload).since)
    const { laid, posts, languages } = await readAs(platform, system, async (tx) => ({
      laid: await listLaidSince(tx, since),
      posts: await listHeldPosts(tx, today(platform.clock)),
      languages: await listMailLanguages(tx),
    }))
    const asked = laid.flatMap((one) =>
      postsAt(posts, one.keeperOrganisationId, one.keeperPlan).map(({ personId }) => ({ personId, one })),
    )
    for (const [personId, all] of Map.groupBy(asked, (entry) => entry.personId)) {
      const language = languages.get(personId) ?? 'da'
      await writeTo(
        platform,
        { personId, language, since },
        all.map(({ one }) => one),
      )
    }
  }

interface Keeper {
  readonly personId: string
  readonly language: Language
  readonly since: Temporal.Instant
}

const writeTo = (platform: Platform, keeper: Keeper, laid: readonly LaidRequest[]): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    const { personId, language, since } = keeper
    const person = await findPersonMail(tx, personId)
    if (person === undefined || person.email === null) return
    const mail = mailOf(platform.config.baseUrl, { name: person.name, language }, laid)
    await queueMail(tx, platform.clock, {
      personId,
      address: person.email,
      subject: pick(bookingMailTexts, language).laid.subject(laid.length),
      plain: plainMail(mail),
      html: await htmlMail(mail),
      stopUrl: null,
      onceKey: `booking laid ${since.toString()} ${personId}`,
      endsAt: platform.clock.now().add(fortnight),
    })
  })

const mailOf = (
  baseUrl: string,
  { name, language }: { readonly name: string; readonly language: Language },
  laid: readonly LaidRequest[],
): MailWords => {
  const words = pick(bookingMailTexts, language)
  const byVenue = [...Map.groupBy(laid.slice(0, mostTold), ({ venue }) => venue)]
  const left = laid.length - mostTold
  return {
    language,
    hello: words.hello(name),
    intro: words.laid.intro,
    parts: byVenue.map(([venue, requests], at) => ({
      heading: venue,
      points: requests.map(({ venueId, organisation, purpose, first, times }) => ({
        words: `${organisation}: ${purpose}`,
        told: `${formatMoment(first, language)}${words.times(times)}`,
        url: `${baseUrl}/steder/${venueId}#svar`,
      })),
      more: left > 0 && at === byVenue.length - 1 ? words.laid.more(left) : null,
    })),
    links: [{ words: words.laid.link, url: `${baseUrl}/steder` }],
    why: words.why,
    ways: [],
  }
}
