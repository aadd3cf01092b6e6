import { Hono } from 'hono'
import type { ReadTx } from '../../../../platform/database/index.ts'
import { today } from '../../../../platform/day.ts'
import { findId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { serveMadeOnce } from '../../../../web/made-once.ts'
import type { WebContext, WebEnv } from '../../../../web/page-context.ts'
import { partnershipName } from '../../../../platform/partnership-name.ts'
import { pageOf } from '../../feeds/directory/paged.rules.ts'
import { type DirectoryService, listServices, organizationsOf } from '../../feeds/directory/services.ts'
import { answerBroken, problem } from './problem.ts'

const profile = 'https://docs.openreferral.org/en/3.0.1/hsds/'

/** The headers of what machines read. */
export const machineHeaders = { 'access-control-allow-origin': '*' }

/** `/hsds/…`: what goes on, as directories of help and leisure read it (HSDS 3). */
export const directoryRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const { baseUrl, municipality } = platform.config
  const serve = (c: WebContext, key: string, make: (services: DirectoryService[], tx: ReadTx) => unknown) =>
    serveMadeOnce(c, platform, {
      key,
      make: async (tx) => {
        const made = make(await listServices(tx, today(platform.clock), baseUrl), tx)
        if (made === undefined) return null
        return { mediaType: 'application/json; charset=utf-8', body: JSON.stringify(made), headers: machineHeaders }
      },
    })

  for (const path of ['/hsds', '/hsds/'])
    routes.get(path, (c) =>
      c.json(
        {
          version: '3.0.1',
          profile,
          openapi_url: `${baseUrl}/api/openapi.json`,
          publisher: partnershipName(municipality),
        },
        200,
        machineHeaders,
      ),
    )

  const lists: Record<string, (services: DirectoryService[]) => readonly unknown[]> = {
    services: (services) => services,
    service_at_locations: (services) => services.flatMap((service) => service.service_at_locations),
    organizations: organizationsOf,
  }
  for (const [name, list] of Object.entries(lists)) {
    routes.get(`/hsds/${name}`, async (c) => {
      const asked = pageAsked(c)
      if (asked === undefined) return problem(c, 400, 'page is a whole number from 1, per_page one from 1 to 500.')
      const { page, size } = asked
      return serve(c, `/hsds/${name} ${page} ${size}`, (services) => pageOf(list(services), page, size))
    })
    routes.get(`/hsds/${name}/:id`, async (c) => {
      const id = findId(c.req.param('id'))
      if (id === undefined) return problem(c, 404, 'An id is a UUID.')
      const isIt = (thing: unknown) => typeof thing === 'object' && thing !== null && 'id' in thing && thing.id === id
      const answer = await serve(c, `/hsds/${name}/${id}`, (services) => list(services).find(isIt))
      return answer.status === 404 ? problem(c, 404, 'Nothing that is published has this id.') : answer
    })
  }
  routes.onError(answerBroken(platform))
  return routes
}

const pageAsked = (c: WebContext): { page: number; size: number } | undefined => {
  const [page, size] = [Number(c.req.query('page') ?? '1'), Number(c.req.query('per_page') ?? '50')]
  const isRead =
    Number.isInteger(page) && page >= 1 && page <= 1e6 && Number.isInteger(size) && size >= 1 && size <= 500
  return isRead ? { page, size } : undefined
}
