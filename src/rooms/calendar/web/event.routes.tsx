import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../platform/database/index.ts'
import { findId } from '../../../platform/id.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { type Actor, isPermitted } from '../../access/index.ts'
import { findPersonMail, listAreas } from '../../parties/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { answerEvent, chooseWatches, listShownAnswers, openInvitation } from '../events/answer-event.ts'
import type { EventAnswer } from '../events/event.ts'
import { findAnswer, findNextEvent, listGuests, listLargeEvents, listWatches } from '../events/event.queries.ts'
import { eventTexts } from '../events/event.texts.ts'
import { findPlaceOfPost } from '../relation.queries.ts'
import { calendarPaths } from './calendar.paths.ts'
import type { ShownEvent } from './event-part.tsx'
import { ClosedEventLinkPage, EventLinkPage, WatchPage } from './event.page.tsx'

/** `/kalender/begivenheder` and `/kalender/svar/:token`: who hears of larger events, and what they answer. */
export const eventRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(calendarPaths.events, async (c) => {
    const actor = permit(c, calendarPolicy.answerEvent)
    const shown = await readAs(platform, actor, async (tx) => ({
      areas: await listAreas(tx),
      hasAddress: typeof (await findPersonMail(tx, actor.personId ?? ''))?.email === 'string',
      chosen: actor.postId === null ? [] : (await listWatches(tx, actor.postId)).map(({ areaId }) => areaId),
      events: (await listLargeEvents(tx, platform.clock.now())).filter(({ isOff }) => !isOff),
    }))
    return c.html(<WatchPage page={pageContext(c)} {...shown} isSaved={c.req.query('gemt') === 'ja'} />)
  })

  routes.post(calendarPaths.events, async (c) => {
    const actor = permit(c, calendarPolicy.answerEvent)
    const typed = (await c.req.formData()).getAll('omraade')
    const areaIds = typed.flatMap((area) =>
      area === 'alle' ? [null] : typeof area === 'string' ? (findId(area) ?? []) : [],
    )
    await chooseWatches(platform, actor, [...new Set(areaIds)])
    return c.redirect(`${calendarPaths.events}?gemt=ja`, 303)
  })

  const show = async (c: WebContext, refusal: string | null) => {
    const { event, answer } = await openInvitation(platform, c.req.param('token') ?? '')
    const action = new URL(c.req.url).pathname
    const told = c.req.query('svar') === 'tak' ? pick(eventTexts, c.get('language')).thanks : null
    const shown = { event, answer, action, told, refusal }
    return c.html(<EventLinkPage page={pageContext(c)} {...shown} />, refusal === null ? 200 : 422)
  }

  routes.get('/kalender/svar/:token', (c) => orClosed(c, () => show(c, null)))

  routes.post('/kalender/svar/:token', (c) =>
    orClosed(c, async () => {
      await requireTurn(platform, limits.answerByLink, c.get('clientAddress'))
      const { actor, event } = await openInvitation(platform, c.req.param('token'))
      try {
        await answerEvent(platform, actor, event.occurrenceId, readAnswer(await c.req.formData()))
      } catch (error) {
        if (!(error instanceof Refused) || !['brings_what', 'event_is_over'].includes(error.code)) throw error
        return show(c, refusalWords([eventTexts], error, c.get('language')))
      }
      return c.redirect(`${new URL(c.req.url).pathname}?svar=tak`, 303)
    }),
  )
  return routes
}

export const readAnswer = (form: FormData): EventAnswer => ({
  isComing: formLine(form, 'svar') === 'ja',
  brings: formLine(form, 'medbringer').normalize('NFC').slice(0, 120),
  contact: formLine(form, 'kontakt').slice(0, 120),
})

/** The next time of a larger event as its activity shows it; null where nothing is to come. */
export const loadShownEvent = async (
  tx: ReadTx,
  platform: Platform,
  actor: Actor,
  seriesId: string,
): Promise<ShownEvent | null> => {
  const event = await findNextEvent(tx, seriesId, platform.clock.now())
  if (event === undefined) return null
  const { postId } = actor
  const place = postId === null ? null : await findPlaceOfPost(tx, postId)
  const mayAnswer = isPermitted(actor, calendarPolicy.answerEvent) && postId !== null
  return {
    event,
    guests: await listGuests(tx, event.occurrenceId),
    answers: await listShownAnswers(tx, event.occurrenceId, platform),
    own: postId === null ? null : ((await findAnswer(tx, event.occurrenceId, postId)) ?? null),
    isAsked: mayAnswer && place?.organisationId !== event.organisationId,
  }
}

/** Answers, or tells kindly why the link opens nothing. The address is a secret: nothing keeps the answer. */
const orClosed = async (c: WebContext, answer: () => Promise<Response>): Promise<Response> => {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  c.header('referrer-policy', 'no-referrer')
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused) || !error.code.startsWith('event_link_')) throw error
    const sentence = refusalWords([eventTexts], error, c.get('language'))
    const page = <ClosedEventLinkPage page={pageContext(c)} sentence={sentence} />
    return c.html(page, error.code === 'event_link_not_found' ? 404 : 410)
  }
}
