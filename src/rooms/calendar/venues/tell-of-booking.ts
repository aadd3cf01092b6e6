import { keepHouse, readAs, type ReadTx, type WriteTx } from '../../../platform/database/index.ts'
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
import { findPersonMail, type HeldPost, listHeldPosts } from '../../parties/index.ts'
import { bookingMailTexts } from './booking-mail.texts.ts'
import { findBookingOfTime, findToldBooking, type ToldBooking } from './telling.queries.ts'

/** The task that writes the mails about a booking. */
export const tellOfBookingTask = 'tell_of_booking'

const abouts = ['asked', 'answered', 'came_back', 'confirm', 'released'] as const

type About = (typeof abouts)[number]

/** What is to be told: of a booking by its id, or of the time that came back by its. */
interface Telling {
  readonly about: About
  readonly id: string
}

/** Queues the mails about a booking in the caller's transaction. */
export const queueTelling = (tx: WriteTx, { about, id }: Telling): Promise<void> =>
  addJob(tx, { task: tellOfBookingTask, payload: { about, id }, at: null, key: null })

/** Writes the mails about a booking: to whoever has the venue when something is asked, else to who asked. */
export const tellOfBooking =
  (platform: Platform): Task =>
  async (payload) => {
    const { about, id } = tellingIn(payload)
    const seen = await readAs(platform, system, (tx) => see(tx, platform, { about, id }))
    if (seen === undefined) return
    for (const personId of seen.to)
      await writeTo(platform, personId, {
        about,
        booking: seen.booking,
        language: seen.languages.get(personId) ?? 'da',
      })
  }

const tellingIn = (payload: unknown): Telling => {
  const told = typeof payload === 'object' && payload !== null ? payload : {}
  const about = abouts.find((one) => 'about' in told && told.about === one)
  const id = 'id' in told ? told.id : null
  if (about === undefined || typeof id !== 'string') throw new Error('The job does not say what to tell')
  return { about, id }
}

const see = async (tx: ReadTx, platform: Platform, { about, id }: Telling) => {
  const booking = about === 'came_back' ? await findBookingOfTime(tx, id) : await findToldBooking(tx, id)
  if (booking === undefined) return undefined
  const posts = await listHeldPosts(tx, today(platform.clock))
  return { booking, to: receiversOf(booking, about, posts), languages: await listMailLanguages(tx) }
}

/** Who asked, while they hold a post; else all who hold one at the organisation, or for its plan where it is one's. */
const receiversOf = (booking: ToldBooking, about: About, posts: readonly HeldPost[]): ReadonlySet<string> => {
  const [organisationId, plan] =
    about === 'asked' ? [booking.keeperOrganisationId, booking.keeperPlan] : [booking.organisationId, booking.plan]
  const asker = posts.find(({ personId }) => about !== 'asked' && personId === booking.askedBy)
  const theirs = posts.filter((post) => post.organisationId === organisationId && (plan === null || post.plan === plan))
  return new Set((asker === undefined ? theirs : [asker]).map(({ personId }) => personId))
}

interface ToWrite {
  readonly about: About
  readonly booking: ToldBooking
  readonly language: Language
}

const writeTo = (platform: Platform, personId: string, told: ToWrite): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    const person = await findPersonMail(tx, personId)
    if (person === undefined || person.email === null) return
    const { about, booking, language } = told
    const mail = mailOf(platform.config.baseUrl, person.name, told)
    await queueMail(tx, platform.clock, {
      personId,
      address: person.email,
      subject: pick(bookingMailTexts, language)[kindOf(about, booking)].subject(booking.venue),
      plain: plainMail(mail),
      html: await htmlMail(mail),
      stopUrl: null,
      onceKey: `booking ${about} ${booking.bookingId} ${booking.state} ${personId}`,
      endsAt: booking.to,
    })
  })

type Kind = 'asked' | 'approved' | 'refused' | 'came_back' | 'confirm' | 'released'

const kindOf = (about: About, { state }: ToldBooking): Kind =>
  about === 'answered' ? (state === 'approved' ? 'approved' : 'refused') : about

const pageOf: Record<Kind, (booking: ToldBooking) => string> = {
  asked: ({ venueId }) => `/steder/${venueId}#svar`,
  approved: ({ venueId }) => `/steder/${venueId}`,
  refused: () => '/steder/ledige',
  came_back: ({ occurrenceId }) => `/kalender/gang/${occurrenceId}`,
  confirm: () => '/steder/mine',
  released: () => '/steder/mine',
}

const mailOf = (baseUrl: string, name: string, { about, booking, language }: ToWrite): MailWords => {
  const words = pick(bookingMailTexts, language)
  const kind = kindOf(about, booking)
  const url = `${baseUrl}${pageOf[kind](booking)}`
  const asks = kind === 'came_back' && booking.state === 'requested' ? words.came_back.asks : null
  return {
    language,
    hello: words.hello(name),
    intro: words[kind].intro(booking.venue),
    parts: [
      {
        heading: null,
        points: [
          {
            words: booking.purpose,
            told: [`${formatMoment(booking.from, language)}${words.times(booking.times)}`, booking.answer]
              .filter((part) => part !== '')
              .join(' · '),
            url,
          },
        ],
        more: asks,
      },
    ],
    links: [{ words: words[kind].link, url }],
    why: words.why,
    ways: [],
  }
}
