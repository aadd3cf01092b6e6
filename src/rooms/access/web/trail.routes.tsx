import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { auditPolicy } from '../audit/audit.policy.ts'
import { exportEntries, exportTrailLines, readTrail } from '../audit/read-trail.ts'
import { readTrailFilter, readTrailPlace } from '../audit/trail-filter.ts'
import { csvEntry, csvHeading } from '../audit/trail-sheet.ts'
import { protectionPaths } from './protection.paths.ts'
import type { TrailDesk } from './trail-desk.ts'
import { TrailPage } from './trail.page.tsx'

/** The audit trail as a page, as a sheet, and as lines that can be verified elsewhere. */
export const trailRoutes = (platform: Platform, desk: TrailDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(protectionPaths.trail, async (c) => {
    const actor = permit(c, auditPolicy.readTrail)
    const filter = readTrailFilter((name) => c.req.query(name))
    const after = readTrailPlace(c.req.query('efter'))
    const read = await readTrail(platform, actor, { filter, after })
    const names = await desk.listNames(actor)
    return c.html(<TrailPage page={pageContext(c)} filter={filter} after={after} read={read} names={names} />)
  })

  routes.get(protectionPaths.trailSheet, async (c) => {
    const actor = permit(c, auditPolicy.exportTrail)
    const [names, language] = [await desk.listNames(actor), c.get('language')]
    const pages = await exportEntries(
      platform,
      actor,
      readTrailFilter((name) => c.req.query(name)),
    )
    asFile(c, 'text/csv; charset=utf-8', 'csv')
    return stream(c, async (out) => {
      await out.write(csvHeading(language))
      for await (const entries of pages)
        await out.write(entries.map((entry) => csvEntry(entry, names, language)).join(''))
    })
  })

  routes.get(protectionPaths.trailLines, (c) => {
    const actor = permit(c, auditPolicy.exportTrail)
    asFile(c, 'application/jsonl', 'jsonl')
    return stream(c, (out) =>
      exportTrailLines(platform, actor, async (lines) => {
        await out.write(lines)
      }),
    )
  })

  const asFile = (c: WebContext, type: string, ending: string) => {
    const name = `logbog-${platform.config.municipality}-${today(platform.clock)}.${ending}`
    c.header('content-type', type)
    c.header('content-disposition', `attachment; filename="${name}"`)
    c.header('cache-control', 'private, no-store')
  }
  return routes
}
