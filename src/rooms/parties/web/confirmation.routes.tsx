import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { requirePermission } from '../../access/index.ts'
import { askToConfirm } from '../ask-to-confirm.ts'
import { partyPolicy } from '../party.policy.ts'
import { partyTexts } from '../party.texts.ts'
import { listToLookAt, settleAnswer } from '../settle-answer.ts'
import { AskedPage, NotAskedPage, ToLookAtPage } from './confirmation.page.tsx'
import { contactPaths } from './contact.paths.ts'

/** Asking people whether their entries are right, and what the lead does with the answers. */
export const confirmationRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.post(contactPaths.ask, async (c) => {
    const actor = c.get('actor')
    requirePermission(actor, partyPolicy.readContactDetails)
    const form = await c.req.formData()
    const postIds = form.getAll('funktion').flatMap((value) => (typeof value === 'string' ? value : []))
    c.header('cache-control', 'no-store')
    try {
      const asked = await askToConfirm(platform, actor, postIds, c.get('language'))
      return await c.html(<AskedPage page={pageContext(c)} asked={asked} />)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'nobody_to_ask') throw error
      const sentence = refusalWords([partyTexts], error, c.get('language'))
      return c.html(<NotAskedPage page={pageContext(c)} sentence={sentence} />, 422)
    }
  })

  routes.get(contactPaths.toLookAt, async (c) => {
    const actor = permit(c, partyPolicy.settleAnswers)
    const toLookAt = await listToLookAt(platform, actor)
    return c.html(<ToLookAtPage page={pageContext(c)} toLookAt={toLookAt} />)
  })

  routes.post('/kontakter/svar/:id', async (c) => {
    const how = formText(await c.req.formData(), 'hvad') === 'skift' ? 'taken' : 'put_aside'
    await settleAnswer(platform, c.get('actor'), c.req.param('id'), how)
    return c.redirect(contactPaths.toLookAt, 303)
  })
  return routes
}
