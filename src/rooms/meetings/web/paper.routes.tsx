import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { findPaper } from '../agenda/agenda.queries.ts'
import { attachPaper, removePaper } from '../agenda/attach-paper.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import type { Act } from './act.ts'

/** `/moeder/:id/papir/:paper`: a paper of the agenda, as those see it who see the group's papers. */
export const paperRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/moeder/:id/papir/:paper', async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const paper = await readAs(platform, actor, (tx) => findPaper(tx, c.req.param('paper')))
    if (paper === undefined) return c.notFound()
    return c.body(new Uint8Array(paper.bytes), 200, {
      'content-type': paper.mediaType,
      // What somebody attached is saved, never run in the page.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`,
      'cache-control': 'private, no-store',
    })
  })
  return routes
}

/** Attaches and removes papers. */
export const actOnPapers = (platform: Platform, act: Act): void => {
  act('/moeder/:id/punkt/:item/papir', async (c, actor, form) => {
    const file = form.get('fil')
    if (!(file instanceof File)) throw new Refused('paper_empty')
    await attachPaper(platform, actor, {
      meetingId: c.req.param('id') ?? '',
      itemId: c.req.param('item') ?? '',
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })
    return 'gemt'
  })
  act('/moeder/:id/papir/:paper', async (c, actor) => {
    await removePaper(platform, actor, c.req.param('id') ?? '', c.req.param('paper') ?? '')
    return 'gemt'
  })
}
