import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { findPersons, requirePermission } from '../../access/index.ts'
import {
  getPost,
  type Handover,
  handoverOf,
  handoverThings,
  listHoldersOfPost,
  listRelationsToHandover,
  nearestHandover,
  noteHandover,
  partyPolicy,
  type PostChoice,
} from '../../parties/index.ts'
import { loadHandover } from '../load-handover.ts'
import type { NoteTyped } from './handover-form.tsx'
import { itemAnchor, partsOf } from './handover-items.ts'
import { HandoverPage } from './handover.page.tsx'

const longestLine = 500

/** `/funktioner/:id/overdragelse`: what is under way in a post that changes hands, with a line and a tick for each. */
export const handoverRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/funktioner/:id/overdragelse', (c) => showHandover(platform, c, { holderId: c.req.query('fra') }))

  routes.post('/funktioner/:id/overdragelse', async (c) => {
    const form = await c.req.formData()
    const postId = c.req.param('id')
    const holderId = formText(form, 'fra')
    const said = readNote(form)
    const findings = formText(form, 'laest') === 'ja' ? [] : findPersons(said.note, { knownNames: [] })
    const refusal = said.note.length > longestLine ? 'too_long' : findings.length > 0 ? 'findings' : null
    if (refusal !== null) return showHandover(platform, c, { holderId, typed: { ...said, refusal, findings } })
    await noteHandover(platform, c.get('actor'), { postId, holderId, ...said })
    return c.redirect(`/funktioner/${postId}/overdragelse?fra=${holderId}&gemt=ja#${itemAnchor(said)}`, 303)
  })
  return routes
}

const readNote = (form: FormData): Omit<NoteTyped, 'refusal' | 'findings'> => {
  const thing = handoverThings.find((one) => one === formText(form, 'ting'))
  const ref = formText(form, 'ref')
  if (thing === undefined || ref === '' || ref.length > 200) throw new Refused('handover_not_found')
  const note = formText(form, 'linje')
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return { thing, ref, note, isHandedOver: formText(form, 'overdraget') === 'ja' }
}

interface Shown {
  readonly holderId: string | undefined
  readonly typed?: NoteTyped
}

const showHandover = async (platform: Platform, c: WebContext, { holderId, typed }: Shown): Promise<Response> => {
  const actor = c.get('actor')
  const day = today(platform.clock)
  const seen = await readAs(platform, actor, async (tx) => {
    if (actor.personId === null) throw new Refused('sign_in_first')
    const post = await getPost(tx, c.req.param('id') ?? '', day)
    const holdings = await listHoldersOfPost(tx, post.postId, { from: null })
    const handover = holderId === undefined ? nearestHandover(holdings, day) : handoverOf(holdings, holderId)
    if (holderId !== undefined && handover === undefined) throw new Refused('handover_not_found')
    const toThing =
      handover === undefined ? new Set<never>() : await listRelationsToHandover(tx, handover.leaver.holderId)
    requirePermission(actor, partyPolicy.handOver, toThing)
    c.set('sight', { permission: partyPolicy.handOver, toThing })
    return { post, handover, list: await loadIfAny(tx, handover, { post, day }) }
  })
  const page = pageContext(c)
  const parts = seen.list === null ? [] : partsOf(seen.list, { day, language: page.language })
  const props = { post: seen.post, handover: seen.handover, parts, typed, isSaved: c.req.query('gemt') === 'ja' }
  return c.html(<HandoverPage page={page} {...props} />, typed === undefined ? 200 : 422)
}

const loadIfAny = (tx: ReadTx, handover: Handover | undefined, at: { post: PostChoice; day: Day }) =>
  handover === undefined ? null : loadHandover(tx, handover, at)
