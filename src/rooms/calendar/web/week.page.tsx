import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, TextField } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { eventTexts } from '../events/event.texts.ts'
import { seasonTexts } from '../season/season.texts.ts'
import { traditionTexts } from '../tradition.texts.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { heldTexts } from '../held/held.texts.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { outsideTexts } from '../outside/outside.texts.ts'
import { seriesKinds } from '../series.ts'
import { seriesTexts } from '../series.texts.ts'
import type { ListedBooking } from '../venues/booking.ts'
import { weekViewTexts } from '../week-view.texts.ts'
import { calendarPaths } from './calendar.paths.ts'
import { seasonPaths } from './season.paths.ts'
import { OccurrenceDays } from './occurrence-line.tsx'
import { type Week, weekBeside } from '../week.ts'
import { AgeGrid } from './collisions/week-ages.tsx'
import { outsidePaths } from './outside/outside.paths.ts'
import { venuePaths } from './venues/venue.paths.ts'
import { DragIsland } from './venues/drag-island.tsx'
import { nothingToMove, type Planning, VenueGrid } from './venues/week-grid.tsx'

/** What the week is narrowed to, as it stands in the address; empty = all. */
export interface WeekFilter {
  readonly omraade: string
  readonly slags: string
  readonly q: string
  /** The one place that is looked at. */
  readonly sted: string
  /** How the week is shown: '' as a list, place by place, or by age. */
  readonly vis: WeekView
}

export const weekViews = ['', 'steder', 'aldre'] as const

export type WeekView = (typeof weekViews)[number]

export interface WeekProps {
  page: PageContext
  week: Week
  filter: WeekFilter
  areas: readonly { areaId: string; name: string }[]
  occurrences: readonly ListedOccurrence[]
  /** What is booked and not in the calendar, for those who may know. */
  bookings: readonly ListedBooking[]
  /** What whoever plans may move, and where to; null = it is not the week by place. */
  planning: Planning | null
  /** How many times of their own somebody must still say whether were held. */
  toAnswer: number
}

/** The address of a week under a filter. */
export const weekHref = (week: Week, filter: WeekFilter): string => {
  const query = new URLSearchParams({ uge: week.name })
  for (const [name, value] of Object.entries(filter)) if (value !== '') query.set(name, value)
  return `${calendarPaths.week}?${query}`
}

/** `/kalender`: a week of the calendar, day by day. */
export const WeekPage: FC<WeekProps> = ({ page, week, filter, areas, occurrences, bookings, planning, toAnswer }) => {
  const words = pick(calendarTexts, page.language)
  const span = `${formatDay(week.monday, page.language)} – ${formatDay(week.monday.add({ days: 6 }), page.language)}`
  const isNarrowed = [filter.omraade, filter.slags, filter.q, filter.sted].some((value) => value !== '')
  return (
    <Frame page={page} title={words.title} under="calendar" wide>
      <div class="calendar-head">
        <h1>{words.title}</h1>
        {page.actor.relations.has('holder') && (
          <a class="ds-button" href={calendarPaths.add}>
            {words.add}
          </a>
        )}
      </div>
      <p class="lead">{words.lead}</p>
      {toAnswer > 0 && (
        <Message tone="note">
          <a href={calendarPaths.held}>{pick(heldTexts, page.language).toAnswer(toAnswer)}</a>
        </Message>
      )}
      <nav class="week-turn" aria-label={words.weekTitle(week.number, span)}>
        <a href={weekHref(weekBeside(week, -1), filter)} rel="prev">
          ← {words.before}
        </a>
        <strong>{words.weekTitle(week.number, span)}</strong>
        <a href={weekHref(weekBeside(week, 1), filter)} rel="next">
          {words.after} →
        </a>
      </nav>
      <ViewSwitch page={page} week={week} filter={filter} />
      <details class="week-fold no-print">
        <summary>{filterWords(page, filter, areas)}</summary>
        <WeekForm page={page} week={week} filter={filter} areas={areas} isNarrowed={isNarrowed} />
      </details>
      {occurrences.length === 0 && <p class="empty">{isNarrowed ? words.nothingFound : words.nothing}</p>}
      <WeekBody {...{ page, week, filter, areas, occurrences, bookings, planning }} />
      <MorePages page={page} />
      <p>
        <a href={calendarPaths.feed(filter)}>{words.subscribe}</a>
      </p>
    </Frame>
  )
}

