import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { pageContext, type WebEnv } from '../../../web/page-context.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { correctDraft, discardDraft, undoLastCorrection } from '../correct-draft.ts'
import { findShape } from '../draft-fields.ts'
import { fieldText, readFields } from '../draft-fields.rules.ts'
import { correctionPlaces } from '../draft.rules.ts'
import { valueAt } from '../draft-path.rules.ts'
import { getDraft, getSourceText, listOpenDrafts } from '../draft.queries.ts'
import { CorrectPage, type Correcting } from './correct.page.tsx'
import { DraftListPage } from './draft-list.page.tsx'
import { DraftPage } from './draft.page.tsx'
import { draftPaths } from './draft.paths.ts'
import type { ReadingDesk } from './reading-desk.ts'

/** `/udkast`: drafts, each beside its source, and the forms that correct them. */
export const draftRoutes = (platform: Platform, desk: ReadingDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const load = (actor: Actor, draftId: string) =>
    readAs(platform, actor, async (tx) => {
      requirePermission(actor, agreementPolicy.correctDraft)
      const draft = await getDraft(tx, draftId)
      return { draft, source: await getSourceText(tx, draft.sourceDocumentId) }
    })

  routes.get('/udkast', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.correctDraft)
    const drafts = await readAs(platform, c.get('actor'), (tx) => listOpenDrafts(tx))
    return c.html(<DraftListPage page={pageContext(c)} drafts={drafts} />)
  })

  routes.get('/udkast/:id', async (c) =>
    c.html(<DraftPage page={pageContext(c)} {...await load(c.get('actor'), c.req.param('id'))} />),
  )

  routes.get('/udkast/:id/ret', async (c) => {
    const { draft, source } = await load(c.get('actor'), c.req.param('id'))
    const opened = openForm(draft.document, c.req.query('felt') ?? '')
    const typed = new Map(
      opened.shape.fields.map((field) => [field.name, fieldText(field, opened.stands ?? opened.shape.blank)]),
    )
    return c.html(
      <CorrectPage
        page={pageContext(c)}
        draft={draft}
        source={source}
        correcting={{ ...opened, typed, errors: new Map(), changedMeanwhile: false }}
      />,
    )
  })

  routes.post('/udkast/:id/ret', async (c) => {
    const draftId = c.req.param('id')
    const { draft, source } = await load(c.get('actor'), draftId)
    const form = await c.req.formData()
    const opened = openForm(draft.document, c.req.query('felt') ?? '')
    const seen = seenBefore(form)
    const isRemoval = form.get('goer') === 'fjern' && opened.shape.blank !== null
    const typedText = (name: string) => String(form.get(name) ?? '')
    const read = readFields(opened.shape, seen ?? opened.shape.blank, typedText, desk.toNotation)
    const again = (errors: Correcting['errors'], changedMeanwhile: boolean) => {
      const typed = new Map(opened.shape.fields.map((field) => [field.name, typedText(field.name)]))
      return c.html(
        <CorrectPage
          page={pageContext(c)}
          draft={draft}
          source={source}
          correcting={{ ...opened, typed, errors, changedMeanwhile }}
        />,
        422,
      )
    }
    if (!isRemoval && read.errors.size > 0) return again(read.errors, false)
    try {
      await correctDraft(platform, c.get('actor'), draftId, {
        path: opened.path,
        was: seen,
        became: isRemoval ? undefined : read.value,
      })
    } catch (error) {
      if (error instanceof Refused && error.code === 'draft_changed_meanwhile') return again(new Map(), true)
      throw error
    }
    return c.redirect(draftPaths.draft(draftId), 303)
  })

  routes.post('/udkast/:id/svar', async (c) => {
    const form = await c.req.formData()
    const path = `questions.${Number(form.get('spoergsmaal'))}`
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

/** The form for a path, and what stands there. Throws Refused('draft_path_unknown'). */
const openForm = (document: Parameters<typeof correctionPlaces>[0], asked: string) => {
  const places = correctionPlaces(document, asked)
  const path = places.join('.')
  const shape = findShape(path)
  if (!shape) throw new Refused('draft_path_unknown', { path: asked })
  return { path, shape, stands: valueAt(document, places) }
}

/** What stood in the draft when the form was opened, as the form carries it; undefined for a new thing. */
const seenBefore = (form: FormData): unknown => {
  const text = String(form.get('saa') ?? '')
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('draft_changed_meanwhile')
  }
}
