import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { getPost, listHoldersOfPost, listPostContacts, partyPolicy } from '../../parties/index.ts'
import { loadPostWork } from '../post-work.ts'
import { PostPage } from './post.page.tsx'

/** `/funktioner/:id`: one post on a day, who holds it, and what it owes. */
export const postRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/funktioner/:id', async (c) => {
    const actor = permit(c, partyPolicy.readPeople)
    const day = askedDay(c)
    const seen = await readAs(platform, actor, async (tx) => {
      const post = await getPost(tx, c.req.param('id'), day)
      const [contact] = await listPostContacts(tx, [post.postId], day)
      const holdings = await listHoldersOfPost(tx, post.postId, { from: null })
      const known = { ...post, name: null, email: null, phone: null, ...contact }
      return { post: known, holdings, work: await loadPostWork(tx, post, day) }
    })
    return c.html(<PostPage page={pageContext(c)} day={day} {...seen} />)
  })
  return routes
}
