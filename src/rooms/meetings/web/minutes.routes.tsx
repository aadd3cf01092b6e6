import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { listItems } from '../agenda/agenda.queries.ts'
import { approveMinutes, publishMinutes, unholdMeeting } from '../minutes/approve-minutes.ts'
import { loadMinutes } from '../minutes/load-minutes.ts'
import { meetingsPolicy } from '../meetings.policy.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import { objectToMinutes } from '../minutes/object-to-minutes.ts'
import { correctMinutes, sendMinutes } from '../minutes/send-minutes.ts'
import {
  changeDecision,
  notePresence,
  settleFollowUp,
  writeDecision,
  writeFollowUp,
  writeSaid,
} from '../minutes/write-minutes.ts'
import { readDecision, readFollowUp, readPresence, readSaid } from './minutes.form.ts'
import { MinutesPage } from './minutes.page.tsx'
import type { TypedMinutes } from './minutes-write.tsx'
import { minutesPaths } from './minutes.paths.ts'
import { wordsFor } from './refusals.ts'

/** `/moeder/:id/referat`: the minutes of a meeting. */
export const minutesRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.get('/moeder/:id/referat', (c) => show(platform, c, null))
  for (const [path, work] of deeds)
    routes.post(path, async (c) => {
      const actor = permit(c, meetingsPolicy.readGroups)
      const form = await c.req.formData()
      try {
        const said = await work(platform, actor, { c, form })
        const point = await pointOf(platform, c)
        const where = point === '' ? '' : `&punkt=${point}#punkt-${point}`
        return c.redirect(`${minutesPaths.minutes(c.req.param('id') ?? '')}?tak=${said}${where}`, 303)
      } catch (error) {
        return show(platform, c, refusalOf(c, form, error))
      }
    })
  return routes.route('/', followUpRoutes(platform))
}

/** `/moeder/opfoelgning/:id`. */
const followUpRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()
  routes.post('/moeder/opfoelgning/:id', async (c) => {
    const actor = permit(c, meetingsPolicy.readGroups)
    const form = await c.req.formData()
    const back = /^\/moeder(?:\/[\w/-]*)?$/.exec(formLine(form, 'tilbage'))?.[0] ?? '/moeder'
    const isDone = formLine(form, 'goer') !== 'aabn'
    const version = Number(formLine(form, 'udgave')) || 0
    const change = { version, isDone, note: formLine(form, 'note').slice(0, 500) }
    try {
      await settleFollowUp(platform, actor, c.req.param('id'), change)
      return c.redirect(`${back}?tak=${isDone ? 'gjort' : 'aabnet'}`, 303)
    } catch (error) {
      if (error instanceof Refused && error.code === 'follow_up_not_found') return c.notFound()
      wordsFor(c, error)
      // Somebody was quicker: the page shows how it stands now.
      return c.redirect(`${back}?tak=aendret`, 303)
    }
  })
  return routes
}

const show = async (platform: Platform, c: WebContext, refusal: Refusal | null) => {
  const actor = permit(c, meetingsPolicy.readGroups)
  const id = c.req.param('id') ?? ''
  const minutes = await readAs(platform, actor, (tx) => loadMinutes(tx, actor, id, today(platform.clock)))
  if (minutes === undefined) return c.notFound()
  requirePermission(actor, meetingsPolicy.readPapers, minutes.shown.relations)
  c.set('sight', { permission: meetingsPolicy.readPapers, toThing: minutes.shown.relations })
  const typed = refusal?.typed ?? null
  const told = refusal === null ? toldIn(c) : null
  const props = {
    minutes,
    typed,
    mayVouch: typed === null && refusal?.mayVouch === true,
    told: told === null || told.number === null ? null : { number: told.number, words: told.words },
    said: told !== null && told.number === null ? told.words : null,
    refusal: typed === null ? (refusal?.words ?? null) : null,
  }
  return c.html(<MinutesPage page={pageContext(c)} {...props} />, refusal === null ? 200 : 422)
}

/** The number of the point that was written under; empty where the whole minutes were meant. */
const pointOf = async (platform: Platform, c: WebContext): Promise<string> => {
  const itemId = c.req.param('item')
  if (itemId === undefined) return ''
  const items = await readAs(platform, c.get('actor'), (tx) => listItems(tx, c.req.param('id') ?? ''))
  return String(items.find((item) => item.itemId === itemId)?.number ?? '')
}

