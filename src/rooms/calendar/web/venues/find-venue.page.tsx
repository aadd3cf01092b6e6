import type { FC } from 'hono/jsx'
import { formatDay, formatWeekday } from '../../../../platform/dates.ts'
import type { Day } from '../../../../platform/day.ts'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { clockWords } from '../../clock-words.ts'
import type { Availability, Sought } from '../../venues/availability.rules.ts'
import { findVenueTexts } from '../../venues/find-venue.texts.ts'
import type { Stretch } from '../../venues/stretches.rules.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { venuePaths } from './venue.paths.ts'

/** What is sought, as it stands in the address. */
export interface SoughtTyped {
  readonly dag: string
  readonly fra: string
  readonly til: string
  readonly hveruge: string
  readonly personer: string
  readonly omraade: string
}

interface FindVenueProps {
  page: PageContext
  typed: SoughtTyped
  areas: readonly { areaId: string; name: string }[]
  /** Null where nothing was asked. */
  found: { readonly sought: Sought; readonly places: readonly Availability[] } | null
  refusal: string | null
}

/** `/steder/ledige`: where something can be held, by when, how many and where. */
export const FindVenuePage: FC<FindVenueProps> = (props) => {
  const { page, found, refusal } = props
  const words = pick(findVenueTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="calendar">
      <Crumbs
        page={page}
        trail={[{ href: venuePaths.list, text: pick(venueTexts, page.language).title }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <SoughtForm {...props} />
      {found !== null && <Results page={page} typed={props.typed} {...found} />}
    </Frame>
  )
}

const SoughtForm: FC<FindVenueProps> = ({ page, typed, areas }) => {
  const words = pick(findVenueTexts, page.language)
  const venueWords = pick(venueTexts, page.language)
  return (
    <form class="form series-form" method="get" action={venuePaths.find}>
      <div class="series-when">
        <TextField name="dag" label={words.firstDay} type="date" value={typed.dag} />
        <TextField name="fra" label={venueWords.from} value={typed.fra} />
        <TextField name="til" label={venueWords.to} value={typed.til} />
      </div>
      <TextField name="hveruge" label={words.weekly} hint={words.weeklyHint} type="date" value={typed.hveruge} />
      <div class="series-pair">
        <TextField name="personer" label={words.people} type="number" value={typed.personer} />
        <ChoiceField
          name="omraade"
          label={venueWords.area}
          value={typed.omraade}
          choices={[['', venueWords.allAreas] as const, ...areas.map(({ areaId, name }) => [areaId, name] as const)]}
        />
      </div>
      <p class="actions">
        <PrimaryButton>{words.find}</PrimaryButton>
      </p>
    </form>
  )
}

interface ResultsProps {
  page: PageContext
  typed: SoughtTyped
  sought: Sought
  places: readonly Availability[]
}

const hoursWords = ({ from, to }: Stretch, page: PageContext): string =>
  `${clockWords(from, page.language)}–${clockWords(to, page.language)}`

const Results: FC<ResultsProps> = ({ page, typed, sought, places }) => {
  const words = pick(findVenueTexts, page.language)
  const [day] = sought.days
  const when = day === undefined ? '' : words.onDay(formatWeekday(day, page.language), hoursWords(sought, page))
  const more = sought.days.length > 1 ? words.everyWeek(sought.days.length) : ''
  return (
    <section aria-labelledby="fundet">
      <h2 id="fundet">{words.results(`${when}${more}`)}</h2>
      {places.length === 0 && <p class="empty">{words.none}</p>}
      <ul class="events venue-list">
        {places.map((place) => (
          <Place page={page} typed={typed} sought={sought} place={place} />
        ))}
      </ul>
    </section>
  )
}

const mostDays = 3

const Place: FC<Omit<ResultsProps, 'places'> & { place: Availability }> = ({ page, typed, sought, place }) => {
  const words = pick(findVenueTexts, page.language)
  const venueWords = pick(venueTexts, page.language)
  const { venue, space, free } = place
  const times = sought.days.length
  const isAll = free === times
  const size = space.capacity === null ? words.sizeUnknown : venueWords.holds(space.capacity)
  return (
    <li class="event venue-line">
      <div class="event-what">
        <h3 class="event-name">
          <a href={venuePaths.venue(venue.venueId)}>{venue.name}</a>
        </h3>
        <p class="event-where">
          {[space.name, size, venue.area].filter((part) => part !== null && part !== '').join(' · ')}
        </p>
        <p class="event-tags">
          <span class={isAll ? 'tag tag-good' : free === 0 ? 'tag tag-bad' : 'tag tag-warn'}>
            {isAll
              ? `✓ ${words.freeAll(times)}`
              : free === 0
                ? `✕ ${words.freeNever}`
                : `! ${words.freeSome(free, times)}`}
          </span>
          {venue.isInformal && <span class="tag">{venueWords.informal}</span>}
        </p>
        {place.taken.length > 0 && times > 1 && (
          <p class="event-where">{words.takenOn(daysWords(place.taken, page))}</p>
        )}
        {place.closed.length > 0 && times > 1 && (
          <p class="event-where">{words.closedOn(daysWords(place.closed, page))}</p>
        )}
        {place.near.length > 0 && (
          <p>
            {words.near}:{' '}
            {place.near.map((slot, at) => (
              <>
                {at > 0 && ', '}
                <a href={seekHref(typed, slot)}>{hoursWords(slot, page)}</a>
              </>
            ))}
          </p>
        )}
        {isAll && !venue.isInformal && page.actor.relations.has('holder') && (
          <p>
            <a href={bookHref(venue.venueId, typed)}>{words.book}</a>
          </p>
        )}
      </div>
    </li>
  )
}

const daysWords = (days: readonly Day[], page: PageContext): string => {
  const told = days.slice(0, mostDays).map((day) => formatDay(day, page.language))
  const rest = days.length - told.length
  return [told.join(', '), rest > 0 ? pick(findVenueTexts, page.language).more(rest) : ''].join(' ').trim()
}

const seekHref = (typed: SoughtTyped, { from, to }: Stretch): string => {
  const query = { ...typed, fra: clockWords(from, 'da'), til: clockWords(to, 'da') }
  return `${venuePaths.find}?${new URLSearchParams(query)}`
}

const bookHref = (venueId: string, { dag, fra, til, hveruge }: SoughtTyped): string =>
  `${venuePaths.venue(venueId)}?${new URLSearchParams({ dag, fra, til, hveruge })}#book`
