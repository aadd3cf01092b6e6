import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission, tellExport } from '../../access/index.ts'
import type { CalendarPart } from '../calendar-part.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { listOwedPromises } from '../owed-promises.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { choicesAmong, narrow, readFilter } from './promise-list-filter.ts'
import { promiseSheet } from './promise-list-sheet.ts'
import { PromiseListPage } from './promise-list.page.tsx'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** `/loefter` and `/loefter.xlsx`: what is owed, by whom and by when, filtered by the address. */
export const promiseListRoutes = (platform: Platform, calendar: CalendarPart): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const load = async (c: WebContext) => {
    const actor = c.get('actor')
    requirePermission(actor, commitmentPolicy.readStates)
    const day = askedDay(c)
    const { posts, promises, times } = await readAs(platform, actor, async (tx) => ({
      ...(await listOwedPromises(tx, day, actor.personId)),
      times: await calendar.listNextTimes(tx),
    }))
    const filter = readFilter((name) => c.req.query(name), posts.length > 0 ? 'ours' : 'all')
    const planning = { planPath: calendar.planPath, mayPlan: actor.postId !== null }
    // What is ahead is told of today alone: the list may be of another day.
    const ahead = day.equals(today(platform.clock)) ? { times, ...planning } : null
    return { day, filter, posts, promises, ahead, narrowed: narrow(promises, filter) }
  }

  routes.get('/loefter', async (c) => {
    const { day, filter, posts, promises, ahead, narrowed } = await load(c)
    const view = { page: pageContext(c), day, filter, ahead }
    return c.html(<PromiseListPage view={view} posts={posts} promises={narrowed} choices={choicesAmong(promises)} />)
  })

  routes.get('/loefter.xlsx', async (c) => {
    const { day, filter, narrowed } = await load(c)
    await tellExport(platform, c.get('actor'), { thing: 'commitment', ref: null, format: 'xlsx' })
    const asked = { filter, day, language: c.get('language'), baseUrl: platform.config.baseUrl }
    return c.body(writeXlsx(promiseSheet(narrowed, asked)), 200, {
      'content-type': sheetType,
      'content-disposition': `attachment; filename="loefter-${day.toString()}.xlsx"`,
      'cache-control': 'private, no-store',
    })
  })
  return routes
}
