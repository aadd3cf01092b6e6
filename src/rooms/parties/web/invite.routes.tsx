import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { requirePermission } from '../../access/index.ts'
import { getHolder } from '../holder.queries.ts'
import type { SentInvitation } from '../invitation.ts'
import { invitePerson } from '../invite-person.ts'
import { wholePostWords } from '../party.ts'
import { partyPolicy } from '../party.policy.ts'
import { listNamesakes, listPosts } from '../party.queries.ts'
import { partyTexts } from '../party.texts.ts'
import { emptyInvite, type InviteTyped, readInvite } from './invite.form.ts'
import { InvitePage } from './invite.page.tsx'
import { personPaths } from './person.paths.ts'
import { showHolder } from './show-holder.tsx'

const noErrors = new Map()

/** `/personer/inviter`: inviting a person to a post. */
export const inviteRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  const enter = (c: WebContext) => {
    requirePermission(c.get('actor'), partyPolicy.invite)
    c.set('sight', { permission: partyPolicy.invite, toThing: new Set() })
    return readAs(platform, c.get('actor'), (tx) => listPosts(tx, today(platform.clock)))
  }

  routes.get('/personer/inviter', async (c) => {
    const posts = await enter(c)
    const typed = await typedAtFirst(platform, c)
    return c.html(<InvitePage page={pageContext(c)} posts={posts} typed={typed} errors={noErrors} />)
  })

  routes.post('/personer/inviter', async (c) => {
    const posts = await enter(c)
    const { typed, errors, form } = readInvite(await c.req.formData(), posts)
    const page = pageContext(c)
    if (form === null) return c.html(<InvitePage page={page} posts={posts} typed={typed} errors={errors} />, 422)
    try {
      const sent = await invitePerson(platform, c.get('actor'), form, c.get('language'))
      return await answerSent(platform, c, sent)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const again = {
        refusal: refusalWords([partyTexts], error, page.language),
        present: error.code === 'post_held' ? String(error.facts['who']) : undefined,
        namesakes: error.code === 'same_person_asked' ? await namesakesOf(platform, c, typed) : [],
      }
      return c.html(<InvitePage page={page} posts={posts} typed={typed} errors={noErrors} {...again} />, 422)
    }
  })
  return routes
}

const namesakesOf = (platform: Platform, c: WebContext, typed: InviteTyped) =>
  readAs(platform, c.get('actor'), (tx) => listNamesakes(tx, typed.navn))

/** The form before anything is typed; about somebody who holds a post already where the address says whom. */
const typedAtFirst = async (platform: Platform, c: WebContext): Promise<InviteTyped> => {
  const empty = emptyInvite(today(platform.clock).toString())
  const holderId = c.req.query('person')
  if (holderId === undefined) return empty
  const holder = await readAs(platform, c.get('actor'), (tx) => getHolder(tx, holderId))
  const { personId, name, email, from } = holder
  const funktion = wholePostWords(holder)
  return {
    ...empty,
    navn: name,
    mail: email ?? '',
    funktion,
    fra: from.toString(),
    samme: email === null ? personId : '',
  }
}

/** After a link was sent: back to the person; or the link itself, where it cannot be mailed. */
export const answerSent = async (
  platform: Platform,
  c: WebContext,
  { holderId, token }: SentInvitation,
  told = 'inviteret',
): Promise<Response> => {
  if (holderId === null) return c.redirect(personPaths.people, 303)
  if (platform.config.smtpUrl !== null || token === null) return c.redirect(personPaths.holder(holderId, told), 303)
  // Shown in the answer itself: kept nowhere, it could not be shown after a redirect.
  c.header('cache-control', 'no-store')
  return showHolder(platform, c, holderId, { token })
}
