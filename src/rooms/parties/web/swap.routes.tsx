import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { listHoldersOfPost } from '../holder.queries.ts'
import { partyPolicy } from '../party.policy.ts'
import { listNamesakes } from '../party.queries.ts'
import { partyTexts } from '../party.texts.ts'
import { getPost, listMailsByName, listNamesOn } from '../post.queries.ts'
import { swapHolder } from '../swap-holder.ts'
import type { Swap } from '../swap.ts'
import { effectsOf, lastWritten } from '../swap.rules.ts'
import { answerSent } from './invite.routes.tsx'
import { emptySwap, readSwap, type SwapTyped } from './swap.form.ts'
import { SwapPage, type SwapProps } from './swap.page.tsx'

const noErrors = new Map()

/** So many names are suggested; any other can be written. */
const mostNames = 400

/** `/funktioner/:id/skift`: a post is given to somebody else from a day. */
export const swapRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const enter = (c: WebContext) => {
    const actor = permit(c, partyPolicy.swapHolder)
    const day = today(platform.clock)
    return readAs(platform, actor, async (tx) => ({
      post: await getPost(tx, c.req.param('id') ?? '', day),
      holdings: await listHoldersOfPost(tx, c.req.param('id') ?? '', { from: null }),
      names: await listNamesOn(tx, day, mostNames),
    }))
  }

  routes.get('/funktioner/:id/skift', async (c) => {
    const seen = await enter(c)
    const typed = emptySwap(today(platform.clock).toString(), lastWritten(seen.holdings))
    return c.html(<SwapPage page={pageContext(c)} {...seen} typed={typed} errors={noErrors} />)
  })

  routes.post('/funktioner/:id/skift', async (c) => {
    const seen = await enter(c)
    const form = await c.req.formData()
    const mailsOf = (name: string) => readAs(platform, c.get('actor'), (tx) => listMailsByName(tx, name))
    const { typed, errors, swap } = await readSwap(form, mailsOf)
    const page = pageContext(c)
    if (swap === null) return c.html(<SwapPage page={page} {...seen} typed={typed} errors={errors} />, 422)
    try {
      const sent = await swapHolder(platform, c.get('actor'), { ...swap, postId: seen.post.postId }, c.get('language'))
      return await answerSent(platform, c, sent, 'skiftet')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const again = await afterRefusal(platform, c, { refused: error, swap, typed })
      return c.html(<SwapPage page={page} {...seen} {...again} errors={noErrors} />, 422)
    }
  })
  return routes
}

interface Tried {
  readonly refused: Refused
  readonly swap: Omit<Swap, 'postId'>
  readonly typed: SwapTyped
}

/** The form as it is shown again: with what the swap would do, and seen from how the post is held now. */
const afterRefusal = async (
  platform: Platform,
  c: WebContext,
  { refused, swap, typed }: Tried,
): Promise<Pick<SwapProps, 'refusal' | 'effects' | 'namesakes' | 'typed' | 'holdings'>> => {
  const now = await readAs(platform, c.get('actor'), async (tx) => ({
    holdings: await listHoldersOfPost(tx, c.req.param('id') ?? '', { from: null }),
    namesakes: refused.code === 'same_person_asked' ? await listNamesakes(tx, swap.name) : [],
  }))
  return {
    ...now,
    refusal: refusalWords([partyTexts], refused, c.get('language')),
    effects: refused.code === 'swap_asks' ? effectsOf(now.holdings, swap.from, today(platform.clock)) : [],
    // Whoever was late has now seen who was first, and may go on from there.
    typed: { ...typed, sidst: lastWritten(now.holdings) },
  }
}
