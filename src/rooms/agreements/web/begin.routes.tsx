import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { beginDraft } from '../begin-draft.ts'
import { listFocusAreas } from '../focus-area.queries.ts'
import { beginDocument, emptyForm } from '../guide/begin-document.rules.ts'
import { formTemplates } from '../reader/templates.ts'
import { emptyBeginning, readBeginning, type ReadBeginning } from './begin.form.ts'
import { BeginPage } from './begin.page.tsx'
import { draftPaths } from './draft.paths.ts'

/** `/aftaler/ny/skabelon`: a draft begun from a template, with the template's own empty form as its source. */
export const beginRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, form: Pick<ReadBeginning, 'typed' | 'errors'>) => {
    requirePermission(c.get('actor'), agreementPolicy.beginDraft)
    c.set('sight', { permission: agreementPolicy.beginDraft, toThing: new Set() })
    const areas = await readAs(platform, c.get('actor'), (tx) => listFocusAreas(tx))
    const status = form.errors.size > 0 ? 422 : 200
    return c.html(<BeginPage page={pageContext(c)} areas={areas} form={form} />, status)
  }

  routes.get('/aftaler/ny/skabelon', (c) => {
    const asked = formTemplates.find(({ id }) => id === c.req.query('skabelon'))
    return show(c, { typed: emptyBeginning(asked?.id ?? ''), errors: new Map() })
  })

  routes.post('/aftaler/ny/skabelon', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.beginDraft)
    const read = readBeginning(await c.req.formData())
    if (read.begun === null) return show(c, read)
    const { template, beginning } = read.begun
    const draftId = await beginDraft(platform, c.get('actor'), {
      source: emptyForm(template),
      document: beginDocument(template, beginning),
    })
    return c.redirect(draftPaths.guide(draftId), 303)
  })
  return routes
}
