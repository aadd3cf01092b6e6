import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Frame } from '../../../web/layout.tsx'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { pick } from '../../../platform/language.ts'
import { getVersionOn, listAgreements } from '../../agreements/index.ts'
import { countCommitments, listCommitments } from '../commitment.queries.ts'
import { listStandings } from '../standings.ts'
import { AgreementCards, AgreementListPage } from './agreement-list.page.tsx'
import { listTexts } from './agreement-list.texts.ts'
import { askedDay } from './asked-day.ts'
import { LivingContractPage } from './living-contract.page.tsx'

/** `/` and `/aftaler`: the partnership's agreements, and each as a living contract. */
export const livingContractRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const listed = (c: WebContext) =>
    readAs(platform, c.get('actor'), async (tx) => {
      const agreements = await listAgreements(tx, today(platform.clock))
      const promises = await countCommitments(
        tx,
        agreements.map((agreement) => agreement.agreementVersionId),
      )
      return { agreements, promises }
    })

  routes.get('/', async (c) => {
    const page = pageContext(c)
    const words = pick(listTexts, page.language)
    const { agreements, promises } = await listed(c)
    return c.html(
      <Frame page={page} title={words.frontTitle(page.partnership)} under="home">
        <h1>{words.frontTitle(page.partnership)}</h1>
        <p class="lead">{words.frontIntro}</p>
        <AgreementCards page={page} agreements={agreements} promises={promises} />
      </Frame>,
    )
  })

  routes.get('/aftaler', async (c) => c.html(<AgreementListPage page={pageContext(c)} {...await listed(c)} />))

  routes.get('/aftaler/:slug', async (c) => {
    const day = askedDay(c)
    const contract = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getVersionOn(tx, c.req.param('slug'), day)
      const commitments = await listCommitments(tx, version.agreementVersionId)
      const judged = commitments.map((commitment) => ({ ...commitment, inForceDuring: version.inForceDuring }))
      return { version, commitments, standings: await listStandings(tx, judged, day) }
    })
    return c.html(<LivingContractPage page={pageContext(c)} day={day} {...contract} />)
  })
  return routes
}
