import { Hono } from 'hono'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { formLine } from '../../../web/form-text.ts'
import { answerByLink } from '../invitations/answer-meeting.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { objectByLink } from '../minutes/object-to-minutes.ts'
import { openInvitation } from '../invitations/open-invitation.ts'
import { AnswerLinkPage } from './answer-link.page.tsx'
import { readAnswer } from './meeting.form.ts'
import { meetingPaths } from './meetings.paths.ts'
import { wordsFor } from './refusals.ts'

/** `/moeder/svar/:token`: opened by the link of a mail, without an account. Looking changes nothing. */
export const answerLinkRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null) => {
    const token = c.req.param('token') ?? ''
    try {
      const invitation = await openInvitation(platform, token)
      const told = toldIn(c)
      const props = { token, invitation, told: refusal === null ? told : null, refusal }
      return await c.html(<AnswerLinkPage page={pageContext(c)} {...props} />, refusal === null ? 200 : 422)
    } catch (error) {
      if (error instanceof Refused && error.code === 'invitation_not_found') return c.notFound()
      throw error
    }
  }

  routes.get('/moeder/svar/:token', (c) => show(c, null))

  routes.post('/moeder/svar/:token', async (c) => {
    const token = c.req.param('token')
    try {
      await answerByLink(platform, token, readAnswer(await c.req.formData()))
      return c.redirect(`${meetingPaths.answerByLink(token)}?tak=svar`, 303)
    } catch (error) {
      if (error instanceof Refused && error.code === 'invitation_not_found') return c.notFound()
      return show(c, wordsFor(c, error))
    }
  })

  routes.post('/moeder/svar/:token/indvending', async (c) => {
    const token = c.req.param('token')
    try {
      const form = await c.req.formData()
      await objectByLink(platform, token, formLine(form, 'hvorfor').slice(0, 1000))
      return c.redirect(`${meetingPaths.answerByLink(token)}?tak=indvend`, 303)
    } catch (error) {
      if (error instanceof Refused && error.code === 'invitation_not_found') return c.notFound()
      return show(c, wordsFor(c, error))
    }
  })
  return routes
}

const toldIn = (c: WebContext): string | null => {
  const said = c.req.query('tak')
  if (said === 'indvend') return pick(minutesTexts, c.get('language')).objected
  return said === 'svar' ? pick(meetingTexts, c.get('language')).answered : null
}
