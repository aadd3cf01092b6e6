import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { calendarTexts } from '../../calendar.texts.ts'
import { hoursInWords } from '../../venues/opening.rules.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { venuePaths } from './venue.paths.ts'
import { keeperWords, spacesWords } from './venue-words.ts'

/** What the list is narrowed to, as it stands in the address; empty = all. */
export interface VenueFilter {
  readonly q: string
  readonly omraade: string
  readonly personer: string
  readonly dag: string
  readonly fra: string
  readonly til: string
}

/** How a venue stands: now, or at the time asked for. */
export type VenueStanding = 'informal' | 'openNow' | 'closedNow' | 'freeThen' | 'takenThen' | 'closedThen'

export interface ListedVenue {
  readonly venue: VenueCard
  readonly standing: VenueStanding
  /** Who ask whoever has it, and wait for an answer; 0 where the one who looks does not have it. */
  readonly requests: number
}

interface VenueListProps {
  page: PageContext
  filter: VenueFilter
  areas: readonly { areaId: string; name: string }[]
  venues: readonly ListedVenue[]
}

/** `/steder`: the places, and how each stands. */
export const VenueListPage: FC<VenueListProps> = ({ page, filter, areas, venues }) => {
  const words = pick(venueTexts, page.language)
  const isNarrowed = Object.values(filter).some((value) => value !== '')
  const isHolder = page.actor.relations.has('holder')
  return (
    <Frame page={page} title={words.title} under="calendar" wide>
      <Crumbs
        page={page}
        trail={[{ href: calendarPaths.week, text: pick(calendarTexts, page.language).title }]}
        here={words.title}
      />
      <div class="calendar-head">
        <h1>{words.title}</h1>
        <p class="actions">
          {isHolder && <a href={venuePaths.find}>{words.find}</a>}
          {isHolder && <a href={venuePaths.mine}>{words.mine}</a>}
          {isHolder && (
            <a class="ds-button" data-variant="secondary" href={venuePaths.add}>
              {words.add}
            </a>
          )}
        </p>
      </div>
      <p class="lead">{words.lead}</p>
      <VenueSearch page={page} filter={filter} areas={areas} isNarrowed={isNarrowed} />
      {venues.length === 0 && <p class="empty">{isNarrowed ? words.noneFound : words.none}</p>}
      {venues.length > 0 && isNarrowed && <p>{words.found(venues.length)}</p>}
      <ul class="events venue-list">
        {venues.map((listed) => (
          <VenueLine page={page} listed={listed} />
        ))}
      </ul>
    </Frame>
  )
}

const VenueSearch: FC<Omit<VenueListProps, 'venues'> & { isNarrowed: boolean }> = (props) => {
  const { page, filter, areas, isNarrowed } = props
  const words = pick(venueTexts, page.language)
  return (
    <form class="week-filter" method="get" action={venuePaths.list}>
      <TextField name="q" label={words.search} value={filter.q} />
      <ChoiceField
        name="omraade"
        label={words.area}
        value={filter.omraade}
        choices={[['', words.allAreas], ...areas.map(({ areaId, name }) => [areaId, name] as const)]}
      />
      <TextField name="personer" label={words.people} type="number" value={filter.personer} />
      {page.actor.relations.has('holder') && (
        <>
          <TextField name="dag" label={words.day} type="date" value={filter.dag} />
          <TextField name="fra" label={words.from} value={filter.fra} />
          <TextField name="til" label={words.to} value={filter.til} />
        </>
      )}
      <p class="actions">
        <button class="ds-button" data-variant="secondary" type="submit">
          {words.show}
        </button>
        {isNarrowed && <a href={venuePaths.list}>{words.clear}</a>}
      </p>
    </form>
  )
}

const tones: Record<VenueStanding, string> = {
  informal: 'tag',
  openNow: 'tag tag-good',
  closedNow: 'tag',
  freeThen: 'tag tag-good',
  takenThen: 'tag tag-bad',
  closedThen: 'tag tag-warn',
}

const signs: Record<VenueStanding, string> = {
  informal: '',
  openNow: '✓ ',
  closedNow: '',
  freeThen: '✓ ',
  takenThen: '✕ ',
  closedThen: '! ',
}

const VenueLine: FC<{ page: PageContext; listed: ListedVenue }> = ({ page, listed }) => {
  const words = pick(venueTexts, page.language)
  const { venue, standing, requests } = listed
  const spaces = spacesWords(venue.spaces, page.language)
  return (
    <li class="event venue-line">
      <div class="event-what">
        <h2 class="event-name">
          <a href={venuePaths.venue(venue.venueId)}>{venue.name}</a>
        </h2>
        <p class="event-where">
          {[venue.address, venue.area, keeperWords(venue)].filter((part) => part !== null && part !== '').join(' · ')}
        </p>
        {spaces !== '' && <p class="event-where">{spaces}</p>}
        {!venue.isInformal && (
          <p class="event-where">
            {words.opens} {hoursInWords(venue.openings, page.today, page.language)}
          </p>
        )}
        <p class="event-tags">
          <span class={tones[standing]}>
            {signs[standing]}
            {words[standing]}
          </span>
          {requests > 0 && <span class="tag tag-warn">! {words.waitingCount(requests)}</span>}
        </p>
      </div>
    </li>
  )
}
