import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { askedDay } from '../../../web/asked-day.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { listFocusAreas } from '../focus-area.queries.ts'
import { focusAreaTexts } from '../focus-area.texts.ts'
import { keepFocusArea, removeFocusArea } from '../keep-focus-areas.ts'
import { draftPaths } from './draft.paths.ts'
import { readFocusArea, type ReadFocusArea, typedOf } from './focus-area.form.ts'
import { FocusAreaPage } from './focus-area.page.tsx'

/** `/indsatsomraader`: the focus areas of each period; the administrator adds, changes and removes them. */
export const focusAreaRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const list = (c: WebContext) => readAs(platform, c.get('actor'), (tx) => listFocusAreas(tx))

  routes.get('/indsatsomraader', async (c) => {
    askedDay(c)
    const areas = await list(c)
    const asked = areas.find(({ focusAreaId }) => focusAreaId === c.req.query('ret'))
    const told = c.req.query('gemt') === 'ja' ? 'kept' : c.req.query('gemt') === 'fjernet' ? 'removed' : undefined
    const form = asked === undefined ? null : { typed: typedOf(asked), errors: new Map() }
    return c.html(<FocusAreaPage page={pageContext(c)} areas={areas} form={form} {...(told ? { told } : {})} />)
  })

  routes.post('/indsatsomraader', async (c) => {
    const actor = c.get('actor')
    requirePermission(actor, agreementPolicy.keepFocusAreas)
    const form = await c.req.formData()
    const read = readFocusArea(form)
    try {
      if (formText(form, 'goer') === 'fjern') {
        await removeFocusArea(platform, actor, read.typed.id)
        return c.redirect(`${draftPaths.focusAreas}?gemt=fjernet`, 303)
      }
      if (read.area === null) return await again(c, read)
      await keepFocusArea(platform, actor, read.area)
      return c.redirect(`${draftPaths.focusAreas}?gemt=ja`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || !error.code.startsWith('focus_area_')) throw error
      return again(c, read, refusalWords([focusAreaTexts], error, c.get('language')))
    }
  })

  const again = async (c: WebContext, read: ReadFocusArea, refusal?: string) =>
    c.html(
      <FocusAreaPage
        page={pageContext(c)}
        areas={await list(c)}
        form={read}
        {...(refusal === undefined ? {} : { refusal })}
      />,
      422,
    )
  return routes
}
