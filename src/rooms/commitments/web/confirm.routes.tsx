import { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { readAs } from '../../../platform/database/index.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Message, PrimaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { Refused } from '../../../platform/refused.ts'
import { type PageContext, pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import {
  agreementPolicy,
  displayTitle,
  type Draft,
  getDraft,
  requireConfirmable,
  spanInWords,
} from '../../agreements/index.ts'
import {
  asProposed,
  listKnownNames,
  proposeMatches,
  readAnswers,
  type SamenessAnswers,
  type SamenessQuestion,
  samenessTexts,
} from '../../parties/index.ts'
import { commitmentTexts } from '../commitment.texts.ts'
import { confirmAgreement, promisesOf } from '../confirm-agreement.ts'
import { namedInAgreement } from '../register-parties.ts'
import { SamenessQuestions } from './sameness-questions.tsx'

interface Confirming {
  readonly draft: Draft
  readonly questions: readonly SamenessQuestion[]
}

/** The draft as it stands, and what it names that is nearly known. */
const readConfirming = (platform: Platform, c: WebContext): Promise<Confirming> =>
  readAs(platform, c.get('actor'), async (tx) => {
    const draft = await getDraft(tx, c.req.param('id') ?? '')
    return { draft, questions: proposeMatches(namedInAgreement(draft.document), await listKnownNames(tx)) }
  })

/** `/udkast/:id/bekraeft`: what comes into force, and the yes. */
export const confirmRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/udkast/:id/bekraeft', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.confirmDraft)
    const confirming = await readConfirming(platform, c)
    c.set('sight', { permission: agreementPolicy.correctDraft, toThing: new Set() })
    requireConfirmable(confirming.draft.document)
    const answers: SamenessAnswers = c.req.query('forslag') === 'alle' ? asProposed(confirming.questions) : new Map()
    return c.html(<ConfirmPage page={pageContext(c)} {...confirming} answers={answers} />)
  })

  routes.post('/udkast/:id/bekraeft', async (c) => {
    requirePermission(c.get('actor'), agreementPolicy.confirmDraft)
    const form = await c.req.formData()
    const confirming = await readConfirming(platform, c)
    const answers = readAnswers(form, confirming.questions)
    const isPublished = form.get('offentlig') === 'ja'
    try {
      const { draftId } = confirming.draft
      const confirmation = { draftId, revision: Number(form.get('udgave')), isPublished, answers }
      return c.redirect(`/aftaler/${await confirmAgreement(platform, c.get('actor'), confirmation)}`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'sameness_unanswered') throw error
      c.set('sight', { permission: agreementPolicy.correctDraft, toThing: new Set() })
      // Asked anew: what is known may have changed while the page was open.
      const now = { ...(await readConfirming(platform, c)), answers, isPublished, open: Number(error.facts['count']) }
      return c.html(<ConfirmPage page={pageContext(c)} {...now} />, 422)
    }
  })
  return routes
}

interface ConfirmProps extends Confirming {
  readonly page: PageContext
  readonly answers: SamenessAnswers
  readonly isPublished?: boolean
  /** How many names lacked an answer. */
  readonly open?: number
}

const ConfirmPage: FC<ConfirmProps> = ({ page, draft, questions, answers, isPublished = false, open = 0 }) => {
  const words = pick(commitmentTexts, page.language)
  const { document } = draft
  const back = `/udkast/${draft.draftId}`
  return (
    <Frame page={page} title={words.confirmTitle} under="drafts">
      <Crumbs page={page} trail={[{ href: back, text: words.backToDraft }]} here={words.confirmTitle} />
      <h1>{words.confirmTitle}</h1>
      {open > 0 && <Message tone="refused">{pick(samenessTexts, page.language).unanswered(open)}</Message>}
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
      <form method="post" action={`${back}/bekraeft`} class="form">
        {questions.length > 0 && (
          <SamenessQuestions
            page={page}
            questions={questions}
            answers={answers}
            takeAll={`${back}/bekraeft?forslag=alle#navne`}
          />
        )}
        <input type="hidden" name="udgave" value={String(draft.revision)} />
        <div class="field tick">
          <input
            type="checkbox"
            id="offentlig"
            name="offentlig"
            value="ja"
            checked={isPublished}
            aria-describedby="offentlig-hint"
          />
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
