import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { isPermitted, requirePermission } from '../../access/index.ts'
import { agreementPolicy, listAgreements, listRelationsTo } from '../../agreements/index.ts'
import { beginNextPeriod, getVersionToCarry } from '../next-period/begin-next-period.ts'
import { isProposedKept } from '../next-period/drop-reason.rules.ts'
import { loadPeriod } from '../next-period/load-period.ts'
import { nextPeriodTexts } from '../next-period/next-period.texts.ts'
import { nextSpan } from '../next-period/shift-days.rules.ts'
import { lookAt } from './look-at.ts'
import { type CarryTyped, readCarry } from './next-period.form.ts'
import { CarryPage, NextPeriodListPage } from './next-period.page.tsx'

/** `/aftaler/ny/naeste-periode`: an agreement taken into its next period, promise by promise. */
export const nextPeriodRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/aftaler/ny/naeste-periode', async (c) => {
    const actor = c.get('actor')
    requirePermission(actor, agreementPolicy.beginDraft)
    c.set('sight', { permission: agreementPolicy.beginDraft, toThing: new Set() })
    const agreements = await readAs(platform, actor, async (tx) => {
      const own = []
      for (const agreement of await listAgreements(tx, today(platform.clock))) {
        const toThing = await listRelationsTo(tx, agreement.agreementVersionId)
        if (isPermitted(actor, agreementPolicy.readSource, toThing)) own.push(agreement)
      }
      return own
    })
    return c.html(<NextPeriodListPage page={pageContext(c)} agreements={agreements} />)
  })

  const show = async (c: WebContext, slug: string, typed?: CarryTyped) => {
    const day: Day = today(platform.clock)
    const period = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getVersionToCarry(tx, c.get('actor'), slug, platform)
      await lookAt(c, tx, version, agreementPolicy.readSource)
      const from = typed?.from ?? nextSpan(version.document.validDuring)?.from ?? day.toString()
      return loadPeriod(tx, version, { today: day, from })
    })
    const span = nextSpan(period.version.document.validDuring)
    const proposed = period.promises.filter(({ mayDrop }) => isProposedKept(mayDrop))
    const first: CarryTyped = {
      from: span?.from ?? '',
      to: span?.to ?? '',
      kept: new Set(proposed.map(({ commitment }) => commitment.readingId)),
      errors: new Map(),
    }
    return c.html(<CarryPage page={pageContext(c)} period={period} typed={typed ?? first} />, typed ? 422 : 200)
  }

  routes.get('/aftaler/ny/naeste-periode/:slug', (c) => show(c, c.req.param('slug')))

  routes.post('/aftaler/ny/naeste-periode/:slug', async (c) => {
    const actor = c.get('actor')
    const slug = c.req.param('slug')
    const version = await readAs(platform, actor, (tx) => getVersionToCarry(tx, actor, slug, platform))
    const form = await c.req.formData()
    const read = readCarry(form, version.document.validDuring)
    if (read.errors.size > 0) return show(c, slug, read)
    const span = { from: read.from, to: read.to === '' ? null : read.to }
    try {
      const agreementVersionId = formText(form, 'udgave')
      const draftId = await beginNextPeriod(platform, actor, { slug, agreementVersionId, span, kept: read.kept })
      return c.redirect(`/udkast/${draftId}`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'version_changed_meanwhile') throw error
      return show(c, slug, { ...read, refusal: refusalWords([nextPeriodTexts], error, c.get('language')) })
    }
  })
  return routes
}
