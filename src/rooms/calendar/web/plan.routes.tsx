import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { requirePermission } from '../../access/index.ts'
import { findTypedDay, listAreas } from '../../parties/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { changeSeries } from '../change-series.ts'
import { type ActivityCheck, checkActivity } from '../collisions/check-activity.ts'
import { horizonOf } from '../lay-series.ts'
import { planSeries } from '../plan-series.ts'
import { findPromiseOf, listPromiseChoices } from '../promise-link.ts'
import { listOrganisers, listRelationsToOrganiser } from '../relation.queries.ts'
import type { Series } from '../series.ts'
import { findSeries } from '../series.queries.ts'
import { seriesTexts } from '../series.texts.ts'
import { timesOf } from '../times.rules.ts'
import { whenWords } from '../timing-words.ts'
import { listVenueChoices } from '../venue.queries.ts'
import { calendarPaths } from './calendar.paths.ts'
import { PlanPage } from './plan.page.tsx'
import type { SeriesChoices } from './series-form.tsx'
import { type ReadSeries, readSeries } from './series.form.ts'
import { movedBy, typedOfNew, typedOfPromise, typedOfSeries } from './typed-series.ts'

interface Shown {
  readonly series: Series | null
  readonly copied: Series | null
  readonly read: Pick<ReadSeries, 'typed' | 'errors' | 'series'>
  readonly refusal?: string
  readonly isShowingTimes?: boolean
  readonly check?: ActivityCheck
}

/** `/kalender/ny` and `/kalender/:id/ret`: an activity is put in the calendar, or changed from a day on. */
export const planRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const { show, find, again, look } = planDesk(platform)

  routes.get(calendarPaths.add, async (c) => {
    permit(c, calendarPolicy.addSeries)
    const copied = (await find(c, c.req.query('som') ?? '')) ?? null
    permit(c, calendarPolicy.addSeries)
    const choices = await choicesFor(platform, c)
    const day = today(platform.clock)
    const asked = findId(c.req.query('loefte') ?? '') ?? null
    const promise = await readAs(platform, c.get('actor'), (tx) => findPromiseOf(tx, asked, day))
    const empty = typedOfNew(day, choices.organisers[0]?.[0] ?? '')
    const begun = promise === null ? empty : typedOfPromise(empty, promise, day)
    const typed = copied === null ? begun : typedOfSeries(copied, day)
    return show(c, { series: null, copied, read: { typed, errors: new Map(), series: null } }, 200)
  })

  routes.post(calendarPaths.add, async (c) => {
    const actor = permit(c, calendarPolicy.addSeries)
    const form = await c.req.formData()
    const read = readSeries(form)
    const copied = (await find(c, formLine(form, 'som'))) ?? null
    const shown: Shown = { series: null, copied, read }
    if (read.series === null) return show(c, shown, 422)
    const first = await look(c, shown, formLine(form, 'goer'))
    if (first !== null) return first
    try {
      const copiedFromId = copied?.seriesId ?? null
      const planned = await planSeries(platform, actor, { ...read.series, copiedFromId })
      const told = `?lagt=${planned.laid}&uden=${planned.skipped}`
      return c.redirect(`${calendarPaths.series(planned.seriesId)}${told}`, 303)
    } catch (error) {
      return again(c, shown, error)
    }
  })

  return routes.route('/', changeRoutes(platform))
}

const changeRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const { show, find, again, look } = planDesk(platform)

  routes.get('/kalender/:id/ret', async (c) => {
    const series = await find(c, c.req.param('id'))
    if (series === undefined) return c.notFound()
    requirePermission(c.get('actor'), calendarPolicy.changeSeries, c.get('sight')?.toThing)
    if (series.outsideCalendarId !== null) return c.redirect(calendarPaths.series(series.seriesId), 303)
    const typed = typedOfSeries(series, today(platform.clock))
    return show(c, { series, copied: null, read: { typed, errors: new Map(), series: null } }, 200)
  })

  routes.post('/kalender/:id/ret', async (c) => {
    const series = await find(c, c.req.param('id'))
    if (series === undefined) return c.notFound()
    const form = await c.req.formData()
    const read = readSeries(form)
    const from = findTypedDay(read.typed.fradag) ?? today(platform.clock)
    const shown: Shown = { series, copied: null, read }
    if (read.series === null) return show(c, shown, 422)
    const first = await look(c, shown, formLine(form, 'goer'))
    if (first !== null) return first
    try {
      const version = Number(read.typed.udgave) || 0
      const seen = { seriesId: findId(series.seriesId) ?? '', version }
      const changed = await changeSeries(platform, c.get('actor'), seen, { ...read.series, from })
      return c.redirect(`${calendarPaths.series(changed.seriesId)}?gemt=ja`, 303)
    } catch (error) {
      return again(c, shown, error)
    }
  })
  return routes
}

const choicesFor = (platform: Platform, c: WebContext): Promise<SeriesChoices> =>
  readAs(platform, c.get('actor'), async (tx) => ({
    organisers: (await listOrganisers(tx)).map(({ organisationId, planId, name, plan }) => [
      planId === null ? organisationId : `${organisationId}/${planId}`,
      plan === null ? name : `${name}, ${plan}`,
    ]),
    venues: await listVenueChoices(tx),
    areas: (await listAreas(tx)).map(({ areaId, name }) => [areaId, name]),
    promises: await listPromiseChoices(tx, c.get('actor'), today(platform.clock)),
  }))

/** Shows the form, finds what it is about, and shows it again with what was refused. */
const planDesk = (platform: Platform) => {
  const show = async (
    c: WebContext,
    { series, copied, read, refusal, isShowingTimes, check }: Shown,
    status: 200 | 422,
  ) => {
    const day = today(platform.clock)
    const form = read.series
    const times = isShowingTimes && form ? timesOf(form, [], { from: form.startsOn, to: horizonOf(day) }) : null
    return c.html(
      <PlanPage
        page={pageContext(c)}
        series={series}
        copiedTitle={series === null ? (copied?.title ?? null) : null}
        copiedFromId={copied?.seriesId ?? ''}
        typed={read.typed}
        errors={read.errors}
        choices={await choicesFor(platform, c)}
        times={times}
        whenInWords={times === null || form === null ? null : whenWords(form, c.get('language'))}
        checked={check === undefined || form === null ? null : { check, timing: form }}
        refusal={refusal ?? null}
      />,
      status,
    )
  }

  const find = (c: WebContext, seriesId: string) =>
    readAs(platform, c.get('actor'), async (tx) => {
      const series = await findSeries(tx, seriesId)
      if (series !== undefined)
        c.set('sight', {
          permission: calendarPolicy.changeSeries,
          toThing: await listRelationsToOrganiser(tx, series),
        })
      return series
    })

  /** What is shown before anything is saved: its times, another moment that was chosen, or what it collides with; null = it may be saved. */
  const look = async (c: WebContext, shown: Shown, does: string) => {
    const chosen = movedBy(shown.read, does)
    const { series: form } = chosen ?? shown.read
    if (form === null || does === 'alligevel') return null
    const seriesId = shown.series?.seriesId ?? null
    const check = await readAs(platform, c.get('actor'), (tx) =>
      checkActivity(tx, form, { seriesId, today: today(platform.clock) }),
    )
    const isAsked = does === 'vis' || chosen !== undefined
    if (!isAsked && check.collisions.length === 0) return null
    return show(c, { ...shown, read: chosen ?? shown.read, isShowingTimes: isAsked, check }, 200)
  }

  const again = (c: WebContext, shown: Shown, error: unknown) => {
    if (!(error instanceof Refused) || !Object.hasOwn(seriesTexts.da, error.code)) throw error
    return show(c, { ...shown, refusal: refusalWords([seriesTexts], error, c.get('language')) }, 422)
  }
  return { show, find, again, look }
}
