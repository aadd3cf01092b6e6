import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { readHeads } from '../audit/audit-heads.rules.ts'
import { auditPolicy } from '../audit/audit.policy.ts'
import { verifyTrailAs } from '../audit/read-trail.ts'
import { seeProtection } from '../audit/see-protection.ts'
import { ProtectionPage } from './protection.page.tsx'
import { protectionPaths } from './protection.paths.ts'
import type { TrailDesk } from './trail-desk.ts'
import { trailRoutes } from './trail.routes.tsx'
import { VerifyPage } from './verify.page.tsx'

/** `/databeskyttelse` and the audit trail under it, for the data-protection officer. */
export const protectionRoutes = (platform: Platform, desk: TrailDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.route('/', trailRoutes(platform, desk))

  routes.get(protectionPaths.overview, async (c) => {
    const actor = permit(c, auditPolicy.seeOverview)
    const overview = await seeProtection(platform, actor)
    return c.html(<ProtectionPage page={pageContext(c)} overview={overview} />)
  })

  routes.get(protectionPaths.verify, (c) => {
    permit(c, auditPolicy.verifyTrail)
    return c.html(<VerifyPage page={pageContext(c)} verified={null} />)
  })

  routes.post(protectionPaths.verify, async (c) => {
    const actor = permit(c, auditPolicy.verifyTrail)
    const typed = formText(await c.req.formData(), 'kontroltal')
    const noted = readHeads(typed)
    const page = pageContext(c)
    if (typed.trim() !== '' && noted.length === 0)
      return c.html(<VerifyPage page={page} verified={null} unread={typed} />, 422)
    const findings = await verifyTrailAs(platform, actor, noted)
    const verified = { findings, at: platform.clock.now(), noted: noted.length }
    return c.html(<VerifyPage page={page} verified={verified} />)
  })
  return routes
}
