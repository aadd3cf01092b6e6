import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../platform/database/index.ts'
import { dayNumberOf } from '../../../platform/day-number.ts'
import { homeZone, today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { type Actor, isPermitted } from '../../access/index.ts'
import { listVenueChoices } from '../../calendar/index.ts'
import { listStandings } from '../../commitments/index.ts'
import { findTypedDay } from '../../parties/index.ts'
import { listWaitingItems } from '../agenda/agenda.queries.ts'
import { listFollowUpsOf, listOpenFollowUps } from '../minutes/decision.queries.ts'
import { proposeItem } from '../agenda/change-agenda.ts'
import { handOverConvening, skipTurn, swapTurns } from '../turns/change-turn.ts'
import { findGroup, listAllGroups } from '../group/group.queries.ts'
import { groupTexts } from '../group/group.texts.ts'
import { findKnownCalendar } from '../known/known-calendar.queries.ts'
import { loadKnownCount } from '../known/load-elsewhere.ts'
import { loadAbsences } from '../group/load-absence.ts'
import { type LoadedGroup, loadGroup, relationsToGroup } from '../group/load-group.ts'
import { listMeetingsBetween } from '../meeting.queries.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { planMeeting } from '../planning/plan-meeting.ts'
import { listPolls } from '../poll/poll.queries.ts'
import { proposeMeeting } from '../planning/propose-meeting.ts'
import { layMissingGroups } from '../reading/lay-groups.ts'
import { handoverDueOf } from '../turns/handover-due.ts'
import { handoverTexts } from '../turns/handover.texts.ts'
import { wantHandover } from '../turns/want-handover.ts'
import { bestHeldBy, nextLacking } from '../group/year.rules.ts'
import { GroupPage, type GroupProps } from './group.page.tsx'
import { type ListedGroup, MeetingListPage, titleOf } from './list.page.tsx'
import { readItem, readPlan, readPlanTyped } from './meeting.form.ts'
import { meetingPaths } from './meetings.paths.ts'
import { PlanMeetingPage } from './plan.page.tsx'
import { sitterWords } from './seat-words.ts'
import { wordsFor } from './refusals.ts'

/** `/moeder`. */
export const groupListRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(meetingPaths.list, async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    await layMissingGroups(platform)
    const shown = await readAs(platform, actor, (tx) => loadList(tx, platform, actor))
    return c.html(<MeetingListPage page={pageContext(c)} {...shown} />)
  })
  return routes
}

/** `/moeder/gruppe/:id`. */
export const groupRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, refusal: string | null, typed: GroupProps['typed'] = null) => {
    permit(c, meetingsPolicy.readGroups)
    const shown = await enter(platform, c)
    if (shown === undefined) return c.notFound()
    const told = refusal === null ? toldIn(c) : null
    const page = pageContext(c)
    return c.html(<GroupPage page={page} {...shown} {...{ told, refusal, typed }} />, refusal === null ? 200 : 422)
  }

  routes.get('/moeder/gruppe/:id', (c) => show(c, null))

  const act = (path: string, work: (c: WebContext, actor: Actor, form: FormData) => Promise<string>) =>
    routes.post(path, async (c) => {
      const actor = permit(c, meetingsPolicy.readGroups)
      const form = await c.req.formData()
      try {
        const said = await work(c, actor, form)
        return c.redirect(`${meetingPaths.group(c.req.param('id') ?? '')}?tak=${said}`, 303)
      } catch (error) {
        const { title, body } = readItem(form)
        return show(c, wordsFor(c, error), form.has('titel') ? { title, body } : null)
      }
    })

  act('/moeder/gruppe/:id/tur', async (c, actor, form) => {
    const change = {
      groupId: c.req.param('id') ?? '',
      memberId: formLine(form, 'hvem'),
      reason: formLine(form, 'hvorfor').slice(0, 200),
    }
    if (formLine(form, 'goer') === 'spring') await skipTurn(platform, actor, change)
    else await swapTurns(platform, actor, { ...change, otherId: formLine(form, 'med') })
    return 'tur'
  })

  act('/moeder/gruppe/:id/overdrag', async (c, actor, form) => {
    await handOverConvening(platform, actor, readHandover(c, form))
    return 'givet'
  })

  act('/moeder/gruppe/:id/overdragelse', async (c, actor, form) => {
    const on = formLine(form, 'senest') === '' ? null : findTypedDay(formLine(form, 'senest'))
    if (on === undefined) throw new Refused('not_a_day')
    await wantHandover(platform, actor, c.req.param('id') ?? '', on)
    return 'dag'
  })

  act('/moeder/gruppe/:id/punkt', async (c, actor, form) => {
    await proposeItem(platform, actor, c.req.param('id') ?? '', readItem(form))
    return 'punkt'
  })
  return routes.route('/', planRoutes(platform))
}

/** Who calls the meetings, from which day, and why. Throws Refused('not_a_day'). */
const readHandover = (c: WebContext, form: FormData) => {
  const from = findTypedDay(formLine(form, 'fra'))
  if (from === undefined || from === null) throw new Refused('not_a_day')
  const why = formLine(form, 'hvorfor').slice(0, 300)
  return { groupId: c.req.param('id') ?? '', memberId: formLine(form, 'hvem'), from, why }
}

