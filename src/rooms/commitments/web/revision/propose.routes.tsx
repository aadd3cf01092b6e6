import { Hono } from 'hono'
import { readAs } from '../../../../platform/database/index.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formText } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { requirePermission } from '../../../access/index.ts'
import {
  agreementTexts,
  changeProposal,
  findPlace,
  getLastVersion,
  listRelationsToProposal,
  proposeChange,
  revisionPolicy,
} from '../../../agreements/index.ts'
import { lookAt } from '../look-at.ts'
import { lookAtProposal, nameOf } from './load-proposal.ts'
import { readProposalWords } from './proposal.forms.ts'
import { proposalTexts } from './proposal.texts.ts'
import { type Changing, ChoosePlacePage, ProposePage, type ProposeTyped } from './propose.page.tsx'
import { revisionPaths } from './revision.paths.ts'

/** `/aftaler/:slug/forslag/nyt` and `/forslag/:id/ret`: new words for a place of the agreement, in a new proposal or one more time. */
// oxlint-disable-next-line max-lines-per-function -- the routes of one thing stand together, each a few lines
export const proposeRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const ofVersion = (c: WebContext): Promise<Changing> =>
    readAs(platform, c.get('actor'), async (tx) => {
      const version = await getLastVersion(tx, c.req.param('slug') ?? '')
      await lookAt(c, tx, version, revisionPolicy.propose)
      requirePermission(c.get('actor'), revisionPolicy.propose, c.get('sight')?.toThing)
      const { slug, document, agreementVersionId } = version
      return {
        document,
        trail: [
          { href: `/aftaler/${slug}`, text: nameOf(version) },
          { href: revisionPaths.list(slug), text: pick(proposalTexts, c.get('language')).proposals },
        ],
        pathTo: (place) => revisionPaths.propose(slug, place),
        back: `/aftaler/${slug}`,
        seen: { version: agreementVersionId },
        isNew: true,
      }
    })

  const ofProposal = (c: WebContext): Promise<Changing> =>
    readAs(platform, c.get('actor'), async (tx) => {
      const proposal = await lookAtProposal(c, tx, c.req.param('id') ?? '')
      const { proposalId, slug, document, title } = proposal
      requirePermission(c.get('actor'), revisionPolicy.changeProposal, await listRelationsToProposal(tx, proposalId))
      const version = await getLastVersion(tx, slug)
      return {
        document,
        trail: [
          { href: `/aftaler/${slug}`, text: nameOf(version) },
          { href: revisionPaths.proposal(proposalId), text: title },
        ],
        pathTo: (place) => revisionPaths.change(proposalId, place),
        back: revisionPaths.proposal(proposalId),
        seen: { udgave: String(proposal.revision) },
        isNew: false,
      }
    })

  const show = (c: WebContext, changing: Changing, typed: ProposeTyped = {}) => {
    const asked = c.req.query('afsnit')
    if (asked === undefined) return c.html(<ChoosePlacePage page={pageContext(c)} changing={changing} />)
    // Whoever wrote to a clause that somebody took out meanwhile finds their words again at its section.
    const around = typed.text === undefined ? asked : asked.replace(/\/[^/]+$/, '')
    const place = findPlace(changing.document, asked) ?? findPlace(changing.document, around)
    if (place === undefined) throw new Refused('proposal_place_not_found')
    const status = typed.refusal !== undefined || (typed.errors?.size ?? 0) > 0 ? 422 : 200
    return c.html(<ProposePage page={pageContext(c)} changing={changing} place={place} typed={typed} />, status)
  }

  /** Goes where the action leads; what is refused is said above the form, with what was typed in it. */
  const tryTo = async (
    c: WebContext,
    changing: Changing,
    text: (name: string) => string,
    action: () => Promise<string>,
  ) => {
    try {
      return c.redirect(await action(), 303)
    } catch (error) {
      if (!(error instanceof Refused) || isOfTheDoor(error)) throw error
      return show(c, changing, { text, refusal: refusalWords([agreementTexts], error, c.get('language')) })
    }
  }

  routes.get('/aftaler/:slug/forslag/nyt', async (c) => show(c, await ofVersion(c)))

  routes.post('/aftaler/:slug/forslag/nyt', async (c) => {
    const { text, place, words } = await typedIn(c)
    const changing = await ofVersion(c)
    const { value, errors } = readProposalWords(text)
    if (errors.size > 0) return show(c, changing, { text, errors })
    const form = { slug: c.req.param('slug'), baseVersionId: text('version'), place, words, ...value }
    return tryTo(c, changing, text, async () =>
      revisionPaths.proposal(await proposeChange(platform, c.get('actor'), form)),
    )
  })

  routes.get('/forslag/:id/ret', async (c) => show(c, await ofProposal(c)))

  routes.post('/forslag/:id/ret', async (c) => {
    const { text, place, words } = await typedIn(c)
    const changing = await ofProposal(c)
    const seen = { proposalId: c.req.param('id'), revision: Number(text('udgave')) }
    return tryTo(c, changing, text, async () => {
      await changeProposal(platform, c.get('actor'), seen, { place, words })
      return revisionPaths.proposal(seen.proposalId)
    })
  })
  return routes
}

const isOfTheDoor = ({ code }: Refused): boolean =>
  ['sign_in_first', 'not_permitted', 'agreement_not_found', 'proposal_not_found'].includes(code)

const typedIn = async (c: WebContext) => {
  const form = await c.req.formData()
  const text = (name: string) => formText(form, name)
  return { text, place: c.req.query('afsnit') ?? '', words: { heading: text('overskrift'), text: text('ord') } }
}
