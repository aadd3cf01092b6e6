import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import { findId } from '../../../platform/id.ts'
import { pick } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { permit } from '../../../web/permit.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { findTypedDay } from '../../parties/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { copyTraditions, findCollisions, type PickedTradition, undoTraditions } from '../copy-traditions.ts'
import { seriesTexts } from '../series.texts.ts'
import { listTraditions, type Tradition } from '../tradition.queries.ts'
import { traditionTexts } from '../tradition.texts.ts'
import { nextSuchDay, warningsOf } from '../traditions.rules.ts'
import { calendarPaths } from './calendar.paths.ts'
import { type ShownTradition, TraditionsPage } from './tradition.page.tsx'

/** What took place so long ago may be held again. */
const lookedBack = { months: 18 }

const texts = [traditionTexts, seriesTexts]

/** `/kalender/traditioner`: what took place last year is put in the calendar again, all that is ticked at once. */
export const traditionRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const show = async (c: WebContext, typed: ReadonlyMap<string, Day | null>, refusal: string | null) => {
    const actor = permit(c, calendarPolicy.addSeries)
    const day = today(platform.clock)
    const shown = await readAs(platform, actor, async (tx) => {
      const all = await listTraditions(tx, day.subtract(lookedBack), platform.clock.now())
      const isOpen = ({ series, copyId }: Tradition) => series.rule === null && copyId === null
      const once: ShownTradition[] = []
      for (const one of all.filter(isOpen)) once.push(await suggest(tx, one, day, typed))
      return { once, rest: all.filter((one) => !isOpen(one)) }
    })
    const asked = refusal === null ? askedIds(c.req.query('lagt') ?? '') : []
    const props = { ...shown, told: toldIn(c), copiedIds: asked, refusal }
    return c.html(<TraditionsPage page={pageContext(c)} {...props} />, refusal === null ? 200 : 422)
  }

  routes.get(calendarPaths.traditions, (c) => show(c, new Map(), null))

  const refused = (c: WebContext, typed: ReadonlyMap<string, Day | null>, error: unknown) => {
    if (!(error instanceof Refused) || !texts.some(({ da }) => Object.hasOwn(da, error.code))) throw error
    return show(c, typed, refusalWords(texts, error, c.get('language')))
  }

  routes.post(calendarPaths.traditions, async (c) => {
    const actor = permit(c, calendarPolicy.addSeries)
    const typed = typedDays(await c.req.formData())
    try {
      const copied = await copyTraditions(platform, actor, pickedOf(typed))
      const told = new URLSearchParams({ lagt: copied.seriesIds.join(','), uden: String(copied.withoutPlace) })
      return c.redirect(`${calendarPaths.traditions}?${told}`, 303)
    } catch (error) {
      return refused(c, typed, error)
    }
  })

  routes.post(calendarPaths.undoTraditions, async (c) => {
    const actor = permit(c, calendarPolicy.addSeries)
    const form = await c.req.formData()
    try {
      const undone = await undoTraditions(platform, actor, askedIds(formLine(form, 'lagt')))
      return c.redirect(`${calendarPaths.traditions}?fortrudt=${undone}`, 303)
    } catch (error) {
      return refused(c, new Map(), error)
    }
  })
  return routes
}

const askedIds = (text: string): string[] => text.split(',').flatMap((id) => findId(id) ?? [])

/** What is ticked, with the day typed beside it; null = no day. */
const typedDays = (form: FormData): Map<string, Day | null> =>
  new Map<string, Day | null>(
    form.getAll('tag').flatMap((value) => {
      const id = typeof value === 'string' ? findId(value) : undefined
      return id === undefined ? [] : [[id, findTypedDay(formLine(form, `dag-${id}`)) ?? null] as const]
    }),
  )

const pickedOf = (typed: ReadonlyMap<string, Day | null>): PickedTradition[] =>
  [...typed].map(([seriesId, day]) => {
    if (day === null) throw new Refused('not_a_day')
    return { seriesId, day }
  })

const suggest = async (
  tx: ReadTx,
  tradition: Tradition,
  day: Day,
  typed: ReadonlyMap<string, Day | null>,
): Promise<ShownTradition> => {
  const { series } = tradition
  const next = nextSuchDay(series.startsOn, day)
  const suggested = { ...next, day: typed.get(series.seriesId) ?? next.day }
  const collisions = await findCollisions(tx, series, suggested.day)
  const warnings = warningsOf(suggested.day, day)
  return { ...tradition, suggested, warnings, collisions, isPicked: typed.has(series.seriesId) }
}

const toldIn = (c: WebContext): string | null => {
  const words = pick(traditionTexts, c.get('language'))
  const [undone, without] = [Number(c.req.query('fortrudt')), Number(c.req.query('uden'))]
  if (undone > 0) return words.undone(undone)
  const laid = askedIds(c.req.query('lagt') ?? '').length
  if (laid === 0) return null
  return without > 0 ? `${words.laid(laid)} ${words.withoutPlace(without)}` : words.laid(laid)
}
