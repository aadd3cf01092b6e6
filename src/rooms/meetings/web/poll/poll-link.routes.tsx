import { Hono } from 'hono'
import { today } from '../../../../platform/day.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { limits } from '../../../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../../../platform/rate-limit/require-turn.ts'
import { Refused } from '../../../../platform/refused.ts'
import { toResidentLanguage } from '../../../../platform/resident-language.ts'
import type { WebContext, WebEnv } from '../../../../web/page-context.ts'
import { answerPoll, openPoll } from '../../poll/answer-poll.ts'
import type { PollAnswer } from '../../poll/poll.ts'
import { pollWords } from '../../poll/poll-words.ts'
import { meetingPaths } from '../meetings.paths.ts'
import { readPollAnswers } from './poll.form.ts'
import { type LinkContext, NoPollPage, PollLinkPage } from './poll-link.page.tsx'

/** `/moeder/afstemning/:token`: opened by the link of a mail, without an account. Looking changes nothing. */
export const pollLinkRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refused: 'poll_unanswered' | null, chosen: Map<string, PollAnswer> | null) => {
    const token = c.req.param('token') ?? ''
    // Somebody's own: kept by no browser, and leaves no trace in the address of where they go next.
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Robots-Tag', 'noindex')
    try {
      const opened = await openPoll(platform, token)
      const link = linkOf(c, token, opened.invitee.language)
      const refusal = refused === null ? null : pollWords[link.language].unanswered
      const isThanked = refusal === null && c.req.query('tak') === 'svar'
      return await c.html(
        <PollLinkPage {...{ link, opened, chosen, isThanked, refusal }} />,
        refusal === null ? 200 : 422,
      )
    } catch (error) {
      if (error instanceof Refused && error.code === 'poll_not_found')
        return c.html(<NoPollPage link={linkOf(c, token, c.get('language'))} />, 404)
      throw error
    }
  }

  routes.get('/moeder/afstemning/:token', (c) => show(c, null, null))

  routes.post('/moeder/afstemning/:token', async (c) => {
    const token = c.req.param('token')
    const given = readPollAnswers(await c.req.formData())
    await requireTurn(platform, limits.answerByLink, c.get('clientAddress'))
    try {
      await answerPoll(platform, token, given)
      const language = toResidentLanguage(c.req.query('sprog'))
      return c.redirect(`${meetingPaths.pollLink(token)}?tak=svar&sprog=${language}`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || error.code === 'too_many_tries') throw error
      return show(c, error.code === 'poll_unanswered' ? 'poll_unanswered' : null, given.answers)
    }
  })
  return routes
}

const linkOf = (c: WebContext, token: string, own: string): LinkContext => ({
  language: toResidentLanguage(c.req.query('sprog') ?? own),
  today: today(c.get('clock')),
  partnership: c.get('partnership'),
  token,
})
