import { Hono } from 'hono'
import type { Platform } from '../../../../platform/platform.ts'
import { Refused } from '../../../../platform/refused.ts'
import { formText } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { refusalWords } from '../../../../web/refusal-words.ts'
import { agreementTexts, changeProposal, findPlace, proposeChange, renameProposal } from '../../../agreements/index.ts'
import { type Changing, loadProposalToChange, loadVersionToChange } from './load-changing.ts'
import { readProposalWords } from './proposal.forms.ts'
import { ChoosePlacePage, ProposePage, type ProposeTyped } from './propose.page.tsx'
import { revisionPaths } from './revision.paths.ts'

/** `/aftaler/:slug/forslag/nyt` and `/forslag/:id/ret`: new words for a place of the agreement, in a new proposal or one more time. */
export const proposeRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const actor = (c: WebContext) => c.get('actor')

  routes.get('/aftaler/:slug/forslag/nyt', async (c) =>
    show(c, await loadVersionToChange(platform, c, c.req.param('slug'))),
  )

  routes.post('/aftaler/:slug/forslag/nyt', async (c) => {
    const slug = c.req.param('slug')
    const { text, place, words } = await typedIn(c)
    const changing = await loadVersionToChange(platform, c, slug)
    const { value, errors } = readProposalWords(text)
    if (errors.size > 0) return show(c, changing, { text, errors })
    const form = { slug, baseVersionId: text('version'), place, words, ...value }
    return tryTo(c, changing, text, async () => revisionPaths.proposal(await proposeChange(platform, actor(c), form)))
  })

  routes.get('/forslag/:id/ret', async (c) => show(c, await loadProposalToChange(platform, c, c.req.param('id'))))

  routes.post('/forslag/:id/ret', async (c) => {
    const proposalId = c.req.param('id')
    const { text, place, words } = await typedIn(c)
    const changing = await loadProposalToChange(platform, c, proposalId)
    const seen = { proposalId, revision: Number(text('udgave')) }
    const about = readProposalWords(text)
    if (place === '' && about.errors.size > 0) return show(c, changing, { text, errors: about.errors })
    return tryTo(c, changing, text, async () => {
      if (place === '') await renameProposal(platform, actor(c), seen, about.value)
      else await changeProposal(platform, actor(c), seen, { place, words })
      return revisionPaths.proposal(proposalId)
    })
  })
  return routes
}

const show = (c: WebContext, changing: Changing, typed: ProposeTyped = {}) => {
  const asked = c.req.query('afsnit')
  const status = typed.refusal !== undefined || (typed.errors?.size ?? 0) > 0 ? 422 : 200
  if (asked === undefined)
    return c.html(<ChoosePlacePage page={pageContext(c)} changing={changing} typed={typed} />, status)
  // Whoever wrote to a clause that somebody took out meanwhile finds their words again at its section.
  const around = typed.text === undefined ? asked : asked.replace(/\/[^/]+$/, '')
  const place = findPlace(changing.document, asked) ?? findPlace(changing.document, around)
  if (place === undefined) throw new Refused('proposal_place_not_found')
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

const isOfTheDoor = ({ code }: Refused): boolean =>
  ['sign_in_first', 'not_permitted', 'agreement_not_found', 'proposal_not_found'].includes(code)

const typedIn = async (c: WebContext) => {
  const form = await c.req.formData()
  const text = (name: string) => formText(form, name)
  return { text, place: c.req.query('afsnit') ?? '', words: { heading: text('overskrift'), text: text('ord') } }
}
