import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import type { Actor } from '../../access/index.ts'
import { answerMeeting } from '../answer-meeting.ts'
import { callMeeting, cancelMeeting, moveMeeting } from '../call-meeting.ts'
import { addItem, changeItem, moveItem, removeItem, sendAgenda } from '../change-agenda.ts'
import type { SeenMeeting } from '../enter.ts'
import { loadMeeting } from '../load-meeting.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { readAnswer, readItem, readSpan } from './meeting.form.ts'
import { MeetingPage } from './meeting.page.tsx'
import type { MeetingProps } from './meeting-props.ts'
import { meetingPaths } from './meetings.paths.ts'
import { wordsFor } from './refusals.ts'

/** `/moeder/:id`: the meeting and its agenda. */
export const meetingRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null, typed: MeetingProps['typed'] = null) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const id = c.req.param('id') ?? ''
    const shown = await readAs(platform, actor, (tx) => loadMeeting(tx, actor, id, today(platform.clock)))
    if (shown === undefined) return c.notFound()
    c.set('sight', { permission: meetingsPolicy.readGroups, toThing: shown.relations })
    const told = refusal === null ? toldIn(c) : null
    const page = pageContext(c)
    return c.html(<MeetingPage page={page} {...{ shown, told, refusal, typed }} />, refusal === null ? 200 : 422)
  }

  routes.get('/moeder/:id', (c) => show(c, null))

  const act = (path: string, work: (c: WebContext, actor: Actor, form: FormData) => Promise<string>) =>
    routes.post(path, async (c) => {
      const actor = permit(c, meetingsPolicy.readGroups)
      const form = await c.req.formData()
      try {
        const said = await work(c, actor, form)
        return c.redirect(`${meetingPaths.meeting(c.req.param('id') ?? '')}?tak=${said}`, 303)
      } catch (error) {
        return show(c, wordsFor(c, error), typedIn(c, form, error))
      }
    })

  act('/moeder/:id/indkald', async (c, actor, form) => {
    await callMeeting(platform, actor, seenIn(c, form))
    return 'indkaldt'
  })
  act('/moeder/:id/flyt', async (c, actor, form) => {
    const to = { ...readSpan(form), reason: formLine(form, 'hvorfor').slice(0, 300) }
    await moveMeeting(platform, actor, seenIn(c, form), to)
    return 'flyttet'
  })
  act('/moeder/:id/aflys', async (c, actor, form) => {
    await cancelMeeting(platform, actor, seenIn(c, form), formLine(form, 'hvorfor').slice(0, 300))
    return 'aflyst'
  })
  act('/moeder/:id/svar', async (c, actor, form) => {
    await answerMeeting(platform, actor, c.req.param('id') ?? '', readAnswer(form))
    return 'svar'
  })
  act('/moeder/:id/dagsorden', async (c, actor, form) => {
    await sendAgenda(platform, actor, seenIn(c, form))
    return 'dagsorden'
  })
  act('/moeder/:id/punkt', async (c, actor, form) => {
    await addItem(platform, actor, c.req.param('id') ?? '', readItem(form))
    return 'gemt'
  })
  act('/moeder/:id/punkt/:item', async (c, actor, form) => {
    await settleItem(platform, actor, c, form)
    return 'gemt'
  })
  return routes
}

const settleItem = async (platform: Platform, actor: Actor, c: WebContext, form: FormData): Promise<void> => {
  const version = Number(formLine(form, 'udgave')) || 0
  const change = { meetingId: c.req.param('id') ?? '', itemId: c.req.param('item') ?? '', version }
  const goes = formLine(form, 'goer')
  if (goes === 'op') await moveItem(platform, actor, change, -1)
  else if (goes === 'ned') await moveItem(platform, actor, change, 1)
  else if (goes === 'fjern') await removeItem(platform, actor, change)
  else await changeItem(platform, actor, change, readItem(form))
}

const seenIn = (c: WebContext, form: FormData): SeenMeeting => ({
  meetingId: c.req.param('id') ?? '',
  version: Number(formLine(form, 'udgave')) || 0,
})

/** What was typed of a point, so that nothing is lost where it could not be kept. */
const typedIn = (c: WebContext, form: FormData, error: unknown): MeetingProps['typed'] => {
  if (!form.has('titel')) return null
  const { title, body } = readItem(form)
  const mayVouch = error instanceof Refused && error.code === 'names_persons' && error.facts['mayVouch'] === 1
  return { itemId: c.req.param('item') ?? '', title, body, mayVouch }
}

const toldIn = (c: WebContext): string | null => {
  const words = pick(meetingTexts, c.get('language'))
  const said = {
    lagt: words.planned,
    indkaldt: words.called,
    flyttet: words.moved,
    aflyst: words.cancelled,
    svar: words.answered,
    dagsorden: words.agendaSent,
    gemt: words.saved,
  }
  return Object.entries(said).find(([code]) => code === c.req.query('tak'))?.[1] ?? null
}
