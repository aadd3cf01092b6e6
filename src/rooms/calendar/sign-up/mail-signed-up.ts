import type { WriteTx } from '../../../platform/database/index.ts'
import { homeZone, today } from '../../../platform/day.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../../platform/mail/write-mail.tsx'
import type { Platform } from '../../../platform/platform.ts'
import { dayWords } from '../../../platform/resident-dates.ts'
import type { ResidentLanguage } from '../../../platform/resident-language.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { findListedOccurrence } from '../listed-occurrence.queries.ts'
import { beginWords } from '../resident-hours.ts'
import { signUpMailTexts } from './sign-up-mail.texts.ts'
import type { SignUp, SignUpNews } from './sign-up.ts'
import { signUpPath, signUpTokenIn } from './sign-up-link.ts'

/** Writes what is new to one who gave a mail address, in the caller's transaction. Answers whether there was somewhere to write to. */
export const mailSignedUp = async (
  tx: WriteTx,
  platform: Platform,
  signUp: SignUp,
  news: SignUpNews,
): Promise<boolean> => {
  if (signUp.email === null) return false
  const occurrence = await findListedOccurrence(tx, signUp.occurrenceId)
  if (occurrence === undefined) throw new Error('A sign-up is for a time that cannot be seen')
  const { baseUrl } = platform.config
  const url = `${baseUrl}${signUpPath(await signUpTokenIn(tx, signUp.signUpId))}`
  const mail = wordsOf(signUp, occurrence, news, { url, baseUrl, day: today(platform.clock) })
  const { subject } = signUpMailTexts[signUp.language].news[news]
  return queueMail(tx, platform.clock, {
    personId: signUp.signUpId,
    address: signUp.email,
    subject: subject(occurrence.series.title),
    plain: plainMail(mail),
    html: await htmlMail(mail),
    stopUrl: null,
    onceKey: `sign_up ${signUp.signUpId} ${news} ${occurrence.sequence}`,
    endsAt: laterOf(occurrence.endsAt, platform.clock.now().add({ hours: 48 })),
  })
}

const laterOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.compare(one, other) < 0 ? other : one

interface Around {
  readonly url: string
  readonly baseUrl: string
  readonly day: Temporal.PlainDate
}

const wordsOf = (signUp: SignUp, occurrence: ListedOccurrence, news: SignUpNews, around: Around): MailWords => {
  const words = signUpMailTexts[signUp.language]
  const isGone = news === 'cancelled' || news === 'removed'
  const where = [occurrence.venue, occurrence.series.place, occurrence.address].filter(
    (part) => part !== null && part !== '',
  )
  const told = [momentWords(occurrence, around.day, signUp.language), where.join(', '), words.children(signUp.children)]
  const happening = `${around.baseUrl}/det-sker/${occurrence.occurrenceId}`
  return {
    language: signUp.language,
    hello: words.hello(signUp.guardian),
    intro: [words.news[news].intro, occurrence.reason].filter((part) => part !== '').join(' '),
    parts: [
      {
        heading: null,
        points: [
          {
            words: occurrence.series.title,
            told: told.filter((part) => part !== '').join(' · '),
            url: news === 'removed' ? around.baseUrl : happening,
          },
        ],
        more: null,
      },
    ],
    links: isGone ? [] : [{ words: words.cancel, url: around.url }],
    why: words.why,
    ways: [],
  }
}

const momentWords = (
  time: Pick<ListedOccurrence, 'startsAt' | 'endsAt'>,
  day: Temporal.PlainDate,
  language: ResidentLanguage,
): string =>
  `${dayWords(time.startsAt.toZonedDateTimeISO(homeZone).toPlainDate(), day, language)}, ${beginWords(time, language)}`
