import { Hono } from 'hono'
import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { type AgreedActivity, type AgreementDocument, getVersionOn } from '../../agreements/index.ts'
import { listAnchoringPlans } from '../anchoring.queries.ts'
import { noPlan } from '../anchoring.ts'
import { planAnchoring } from '../plan-anchoring.ts'
import { reservationRefusalTexts } from '../reservation-refusals.texts.ts'
import { readAnchoring } from '../reservation.forms.ts'
import { listAgreementsOn } from './list-agreements-on.ts'
import { lookAt } from './look-at.ts'
import { type AnchoredAgreement, AnchoringListPage, AnchoringPlanPage, type AnchoringTyped } from './anchoring.page.tsx'

interface Asked {
  readonly slug: string
  readonly activityId: string
}

/** What somebody may carry on: an activity that is not made up of others. */
const isCarriedOn = ({ id, role }: AgreedActivity, { activities }: AgreementDocument): boolean =>
  role === 'activity' && !activities.some(({ parentId }) => parentId === id)

/** The agreements of the day with the plans their activities had by then. */
const listAnchored = async (tx: ReadTx, c: WebContext): Promise<AnchoredAgreement[]> => {
  const day = askedDay(c)
  const listed = await listAgreementsOn(tx, pageContext(c))
  const plans = await listAnchoringPlans(
    tx,
    listed.map(({ agreementVersionId }) => agreementVersionId),
    day,
  )
  return Promise.all(
    listed.map(async ({ slug, title, focusArea, agreementVersionId }) => {
      const { document } = await getVersionOn(tx, slug, day)
      const own = plans.get(agreementVersionId)
      const activities = document.activities
        .filter((activity) => isCarriedOn(activity, document))
        .map((activity) => ({ title: activity.title, plan: own?.get(activity.id) ?? noPlan(activity.id) }))
      return { slug, title: focusArea ?? title, activities }
    }),
  )
}

/** `/forankring` and `/aftaler/:slug/forankring/:aktivitet`: who carries each activity on. */
export const anchoringRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/forankring', async (c) => {
    const agreements = await readAs(platform, c.get('actor'), (tx) => listAnchored(tx, c))
    return c.html(<AnchoringListPage page={pageContext(c)} agreements={agreements} />)
  })

  const show = async (c: WebContext, { slug, activityId }: Asked, typed: AnchoringTyped = {}) => {
    const day = askedDay(c)
    const view = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getVersionOn(tx, slug, day)
      await lookAt(c, tx, version)
      const { agreementVersionId, document } = version
      const activity = document.activities.find(({ id }) => id === activityId)
      if (!activity) throw new Refused('activity_not_found')
      const plans = await listAnchoringPlans(tx, [agreementVersionId], day)
      const plan = plans.get(agreementVersionId)?.get(activityId) ?? noPlan(activityId)
      return { slug, agreement: document.focusArea ?? document.title ?? slug, activity, plan }
    })
    const status = typed.refusal !== undefined || (typed.errors?.size ?? 0) > 0 ? 422 : 200
    return c.html(<AnchoringPlanPage page={pageContext(c)} view={view} typed={typed} />, status)
  }

  routes.get('/aftaler/:slug/forankring/:aktivitet', (c) =>
    show(c, { slug: c.req.param('slug'), activityId: c.req.param('aktivitet') }),
  )

  routes.post('/aftaler/:slug/forankring/:aktivitet', async (c) => {
    const asked = { slug: c.req.param('slug'), activityId: c.req.param('aktivitet') }
    const form = await c.req.formData()
    const { value: plan, errors } = readAnchoring(asked.activityId, (name) => formText(form, name))
    if (errors.size > 0) return show(c, asked, { plan, errors })
    try {
      await planAnchoring(platform, c.get('actor'), asked.slug, plan)
      return c.redirect('/forankring', 303)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'anchoring_changed_meanwhile') throw error
      return show(c, asked, { refusal: refusalWords([reservationRefusalTexts], error, c.get('language')) })
    }
  })
  return routes
}