/** `/moeder/gruppe/:id/indkald`. */
const planRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, form: FormData, error: unknown = null) => {
    const refusal = error === null ? null : wordsFor(c, error)
    const mayAnyway = error instanceof Refused && error.code === 'meeting_collides'
    const actor = permit(c, meetingsPolicy.readGroups)
    const shown = await enter(platform, c)
    if (shown === undefined) return c.notFound()
    const { dates, known, venues } = await readAs(platform, actor, async (tx) => ({
      dates: await proposeMeeting(tx, platform, shown.loaded),
      known: await loadKnownCount(tx, platform, shown.loaded),
      venues: (await listVenueChoices(tx)).filter(([value]) => !value.includes('/')),
    }))
    const props = { loaded: shown.loaded, dates, known, venues, typed: readPlanTyped(form), refusal, mayAnyway }
    return c.html(<PlanMeetingPage page={pageContext(c)} {...props} />, refusal === null ? 200 : 422)
  }

  routes.get('/moeder/gruppe/:id/indkald', (c) => show(c, asked(c)))

  routes.post('/moeder/gruppe/:id/indkald', async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const form = await c.req.formData()
    try {
      const meetingId = await planMeeting(platform, actor, readPlan(form, c.req.param('id')))
      return c.redirect(`${meetingPaths.meeting(meetingId)}?tak=lagt`, 303)
    } catch (error) {
      return show(c, form, error)
    }
  })
  return routes
}

/** A time may come along in the address: from a poll, or from a mail that proposes it. */
const asked = (c: WebContext): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(c.req.query())) form.set(name, value)
  return form
}

const enter = (platform: Platform, c: WebContext) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const group = await findGroup(tx, c.req.param('id') ?? '')
    if (group === undefined) return undefined
    const day = today(platform.clock)
    const loaded = await loadGroup(tx, group, day)
    const toThing = await relationsToGroup(tx, c.get('actor'), loaded)
    c.set('sight', { permission: meetingsPolicy.readGroups, toThing })
    const mayRead = isPermitted(c.get('actor'), meetingsPolicy.readPapers, toThing)
    const standings = await listStandings(
      tx,
      loaded.promises.map(({ promise }) => promise),
      day,
    )
    return {
      loaded,
      standings,
      waiting: mayRead ? await listWaitingItems(tx, group.groupId) : null,
      polls: await listPolls(tx, group.groupId),
      now: platform.clock.now(),
      open: mayRead ? await listOpenFollowUps(tx, group.groupId) : [],
      absences: mayRead ? await loadAbsences(tx, loaded) : [],
    }
  })

const loadList = async (tx: ReadTx, platform: Platform, actor: Actor) => {
  const day = today(platform.clock)
  const groups: ListedGroup[] = []
  const former = []
  for (const group of await listAllGroups(tx)) {
    const loaded = await loadGroup(tx, group, day)
    if (loaded.members.length === 0 || group.endedAt !== null) former.push(group)
    else groups.push(await listed(tx, platform, actor, loaded))
  }
  const from = day.toZonedDateTime(homeZone).toInstant()
  const titles = new Map(groups.map(({ group }) => [group.groupId, titleOf(group)]))
  const coming = (await listMeetingsBetween(tx, from, from.add({ hours: 24 * 120 }))).map((meeting) => ({
    meeting,
    title: titles.get(meeting.groupId) ?? '',
  }))
  const owed = actor.postId === null ? [] : await listFollowUpsOf(tx, actor.postId)
  const known = actor.personId === null ? undefined : await findKnownCalendar(tx, actor.personId)
  return { groups, former, coming, owed, isKnownBroken: known !== undefined && known.fault !== null }
}

const listed = async (tx: ReadTx, { clock }: Platform, actor: Actor, loaded: LoadedGroup): Promise<ListedGroup> => {
  const { group, members, turn, year, meetings } = loaded
  const relations = await relationsToGroup(tx, actor, loaded)
  const convenor = members.find(({ memberId }) => memberId === turn.memberId)
  const lacking = nextLacking(year, dayNumberOf(today(clock)))
  return {
    group,
    seats: members.length,
    sitsThere: members.some(({ postId }) => postId !== null && postId === actor.postId),
    isMyTurn: relations.has('convenor') && turn.memberId !== null,
    isForMeToChoose:
      handoverDueOf(loaded, today(clock))?.why === 'unsaid' &&
      isPermitted(actor, meetingsPolicy.changeGroup, relations),
    dueOn: lacking === undefined ? null : bestHeldBy(lacking),
    next:
      meetings.find(
        ({ startsAt, state }) => state !== 'cancelled' && Temporal.Instant.compare(startsAt, clock.now()) > 0,
      ) ?? null,
    convenor: convenor === undefined ? '' : sitterWords(convenor),
  }
}

const toldIn = (c: WebContext): string | null => {
  const words = pick(groupTexts, c.get('language'))
  const day = pick(handoverTexts, c.get('language')).saved
  const said = {
    dag: day,
    tur: words.turnChanged,
    givet: words.handedOver,
    punkt: words.proposed,
    gjort: words.followUpDone,
    aabnet: words.followUpOpened,
    aendret: words.changedMeanwhile,
  }
  return Object.entries(said).find(([code]) => code === c.req.query('tak'))?.[1] ?? null
}
