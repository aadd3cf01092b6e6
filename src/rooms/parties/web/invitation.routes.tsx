import { Hono } from 'hono'
import { today } from '../../../platform/day.ts'
import { limits } from '../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../platform/rate-limit/require-turn.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { acceptInvitation, openInvitation } from '../accept-invitation.ts'
import { partyTexts } from '../party.texts.ts'
import { ClosedInvitationPage, InvitationPage } from './invitation.page.tsx'

/** How whoever accepts an invitation is let in; handed in by app.ts, since signing in has its own room. */
export interface InvitationDesk {
  signIn(c: WebContext, personId: string): Promise<void>
}

/** `/invitation/:token`: what the link in the mail opens, and saying yes. Looking at it uses nothing up. */
export const invitationRoutes = (platform: Platform, desk: InvitationDesk): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get('/invitation/:token', (c) =>
    orClosed(c, async () => {
      const token = c.req.param('token')
      const invitation = await openInvitation(platform, token)
      return c.html(<InvitationPage page={pageContext(c)} invitation={invitation} action={`/invitation/${token}`} />)
    }),
  )

  routes.post('/invitation/:token', (c) =>
    orClosed(c, async () => {
      await requireTurn(platform, limits.signInAttempt, c.get('clientAddress'))
      const { personId, from } = await acceptInvitation(platform, c.get('actor'), c.req.param('token'))
      await desk.signIn(c, personId)
      const hasBegun = from !== null && Temporal.PlainDate.compare(from, today(platform.clock)) <= 0
      return c.redirect(hasBegun ? '/foerste-time' : '/aftaler', 303)
    }),
  )
  return routes
}

/** Answers, or tells kindly why the link lets nobody in. The address is a secret: nothing keeps the answer. */
const orClosed = async (c: WebContext, answer: () => Promise<Response>): Promise<Response> => {
  c.header('cache-control', 'no-store')
  c.header('x-robots-tag', 'noindex')
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof Refused) || !error.code.startsWith('invitation_')) throw error
    const sentence = refusalWords([partyTexts], error, c.get('language'))
    const leadsToSignIn = error.code === 'invitation_accepted'
    const page = <ClosedInvitationPage page={pageContext(c)} sentence={sentence} leadsToSignIn={leadsToSignIn} />
    return c.html(page, error.code === 'invitation_not_found' ? 404 : 410)
  }
}
