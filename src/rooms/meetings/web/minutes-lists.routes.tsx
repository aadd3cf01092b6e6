import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { requirePermission } from '../../access/index.ts'
import { findGroup } from '../group/group.queries.ts'
import { loadGroup, relationsToGroup } from '../group/load-group.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { listEditions, listPublishedMinutes } from '../minutes/minutes.queries.ts'
import { searchMinutes } from '../minutes/search-minutes.ts'
import { CollectionPage, PublishedListPage, PublishedPage, SearchPage } from './minutes-lists.page.tsx'
import { minutesPaths } from './minutes.paths.ts'

/** Minutes open to all, all minutes of a group, and the search in minutes. */
export const minutesListRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(minutesPaths.published, async (c) => {
    const actor = permit(c, meetingsPolicy.readPublished)
    const published = await readAs(platform, actor, (tx) => listPublishedMinutes(tx, null))
    return c.html(<PublishedListPage page={pageContext(c)} published={published} />)
  })

  routes.get('/moeder/referater/:id', async (c) => {
    const actor = permit(c, meetingsPolicy.readPublished)
    const [published] = await readAs(platform, actor, (tx) => listPublishedMinutes(tx, c.req.param('id')))
    return published === undefined
      ? c.notFound()
      : c.html(<PublishedPage page={pageContext(c)} published={published} />)
  })

  routes.get(minutesPaths.search, async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const asked = (c.req.query('q') ?? '').slice(0, 200)
    const result = await readAs(platform, actor, (tx) => searchMinutes(tx, asked))
    return c.html(<SearchPage page={pageContext(c)} asked={asked} result={result} />)
  })

  routes.get('/moeder/gruppe/:id/samling', async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const shown = await readAs(platform, actor, async (tx) => {
      const group = await findGroup(tx, c.req.param('id'))
      if (group === undefined) return undefined
      const loaded = await loadGroup(tx, group, today(platform.clock))
      const relations = await relationsToGroup(tx, actor, loaded)
      const held = loaded.meetings.filter(({ state }) => state !== 'cancelled').map(({ meetingId }) => meetingId)
      const editions = await listEditions(tx, held)
      const last = held.flatMap((id) => editions.findLast(({ meetingId }) => meetingId === id) ?? [])
      return { group, relations, editions: last }
    })
    if (shown === undefined) return c.notFound()
    requirePermission(actor, meetingsPolicy.readPapers, shown.relations)
    c.set('sight', { permission: meetingsPolicy.readPapers, toThing: shown.relations })
    return c.html(<CollectionPage page={pageContext(c)} group={shown.group} editions={shown.editions} />)
  })
  return routes
}
