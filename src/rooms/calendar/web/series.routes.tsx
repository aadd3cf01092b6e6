import { Hono } from 'hono'
import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { pick } from '../../../platform/language.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { findTypedDay } from '../../parties/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { addOccurrence } from '../change-occurrence.ts'
import { endSeries, pauseSeries, resumeSeries } from '../change-series.ts'
import { answerEvent } from '../events/answer-event.ts'
import { eventTexts } from '../events/event.texts.ts'
import { findCalendar } from '../outside/outside-calendar.queries.ts'
import { findPromiseOf, listPromiseChoices } from '../promise-link.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { findNamesOfSeries, findSeries, listPauses } from '../series.queries.ts'
import { listOccurrencesOf } from '../occurrence.queries.ts'
import type { Series } from '../series.ts'
import { seriesTexts } from '../series.texts.ts'
import { calendarPaths } from './calendar.paths.ts'
import { loadShownEvent, readAnswer } from './event.routes.tsx'
import { readMoment } from './occurrence.routes.tsx'
import { SeriesPage } from './series.page.tsx'

/** So many times to come are shown, and so many of the latest. */
const shown = { coming: 30, earlier: 10 }

/** `/kalender/:id`: an activity rests, ends, or is held once more. */
export const seriesRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null) => {
    const entered = await enterSeries(platform, c)
    if (entered === undefined) return c.notFound()
    const told = refusal === null ? toldIn(c) : null
    return c.html(
      <SeriesPage page={pageContext(c)} {...entered} told={told} refusal={refusal} />,
      refusal === null ? 200 : 422,
    )
  }

  routes.get('/kalender/:id', (c) => show(c, null))

  routes.post('/kalender/:id/svar', async (c) => {
    const refusal = await takeAnswer(platform, c)
    return refusal === null
      ? c.redirect(`${calendarPaths.series(c.req.param('id'))}?gemt=ja#med`, 303)
      : show(c, refusal)
  })

  const act = (path: string, work: (c: WebContext, form: FormData) => Promise<unknown>) =>
    routes.post(path, async (c) => {
      const entered = await enterSeries(platform, c)
      if (entered === undefined) return c.notFound()
      requirePermission(c.get('actor'), calendarPolicy.changeSeries, c.get('sight')?.toThing)
      try {
        await work(c, await c.req.formData())
        return c.redirect(`${calendarPaths.series(entered.series.seriesId)}?gemt=ja`, 303)
      } catch (error) {
        if (!(error instanceof Refused) || !Object.hasOwn(seriesTexts.da, error.code)) throw error
        return show(c, refusalWords([seriesTexts], error, c.get('language')))
      }
    })

  const seenIn = (c: WebContext, form: FormData) => ({
    seriesId: c.req.param('id') ?? '',
    version: Number(formLine(form, 'udgave')) || 0,
  })

  act('/kalender/:id/pause', (c, form) => {
    const taken = formLine(form, 'fjern')
    if (taken !== '') return resumeSeries(platform, c.get('actor'), seenIn(c, form), typedDay(taken))
    const pause = { from: typedDay(formLine(form, 'fra')), to: typedDay(formLine(form, 'til')) }
    const reason = formLine(form, 'hvorfor').slice(0, 200)
    return pauseSeries(platform, c.get('actor'), seenIn(c, form), { ...pause, reason })
  })

  act('/kalender/:id/slut', (c, form) =>
    endSeries(platform, c.get('actor'), seenIn(c, form), typedDay(formLine(form, 'fra'))),
  )

  act('/kalender/:id/gang', (c, form) => {
    const typed = { dag: formLine(form, 'dag'), fra: formLine(form, 'fra'), til: formLine(form, 'til') }
    return addOccurrence(platform, c.get('actor'), c.req.param('id') ?? '', readMoment(typed))
  })
  return routes
}

/** Takes a post's answer to a larger event; what was refused, in words. */
const takeAnswer = async (platform: Platform, c: WebContext): Promise<string | null> => {
  const actor = c.get('actor')
  requirePermission(actor, calendarPolicy.answerEvent)
  const form = await c.req.formData()
  try {
    await answerEvent(platform, actor, findId(formLine(form, 'gang')) ?? '', readAnswer(form))
    return null
  } catch (error) {
    if (!(error instanceof Refused) || !Object.hasOwn(eventTexts.da, error.code)) throw error
    return refusalWords([eventTexts], error, c.get('language'))
  }
}

const enterSeries = (platform: Platform, c: WebContext) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const series = await findSeries(tx, c.req.param('id') ?? '')
    if (series === undefined) return undefined
    const toThing = await listRelationsToOrganiser(tx, series)
    const permission = series.isPublished ? calendarPolicy.readPublished : calendarPolicy.readPlans
    c.set('sight', { permission, toThing })
    const now = platform.clock.now()
    const times = await listOccurrencesOf(tx, series.seriesId)
    const isComing = ({ endsAt }: { endsAt: Temporal.Instant }) => Temporal.Instant.compare(endsAt, now) > 0
    return {
      series: { ...series, ...(await findNamesOfSeries(tx, series.seriesId)) },
      pauses: await listPauses(tx, series.seriesId),
      coming: times.filter(isComing).slice(0, shown.coming),
      earlier: times
        .filter((time) => !isComing(time))
        .slice(-shown.earlier)
        .toReversed(),
      promise: await findPromiseOf(tx, series.lineageId, today(platform.clock)),
      ...(await sourceOf(tx, platform, c.get('actor'), series)),
      large: series.isLarge ? await loadShownEvent(tx, platform, c.get('actor'), series.seriesId) : null,
    }
  })

/** Where it is followed from, for those who take part, and the promises it may then be said to answer. */
const sourceOf = async (tx: ReadTx, { clock }: Platform, actor: Actor, { outsideCalendarId }: Series) => {
  const source = outsideCalendarId === null ? undefined : await findCalendar(tx, outsideCalendarId)
  if (source === undefined) return { source: null, promises: [] }
  return { source, promises: await listPromiseChoices(tx, actor, today(clock)) }
}

const typedDay = (text: string): Temporal.PlainDate => {
  const day = findTypedDay(text)
  if (day === undefined) throw new Refused('not_a_day')
  return day
}

const toldIn = (c: WebContext): string | null => {
  const words = pick(calendarTexts, c.get('language'))
  const [laid, skipped] = [Number(c.req.query('lagt')), Number(c.req.query('uden'))]
  if (c.req.query('gemt') === 'ja') return words.saved
  if (!Number.isInteger(laid) || laid < 1) return null
  return skipped > 0 ? `${words.laid(laid)} ${words.laidSkipped(skipped)}` : words.laid(laid)
}
