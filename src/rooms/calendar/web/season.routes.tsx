import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { isPermitted } from '../../access/index.ts'
import { listAreas } from '../../parties/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listOrganisers } from '../relation.queries.ts'
import { agreeWish, releaseWish } from '../season/agree-wish.ts'
import { listFreeStarts, loadSeason } from '../season/load-season.ts'
import { listPromisesToOpen, openSeason, writeSeasonTerms } from '../season/open-season.ts'
import { findPromisedTerms } from '../season/season-terms.ts'
import { findSeason, listRelationsToSeason, listSeasons } from '../season/season.queries.ts'
import { seasonTexts } from '../season/season.texts.ts'
import { declineWish, type SeenWish, wishForSeason, withdrawWish } from '../season/wish-for-season.ts'
import { seriesTexts } from '../series.texts.ts'
import { listVenueChoices } from '../venue.queries.ts'
import { readAgreedDays, readSeason, readTerms, readWish } from './season.form.ts'
import { SeasonListPage } from './season-list.page.tsx'
import { SeasonPage } from './season.page.tsx'
import { seasonPaths } from './season.paths.ts'
import { usualHours } from './season-wishes.tsx'

const texts = [seasonTexts, seriesTexts]

const wordsFor = (c: WebContext, error: unknown): string => {
  if (!(error instanceof Refused) || !texts.some(({ da }) => Object.hasOwn(da, error.code))) throw error
  return refusalWords(texts, error, c.get('language'))
}

/** `/kalender/saeson`: seasons are opened, wished for, and agreed one by one. */
export const seasonRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const list = async (c: WebContext, refusal: string | null) => {
    const actor = permit(c, calendarPolicy.readPlans)
    const shown = await readAs(platform, actor, async (tx) => {
      const seasons = []
      for (const season of await listSeasons(tx)) seasons.push(await loadSeason(tx, platform, season))
      const promises = await listPromisesToOpen(tx, actor, today(platform.clock))
      return { seasons, promises, areas: await listAreas(tx) }
    })
    return c.html(<SeasonListPage page={pageContext(c)} {...shown} refusal={refusal} />, refusal === null ? 200 : 422)
  }

  routes.get(seasonPaths.list, (c) => list(c, null))

  routes.post(seasonPaths.list, async (c) => {
    const actor = permit(c, calendarPolicy.readPlans)
    try {
      const asked = readSeason(await c.req.formData(), today(platform.clock), pick(seasonTexts, c.get('language')))
      const areaIds = asked.areaIds.length > 0 ? asked.areaIds : await namedAreas(platform, c, asked.lineageId)
      return c.redirect(seasonPaths.season(await openSeason(platform, actor, { ...asked, areaIds })), 303)
    } catch (error) {
      return list(c, wordsFor(c, error))
    }
  })

  return routes.route('/', oneSeasonRoutes(platform))
}

/** `/kalender/saeson/:id`. */
const oneSeasonRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null) => {
    const shown = await enterSeason(platform, c)
    if (shown === undefined) return c.notFound()
    const told = refusal === null ? toldIn(c) : null
    return c.html(<SeasonPage page={pageContext(c)} {...shown} {...{ told, refusal }} />, refusal === null ? 200 : 422)
  }

  routes.get('/kalender/saeson/:id', (c) => show(c, null))

  const act = (path: string, work: (c: WebContext, form: FormData) => Promise<string>) =>
    routes.post(path, async (c) => {
      permit(c, calendarPolicy.readPlans)
      if ((await enterSeason(platform, c)) === undefined) return c.notFound()
      try {
        const said = await work(c, await c.req.formData())
        return c.redirect(`${seasonPaths.season(c.req.param('id') ?? '')}?tak=${said}`, 303)
      } catch (error) {
        return show(c, wordsFor(c, error))
      }
    })

  act('/kalender/saeson/:id/vilkaar', async (c, form) => {
    const seen = { seasonId: c.req.param('id') ?? '', version: Number(formLine(form, 'udgave')) || 0 }
    await writeSeasonTerms(platform, c.get('actor'), seen, readTerms(form))
    return 'gemt'
  })

  act('/kalender/saeson/:id/oensker', async (c, form) => {
    const actor = c.get('actor')
    const season = await readAs(platform, actor, (tx) => findSeason(tx, c.req.param('id') ?? ''))
    if (season === undefined) throw new Refused('season_not_found')
    await wishForSeason(platform, actor, readWish(form, season))
    return 'oensket'
  })

  act('/kalender/saeson/:id/oensker/:wish', (c, form) => {
    const seen = { seasonWishId: c.req.param('wish') ?? '', version: Number(formLine(form, 'udgave')) || 0 }
    return settle(platform, c, seen, form)
  })
  return routes
}

const settle = async (platform: Platform, c: WebContext, seen: SeenWish, form: FormData): Promise<string> => {
  const actor = c.get('actor')
  const act = formLine(form, 'goer')
  if (act === 'aftal') {
    await agreeWish(platform, actor, seen, readAgreedDays(form))
    return 'aftalt'
  }
  if (act === 'nej') await declineWish(platform, actor, seen, formLine(form, 'hvorfor').slice(0, 200))
  else if (act === 'opgiv') await releaseWish(platform, actor, seen)
  else await withdrawWish(platform, actor, seen)
  return 'gemt'
}

/** The areas the promise names, or else those its activity does. */
const namedAreas = (platform: Platform, c: WebContext, lineageId: string): Promise<string[]> =>
  readAs(platform, c.get('actor'), async (tx) => {
    const terms = await findPromisedTerms(tx, lineageId, today(platform.clock))
    const areas = await listAreas(tx)
    const namedIn = (text: string) => areas.filter(({ name }) => text.includes(name)).map(({ areaId }) => areaId)
    const inSentence = namedIn(terms?.promise.text ?? '')
    return inSentence.length > 0 ? inSentence : namedIn(terms?.words ?? '')
  })

const enterSeason = (platform: Platform, c: WebContext) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const season = await findSeason(tx, c.req.param('id') ?? '')
    if (season === undefined) return undefined
    const toThing = await listRelationsToSeason(tx, season)
    c.set('sight', { permission: calendarPolicy.readSeason, toThing })
    const loaded = await loadSeason(tx, platform, season)
    const mayAgree = isPermitted(c.get('actor'), calendarPolicy.agreeSeason, toThing)
    const waiting = mayAgree ? loaded.wishes.filter(({ state }) => state === 'wished') : []
    const free = await listFreeStarts(tx, platform, waiting, usualHours)
    return { loaded, choices: { organisers: await organiserChoices(tx), venues: await wholeVenues(tx), free } }
  })

const organiserChoices = async (tx: ReadTx) =>
  (await listOrganisers(tx)).map(
    ({ organisationId, planId, name, plan }) =>
      [
        planId === null ? organisationId : `${organisationId}/${planId}`,
        plan === null ? name : `${name}, ${plan}`,
      ] as const,
  )

const wholeVenues = async (tx: ReadTx) => (await listVenueChoices(tx)).filter(([value]) => !value.includes('/'))

const toldIn = (c: WebContext): string | null => {
  const words = pick(seasonTexts, c.get('language'))
  const said = { gemt: words.saved, oensket: words.wished, aftalt: words.agreed }
  return Object.entries(said).find(([code]) => code === c.req.query('tak'))?.[1] ?? null
}
