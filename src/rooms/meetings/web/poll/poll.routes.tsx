import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../../platform/database/index.ts'
import { dayNumberOf, toDay } from '../../../../platform/day-number.ts'
import { today } from '../../../../platform/day.ts'
import { pick } from '../../../../platform/language.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { formLine } from '../../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../../web/page-context.ts'
import { permit } from '../../../../web/permit.ts'
import { requirePermission } from '../../../access/index.ts'
import { listMailLanguages } from '../../../commitments/index.ts'
import { listPostContacts } from '../../../parties/index.ts'
import { findGroup } from '../../group/group.queries.ts'
import { loadKnownCount } from '../../known/load-elsewhere.ts'
import { type LoadedGroup, loadGroup, relationsToGroup } from '../../group/load-group.ts'
import { meetingsPolicy } from '../../meetings.policy.ts'
import { askPoll } from '../../poll/ask-poll.ts'
import { pollTexts } from '../../poll/poll.texts.ts'
import { endPoll, loadPoll, remindPolled } from '../../poll/settle-poll.ts'
import { proposeMeeting } from '../../planning/propose-meeting.ts'
import type { ProposedDate } from '../../planning/propose-dates.rules.ts'
import { titleOf } from '../list.page.tsx'
import { meetingPaths } from '../meetings.paths.ts'
import { wordsFor } from '../refusals.ts'
import { sitterWords } from '../seat-words.ts'
import { AskPollPage } from './ask-poll.page.tsx'
import { type Askable, readPoll } from './poll.form.ts'
import { PollPage } from './poll.page.tsx'
import { pollLinkRoutes } from './poll-link.routes.tsx'

/** Polls about a time: asked, answered by link, and settled. */
export const pollRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const showForm = async (c: WebContext, typed: FormData, refusal: string | null) => {
    const shown = await enter(platform, c)
    if (shown === undefined) return c.notFound()
    const { loaded, ...rest } = shown
    const closesOn = closingDay(shown.dates, today(platform.clock))
    const props = { loaded, ...rest, closesOn, typed, refusal }
    return c.html(<AskPollPage page={pageContext(c)} {...props} />, refusal === null ? 200 : 422)
  }

  routes.get('/moeder/gruppe/:id/afstemning', (c) => showForm(c, new FormData(), null))

  routes.post('/moeder/gruppe/:id/afstemning', async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const form = await c.req.formData()
    try {
      const shown = await enter(platform, c)
      if (shown === undefined) return await c.notFound()
      const { group } = shown.loaded
      const pollId = await askPoll(platform, actor, readPoll(form, group.groupId, shown.askables, titleOf(group)))
      return c.redirect(`${meetingPaths.poll(pollId)}?tak=spurgt`, 303)
    } catch (error) {
      return showForm(c, form, wordsFor(c, error))
    }
  })

  const show = async (c: WebContext, refusal: string | null) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const shown = await loadPoll(platform, actor, c.req.param('id') ?? '')
    if (shown === undefined) return c.notFound()
    c.set('sight', { permission: meetingsPolicy.askPoll, toThing: shown.relations })
    const told = refusal === null ? toldIn(c) : null
    return c.html(<PollPage page={pageContext(c)} {...{ shown, told, refusal }} />, refusal === null ? 200 : 422)
  }

  routes.get('/moeder/afstemninger/:id', (c) => show(c, null))

  routes.post('/moeder/afstemninger/:id', async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const id = c.req.param('id')
    const isReminder = formLine(await c.req.formData(), 'goer') === 'mind'
    try {
      if (isReminder) await remindPolled(platform, actor, id)
      else await endPoll(platform, actor, id)
      return c.redirect(`${meetingPaths.poll(id)}?tak=${isReminder ? 'mindet' : 'lukket'}`, 303)
    } catch (error) {
      return show(c, wordsFor(c, error))
    }
  })
  return routes.route('/', pollLinkRoutes(platform))
}

interface AskShown {
  readonly loaded: LoadedGroup
  readonly dates: readonly ProposedDate[]
  readonly known: number | null
  readonly askables: readonly Askable[]
  readonly unreachable: readonly string[]
}

const enter = (platform: Platform, c: WebContext): Promise<AskShown | undefined> => {
  const actor = permit(c, meetingsPolicy.readGroups)
  return readAs(platform, actor, async (tx) => {
    const group = await findGroup(tx, c.req.param('id') ?? '')
    if (group === undefined) return undefined
    const loaded = await loadGroup(tx, group, today(platform.clock))
    const toThing = await relationsToGroup(tx, actor, loaded)
    requirePermission(actor, meetingsPolicy.askPoll, toThing)
    c.set('sight', { permission: meetingsPolicy.askPoll, toThing })
    const dates = await proposeMeeting(tx, platform, loaded)
    const known = await loadKnownCount(tx, platform, loaded)
    return { loaded, dates, known, ...(await listAskables(tx, platform, loaded)) }
  })
}

/** Who of the group can be asked by mail, and who cannot. */
const listAskables = async (tx: ReadTx, { clock }: Platform, { members }: LoadedGroup) => {
  const posts = members.flatMap(({ postId }) => (postId === null ? [] : [postId]))
  const contacts = new Map(
    (await listPostContacts(tx, posts, today(clock))).map((contact) => [contact.postId, contact]),
  )
  const languages = await listMailLanguages(tx)
  const askables: Askable[] = []
  const unreachable: string[] = []
  for (const member of members) {
    const contact = contacts.get(member.postId ?? '')
    const mail = contact?.email ?? member.contactMail
    const name = contact?.name ?? sitterWords(member)
    if (mail === '') unreachable.push(name)
    else
      askables.push({ memberId: member.memberId, name, mail, language: languages.get(member.personId ?? '') ?? 'da' })
  }
  return { askables, unreachable }
}

/** A week to answer, or until two days before the first time where that is sooner. */
const closingDay = (dates: readonly ProposedDate[], day: Temporal.PlainDate): string => {
  const first = dates[0]?.day
  const week = dayNumberOf(day) + 7
  return toDay(first === undefined ? week : Math.max(dayNumberOf(day), Math.min(week, first - 2))).toString()
}

const toldIn = (c: WebContext): string | null => {
  const words = pick(pollTexts, c.get('language'))
  const said = { spurgt: words.asked, mindet: words.reminded, lukket: words.ended }
  return Object.entries(said).find(([code]) => code === c.req.query('tak'))?.[1] ?? null
}
