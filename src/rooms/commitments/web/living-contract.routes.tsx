import { Hono } from 'hono'
import { keepHouse, readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { getVersionOn, knownOn, listVersions, seeAround } from '../../agreements/index.ts'
import { listAnchoringPlans } from '../anchoring.queries.ts'
import { countCommitments, listCommitments } from '../commitment.queries.ts'
import { insertContractLook } from '../contract-look.queries.ts'
import { listReservations } from '../reservation.queries.ts'
import { listStandings } from '../standings.ts'
import { listOwedPromises } from '../owed-promises.ts'
import { AgreementListPage } from './agreement-list.page.tsx'
import { askedDay } from '../../../web/asked-day.ts'
import { FrontPage } from './front.page.tsx'
import { listAgreementsOn } from './list-agreements-on.ts'
import { lookAt } from './look-at.ts'
import { loadClauseMarks } from './revision/clause-marks.ts'
import { LivingContractPage } from './living-contract.page.tsx'

/** `/` and `/aftaler`: how the promises stand, the partnership's agreements, and each as a living contract. */
export const livingContractRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const listed = (c: WebContext, asked = '') =>
    readAs(platform, c.get('actor'), async (tx) => {
      const day = askedDay(c)
      const agreements = await listAgreementsOn(tx, pageContext(c), asked)
      const counts = await countCommitments(
        tx,
        agreements.map((agreement) => agreement.agreementVersionId),
      )
      const { promises } = await listOwedPromises(tx, day, c.get('actor').personId)
      return { agreements, counts, promises }
    })

  routes.get('/', async (c) => c.html(<FrontPage page={pageContext(c)} {...await listed(c)} />))

  routes.get('/aftaler', async (c) => {
    const asked = (c.req.query('soeg') ?? '').trim().slice(0, 100)
    return c.html(<AgreementListPage page={pageContext(c)} asked={asked} {...await listed(c, asked)} />)
  })

  routes.get('/aftaler/:slug', async (c) => {
    const day = askedDay(c)
    const contract = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getVersionOn(tx, c.req.param('slug'), day)
      await lookAt(c, tx, version)
      const commitments = await listCommitments(tx, version.agreementVersionId)
      const reservations = await listReservations(tx, version.agreementVersionId, day)
      const plans = (await listAnchoringPlans(tx, [version.agreementVersionId], day)).get(version.agreementVersionId)
      const marks = await loadClauseMarks(tx, version, commitments)
      const versions = knownOn(await listVersions(tx, version.agreementId), day)
      const around = await seeAround(tx, version, day)
      return {
        around,
        marks,
        versions,
        version,
        commitments,
        standings: await listStandings(tx, commitments, day),
        reservations,
        plans,
      }
    })
    await noteFirstLook(platform, c)
    return c.html(<LivingContractPage page={pageContext(c)} day={day} {...contract} />)
  })
  return routes
}

/** Somebody new in a post has now opened one: the list of the first hour asks. */
const noteFirstLook = async (platform: Platform, c: WebContext): Promise<void> => {
  const { personId, postId } = c.get('actor')
  if (personId === null || postId === null || !pageContext(c).isNewcomer) return
  await keepHouse(platform, c.get('actor'), (tx) =>
    insertContractLook(tx, { personId, postId, at: platform.clock.now() }),
  )
}
