import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { answerEntry, confirmEntries, listOwnEntries, openConfirmation } from '../answer-entry.ts'
import type { ContactAnswer } from '../contact-entry.ts'
import { partyPolicy } from '../party.policy.ts'
import { partyTexts } from '../party.texts.ts'
import { contactPaths } from './contact.paths.ts'
import { ClosedConfirmationPage, OwnEntriesPage } from './own-entries.page.tsx'

/** `/kontakter/mig` for those signed in, `/kontakter/bekraeft/:token` by a link: what stands about oneself, and the answer to it. */
export const ownEntryRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(contactPaths.mine, (c) => {
    const actor = c.get('actor')
    requirePermission(actor, partyPolicy.readContactDetails)
    c.set('sight', { permission: partyPolicy.confirmEntry, toThing: new Set(['self']) })
    return show({ platform, c, actor, action: contactPaths.mine }, {})
  })

  routes.post(contactPaths.mine, async (c) => {
    const actor = c.get('actor')
    requirePermission(actor, partyPolicy.readContactDetails)
    c.set('sight', { permission: partyPolicy.confirmEntry, toThing: new Set(['self']) })
    return take({ platform, c, actor, action: contactPaths.mine }, 'page')
  })

  routes.get('/kontakter/bekraeft/:token', (c) =>
    orClosed(c, async () => {
      const token = c.req.param('token')
      const actor = await openConfirmation(platform, c.get('actor'), token)
      return show({ platform, c, actor, action: contactPaths.link(token) }, {})
    }),
  )

  routes.post('/kontakter/bekraeft/:token', (c) =>
    orClosed(c, async () => {
      await requireTurn(platform, limits.answerByLink, c.get('clientAddress'))
      const token = c.req.param('token')
      const actor = await openConfirmation(platform, c.get('actor'), token)
      return take({ platform, c, actor, action: contactPaths.link(token) }, 'link')
    }),
  )
  return routes
}

interface Asked {
  readonly platform: Platform
  readonly c: WebContext
  /** Whose entries: the one signed in, or the one a link asks. */
  readonly actor: Actor
  readonly action: string
}

interface Refusal {
  readonly holderId: string
  readonly sentence: string
  readonly phone: string
  readonly email: string
}

const show = async ({ platform, c, actor, action }: Asked, { refused }: { refused?: Refusal }): Promise<Response> => {
  const entries = await listOwnEntries(platform, actor)
  const isByLink = action !== contactPaths.mine
  if (isByLink && entries.length === 0) throw new Refused('confirmation_no_posts')
  const shown = { entries, action, isByLink, isThanked: refused === undefined && c.req.query('svar') === 'tak' }
  const page = <OwnEntriesPage page={pageContext(c)} {...shown} {...(refused === undefined ? {} : { refused })} />
  return c.html(page, refused === undefined ? 200 : 422)
}

const take = async (asked: Asked, by: 'link' | 'page'): Promise<Response> => {
  const { platform, c, actor, action } = asked
  const form = await c.req.formData()
  const holderId = formText(form, 'indehaver')
  const [phone, email] = [formText(form, 'telefon'), formText(form, 'mail')]
  if (by === 'page' && holderId === allEntries) {
    await confirmEntries(platform, actor)
    return c.redirect(thanksAt(formText(form, 'til'), action), 303)
  }
  try {
    await answerEntry(platform, actor, { holderId, answer: answerIn(formText(form, 'svar'), { phone, email }), by })
  } catch (error) {
    if (!(error instanceof Refused) || !['phone_wrong', 'mail_address_wrong'].includes(error.code)) throw error
    const sentence = refusalWords([partyTexts], error, c.get('language'))
    return show(asked, { refused: { holderId, sentence, phone, email } })
  }
  return c.redirect(thanksAt(formText(form, 'til'), action), 303)
}

/** In place of one holding: every post the person holds today, of which only that they are right can be said. */
const allEntries = 'alle'

/** Where somebody goes on who has answered: to where they came from. */
const thanksAt = (from: string, action: string): string => {
  if (from === 'liste') return `${contactPaths.list}?besked=tak`
  return from === 'foerste-time' ? '/foerste-time?gemt=oplysninger' : `${action}?svar=tak`
}

const answerIn = (said: string, typed: { phone: string; email: string }): ContactAnswer => {
  if (said === 'ret') return { kind: 'changed', ...typed }
  if (said === 'vaek') return { kind: 'gone' }
  if (said === 'passer') return { kind: 'right' }
  throw new Refused('holder_not_found')
}

/** Answers, or tells kindly why the link opens nothing. The address is a secret: nothing keeps the answer. */
const orClosed = async (c: WebContext, answer: () => Promise<Response>): Promise<Response> => {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused) || !error.code.startsWith('confirmation_')) throw error
    const sentence = refusalWords([partyTexts], error, c.get('language'))
    const page = <ClosedConfirmationPage page={pageContext(c)} sentence={sentence} />
    return c.html(page, error.code === 'confirmation_not_found' ? 404 : 410)
  }
}
