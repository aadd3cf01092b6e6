import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { today } from '../../../../platform/day.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formText } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import {
  agreementTexts,
  carryProposal,
  commentOnProposal,
  getLastVersion,
  listProposals,
  putProposal,
  revisionPolicy,
  withdrawProposal,
} from '../../../agreements/index.ts'
import { requirePermission } from '../../../access/index.ts'
import { decideProposal } from '../../revision/decide-proposal.ts'
import { lookAt } from '../look-at.ts'
import { loadProposal } from './load-proposal.ts'
import { readChosen, readComment, readDecision } from './proposal.forms.ts'
import type { ProposalTyped } from './proposal-props.ts'
import { ProposalListPage } from './proposal-list.page.tsx'
import { ProposalPage } from './proposal.page.tsx'
import { revisionPaths } from './revision.paths.ts'

/** `/aftaler/:slug/forslag` and `/forslag/:id`: what is proposed, what is said to it, and what becomes of it. */
// oxlint-disable-next-line max-lines-per-function -- the routes of one thing stand together, each a few lines
export const proposalRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/aftaler/:slug/forslag', async (c) => {
    const listed = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getLastVersion(tx, c.req.param('slug'))
      await lookAt(c, tx, version, revisionPolicy.readProposal)
      requirePermission(c.get('actor'), revisionPolicy.readProposal, c.get('sight')?.toThing)
      return { version, proposals: await listProposals(tx, version.agreementId) }
    })
    return c.html(<ProposalListPage page={pageContext(c)} {...listed} />)
  })

  const show = async (c: WebContext, proposalId: string, typed: ProposalTyped = {}) => {
    const view = await readAs(platform, c.get('actor'), (tx) => loadProposal(c, tx, proposalId))
    const status = typed.refusal !== undefined || (typed.errors?.size ?? 0) > 0 ? 422 : 200
    return c.html(<ProposalPage page={pageContext(c)} view={view} typed={typed} />, status)
  }

  /** Does what was asked and shows the proposal; what is refused is said on its page, with what was typed. */
  const doAndShow = async (
    c: WebContext,
    proposalId: string,
    text: (name: string) => string,
    action: () => Promise<unknown>,
  ) => {
    try {
      await action()
      return c.redirect(revisionPaths.proposal(proposalId), 303)
    } catch (error) {
      if (!(error instanceof Refused) || isOfTheDoor(error)) throw error
      return show(c, proposalId, { text, refusal: refusalWords([agreementTexts], error, c.get('language')) })
    }
  }

  routes.get('/forslag/:id', (c) => show(c, c.req.param('id')))

  routes.post('/forslag/:id/kommentar', async (c) => {
    const { id, text } = await asked(c)
    const { value, errors } = readComment(text)
    if (errors.size > 0) return show(c, id, { text, errors })
    return doAndShow(c, id, text, () => commentOnProposal(platform, c.get('actor'), id, value))
  })

  routes.post('/forslag/:id/forelaeg', async (c) => {
    const { id, text, revision } = await asked(c)
    return doAndShow(c, id, text, () => putProposal(platform, c.get('actor'), { proposalId: id, revision }))
  })

  routes.post('/forslag/:id/traek', async (c) => {
    const { id, text } = await asked(c)
    return doAndShow(c, id, text, () => withdrawProposal(platform, c.get('actor'), id))
  })

  routes.post('/forslag/:id/foer-over', async (c) => {
    const { id, text, revision } = await asked(c)
    const { conflicts } = await readAs(platform, c.get('actor'), (tx) => loadProposal(c, tx, id))
    const chosen = readChosen(text, conflicts)
    return doAndShow(c, id, text, () => carryProposal(platform, c.get('actor'), { proposalId: id, revision }, chosen))
  })

  routes.post('/forslag/:id/afgoer', async (c) => {
    const { id, text, revision } = await asked(c)
    requirePermission(c.get('actor'), revisionPolicy.decide)
    const { value, errors } = readDecision(text, today(platform.clock))
    if (errors.size > 0) return show(c, id, { text, errors })
    return doAndShow(c, id, text, () =>
      decideProposal(platform, c.get('actor'), { proposalId: id, revision, ...value }),
    )
  })
  return routes
}

const isOfTheDoor = ({ code }: Refused): boolean =>
  code === 'sign_in_first' || code === 'not_permitted' || code.endsWith('_not_found')

/** The form sent to a proposal: which, in which revision it was seen, and what was typed. */
const asked = async (c: WebContext) => {
  const form = await c.req.formData()
  const text = (name: string) => formText(form, name)
  return { id: c.req.param('id') ?? '', text, revision: Number(text('udgave')) }
}
