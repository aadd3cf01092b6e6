import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { limits } from '../../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { requirePermission } from '../../../access/index.ts'
import { listAreas } from '../../../parties/index.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import {
  changeDefaults,
  endFollowing,
  followNow,
  pauseFollowing,
  resumeFollowing,
} from '../../outside/keep-calendar.ts'
import { findCalendar, findSource, listCalendars } from '../../outside/outside-calendar.queries.ts'
import { listTakenSeries } from '../../outside/outside-series.queries.ts'
import { outsideTexts } from '../../outside/outside.texts.ts'
import { confirmCalendar, discardProposal, proposeCalendar, type Wanted } from '../../outside/propose-calendar.ts'
import { listOrganisers, listRelationsToOrganiser } from '../../relation.queries.ts'
import { FollowPage } from './follow.page.tsx'
import { OutsideCalendarPage } from './outside-calendar.page.tsx'
import type { OutsideChoices } from './outside-fields.tsx'
import { blankOutside, type ReadOutside, readOutsideForm, typedOfCalendar } from './outside.form.ts'
import { outsidePaths } from './outside.paths.ts'
import { takenRoutes } from './taken.routes.tsx'

/** `/kalender/foelg`: calendars kept elsewhere are looked at, followed, paused and let go. */
export const outsideRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const desk = outsideDesk(platform)

  routes.get(outsidePaths.list, (c) => {
    permit(c, calendarPolicy.addSeries)
    return desk.showList(c, null, null)
  })

  routes.post(outsidePaths.list, async (c) => {
    const actor = permit(c, calendarPolicy.addSeries)
    await requireTurn(platform, limits.outsideFetch, c.get('clientAddress'))
    const form = await c.req.formData()
    const read = readOutsideForm(form)
    if (read.defaults === null) return desk.showList(c, read, null)
    try {
      const id = await proposeCalendar(platform, actor, await wantedIn(form, read.typed.adresse), read.defaults)
      return c.redirect(outsidePaths.one(id), 303)
    } catch (error) {
      return desk.showList(c, read, wordsOf(error, c))
    }
  })

  routes.get('/kalender/foelg/:id', async (c) => {
    permit(c, calendarPolicy.readPlans)
    return (await desk.enter(c)) ? desk.showOne(c, null, null) : c.notFound()
  })

  return routes.route('/', keptRoutes(platform)).route('/', takenRoutes(platform))
}

/** What is done to a calendar that was looked at or is followed. */
const keptRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const desk = outsideDesk(platform)

  const act = (path: string, work: (c: WebContext, id: string, form: FormData) => Promise<string>) =>
    routes.post(path, async (c) => {
      permit(c, calendarPolicy.readPlans)
      const entered = await desk.enter(c)
      if (!entered) return c.notFound()
      requirePermission(c.get('actor'), calendarPolicy.changeSeries, c.get('sight')?.toThing)
      try {
        return c.redirect(await work(c, entered.calendar.outsideCalendarId, await c.req.formData()), 303)
      } catch (error) {
        return desk.showOne(c, null, wordsOf(error, c))
      }
    })

  act('/kalender/foelg/:id/bekraeft', async (c, id, form) => {
    const isWanted = formLine(form, 'goer') !== 'fortryd'
    await (isWanted ? confirmCalendar : discardProposal)(platform, c.get('actor'), id)
    return isWanted ? `${outsidePaths.one(id)}?gemt=ja` : outsidePaths.list
  })

  act('/kalender/foelg/:id/goer', async (c, id, form) => {
    const does = formLine(form, 'goer')
    if (does === 'hent') await requireTurn(platform, limits.outsideFetch, c.get('clientAddress'))
    await (deeds[does] ?? noDeed)(platform, c.get('actor'), id)
    return does === 'stop' ? `${outsidePaths.list}?gemt=ja` : outsidePaths.one(id)
  })

  routes.post('/kalender/foelg/:id/ret', async (c) => {
    permit(c, calendarPolicy.readPlans)
    const entered = await desk.enter(c)
    if (!entered) return c.notFound()
    requirePermission(c.get('actor'), calendarPolicy.changeSeries, c.get('sight')?.toThing)
    const form = await c.req.formData()
    const read = readOutsideForm(form)
    if (read.defaults === null) return desk.showOne(c, read, null)
    const { outsideCalendarId: id, name } = entered.calendar
    const defaults = { ...read.defaults, name: read.defaults.name === '' ? name : read.defaults.name }
    try {
      await changeDefaults(platform, c.get('actor'), { id, version: Number(formLine(form, 'udgave')) || 0 }, defaults)
      return c.redirect(`${outsidePaths.one(id)}?gemt=ja`, 303)
    } catch (error) {
      return desk.showOne(c, read, wordsOf(error, c))
    }
  })
  return routes
}

