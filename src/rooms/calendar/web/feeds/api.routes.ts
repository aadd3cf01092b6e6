import { Hono } from 'hono'
import { describeRoute, openAPIRouteHandler, resolver, validator } from 'hono-openapi'
import type { z } from 'zod'
import type { ReadTx } from '../../../../platform/database/index.ts'
import { homeZone, today } from '../../../../platform/day.ts'
import { findId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { serveMadeOnce } from '../../../../web/made-once.ts'
import type { WebContext, WebEnv } from '../../../../web/page-context.ts'
import { partnershipName } from '../../../../platform/partnership-name.ts'
import { listAreas } from '../../../parties/index.ts'
import {
  findPublishedSeries,
  findToldVenue,
  listPublishedSeries,
  listToldVenues,
  type PageById,
} from '../../feeds/api/api.queries.ts'
import { answers, listQuery, occurrencesQuery } from '../../feeds/api/api.form.ts'
import { cursorOf, filterOf, toldOccurrence, toldSeries } from '../../feeds/api/told.ts'
import { findListedOccurrence, listOccurrences } from '../../listed-occurrence.queries.ts'
import { machineHeaders } from './directory.routes.ts'
import { answerBroken, problem } from './problem.ts'

const answersWith = (description: string, schema: z.ZodType) =>
  describeRoute({
    summary: description,
    responses: {
      200: { description, content: { 'application/json': { schema: resolver(schema) } } },
      304: { description: 'What the reader has is what there is.' },
      400: {
        description: 'The question cannot be read',
        content: { 'application/problem+json': { schema: resolver(answers.problem) } },
      },
      404: {
        description: 'There is no such thing',
        content: { 'application/problem+json': { schema: resolver(answers.problem) } },
      },
    },
  })

/** Reads the question of an address; what cannot be read is answered as a problem that names it. */
const asks = <Schema extends z.ZodType>(schema: Schema) =>
  validator('query', schema, (result, c: WebContext) => {
    if (result.success) return undefined
    const parts = result.error.flatMap(({ path = [] }) => path.filter((part) => typeof part === 'string'))
    return problem(c, 400, `Cannot be read: ${[...new Set(parts)].join(', ')}.`)
  })

/** A page of a list by id, with where the next begins. */
const pageOf = <Item extends { readonly id: string }>(items: readonly Item[], { most }: PageById) => ({
  items,
  next: items.length < most ? null : (items.at(-1)?.id ?? null),
})

type Serve = (c: WebContext, key: string, make: (tx: ReadTx) => Promise<unknown>) => Promise<Response>

/** `/api/v1/…`: what is published of the calendar, to read; `/api/openapi.json` tells how. */
export const apiRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const serve = async (c: WebContext, key: string, make: (tx: ReadTx) => Promise<unknown>) => {
    const answer = await serveMadeOnce(c, platform, {
      key,
      make: async (tx) => {
        const made = await make(tx)
        if (made === undefined) return null
        return { mediaType: 'application/json; charset=utf-8', body: JSON.stringify(made), headers: machineHeaders }
      },
    })
    return answer.status === 404 ? problem(c, 404, 'Nothing that is published has this id.') : answer
  }
  timeRoutes(routes, platform, serve)
  thingRoutes(routes, platform.config.baseUrl, serve)
  routes.get('/api/openapi.json', (c, next) => {
    c.header('access-control-allow-origin', '*')
    return openAPIRouteHandler(routes, description(platform))(c, next)
  })
  routes.all('/api/*', (c) => problem(c, 404, 'See /api/openapi.json.'))
  routes.onError(answerBroken(platform))
  return routes
}

const description = ({ config }: Platform) => ({
  documentation: {
    openapi: '3.1.0',
    info: {
      title: `Det sker · ${partnershipName(config.municipality)}`,
      version: '1',
      description: 'What is published of the calendar. Free to use where the source is named.',
      license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
    },
    servers: [{ url: config.baseUrl }],
  },
  exclude: ['/api/openapi.json', '/api/*'],
})

/** Times: in the order they begin, by a filter, or one. */
const timeRoutes = (routes: Hono<WebEnv>, platform: Platform, serve: Serve): void => {
  const { baseUrl } = platform.config
  routes.get(
    '/api/v1/occurrences',
    answersWith('Times, in the order they begin.', answers.occurrences),
    asks(occurrencesQuery),
    async (c) => {
      const query = c.req.valid('query')
      const filter = filterOf(query, today(platform.clock).toZonedDateTime(homeZone).toInstant())
      if (filter === undefined) return problem(c, 400, 'Cannot be read: cursor.')
      const key = JSON.stringify(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      return serve(c, `/api/v1/occurrences ${key}`, async (tx) => {
        const times = await listOccurrences(tx, filter)
        const last = times.length < filter.most ? undefined : times.at(-1)
        const items = times.map((time) => toldOccurrence(time, baseUrl))
        return { items, next: last === undefined ? null : cursorOf(last) }
      })
    },
  )
}

/** What goes on, and where: in lists by id, or one. */
const thingRoutes = (routes: Hono<WebEnv>, baseUrl: string, serve: Serve): void => {
  const one = (path: string, schema: z.ZodType, find: (tx: ReadTx, id: string) => Promise<unknown>) =>
    routes.get(`${path}/:id`, answersWith('One by its id.', schema), async (c) => {
      const id = findId(c.req.param('id'))
      return id === undefined ? problem(c, 404, 'An id is a UUID.') : serve(c, `${path}/${id}`, (tx) => find(tx, id))
    })
  const many = (
    path: string,
    schema: z.ZodType,
    list: (tx: ReadTx, page: PageById) => Promise<readonly { readonly id: string }[]>,
  ) =>
    routes.get(path, answersWith('A page of them, by id.', schema), asks(listQuery), (c) => {
      const { cursor, limit } = c.req.valid('query')
      const page = { after: cursor ?? null, most: limit }
      return serve(c, `${path} ${cursor} ${limit}`, async (tx) => pageOf(await list(tx, page), page))
    })

  one('/api/v1/occurrences', answers.occurrence, async (tx, id) => {
    const listed = await findListedOccurrence(tx, id)
    return listed?.series.isPublished === true && listed.state !== 'skipped'
      ? toldOccurrence(listed, baseUrl)
      : undefined
  })
  many('/api/v1/series', answers.seriesList, async (tx, page) =>
    (await listPublishedSeries(tx, page)).map((listed) => toldSeries(listed, baseUrl)),
  )
  one('/api/v1/series', answers.series, async (tx, id) => {
    const listed = await findPublishedSeries(tx, id)
    return listed && toldSeries(listed, baseUrl)
  })
  many('/api/v1/venues', answers.venues, listToldVenues)
  one('/api/v1/venues', answers.venue, findToldVenue)
  routes.get('/api/v1/areas', answersWith('All areas, by name.', answers.areas), (c) =>
    serve(c, '/api/v1/areas', async (tx) => ({
      items: (await listAreas(tx)).map(({ areaId, name }) => ({ id: areaId, name })),
      next: null,
    })),
  )
}
