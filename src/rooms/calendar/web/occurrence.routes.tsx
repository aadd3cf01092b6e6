import { Hono } from 'hono'
import { type ReadTx, readAs } from '../../../platform/database/index.ts'
import { homeZone } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { formLine } from '../../../web/form-text.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { pick } from '../../../platform/language.ts'
import { refusalWords } from '../../../web/refusal-words.ts'
import { findTypedDay } from '../../parties/index.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { clockWords, wallOf } from '../calendar-words.ts'
import { cancelOccurrence, moveOccurrence, reviveOccurrence } from '../change-occurrence.ts'
import { hasBegun, isToCome } from '../lay-series.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { findListedOccurrence } from '../listed-occurrence.queries.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { seriesTexts } from '../series.texts.ts'
import { listSignUps } from '../sign-up/sign-up.queries.ts'
import { findSeries } from '../series.queries.ts'
import { listVenueChoices } from '../venue.queries.ts'
import { checkMove, type Move, type MoveCheck } from '../check-move.ts'
import { findId } from '../../../platform/id.ts'
import { requirePermission } from '../../access/index.ts'
import { calendarPaths } from './calendar.paths.ts'
import { type MovePlaces, toldCheck, type TypedMove } from './move-form.tsx'
import { OccurrencePage } from './occurrence.page.tsx'
import { findMinute } from './series.form.ts'

/** `/kalender/gang/:id`: one time is moved, called off, or held after all. */
export const occurrenceRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const enter = (c: WebContext) => enterOccurrence(platform, c)

  const show = async (
    c: WebContext,
    occurrence: ListedOccurrence,
    refusal: string | null,
    typed = typedOf(occurrence),
  ) => {
    const page = pageContext(c)
    const now = platform.clock.now()
    const told = c.req.query('gemt') === 'ja' && refusal === null ? pick(calendarTexts, page.language).saved : null
    const { occurrenceId } = occurrence
    const actor = c.get('actor')
    const { signUps, places } = await readAs(platform, actor, async (tx) => ({
      signUps: await listSignUps(tx, [occurrenceId]),
      places: actor.relations.has('holder') ? await placesFor(tx, occurrence) : { usual: null, others: [] },
    }))
    const state = { isToCome: isToCome(occurrence, now), hasBegun: hasBegun(occurrence, now) }
    const checked =
      refusal === null && c.req.query('dag') !== undefined ? await lookAhead(platform, c, occurrence, typed) : null
    const { baseUrl } = platform.config
    const shown = { occurrence, signUps, told, refusal, typed, places, checked, baseUrl, ...state }
    return c.html(<OccurrencePage page={page} {...shown} />, refusal === null ? 200 : 422)
  }

  routes.get('/kalender/gang/:id', async (c) => {
    const occurrence = await enter(c)
    if (occurrence === undefined) return c.notFound()
    const isAsked = c.req.query('dag') !== undefined
    const typed = isAsked ? typedInAddress(c) : typedOf(occurrence)
    if (!isAsked || !isForScript(c)) return show(c, occurrence, null, typed)
    return c.json(toldCheck(await lookAhead(platform, c, occurrence, typed), c.get('language')))
  })

  routes.post('/kalender/gang/:id', async (c) => {
    const occurrence = await enter(c)
    if (occurrence === undefined) return c.notFound()
    const form = await c.req.formData()
    const typed = typedIn(form, occurrence)
    const seenAs = { occurrenceId: occurrence.occurrenceId, version: Number(formLine(form, 'udgave')) || 0 }
    try {
      const does = formLine(form, 'goer')
      if (does === 'aflys') await cancelOccurrence(platform, c.get('actor'), seenAs, typed.hvorfor)
      else if (does === 'hold') await reviveOccurrence(platform, c.get('actor'), seenAs)
      else await moveOccurrence(platform, c.get('actor'), seenAs, { ...readMove(typed), reason: typed.hvorfor })
      if (isForScript(c)) return c.json({ tone: 'good', lines: [] })
      return c.redirect(`${calendarPaths.occurrence(occurrence.occurrenceId)}?gemt=ja`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || !Object.hasOwn(seriesTexts.da, error.code)) throw error
      const refusal = refusalWords([seriesTexts], error, c.get('language'))
      if (isForScript(c)) return c.json({ tone: 'bad', lines: [`✕ ${refusal}`] }, 422)
      const now = (await enter(c)) ?? occurrence
      return show(c, now, refusal, typed.dag === '' ? undefined : typed)
    }
  })
  return routes
}

