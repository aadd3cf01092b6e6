import { Hono } from 'hono'
import { readAs } from '../../../platform/database/index.ts'
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
import { calendarPaths } from './calendar.paths.ts'
import { OccurrencePage } from './occurrence.page.tsx'
import { findMinute } from './series.form.ts'

/** `/kalender/gang/:id`: one time is moved, called off, or held after all. */
export const occurrenceRoutes = (platform: Platform): Hono<WebEnv> => {
  const routes = new Hono<WebEnv>()

  const enter = async (c: WebContext): Promise<ListedOccurrence | undefined> => {
    const actor = c.get('actor')
    const entered = await readAs(platform, actor, async (tx) => {
      const occurrence = await findListedOccurrence(tx, c.req.param('id') ?? '')
      const toThing = occurrence && (await listRelationsToOrganiser(tx, occurrence.series))
      return { occurrence, toThing }
    })
    if (entered.toThing) c.set('sight', { permission: seen(entered.occurrence), toThing: entered.toThing })
    return entered.occurrence
  }

  const show = (c: WebContext, occurrence: ListedOccurrence, refusal: string | null, typed = typedOf(occurrence)) => {
    const page = pageContext(c)
    const now = platform.clock.now()
    const told = c.req.query('gemt') === 'ja' && refusal === null ? pick(calendarTexts, page.language).saved : null
    const shown = {
      occurrence,
      told,
      refusal,
      typed,
      isToCome: isToCome(occurrence, now),
      hasBegun: hasBegun(occurrence, now),
    }
    return c.html(<OccurrencePage page={page} {...shown} />, refusal === null ? 200 : 422)
  }

  routes.get('/kalender/gang/:id', async (c) => {
    const occurrence = await enter(c)
    return occurrence === undefined ? c.notFound() : show(c, occurrence, null)
  })

  routes.post('/kalender/gang/:id', async (c) => {
    const occurrence = await enter(c)
    if (occurrence === undefined) return c.notFound()
    const form = await c.req.formData()
    const typed = {
      dag: formLine(form, 'dag'),
      fra: formLine(form, 'fra'),
      til: formLine(form, 'til'),
      hvorfor: formLine(form, 'hvorfor').slice(0, 200),
    }
    const seenAs = { occurrenceId: occurrence.occurrenceId, version: Number(formLine(form, 'udgave')) || 0 }
    try {
      const does = formLine(form, 'goer')
      if (does === 'aflys') await cancelOccurrence(platform, c.get('actor'), seenAs, typed.hvorfor)
      else if (does === 'hold') await reviveOccurrence(platform, c.get('actor'), seenAs)
      else await moveOccurrence(platform, c.get('actor'), seenAs, { ...readMoment(typed), reason: typed.hvorfor })
      return c.redirect(`${calendarPaths.occurrence(occurrence.occurrenceId)}?gemt=ja`, 303)
    } catch (error) {
      if (!(error instanceof Refused) || !Object.hasOwn(seriesTexts.da, error.code)) throw error
      const now = (await enter(c)) ?? occurrence
      return show(c, now, refusalWords([seriesTexts], error, c.get('language')), typed.dag === '' ? undefined : typed)
    }
  })
  return routes
}

const seen = (occurrence: ListedOccurrence | undefined) =>
  occurrence?.series.isPublished === false ? calendarPolicy.readPlans : calendarPolicy.readPublished

const typedOf = (occurrence: ListedOccurrence) => ({
  dag: wallOf(occurrence.startsAt).day.toString(),
  fra: clockWords(wallOf(occurrence.startsAt).minute, 'da'),
  til: clockWords(wallOf(occurrence.endsAt).minute, 'da'),
  hvorfor: '',
})

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
