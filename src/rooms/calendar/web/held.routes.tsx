import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { heldTexts } from '../held/held.texts.ts'
import { chooseHeldMail } from '../stop-calendar-mail.ts'
import { isHeldMailStopped } from '../held/held-link.queries.ts'
import { holdOccurrence, missOccurrence } from '../held/hold-occurrence.ts'
import { listUnanswered } from '../held/unanswered.queries.ts'
import { seriesTexts } from '../series.texts.ts'
import { calendarPaths } from './calendar.paths.ts'
import { HeldPage } from './held.page.tsx'

/** `/kalender/holdt`: those who arranged something say in one tap whether it was held, and how many came. */
export const heldRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null) => {
    const actor = permit(c, calendarPolicy.readPlans)
    const { occurrences, isMailStopped } = await readAs(platform, actor, async (tx) => ({
      occurrences: await listUnanswered(tx, platform.clock.now()),
      isMailStopped: await isHeldMailStopped(tx, actor.personId ?? ''),
    }))
    const told = c.req.query('tak') === 'ja' ? pick(heldTexts, c.get('language')).thanks : null
    const page = pageContext(c)
    return c.html(
      <HeldPage page={page} {...{ occurrences, isMailStopped, told, refusal }} />,
      refusal === null ? 200 : 422,
    )
  }

  routes.get(calendarPaths.held, (c) => show(c, null))

  routes.post(calendarPaths.heldMail, async (c) => {
    const actor = permit(c, calendarPolicy.readPlans)
    await chooseHeldMail(platform, actor, formLine(await c.req.formData(), 'mail') === 'ja')
    return c.redirect(calendarPaths.held, 303)
  })

  routes.post('/kalender/holdt/:id', async (c) => {
    const actor = permit(c, calendarPolicy.readPlans)
    const form = await c.req.formData()
    const id = c.req.param('id')
    const seen = { occurrenceId: id, version: Number(formLine(form, 'udgave')) || 0 }
    try {
      if (formLine(form, 'goer') === 'ikke') await missOccurrence(platform, actor, seen, formLine(form, 'hvorfor'))
      else await holdOccurrence(platform, actor, seen, readCount(formLine(form, 'antal')))
      const back = formLine(form, 'tilbage') === 'gang' ? `${calendarPaths.occurrence(id)}?gemt=ja` : toList
      return c.redirect(back, 303)
    } catch (error) {
      const texts = [heldTexts, seriesTexts]
      if (!(error instanceof Refused) || !texts.some(({ da }) => Object.hasOwn(da, error.code))) throw error
      return show(c, refusalWords(texts, error, c.get('language')))
    }
  })
  return routes
}

const toList = `${calendarPaths.held}?tak=ja`

export const readCount = (text: string): number | null => {
  if (text === '') return null
  if (!/^\d{1,4}$/.test(text)) throw new Refused('not_a_count')
  return Number(text)
}
