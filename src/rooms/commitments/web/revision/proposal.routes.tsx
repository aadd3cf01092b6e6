import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { today } from '../../../../platform/day.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formText } from '../../../../web/form-text.ts'
import { askedDay } from '../../../../web/asked-day.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { requirePermission } from '../../../access/index.ts'
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
import { asProposed, partyTexts, readAnswers, type SamenessAnswers } from '../../../parties/index.ts'
import { decideProposal } from '../../revision/decide-proposal.ts'
import { lookAt } from '../look-at.ts'
import { loadProposal } from './load-proposal.ts'
import { readChosen, readComment, readDecision } from './proposal.forms.ts'
import { ProposalListPage } from './proposal-list.page.tsx'
import type { ProposalTyped } from './proposal-props.ts'
import { ProposalPage } from './proposal.page.tsx'
import { revisionPaths } from './revision.paths.ts'

/** `/aftaler/:slug/forslag` and `/forslag/:id`: what is proposed, what is said to it, and what becomes of it. */
export const proposalRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/aftaler/:slug/forslag', async (c) => {
    const listed = await readAs(platform, c.get('actor'), async (tx) => {
      const version = await getLastVersion(tx, c.req.param('slug'))
      await lookAt(c, tx, version, revisionPolicy.readProposal)
      requirePermission(c.get('actor'), revisionPolicy.readProposal, c.get('sight')?.toThing)
      return { version, proposals: await listProposals(tx, version.agreementId, askedDay(c)) }
    })
    return c.html(<ProposalListPage page={pageContext(c)} {...listed} />)
  })

  routes.get('/forslag/:id', async (c) => {
    if (c.req.query('forslag') !== 'alle') return show(platform, c, c.req.param('id'))
    const { questions } = await readAs(platform, c.get('actor'), (tx) => loadProposal(c, tx, c.req.param('id')))
    return show(platform, c, c.req.param('id'), { answers: asProposed(questions) })
  })
  routes.route('/', proposalFormRoutes(platform))
  return routes
}

/** What is sent from a proposal's page. */
const proposalFormRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const actor = (c: WebContext) => c.get('actor')

  routes.post('/forslag/:id/kommentar', async (c) => {
    const sent = await sentTo(c)
    const { value, errors } = readComment(sent.text)
    if (errors.size > 0) return show(platform, c, sent.proposalId, { text: sent.text, errors })
    return tryTo(platform, c, sent, () => commentOnProposal(platform, actor(c), sent.proposalId, value))
  })

  routes.post('/forslag/:id/forelaeg', async (c) => {
    const sent = await sentTo(c)
    return tryTo(platform, c, sent, () => putProposal(platform, actor(c), sent))
  })

  routes.post('/forslag/:id/traek', async (c) => {
    const sent = await sentTo(c)
    return tryTo(platform, c, sent, () => withdrawProposal(platform, actor(c), sent.proposalId))
  })

  routes.post('/forslag/:id/foer-over', async (c) => {
    const sent = await sentTo(c)
    const { conflicts } = await readAs(platform, actor(c), (tx) => loadProposal(c, tx, sent.proposalId))
    const chosen = readChosen(sent.text, conflicts)
    return tryTo(platform, c, sent, () => carryProposal(platform, actor(c), sent, chosen))
  })

  routes.post('/forslag/:id/afgoer', async (c) => {
    const sent = await sentTo(c)
    requirePermission(actor(c), revisionPolicy.decide)
    const { value, errors } = readDecision(sent.text, today(platform.clock))
    const { questions } = await readAs(platform, actor(c), (tx) => loadProposal(c, tx, sent.proposalId))
    const answers = readAnswers(sent.form, questions)
    if (errors.size > 0) return show(platform, c, sent.proposalId, { text: sent.text, errors, answers })
    const { proposalId, revision } = sent
    const decision = { proposalId, revision, ...value, answers }
    return tryTo(platform, c, { ...sent, answers }, () => decideProposal(platform, actor(c), decision))
  })
  return routes
}

const show = async (platform: Platform, c: WebContext, proposalId: string, typed: ProposalTyped = {}) => {
  const view = await readAs(platform, c.get('actor'), (tx) => loadProposal(c, tx, proposalId))
  const status = typed.refusal !== undefined || (typed.errors?.size ?? 0) > 0 ? 422 : 200
  return c.html(<ProposalPage page={pageContext(c)} view={view} typed={typed} />, status)
}

/** The form sent to a proposal: which, in which revision it was seen, and what was typed. */
interface Sent {
  readonly proposalId: string
  readonly revision: number
  readonly form: FormData
  readonly text: (name: string) => string
  readonly answers?: SamenessAnswers
}

const sentTo = async (c: WebContext): Promise<Sent> => {
  const form = await c.req.formData()
  const text = (name: string) => formText(form, name)
  return { proposalId: c.req.param('id') ?? '', form, text, revision: Number(text('udgave')) }
}

/** Does what was asked and shows the proposal; what is refused is said on its page, with what was typed. */
const tryTo = async (platform: Platform, c: WebContext, sent: Sent, action: () => Promise<unknown>) => {
  const { proposalId, text, answers = new Map() } = sent
  try {
    await action()
    return c.redirect(revisionPaths.proposal(proposalId), 303)
  } catch (error) {
    if (!(error instanceof Refused) || isOfTheDoor(error)) throw error
    const refusal = refusalWords([agreementTexts, partyTexts], error, c.get('language'))
    return show(platform, c, proposalId, { text, answers, refusal })
  }
}

const isOfTheDoor = ({ code }: Refused): boolean =>
  code === 'sign_in_first' || code === 'not_permitted' || code.endsWith('_not_found')
