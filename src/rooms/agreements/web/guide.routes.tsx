import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import type { AgreementDocument } from '../agreement-format.ts'
import type { Draft } from '../agreement.ts'
import { answerQuestion } from '../guide/answer-question.ts'
import type { GuideStep } from '../guide/guide-step.ts'
import { answerOf, firstOpenStep, stepsOf } from '../guide/guide-steps.rules.ts'
import type { FormTemplate } from '../reader/form-template.ts'
import { findTemplate } from '../reader/templates.ts'
import { draftPaths } from './draft.paths.ts'
import { GuidePage, GuideReadyPage } from './guide.page.tsx'
import { loadDraft } from './load-draft.ts'
import { PreviewPage } from './preview.page.tsx'
import type { ReadingDesk } from './reading-desk.ts'

/** The step after the last: everything has been asked. */
const ready = 'klar'

/** `/udkast/:id/skabelon`: the template's questions, one at a time; `/udkast/:id/se`: the draft as an agreement. */
export const guideRoutes = (platform: Platform, desk: Pick<ReadingDesk, 'readPromises'>): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const load = async (c: WebContext, draftId: string) => {
    const { draft } = await loadDraft(platform, c, draftId)
    const template = templateOf(draft)
    return { draft, template, steps: stepsOf(draft.document, template) }
  }

  routes.get('/udkast/:id/skabelon', async (c) => {
    const { draft, steps } = await load(c, c.req.param('id'))
    const page = pageContext(c)
    const asked = c.req.query('trin')
    const step = asked === undefined ? firstOpenStep(draft.document, steps) : steps.find(({ id }) => id === asked)
    const saved = steps.find(({ id }) => id === c.req.query('gemt'))
    if (step === undefined) return c.html(<GuideReadyPage page={page} draft={draft} steps={steps} saved={saved} />)
    const text = answerOf(draft.document, step)
    return c.html(
      <GuidePage page={page} draft={draft} steps={steps} answer={{ step, text, seen: text }} saved={saved} />,
    )
  })

  routes.post('/udkast/:id/skabelon', async (c) => {
    const draftId = c.req.param('id')
    const { draft, template, steps } = await load(c, draftId)
    const form = await c.req.formData()
    const step = steps.find(({ id }) => id === formText(form, 'trin'))
    if (step === undefined) return c.redirect(draftPaths.guide(draftId), 303)
    const typed = { step, text: formText(form, 'svar'), seen: formText(form, 'saa') }
    try {
      const { readPromises } = desk
      await answerQuestion(platform, c.get('actor'), draftId, { ...typed, template, readPromises })
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'draft_changed_meanwhile') throw error
      const stands = answerOf(draft.document, step)
      const answer = { ...typed, seen: stands, stands }
      return c.html(<GuidePage page={pageContext(c)} draft={draft} steps={steps} answer={answer} />, 422)
    }
    const { document } = (await loadDraft(platform, c, draftId)).draft
    return c.redirect(`${draftPaths.guide(draftId, stepAfter(document, template, step))}&gemt=${step.id}`, 303)
  })

  routes.get('/udkast/:id/se', async (c) => {
    const { draft } = await loadDraft(platform, c, c.req.param('id'))
    return c.html(<PreviewPage page={pageContext(c)} draft={draft} />)
  })
  return routes
}

/** Asked anew of the draft as it now is: an answer may have brought activities with questions of their own. */
const stepAfter = (document: AgreementDocument, template: FormTemplate, step: GuideStep): string => {
  const steps = stepsOf(document, template)
  const at = steps.findIndex(({ id }) => id === step.id)
  return steps[at + 1]?.id ?? ready
}

const templateOf = ({ document }: Draft): FormTemplate => {
  const template = findTemplate(document.template)
  if (template === undefined) throw new Refused('template_unknown')
  return template
}
