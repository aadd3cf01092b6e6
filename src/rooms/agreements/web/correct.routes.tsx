import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { correctDraft } from '../correct-draft.ts'
import { readFields } from '../draft-fields.rules.ts'
import { CorrectPage } from './correct.page.tsx'
import { type Correcting, openForm, seenBefore, withTermsInWords, withTyped } from './correcting.ts'
import { draftPaths } from './draft.paths.ts'
import { loadDraft } from './load-draft.ts'
import type { ReadingDesk } from './reading-desk.ts'

/** `/udkast/:id/ret?felt=…`: one thing of a draft in a form; what cannot be understood stays in its field with the reason beside it. */
export const correctRoutes = (platform: Platform, desk: Pick<ReadingDesk, 'toNotation'>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/udkast/:id/ret', async (c) => {
    const loaded = await loadDraft(platform, c, c.req.param('id'))
    const correcting = withTermsInWords(openForm(loaded.draft.document, c.req.query('felt') ?? ''), desk.toNotation)
    return c.html(<CorrectPage page={pageContext(c)} {...loaded} correcting={correcting} />)
  })

  routes.post('/udkast/:id/ret', async (c) => {
    const draftId = c.req.param('id')
    const form = await c.req.formData()
    const loaded = await loadDraft(platform, c, draftId)
    const opened = withTyped(openForm(loaded.draft.document, c.req.query('felt') ?? ''), form)
    const again = (correcting: Correcting) =>
      c.html(<CorrectPage page={pageContext(c)} {...loaded} correcting={correcting} />, 422)

    const was = seenBefore(form)
    const isRemoval = formText(form, 'goer') === 'fjern' && opened.shape.blank !== null
    const read = readFields(opened.shape, was ?? opened.shape.blank, (name) => formText(form, name), desk.toNotation)
    if (!isRemoval && read.errors.size > 0) return again({ ...opened, errors: read.errors })
    try {
      const became = isRemoval ? undefined : read.value
      await correctDraft(platform, c.get('actor'), draftId, { path: opened.path, was, became })
    } catch (error) {
      const isLate = error instanceof Refused && error.code === 'draft_changed_meanwhile'
      if (isLate) return again({ ...opened, changedMeanwhile: true })
      throw error
    }
    return c.redirect(draftPaths.draft(draftId), 303)
  })
  return routes
}