const deeds: Readonly<Record<string, typeof followNow>> = {
  hent: followNow,
  pause: pauseFollowing,
  genoptag: resumeFollowing,
  stop: endFollowing,
}

const noDeed: typeof followNow = () => Promise.reject(new Refused('calendar_not_found'))

const wordsOf = (error: unknown, c: WebContext): string => {
  if (!(error instanceof Refused) || !Object.hasOwn(outsideTexts.da, error.code)) throw error
  return refusalWords([outsideTexts], error, c.get('language'))
}

const wantedIn = async (form: FormData, address: string): Promise<Wanted> => {
  const file = form.get('fil')
  if (address !== '') return { address }
  if (!(file instanceof File) || file.size === 0) throw new Refused('file_missing')
  const name = file.name.replaceAll(/[\s\p{Cc}]+/gu, ' ').slice(0, 120)
  return { file: { name, bytes: new Uint8Array(await file.arrayBuffer()) } }
}

/** Finds what a request is about, and shows it with what was refused. */
const outsideDesk = (platform: Platform) => {
  const choicesFor = (c: WebContext): Promise<OutsideChoices> =>
    readAs(platform, c.get('actor'), async (tx) => ({
      organisers: (await listOrganisers(tx)).map(({ organisationId, planId, name, plan }) => [
        planId === null ? organisationId : `${organisationId}/${planId}`,
        plan === null ? name : `${name}, ${plan}`,
      ]),
      areas: (await listAreas(tx)).map(({ areaId, name }) => [areaId, name]),
    }))

  const enter = (c: WebContext) =>
    readAs(platform, c.get('actor'), async (tx) => {
      const calendar = await findCalendar(tx, c.req.param('id') ?? '')
      if (calendar === undefined) return undefined
      const toThing = await listRelationsToOrganiser(tx, calendar)
      c.set('sight', { permission: calendarPolicy.readPlans, toThing })
      const series = await listTakenSeries(tx, calendar.outsideCalendarId)
      const source = (await findSource(tx, calendar.outsideCalendarId)) ?? null
      return { calendar, source, series: series.filter(({ endedAt }) => endedAt === null).slice(0, mostListed) }
    })

  const toldIn = (c: WebContext) => (c.req.query('gemt') === 'ja' ? pick(outsideTexts, c.get('language')).saved : null)

  const showList = async (c: WebContext, read: ReadOutside | null, refusal: string | null) => {
    const choices = await choicesFor(c)
    const calendars = await readAs(platform, c.get('actor'), listCalendars)
    const typed = read?.typed ?? blankOutside(choices.organisers[0]?.[0] ?? '')
    const shown = { calendars, choices, typed, errors: read?.errors ?? new Map(), refusal }
    const told = read === null ? toldIn(c) : null
    const page = <FollowPage page={pageContext(c)} {...shown} told={told} now={platform.clock.now()} />
    return c.html(page, read === null ? 200 : 422)
  }

  const showOne = async (c: WebContext, read: ReadOutside | null, refusal: string | null) => {
    const entered = await enter(c)
    if (!entered) return c.notFound()
    const isRefused = read !== null || refusal !== null
    const typed = read?.typed ?? typedOfCalendar(entered.calendar)
    const shown = { ...entered, typed, errors: read?.errors ?? new Map(), choices: await choicesFor(c), refusal }
    const told = isRefused ? null : toldIn(c)
    const page = <OutsideCalendarPage page={pageContext(c)} {...shown} told={told} now={platform.clock.now()} />
    return c.html(page, isRefused ? 422 : 200)
  }
  return { enter, showList, showOne }
}

/** So many activities of a calendar are listed on its page; all of them stand in the calendar. */
const mostListed = 200
