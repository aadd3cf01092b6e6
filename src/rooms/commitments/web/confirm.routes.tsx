import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { readAs } from '../../../platform/database/index.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { PrimaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { type PageContext, pageContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import {
  agreementPolicy,
  displayTitle,
  type Draft,
  getDraft,
  requireConfirmable,
  spanInWords,
} from '../../agreements/index.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import { confirmAgreement, promisesOf } from '../confirm-agreement.ts'

/** `/udkast/:id/bekraeft`: what comes into force, and the yes. */
export const confirmRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/udkast/:id/bekraeft', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.confirmDraft)
    const draft = await readAs(platform, c.get('actor'), (tx) => getDraft(tx, c.req.param('id')))
    c.set('sight', { permission: agreementPolicy.correctDraft, toThing: new Set() })
    requireConfirmable(draft.document)
    return c.html(<ConfirmPage page={pageContext(c)} draft={draft} />)
  })

  routes.post('/udkast/:id/bekraeft', async (c) => {
    const form = await c.req.formData()
    const slug = await confirmAgreement(platform, c.get('actor'), {
      draftId: c.req.param('id'),
      revision: Number(form.get('udgave')),
      isPublished: form.get('offentlig') === 'ja',
    })
    return c.redirect(`/aftaler/${slug}`, 303)
  })
  return routes
}

const ConfirmPage: FC<{ page: PageContext; draft: Draft }> = ({ page, draft }) => {
  const words = pick(commitmentTexts, page.language)
  const { document } = draft
  const back = `/udkast/${draft.draftId}`
  return (
    <Frame page={page} title={words.confirmTitle} under="drafts">
      <Crumbs page={page} trail={[{ href: back, text: words.backToDraft }]} here={words.confirmTitle} />
      <h1>{words.confirmTitle}</h1>
      <p class="lead">{words.confirmIntro}</p>
      <dl class="summary">
        <dt>{words.summaryOf}</dt>
        <dd>
          <strong>{displayTitle(document)}</strong>
        </dd>
        <dd>
          {[document.focusArea, document.validDuring && spanInWords(document.validDuring, page.language)]
            .filter(Boolean)
            .join(' · ')}
        </dd>
        <dd>{words.promises(promisesOf(document).length)}</dd>
      </dl>
      {document.questions.length > 0 && (
        <p class="message message-note">
          {words.confirmOpenQuestions(document.questions.length)}{' '}
          <a href={`${back}#spoergsmaal`}>{words.backToDraft}</a>
        </p>
      )}
      <form method="post" class="form">
        <input type="hidden" name="udgave" value={String(draft.revision)} />
        <div class="field tick">
          <input type="checkbox" id="offentlig" name="offentlig" value="ja" aria-describedby="offentlig-hint" />
          <label for="offentlig">{words.publish}</label>
          <p class="hint" id="offentlig-hint">
            {words.publishHint}
          </p>
        </div>
        <PrimaryButton>{words.confirm}</PrimaryButton>
      </form>
    </Frame>
  )
}
