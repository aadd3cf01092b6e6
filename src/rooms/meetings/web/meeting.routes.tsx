import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { listFailedMailsAbout } from '../../../platform/mail/mail.queries.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { type Actor, system } from '../../access/index.ts'
import { answerMeeting } from '../invitations/answer-meeting.ts'
import { callMeeting, cancelMeeting, moveMeeting, type MoveTo } from '../call-meeting.ts'
import { addItem, changeItem, moveItem, removeItem, sendAgenda } from '../agenda/change-agenda.ts'
import type { SeenMeeting } from '../enter.ts'
import { uidOfMeeting } from '../invitations/invitation-calendar.ts'
import { loadMeeting } from '../load-meeting.ts'
import { meetingTexts } from '../meeting.texts.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { declineProposedTime, takeProposedTime } from '../invitations/settle-proposal.ts'
import type { Act } from './act.ts'
import { fetchSuggestions } from '../suggestions/fetch-suggestions.ts'
import { suggestionTexts } from '../suggestions/suggestion.texts.ts'
import { readAnswer, readItem, readSpan } from './meeting.form.ts'
import { MeetingPage } from './meeting.page.tsx'
import type { MeetingProps, TypedMove } from './meeting-props.ts'
import { meetingPaths } from './meetings.paths.ts'
import { actOnPapers } from './paper.routes.tsx'
import { wordsFor } from './refusals.ts'

type Kept = Pick<MeetingProps, 'typed' | 'move'>

/** `/moeder/:id`: the meeting and its agenda. */
export const meetingRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null, kept: Kept = { typed: null, move: null }) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const id = c.req.param('id') ?? ''
    const found = await readAs(platform, actor, (tx) => loadMeeting(tx, actor, id, today(platform.clock)))
    if (found === undefined) return c.notFound()
    const shown = {
      ...found,
      undelivered: found.papers === null ? found.undelivered : await listUndelivered(platform, id),
    }
    c.set('sight', { permission: meetingsPolicy.readGroups, toThing: shown.relations })
    const props = { page: pageContext(c), shown, told: refusal === null ? toldIn(c) : null, refusal, ...kept }
    return c.html(<MeetingPage {...props} />, refusal === null ? 200 : 422)
  }

  routes.get('/moeder/:id', (c) => show(c, null))

  const act: Act = (path, work) => {
    routes.post(path, async (c) => {
      const actor = permit(c, meetingsPolicy.readGroups)
      const form = await c.req.formData()
      try {
        const said = await work(c, actor, form)
        return c.redirect(`${meetingPaths.meeting(c.req.param('id') ?? '')}?tak=${said}`, 303)
      } catch (error) {
        return show(c, wordsFor(c, error), { typed: typedIn(c, form, error), move: moveIn(c, form, error) })
      }
    })
  }
  actOnMeeting(platform, act)
  actOnAgenda(platform, act)
  actOnPapers(platform, act)
  return routes
}

const actOnMeeting = (platform: Platform, act: Act): void => {
  act('/moeder/:id/indkald', async (c, actor, form) => {
    await callMeeting(platform, actor, seenIn(c, form))
    return 'indkaldt'
  })
  act('/moeder/:id/flyt', async (c, actor, form) => {
    await moveMeeting(platform, actor, seenIn(c, form), readMove(form))
    return 'flyttet'
  })
  act('/moeder/:id/aflys', async (c, actor, form) => {
    await cancelMeeting(platform, actor, seenIn(c, form), formLine(form, 'hvorfor').slice(0, 300))
    return 'aflyst'
  })
  act('/moeder/:id/forslag/:invitee', async (c, actor, form) => {
    const inviteeId = c.req.param('invitee') ?? ''
    if (formLine(form, 'goer') !== 'flyt') {
      await declineProposedTime(platform, actor, seenIn(c, form), inviteeId)
      return 'afvist'
    }
    await takeProposedTime(platform, actor, seenIn(c, form), inviteeId)
    return 'flyttet'
  })
  act('/moeder/:id/svar', async (c, actor, form) => {
    await answerMeeting(platform, actor, c.req.param('id') ?? '', readAnswer(form))
    return 'svar'
  })
}

const actOnAgenda = (platform: Platform, act: Act): void => {
  act('/moeder/:id/dagsorden', async (c, actor, form) => {
    await sendAgenda(platform, actor, seenIn(c, form))
    return 'dagsorden'
  })
  act('/moeder/:id/forslag', async (c, actor) => {
    return (await fetchSuggestions(platform, actor, c.req.param('id') ?? '')) > 0 ? 'hentet' : 'intet'
  })
  act('/moeder/:id/punkt', async (c, actor, form) => {
    await addItem(platform, actor, c.req.param('id') ?? '', readItem(form))
    return 'gemt'
  })
  act('/moeder/:id/punkt/:item', async (c, actor, form) => {
    await settleItem(platform, actor, c, form)
    return 'gemt'
  })
}

/** Mails are seen by whom they are to; that one did not come through is told to those who asked them. */
const listUndelivered = (platform: Platform, meetingId: string): Promise<ReadonlySet<string>> =>
  readAs(platform, system, async (tx) => {
    const failed = await listFailedMailsAbout(tx, uidOfMeeting(meetingId))
    return new Set(failed.map(({ address }) => address.toLowerCase()))
  })

const readMove = (form: FormData): MoveTo => ({
  ...readSpan(form),
  reason: formLine(form, 'hvorfor').slice(0, 300),
  isKnown: formLine(form, 'goer') === 'alligevel',
})

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

const moveIn = (c: WebContext, form: FormData, error: unknown): TypedMove | null => {
  const mayAnyway = error instanceof Refused && error.code === 'meeting_collides'
  if (!c.req.path.endsWith('/flyt') && !mayAnyway) return null
  const [dag, fra, til, hvorfor] = ['dag', 'fra', 'til', 'hvorfor'].map((name) => formLine(form, name))
  return { dag: dag ?? '', fra: fra ?? '', til: til ?? '', hvorfor: hvorfor ?? '', mayAnyway }
}

const toldIn = (c: WebContext): string | null => {
  const words = pick(meetingTexts, c.get('language'))
  const suggestions = pick(suggestionTexts, c.get('language'))
  const said = {
    hentet: suggestions.fetched,
    intet: suggestions.nothing,
    lagt: words.planned,
    indkaldt: words.called,
    flyttet: words.moved,
    aflyst: words.cancelled,
    svar: words.answered,
    afvist: words.declined,
    dagsorden: words.agendaSent,
    gemt: words.saved,
  }
  return Object.entries(said).find(([code]) => code === c.req.query('tak'))?.[1] ?? null
}
