import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { databaseTrouble, type DatabaseTrouble } from './platform/database/trouble.ts'
import { isDiskFull } from './platform/disk.ts'
import { pick } from './platform/language.ts'
import { loggedError, type Log } from './platform/log.ts'
import type { Platform } from './platform/platform.ts'
import { Refused } from './platform/refused.ts'
import {
  accessTexts,
  consentTexts,
  deletionTexts,
  privateTexts,
  residentTexts,
  settingsTexts,
  signInTexts,
} from './rooms/access/index.ts'
import { agreementTexts, journalTexts, readerTexts, signatureTexts } from './rooms/agreements/index.ts'
import { seriesTexts } from './rooms/calendar/index.ts'
import { commitmentTexts } from './rooms/commitments/index.ts'
import { promiseTexts } from './rooms/commitments/web/index.ts'
import { askedLanguage } from './web/asked-language.ts'
import { partyTexts, registerRefusalTexts } from './rooms/parties/index.ts'
import { ErrorPage } from './web/error.page.tsx'
import { type PageContext, pageContext, type WebContext, type WebEnv } from './web/page-context.ts'
import { PlainPage } from './web/plain.page.tsx'
import { refusalWords } from './web/refusal-words.ts'
import { shellTexts } from './web/shell.texts.ts'

const allTexts = [
  accessTexts,
  consentTexts,
  residentTexts,
  deletionTexts,
  agreementTexts,
  commitmentTexts,
  journalTexts,
  partyTexts,
  privateTexts,
  promiseTexts,
  readerTexts,
  registerRefusalTexts,
  settingsTexts,
  shellTexts,
  signInTexts,
  signatureTexts,
  seriesTexts,
]

type Answering = Pick<Platform, 'log' | 'config'>

/** A page for an address that leads nowhere. */
export const answerNotFound: NotFoundHandler<WebEnv> = (c) => {
  const page = contextOrNull(c)
  if (page === null) return c.text('404', 404)
  const words = pick(shellTexts, page.language)
  return c.html(<ErrorPage page={page} title={words.notFoundTitle} sentence={words.notFound} />, 404)
}

/** Turns a refusal into its sentence, and anything else into a plain apology with a number that stands in the log. */
export const answerError =
  (platform: Answering): ErrorHandler<WebEnv> =>
  (error, c) => {
    const { log } = platform
    // What is answered now is no page of that day.
    c.set('askedDay', undefined)
    const trouble = databaseTrouble(error)
    if (trouble !== null) return answerTrouble(platform, error, c, trouble)
    const page = contextOrNull(c)
    if (page === null) return answerBroken(log, error, c, null)
    if (error instanceof HTTPException && error.status === 403)
      return refuse(c, page, new Refused('request_foreign'), 403)
    if (isUnreadableForm(error)) return refuse(c, page, new Refused('form_unreadable'), 422)
    if (!(error instanceof Refused)) return answerBroken(log, error, c, page)
    if (error.code === 'sign_in_first') return c.redirect(`/log-ind?til=${encodeURIComponent(page.path)}`, 303)
    return refuse(c, page, error, statusOf(error))
  }

type RefusalStatus = 403 | 404 | 413 | 422 | 429

const refuse = (c: WebContext, page: PageContext, refused: Refused, status: RefusalStatus) => {
  if (status === 429) c.header('Retry-After', String(Number(refused.facts['minutes']) * 60))
  const title =
    status === 404 ? pick(shellTexts, page.language).notFoundTitle : pick(shellTexts, page.language).errorTitle
  return c.html(
    <ErrorPage page={page} title={title} sentence={refusalWords(allTexts, refused, page.language)} />,
    status,
  )
}

// What the platform throws at a body that is no form; it gives no code to know it by.
const isUnreadableForm = (error: unknown): boolean =>
  error instanceof TypeError && /^(?:Content-Type was not one of|Failed to parse body as FormData)/.test(error.message)

const statusOf = (refused: Refused): RefusalStatus => {
  if (refused.code.endsWith('_not_found')) return 404
  if (refused.code === 'not_permitted' || refused.code === 'cast_closed') return 403
  if (refused.code === 'too_many_requests') return 429
  return refused.code === 'source_too_large' ? 413 : 422
}

const answerBroken = (log: Log, error: unknown, c: WebContext, page: PageContext | null) => {
  const number = c.get('requestId')
  log.error('request_broke', { request: number, route: routePath(c), ...loggedError(error) })
  if (page === null) return c.text(number, 500)
  const words = pick(shellTexts, page.language)
  return c.html(<ErrorPage page={page} title={words.brokenTitle} sentence={words.broken(number)} />, 500)
}

/** The database is away or its disk full: the page is made of nothing but the request, whoever asks. */
const answerTrouble = ({ log, config }: Answering, error: unknown, c: WebContext, trouble: DatabaseTrouble) => {
  log.error(trouble === 'away' ? 'database_away' : 'disk_full', { request: c.get('requestId'), ...loggedError(error) })
  const language = askedLanguage(c)
  const words = pick(shellTexts, language)
  const isFull = trouble === 'disk_full' || (config.databaseUrl === null && isDiskFull(config.dataFolder))
  const isAsking = c.req.method === 'GET'
  // A statement that found no room was undone; a connection that broke does not tell how far it came.
  const saved = isAsking ? [] : [trouble === 'disk_full' ? words.nothingSaved : words.awayMaybeSaved]
  c.header('Retry-After', isFull ? '300' : '5')
  return c.html(
    <PlainPage
      language={language}
      title={isFull ? words.diskFullTitle : words.awayTitle}
      sentences={isFull ? [words.diskFull, ...saved, words.diskFullMore] : [words.away, ...saved]}
      link={isAsking ? { href: c.req.path, text: words.tryAgain } : { href: '/', text: words.backHome }}
    />,
    isFull ? 507 : 503,
  )
}

/** Null when the request broke before it was known who asks. */
const contextOrNull = (c: WebContext): PageContext | null => (c.get('actor') === undefined ? null : pageContext(c))
