import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { listAreas } from '../../../parties/index.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { collisionTexts } from '../../collisions/collision.texts.ts'
import { noteCollision, placeAreasNear, unnoteCollision } from '../../collisions/note-collision.ts'
import { watchCollisions } from '../../collisions/radar.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { RadarPage } from './radar.page.tsx'

/** `/kalender/sammenfald`: the standing watch over what gathers the same children at the same time. */
export const radarRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null) => {
    const page = pageContext(c)
    const seen = await readAs(platform, page.actor, async (tx) => ({
      radar: await watchCollisions(tx, platform.clock.now()),
      areas: await listAreas(tx),
    }))
    const isSaved = refusal === null && c.req.query('gemt') === 'ja'
    const told = isSaved ? pick(collisionTexts, page.language).saved : null
    return c.html(<RadarPage page={page} {...seen} told={told} refusal={refusal} />, refusal === null ? 200 : 422)
  }

  routes.get(calendarPaths.collisions, (c) => {
    permit(c, calendarPolicy.readPlans)
    return show(c, null)
  })

  routes.post(calendarPaths.collisions, async (c) => {
    const actor = permit(c, calendarPolicy.readPlans)
    const form = await c.req.formData()
    const pair = { oneId: formLine(form, 'en'), otherId: formLine(form, 'anden') }
    try {
      const does = formLine(form, 'goer')
      if (does === 'naer') await placeAreasNear(platform, actor, tickedIn(form))
      else if (does === 'frem') await unnoteCollision(platform, actor, pair)
      else await noteCollision(platform, actor, pair, formLine(form, 'hvorfor').slice(0, 200))
      return c.redirect(`${calendarPaths.collisions}?gemt=ja`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || !Object.hasOwn(collisionTexts.da, error.code)) throw error
      return show(c, refusalWords([collisionTexts], error, c.get('language')))
    }
  })
  return routes
}

const tickedIn = (form: FormData): (readonly [string, string])[] =>
  form.getAll('naer').flatMap((value) => {
    const [one = '', other = ''] = typeof value === 'string' ? value.split('/') : []
    return one === '' || other === '' ? [] : [[one, other] as const]
  })
