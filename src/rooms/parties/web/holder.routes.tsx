import { Hono } from 'hono'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formText } from '../../../web/form-text.ts'
import { type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { sendInvitationAgain, takeBackPost, withdrawInvitation } from '../change-invitation.ts'
import { endPost, giveBackPost } from '../end-post.ts'
import { giveDuties } from '../give-duties.ts'
import { partyTexts } from '../party.texts.ts'
import { answerSent } from './invite.routes.tsx'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'
import { showHolder } from './show-holder.tsx'
import { findTypedDay } from './typed-day.ts'

/** `/personer/:id`: one person in one post, and the forms that change it. */
export const holderRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/personer/:id', (c) => showHolder(platform, c, c.req.param('id'), { told: c.req.query('besked') }))

  routes.post('/personer/:id/slut', async (c) => {
    const id = c.req.param('id')
    const typedDay = formText(await c.req.formData(), 'dag')
    return orTell(c, { id, typedDay }, async () => {
      const until = findTypedDay(typedDay)
      if (until === undefined) throw new Refused('not_a_day')
      await endPost(platform, c.get('actor'), id, until)
      return back(c, id, 'slut')
    })
  })

  routes.post('/personer/:id/fortryd', (c) => {
    const id = c.req.param('id')
    return orTell(c, { id }, async () => {
      await giveBackPost(platform, c.get('actor'), id)
      return back(c, id, 'tilbage')
    })
  })

  routes.post('/personer/:id/igen', (c) => {
    const id = c.req.param('id')
    return orTell(c, { id }, async () => {
      const sent = await sendInvitationAgain(platform, c.get('actor'), id, c.get('language'))
      return answerSent(platform, c, sent, 'igen')
    })
  })

  routes.post('/personer/:id/traek-tilbage', (c) => {
    const id = c.req.param('id')
    return orTell(c, { id }, async () => {
      await withdrawInvitation(platform, c.get('actor'), id)
      return c.redirect(personPaths.told('trukket'), 303)
    })
  })

  routes.post('/personer/:id/tag-tilbage', (c) => {
    const id = c.req.param('id')
    return orTell(c, { id }, async () => {
      await takeBackPost(platform, c.get('actor'), id)
      return c.redirect(personPaths.told('taget'), 303)
    })
  })

  routes.post('/personer/:id/hverv', async (c) => {
    const id = c.req.param('id')
    const form = await c.req.formData()
    const wanted = (['administrator', 'data_protection'] as const).filter((duty) => formText(form, duty) === 'ja')
    return orTell(c, { id }, async () => {
      await giveDuties(platform, c.get('actor'), id, wanted)
      return back(c, id, 'hverv')
    })
  })

  /** Does it, or shows the person's page with the sentence why not. */
  const orTell = async (
    c: WebContext,
    { id, typedDay }: { id: string; typedDay?: string },
    work: () => Promise<Response>,
  ): Promise<Response> => {
    try {
      return await work()
    } catch (error) {
      const isTold = error instanceof Refused && toldOnPage.includes(error.code)
      if (!isTold) throw error
      const refusal = refusalWords([partyTexts, personTexts], error, c.get('language'))
      return showHolder(platform, c, id, { refusal, ...(typedDay === undefined ? {} : { typedDay }) })
    }
  }
  return routes
}

/** Refusals that belong beside the form; all others (not signed in, not permitted, not found) are pages of their own. */
const toldOnPage = [
  ...['not_a_day', 'ends_before_it_began', 'ended_already', 'not_ended', 'post_taken', 'held_before_today'],
  ...['last_administrator', 'last_lead', 'not_waiting'],
]

const back = (c: WebContext, holderId: string, told: string): Response =>
  c.redirect(personPaths.holder(holderId, told), 303)
