import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { formText } from '../../../web/form-text.ts'
import type { WebEnv } from '../../../web/page-context.ts'
import { readEvidence } from '../promise.forms.ts'
import { cancelEvidence, recordEvidence } from '../record-evidence.ts'
import { promiseTexts } from './promise.texts.ts'
import { promisePath, showPromise, workOrShow } from './show-promise.tsx'

/** `/loefter/:id`: one promise, and recording that it was done. */
export const promiseRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/loefter/:id', (c) => showPromise(platform, c, c.req.param('id')))

  routes.post('/loefter/:id/bevis', async (c) => {
    const commitmentId = c.req.param('id')
    const form = await c.req.formData()
    const text = (name: string) => formText(form, name)
    const { value, errors } = readEvidence(text)
    const typed = { evidence: { text, errors } }
    if (errors.size > 0) return showPromise(platform, c, commitmentId, typed)
    const work = async () => {
      await recordEvidence(platform, c.get('actor'), { commitmentId, ...value })
      return `${promisePath(commitmentId)}#gjort`
    }
    return workOrShow(platform, c, { commitmentId, work, typed })
  })

  routes.post('/loefter/beviser/:id/tilbage', async (c) => {
    const why = promiseTexts[c.get('language')].cancelWhy
    const commitmentId = await cancelEvidence(platform, c.get('actor'), c.req.param('id'), why)
    return c.redirect(`${promisePath(commitmentId)}#gjort`, 303)
  })
  return routes
}
