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
import { findTypedDay } from '../typed-day.rules.ts'
import { answerSent } from './invite.routes.tsx'
import { type HolderAct, personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'
import { showHolder } from './show-holder.tsx'

/** `/personer/:id`: one person in one post, and the forms that change it. */
export const holderRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/personer/:id', (c) => showHolder(platform, c, c.req.param('id'), { told: c.req.query('besked') }))

  for (const act of holderActs)
    routes.post(personPaths.act(':id', act), async (c) => {
      const sent = { platform, c, holderId: c.req.param('id') ?? '', form: await c.req.formData() }
      return orTell(sent, () => acts[act](sent))
    })
  return routes
}

interface Sent {
  readonly platform: Platform
  readonly c: WebContext
  readonly holderId: string
  readonly form: FormData
}

const holderActs: readonly HolderAct[] = ['slut', 'fortryd', 'igen', 'traek-tilbage', 'tag-tilbage', 'hverv']

/** What each form does, and where it leads. */
const acts: Readonly<Record<HolderAct, (sent: Sent) => Promise<Response>>> = {
  slut: async ({ platform, c, holderId, form }) => {
    const until = findTypedDay(formText(form, 'dag'))
    if (until === undefined) throw new Refused('not_a_day')
    await endPost(platform, c.get('actor'), holderId, until)
    return c.redirect(personPaths.holder(holderId, 'slut'), 303)
  },
  fortryd: async ({ platform, c, holderId }) => {
    await giveBackPost(platform, c.get('actor'), holderId)
    return c.redirect(personPaths.holder(holderId, 'tilbage'), 303)
  },
  igen: async ({ platform, c, holderId }) =>
    answerSent(platform, c, await sendInvitationAgain(platform, c.get('actor'), holderId, c.get('language')), 'igen'),
  'traek-tilbage': async ({ platform, c, holderId }) => {
    await withdrawInvitation(platform, c.get('actor'), holderId)
    return c.redirect(personPaths.told('trukket'), 303)
  },
  'tag-tilbage': async ({ platform, c, holderId }) => {
    await takeBackPost(platform, c.get('actor'), holderId)
    return c.redirect(personPaths.told('taget'), 303)
  },
  hverv: async ({ platform, c, holderId, form }) => {
    const wanted = (['administrator', 'data_protection'] as const).filter((duty) => formText(form, duty) === 'ja')
    await giveDuties(platform, c.get('actor'), holderId, wanted)
    return c.redirect(personPaths.holder(holderId, 'hverv'), 303)
  },
}

/** Refusals that belong beside the form; all others (not signed in, not permitted, not found) are pages of their own. */
const toldBesideForm = [
  'not_a_day',
  'ends_before_it_began',
  'ended_already',
  'not_ended',
  'post_taken',
  'held_before_today',
  'last_administrator',
  'last_lead',
  'not_waiting',
]

/** Answers with what was done, or with the person's page and the sentence why not. */
const orTell = async ({ platform, c, holderId, form }: Sent, answer: () => Promise<Response>): Promise<Response> => {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused) || !toldBesideForm.includes(error.code)) throw error
    const refusal = refusalWords([partyTexts, personTexts], error, c.get('language'))
    const typedDay = formText(form, 'dag')
    return showHolder(platform, c, holderId, { refusal, ...(typedDay === '' ? {} : { typedDay }) })
  }
}
