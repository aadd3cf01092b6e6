import { Hono } from 'hono'
import { raw } from 'hono/html'
import type { Platform } from '../../../../platform/platform.ts'
import { assetHref } from '../../../../web/assets.ts'
import { serveMadeOnce } from '../../../../web/made-once.ts'
import type { WebContext, WebEnv } from '../../../../web/page-context.ts'
import { partnershipName } from '../../../../platform/partnership-name.ts'
import { datasetOf, openLicense } from '../../feeds/open-active/dataset.ts'
import { bringUpToDate, readOpenFeed } from '../../feeds/open-active/keep-open-feed.ts'
import type { FeedLine, FeedPlace } from '../../feeds/open-active/open-feed.queries.ts'
import { openFeeds } from '../../feeds/open-active/open-item.ts'
import { scriptJson } from '../../feeds/json-ld.ts'
import { machineHeaders } from './directory.routes.ts'
import { answerBroken, problem } from './problem.ts'

const rpde = 'application/vnd.openactive.rpde+json; version=1'
const feedHeaders = { ...machineHeaders, 'cache-control': 'public, max-age=8' }

const questionOf = (place: FeedPlace | null): string =>
  place === null ? '' : `?${new URLSearchParams({ afterTimestamp: String(place.modified), afterId: place.id })}`

/** `/openactive`: the calendar as OpenActive's feeds (RPDE 1.0), and the page that tells of them. */
export const openActiveRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const { baseUrl, municipality } = platform.config

  for (const { feed, kind } of openFeeds)
    routes.get(`/openactive/${feed}`, async (c) => {
      const after = placeAsked(c)
      if (after === undefined)
        return problem(c, 400, 'afterTimestamp and afterId go together; the first is a whole number.')
      return serveMadeOnce(c, platform, {
        key: `/openactive/${feed} ${after?.modified} ${after?.id}`,
        prepare: () => bringUpToDate(platform, feed),
        make: async (tx) => {
          const lines = await readOpenFeed(tx, feed, after)
          const next = `${baseUrl}/openactive/${feed}${questionOf(lines.at(-1) ?? after)}`
          return { mediaType: rpde, body: pageOf(lines, { kind, next }), headers: feedHeaders }
        },
      })
    })

  routes.get('/openactive', (c) =>
    serveMadeOnce(c, platform, {
      key: '/openactive',
      make: async () => ({
        mediaType: 'text/html; charset=utf-8',
        body: String(await datasetPage(datasetOf(baseUrl, partnershipName(municipality)))),
      }),
    }),
  )
  routes.onError(answerBroken(platform))
  return routes
}

/** Where the reader has come to; null at the beginning, undefined where it cannot be read. */
const placeAsked = (c: WebContext): FeedPlace | null | undefined => {
  const [modified, id] = [c.req.query('afterTimestamp'), c.req.query('afterId')]
  if (modified === undefined && id === undefined) return null
  if (modified === undefined || id === undefined || !/^\d{1,15}$/.test(modified) || !/^[\w-]{1,80}$/.test(id))
    return undefined
  return { modified: Number(modified), id }
}

// The items are JSON already: they are put together, not read and written again.
const pageOf = (lines: readonly FeedLine[], { kind, next }: { kind: string; next: string }): string => {
  const items = lines.map(({ id, modified, item }) => {
    const head = `{"id":${JSON.stringify(id)},"modified":${modified},"kind":"${kind}"`
    return item === null ? `${head},"state":"deleted"}` : `${head},"state":"updated","data":${item}}`
  })
  return `{"next":${JSON.stringify(next)},"license":"${openLicense}","items":[${items.join(',')}]}`
}

const datasetPage = (dataset: ReturnType<typeof datasetOf>) => (
  <>
    {raw('<!doctype html>')}
    <html lang="da" data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${dataset.name} · Brobyg`}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assetHref('brobyg.css')} />
        <link rel="icon" href="data:," />
        <script type="application/ld+json">{raw(scriptJson(dataset))}</script>
      </head>
      <body>
        <main class="page">
          <h1>{dataset.name}</h1>
          <p class="lead">{dataset.description}</p>
          <h2>Strømme</h2>
          <ul>
            {dataset.distribution.map(({ name, contentUrl }) => (
              <li>
                <a href={contentUrl}>{name}</a>
              </li>
            ))}
            <li>
              <a href="/kalender.ics">iCalendar</a>
            </li>
            <li>
              <a href="/hsds/services">HSDS 3</a>
            </li>
            <li>
              <a href="/api/openapi.json">OpenAPI 3.1</a>
            </li>
          </ul>
          <p>
            Data må bruges frit, når kilden nævnes: <a href={dataset.license}>Creative Commons BY 4.0</a>.
          </p>
          <p>
            <a href="/kalender">Se kalenderen</a>
          </p>
        </main>
      </body>
    </html>
  </>
)
