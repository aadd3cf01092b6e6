import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { correctDraft, discardDraft, undoLastCorrection } from '../correct-draft.ts'
import { listOpenDrafts } from '../draft.queries.ts'
import { seenBefore } from './correcting.ts'
import { DraftListPage } from './draft-list.page.tsx'
import { DraftPage } from './draft.page.tsx'
import { draftPaths } from './draft.paths.ts'
import { loadDraft } from './load-draft.ts'

/** `/udkast`: drafts, each beside its source; settling its questions, undoing, giving it up. */
export const draftRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/udkast', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.beginDraft)
    const drafts = await readAs(platform, c.get('actor'), (tx) => listOpenDrafts(tx))
    return c.html(<DraftListPage page={pageContext(c)} drafts={drafts} />)
  })

  routes.get('/udkast/:id', async (c) => {
    const loaded = await loadDraft(platform, c, c.req.param('id'))
    return c.html(<DraftPage page={pageContext(c)} {...loaded} />)
  })

  routes.post('/udkast/:id/svar', async (c) => {
    const form = await c.req.formData()
    const path = `questions.${Number(formText(form, 'spoergsmaal'))}`
    await correctDraft(platform, c.get('actor'), c.req.param('id'), { path, was: seenBefore(form), became: undefined })
    return c.redirect(`${draftPaths.draft(c.req.param('id'))}#spoergsmaal`, 303)
  })

  routes.post('/udkast/:id/fortryd', async (c) => {
    await undoLastCorrection(platform, c.get('actor'), c.req.param('id'))
    return c.redirect(draftPaths.draft(c.req.param('id')), 303)
  })

  routes.post('/udkast/:id/opgiv', async (c) => {
    await discardDraft(platform, c.get('actor'), c.req.param('id'))
    return c.redirect(draftPaths.drafts, 303)
  })
  return routes
}
