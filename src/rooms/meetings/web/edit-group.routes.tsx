import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { listPosts } from '../../parties/index.ts'
import { listStandingItems } from '../agenda/agenda.queries.ts'
import { changeGroup, changeStandingItems, makeGroup } from '../group/change-group.ts'
import { addSeat, changeSeat, endSeat } from '../group/change-seats.ts'
import { editGroupTexts } from '../group/edit-group.texts.ts'
import { findGroup } from '../group/group.queries.ts'
import { loadGroup, relationsToGroup } from '../group/load-group.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { readDayOf, readNewGroup, readSeat, readStanding, readTerms, seenGroup } from './edit-group.form.ts'
import { EditGroupPage } from './edit-group.page.tsx'
import { MakeGroupPage } from './make-group.page.tsx'
import { meetingPaths } from './meetings.paths.ts'
import { wordsFor } from './refusals.ts'

/** `/moeder/ny` and `/moeder/gruppe/:id/ret`: a group made by hand, and what a group has agreed for itself. */
export const editGroupRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  routes.get(meetingPaths.make, (c) => {
    permit(c, meetingsPolicy.makeGroup)
    return c.html(<MakeGroupPage page={pageContext(c)} typed={null} refusal={null} />)
  })

  routes.post(meetingPaths.make, async (c) => {
    const actor = permit(c, meetingsPolicy.makeGroup)
    const group = readNewGroup(await c.req.formData())
    try {
      const groupId = await makeGroup(platform, actor, group)
      return c.redirect(`${meetingPaths.edit(groupId)}?tak=oprettet`, 303)
    } catch (error) {
      const refusal = wordsFor(c, error)
      return c.html(<MakeGroupPage page={pageContext(c)} typed={group} refusal={refusal} />, 422)
    }
  })

  const show = async (c: WebContext, refusal: string | null) => {
    permit(c, meetingsPolicy.readGroups)
    const shown = await enter(platform, c)
    if (shown === undefined) return c.notFound()
    const told = refusal === null ? toldIn(c) : null
    const page = pageContext(c)
    return c.html(<EditGroupPage page={page} {...shown} {...{ told, refusal }} />, refusal === null ? 200 : 422)
  }

  routes.get('/moeder/gruppe/:id/ret', (c) => show(c, null))

  const act = (path: string, work: (actor: Actor, form: FormData, c: WebContext) => Promise<void>) =>
    routes.post(path, async (c) => {
      const actor = permit(c, meetingsPolicy.readGroups)
      const form = await c.req.formData()
      try {
        await work(actor, form, c)
        return c.redirect(`${meetingPaths.edit(c.req.param('id') ?? '')}?tak=gemt`, 303)
      } catch (error) {
        return show(c, wordsFor(c, error))
      }
    })

  act('/moeder/gruppe/:id/ret', (actor, form, c) =>
    changeGroup(platform, actor, seenIn(c, form), readTerms(form, c.get('language'))),
  )
  act('/moeder/gruppe/:id/plads', (actor, form, c) => settleSeat(platform, actor, c, form))
  act('/moeder/gruppe/:id/fast', (actor, form, c) =>
    changeStandingItems(platform, actor, seenIn(c, form), readStanding(form)),
  )
  return routes
}

const seenIn = (c: WebContext, form: FormData) => seenGroup(c.req.param('id') ?? '', form)

const settleSeat = (platform: Platform, actor: Actor, c: WebContext, form: FormData): Promise<void> => {
  const seen = { ...seenIn(c, form), memberId: formLine(form, 'hvem') }
  const goes = formLine(form, 'goer')
  if (goes === 'slut') return endSeat(platform, actor, seen, readDayOf(form, 'sidste'))
  if (goes === 'gem') return changeSeat(platform, actor, seen, readSeat(form))
  const from = readDayOf(form, 'fra')
  return addSeat(platform, actor, seen, { ...readSeat(form), isGuest: goes === 'gaest', from })
}

const enter = (platform: Platform, c: WebContext) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const group = await findGroup(tx, c.req.param('id') ?? '')
    if (group === undefined) return undefined
    const day = today(platform.clock)
    const loaded = await loadGroup(tx, group, day)
    const toThing = await relationsToGroup(tx, c.get('actor'), loaded)
    requirePermission(c.get('actor'), meetingsPolicy.changeGroup, toThing)
    c.set('sight', { permission: meetingsPolicy.changeGroup, toThing })
    const seated = new Set(loaded.members.map(({ postId }) => postId))
    const posts = (await listPosts(tx, day)).filter(({ postId }) => !seated.has(postId))
    return { loaded, posts, standing: await listStandingItems(tx, group.groupId) }
  })

const toldIn = (c: WebContext): string | null => {
  const words = pick(editGroupTexts, c.get('language'))
  const said = { gemt: words.saved, oprettet: words.made }
  return Object.entries(said).find(([code]) => code === c.req.query('tak'))?.[1] ?? null
}