/** The time of the address, and what whoever looks is to it; undefined where there is none. */
const enterOccurrence = async (platform: Platform, c: WebContext): Promise<ListedOccurrence | undefined> => {
  const entered = await readAs(platform, c.get('actor'), async (tx) => {
    const occurrence = await findListedOccurrence(tx, c.req.param('id') ?? '')
    const toThing = occurrence && (await listRelationsToOrganiser(tx, occurrence.series))
    return { occurrence, toThing }
  })
  if (entered.toThing) c.set('sight', { permission: seen(entered.occurrence), toThing: entered.toThing })
  return entered.occurrence
}

const seen = (occurrence: ListedOccurrence | undefined) =>
  occurrence?.series.isPublished === false ? calendarPolicy.readPlans : calendarPolicy.readPublished

/** What the move that is asked for would come to. */
const lookAhead = async (
  platform: Platform,
  c: WebContext,
  occurrence: ListedOccurrence,
  typed: TypedMove,
): Promise<MoveCheck> => {
  const actor = c.get('actor')
  requirePermission(actor, calendarPolicy.changeSeries, c.get('sight')?.toThing)
  try {
    const move = readMove(typed)
    return await readAs(platform, actor, async (tx) => {
      const series = await findSeries(tx, occurrence.seriesId)
      if (series === undefined) throw new Refused('series_not_found')
      return checkMove(tx, { platform, actor }, { series, occurrence }, move)
    })
  } catch (error) {
    if (!(error instanceof Refused) || !Object.hasOwn(seriesTexts.da, error.code)) throw error
    return { place: error, collisions: [] }
  }
}

/** The island that drags asks as scripts do, and is answered in words without a page around them. */
const isForScript = (c: WebContext): boolean => c.req.header('Accept') === 'application/json'

const placesFor = async (tx: ReadTx, { seriesId }: ListedOccurrence): Promise<MovePlaces> => {
  const usualId = (await findSeries(tx, seriesId))?.venueId ?? null
  const venues = (await listVenueChoices(tx)).filter(([value]) => !value.includes('/'))
  return {
    usual: venues.find(([value]) => value === usualId)?.[1] ?? null,
    others: venues.filter(([value]) => value !== usualId),
  }
}

const typedOf = (occurrence: ListedOccurrence) => ({
  dag: wallOf(occurrence.startsAt).day.toString(),
  fra: clockWords(wallOf(occurrence.startsAt).minute, 'da'),
  til: clockWords(wallOf(occurrence.endsAt).minute, 'da'),
  sted: occurrence.elsewhereVenueId ?? '',
  hvorfor: '',
})

const typedInAddress = (c: WebContext): TypedMove => {
  const asked = (name: keyof TypedMove) => (c.req.query(name) ?? '').slice(0, 200)
  return { dag: asked('dag'), fra: asked('fra'), til: asked('til'), sted: asked('sted'), hvorfor: asked('hvorfor') }
}

const typedIn = (form: FormData, { elsewhereVenueId }: ListedOccurrence): TypedMove => ({
  dag: formLine(form, 'dag'),
  fra: formLine(form, 'fra'),
  til: formLine(form, 'til'),
  sted: form.has('sted') ? formLine(form, 'sted') : (elsewhereVenueId ?? ''),
  hvorfor: formLine(form, 'hvorfor').slice(0, 200),
})

const readMove = (typed: TypedMove): Move => {
  const elsewhereVenueId = findId(typed.sted) ?? null
  if (elsewhereVenueId === null && typed.sted !== '') throw new Refused('venue_not_found')
  return { ...readMoment(typed), elsewhereVenueId }
}

/** The moments of a day and two times of day on Danish clocks. Throws Refused with what is wrong. */
export const readMoment = (typed: { dag: string; fra: string; til: string }) => {
  const day = findTypedDay(typed.dag)
  if (day === undefined) throw new Refused('not_a_day')
  const [from, to] = [findMinute(typed.fra), findMinute(typed.til)]
  if (from === undefined || to === undefined) throw new Refused('not_a_time')
  if (to <= from) throw new Refused('ends_first')
  const at = (minute: number) =>
    day
      .toZonedDateTime({ timeZone: homeZone, plainTime: new Temporal.PlainTime(Math.floor(minute / 60), minute % 60) })
      .toInstant()
  return { startsAt: at(from), endsAt: at(to) }
}
