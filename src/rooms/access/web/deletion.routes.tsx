import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { findId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import type { DeletionClock } from '../deletion/deletion-clock.ts'
import { deletionPolicy } from '../deletion/deletion.policy.ts'
import { listDeletionCounts } from '../deletion/deletion.queries.ts'
import { liftLegalHold, readLegalHolds, setLegalHold } from '../deletion/hold.ts'
import { readDeletionReport } from '../deletion/run-clocks.ts'
import { deletionPath } from './consent.paths.ts'
import { DeletionPage } from './deletion.page.tsx'

/** `/databeskyttelse/sletning`: what goes next month, what is held back, and what went. */
export const deletionRoutes = (platform: Platform, clocks: readonly DeletionClock[]): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(deletionPath, async (c) => {
    const actor = c.get('actor')
    const forecasts = await readDeletionReport(platform, actor, clocks)
    const holds = await readLegalHolds(platform, actor)
    const since = today(platform.clock).subtract({ years: 1 })
    const counts = await readAs(platform, actor, (tx) => listDeletionCounts(tx, since))
    c.set('sight', { permission: deletionPolicy.readReport, toThing: new Set() })
    return c.html(<DeletionPage page={pageContext(c)} forecasts={forecasts} holds={holds} counts={counts} />)
  })

  routes.post(`${deletionPath}/hold`, async (c) => {
    const form = await c.req.formData()
    const [thing, ref, reason] = ['ting', 'id', 'hvorfor'].map((name) => formText(form, name).trim())
    await setLegalHold(platform, c.get('actor'), { thing: thing ?? '', ref: ref ?? '', reason: reason ?? '' })
    return c.redirect(deletionPath, 303)
  })

  routes.post(`${deletionPath}/ophaev`, async (c) => {
    const legalHoldId = findId(formText(await c.req.formData(), 'hold'))
    if (legalHoldId === undefined) throw new Refused('hold_not_found')
    await liftLegalHold(platform, c.get('actor'), legalHoldId)
    return c.redirect(deletionPath, 303)
  })
  return routes
}