/** What the week is narrowed to, in words: what the folded filter says of itself. */
const filterWords = (page: PageContext, filter: WeekFilter, areas: WeekProps['areas']): string => {
  const words = pick(calendarTexts, page.language)
  const kind = seriesKinds.find((one) => one === filter.slags)
  const chosen = [
    areas.find(({ areaId }) => areaId === filter.omraade)?.name ?? '',
    kind === undefined ? '' : pick(seriesTexts, page.language).kinds[kind],
    filter.q === '' ? '' : `“${filter.q}”`,
    filter.sted === '' ? '' : words.onePlace,
  ].filter((part) => part !== '')
  return chosen.length === 0 ? words.filter : words.filteredBy(chosen.join(' · '))
}

/** What else is found here: the places by everyone, the rest by those who plan. */
const MorePages: FC<{ page: PageContext }> = ({ page }) => {
  const views = pick(weekViewTexts, page.language)
  return (
    <p class="actions no-print">
      <a href={venuePaths.list}>{views.places}</a>
      {page.actor.relations.has('holder') && (
        <>
          <a href={calendarPaths.collisions}>{views.collisions}</a>
          <a href={outsidePaths.list}>{pick(outsideTexts, page.language).toFollow}</a>
          <a href={seasonPaths.list}>{pick(seasonTexts, page.language).title}</a>
          <a href={calendarPaths.traditions}>{pick(traditionTexts, page.language).title}</a>
          <a href={calendarPaths.events}>{pick(eventTexts, page.language).watchTitle}</a>
        </>
      )}
    </p>
  )
}

const WeekBody: FC<Omit<WeekProps, 'toAnswer'>> = ({ page, week, filter, areas, occurrences, ...more }) => {
  const shown = { week, occurrences, language: page.language }
  if (filter.vis === 'steder')
    return (
      <>
        {more.planning !== null && more.planning.movable.size > 0 && <DragIsland page={page} />}
        <VenueGrid {...shown} bookings={more.bookings} planning={more.planning ?? nothingToMove} />
      </>
    )
  if (filter.vis === 'aldre')
    return (
      <AgeGrid {...shown} areas={areas.filter(({ areaId }) => filter.omraade === '' || areaId === filter.omraade)} />
    )
  return <OccurrenceDays occurrences={occurrences} language={page.language} />
}

const ViewSwitch: FC<Pick<WeekProps, 'page' | 'week' | 'filter'>> = ({ page, week, filter }) => {
  const words = pick(weekViewTexts, page.language)
  const names: Record<WeekView, string> = { '': words.list, steder: words.venues, aldre: words.ages }
  return (
    <nav class="view-switch" aria-label={words.views}>
      {weekViews.map((vis) => (
        <a href={weekHref(week, { ...filter, vis })} aria-current={vis === filter.vis ? 'page' : undefined}>
          {names[vis]}
        </a>
      ))}
    </nav>
  )
}

const WeekForm: FC<Omit<WeekProps, 'occurrences' | 'bookings' | 'planning' | 'toAnswer'> & { isNarrowed: boolean }> = (
  props,
) => {
  const { page, week, filter, areas, isNarrowed } = props
  const words = pick(calendarTexts, page.language)
  const kinds = pick(seriesTexts, page.language).kinds
  return (
    <form class="week-filter" method="get" action={calendarPaths.week}>
      <input type="hidden" name="uge" value={week.name} />
      {filter.vis !== '' && <input type="hidden" name="vis" value={filter.vis} />}
      <ChoiceField
        name="omraade"
        label={words.area}
        value={filter.omraade}
        choices={[['', words.allAreas], ...areas.map(({ areaId, name }) => [areaId, name] as const)]}
      />
      <ChoiceField
        name="slags"
        label={words.kind}
        value={filter.slags}
        choices={[['', words.allKinds], ...seriesKinds.map((kind) => [kind, kinds[kind]] as const)]}
      />
      <TextField name="q" label={words.search} value={filter.q} />
      <p class="actions">
        <button class="ds-button" data-variant="secondary" type="submit">
          {words.show}
        </button>
        {isNarrowed && <a href={calendarPaths.weekOf(week.name)}>{words.clear}</a>}
      </p>
    </form>
  )
}
