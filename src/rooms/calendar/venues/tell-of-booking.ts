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
import { hashOfLink, newLinkToken } from '../link-token.ts'
import { insertBookingLink } from './booking-link.queries.ts'
import { noWords } from './no-words.ts'
import { findBookingOfTime, findToldBooking, type ToldBooking } from './telling.queries.ts'

/** The task that writes the mails about a booking. */
export const tellOfBookingTask = 'tell_of_booking'

const abouts = ['asked', 'answered', 'came_back', 'confirm', 'released', 'taken_back'] as const

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
    for (const post of seen.to)
      await writeTo(platform, post, {
        about,
        booking: seen.booking,
        language: seen.languages.get(post.personId) ?? 'da',
        token: about === 'confirm' && post.organisationId === seen.booking.organisationId ? newLinkToken() : null,
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
const receiversOf = (booking: ToldBooking, about: About, posts: readonly HeldPost[]): readonly HeldPost[] => {
  if (about === 'asked') return postsAt(posts, booking.keeperOrganisationId, booking.keeperPlan)
  const isAsker = ({ personId }: HeldPost): boolean => personId === booking.askedBy
  const asker =
    posts.find((post) => isAsker(post) && post.organisationId === booking.organisationId) ?? posts.find(isAsker)
  return asker === undefined ? postsAt(posts, booking.organisationId, booking.plan) : [asker]
}

/** One post of each who holds one at an organisation, or for its plan where it is one's. */
export const postsAt = (posts: readonly HeldPost[], organisationId: string | null, plan: string | null): HeldPost[] => {
  const theirs = posts.filter((post) => post.organisationId === organisationId && (plan === null || post.plan === plan))
  return [...new Map(theirs.map((post) => [post.personId, post])).values()]
}

interface ToWrite {
  readonly about: About
  readonly booking: ToldBooking
  readonly language: Language
  /** The secret of a link that confirms the booking. */
  readonly token: string | null
}

const writeTo = (platform: Platform, { personId, postId }: HeldPost, told: ToWrite): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    const person = await findPersonMail(tx, personId)
    if (person === undefined || person.email === null) return
    const { about, booking, language, token } = told
    const mail = mailOf(platform.config.baseUrl, person.name, told)
    const isNew = await queueMail(tx, platform.clock, {
      personId,
      address: person.email,
      subject: pick(bookingMailTexts, language)[kindOf(about, booking)].subject(booking.venue),
      plain: plainMail(mail),
      html: await htmlMail(mail),
      stopUrl: null,
      onceKey: `booking ${about} ${booking.bookingId} ${booking.state} ${personId}`,
      endsAt: booking.to,
    })
    if (token === null || !isNew) return
    const link = { tokenHash: hashOfLink(token), bookingId: booking.bookingId, personId, postId }
    await insertBookingLink(tx, { ...link, madeAt: platform.clock.now(), endsAt: booking.from })
  })

type Kind = 'asked' | 'approved' | 'refused' | 'came_back' | 'confirm' | 'released' | 'taken_back'

const kindOf = (about: About, { state }: ToldBooking): Kind =>
  about === 'answered' ? (state === 'approved' ? 'approved' : 'refused') : about

const pageOf: Record<Kind, (booking: ToldBooking) => string> = {
  asked: ({ venueId }) => `/steder/${venueId}#svar`,
  approved: ({ venueId }) => `/steder/${venueId}`,
  refused: () => '/steder/ledige',
  came_back: ({ occurrenceId }) => `/kalender/gang/${occurrenceId}`,
  confirm: () => '/steder/mine',
  released: () => '/steder/mine',
  taken_back: () => '/steder/ledige',
}

const mailOf = (baseUrl: string, name: string, { about, booking, language, token }: ToWrite): MailWords => {
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
            told: [
              `${formatMoment(booking.from, language)}${words.times(kind === 'confirm' ? 1 : booking.times)}`,
              noWords(booking.answerCode, booking.answer, language),
              token === null ? '' : words.confirm.tap,
            ]
              .filter((part) => part !== '')
              .join(' · '),
            url: token === null ? url : `${baseUrl}/steder/bruges/${token}`,
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