interface Asked {
  readonly c: WebContext
  readonly form: FormData
}

/** What is done to minutes, by where its form is sent; each answers with what the page then says. */
const deeds: readonly (readonly [path: string, work: (p: Platform, a: Actor, asked: Asked) => Promise<string>])[] = [
  [
    '/moeder/:id/referat/fremmoede',
    async (platform, actor, { c, form }) => {
      await notePresence(platform, actor, c.req.param('id') ?? '', readPresence(form))
      return 'fremmoede'
    },
  ],
  ['/moeder/:id/referat/punkt/:item', (platform, actor, { c, form }) => writeSaid(platform, actor, readSaid(c, form))],
  [
    '/moeder/:id/referat/punkt/:item/beslutning',
    async (platform, actor, { c, form }) => {
      await writeDecision(platform, actor, readDecision(c, form))
      return 'saved'
    },
  ],
  [
    '/moeder/:id/referat/beslutning/:decision',
    async (platform, actor, { c, form }) => {
      await changeDecision(platform, actor, c.req.param('decision') ?? '', readDecision(c, form))
      return 'gemt'
    },
  ],
  [
    '/moeder/:id/referat/punkt/:item/opfoelgning',
    async (platform, actor, { c, form }) => {
      await writeFollowUp(platform, actor, readFollowUp(c, form))
      return 'saved'
    },
  ],
  ['/moeder/:id/referat', (platform, actor, { c, form }) => move(platform, actor, c, form)],
]

const move = async (platform: Platform, actor: Actor, c: WebContext, form: FormData): Promise<string> => {
  const id = c.req.param('id') ?? ''
  const why = formLine(form, 'hvorfor').slice(0, 1000)
  const goes = formLine(form, 'goer')
  const isVouchedFor = form.get('ingen') === 'ja'
  if (goes === 'send') await sendMinutes(platform, actor, id)
  else if (goes === 'godkend') await approveMinutes(platform, actor, id)
  else if (goes === 'indvend') await objectToMinutes(platform, actor, id, why)
  else if (goes === 'ret') await correctMinutes(platform, actor, id, why)
  else if (goes === 'ikkeholdt') await unholdMeeting(platform, actor, id, why)
  else await publishMinutes(platform, actor, id, { isPublished: goes === 'frem', isVouchedFor })
  return goes
}

interface Refusal {
  readonly words: string
  readonly mayVouch: boolean
  readonly typed: TypedMinutes | null
}

/** Why it could not be kept, and what was typed, so that nothing is lost. */
const refusalOf = (c: WebContext, form: FormData, error: unknown): Refusal => {
  const words = wordsFor(c, error)
  const mayVouch = error instanceof Refused && error.code === 'names_persons' && error.facts['mayVouch'] === 1
  const what = (['sagt', 'besluttet', 'opgave'] as const).find((field) => form.has(field))
  if (what === undefined || c.req.param('item') === undefined) return { words, mayVouch, typed: null }
  const { text, before, version, isCarried, itemId } = readSaid(c, form)
  const typedText = what === 'sagt' ? text : what === 'besluttet' ? readDecision(c, form).decided : formLine(form, what)
  return {
    words,
    mayVouch,
    typed: { itemId, what, text: typedText, before, version, isCarried, mayVouch, refusal: words },
  }
}

const toldIn = (c: WebContext): { readonly number: string | null; readonly words: string } | null => {
  const texts = pick(minutesTexts, c.get('language'))
  const said = {
    saved: texts.saved,
    merged: texts.savedMerged,
    both: texts.savedBoth,
    gemt: texts.saved,
    fremmoede: texts.presenceSaved,
    send: texts.sent,
    godkend: texts.approved,
    indvend: texts.objected,
    ret: texts.corrected,
    frem: texts.published,
    inde: texts.unpublished,
    ikkeholdt: texts.noted,
  }
  const words = Object.entries(said).find(([code]) => code === c.req.query('tak'))?.[1]
  return words === undefined ? null : { number: c.req.query('punkt') ?? null, words }
}
