import type { FC } from 'hono/jsx'
import { formatDaySpan } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, SecondaryButton, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../../web/page-context.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import type { GivenPlace, ListedBooking, VenueRequest } from '../../venues/booking.ts'
import { hoursInWords, openingsOn } from '../../venues/opening.rules.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { GivenPlaces } from './given-places.tsx'
import { venuePaths } from './venue.paths.ts'
import { keeperWords, slotWords, spacesWords, venuePriceWords } from './venue-words.ts'

/** What stood in the form for booking. */
export interface BookingTyped {
  readonly lokale: string
  readonly for: string
  readonly hvad: string
  readonly dag: string
  readonly fra: string
  readonly til: string
  readonly hveruge: string
}

export interface VenueProps {
  page: PageContext
  venue: VenueCard
  /** Null for those who do not take part. */
  bookings: readonly ListedBooking[] | null
  /** What whoever keeps the venue is asked. */
  requests: readonly VenueRequest[]
  /** What others have a yes to, for whoever keeps the venue. */
  given: readonly GivenPlace[]
  organisers: readonly (readonly [value: string, text: string])[]
  typed: BookingTyped
  told: string | null
  refusal: string | null
}

/** `/steder/:id`: a place, how it is booked, and what goes on there this week. */
export const VenuePage: FC<VenueProps> = (props) => {
  const { page, venue, told, refusal } = props
  const words = pick(venueTexts, page.language)
  const mayBook = props.organisers.length > 0 && !venue.isInformal && !venue.isClosed
  return (
    <Frame page={page} title={venue.name} under="calendar">
      <Crumbs page={page} trail={[{ href: venuePaths.list, text: words.title }]} here={venue.name} />
      <h1>{venue.name}</h1>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {venue.isClosed && <Message tone="note">{words.closed}</Message>}
      <VenueFacts page={page} venue={venue} />
      <p class="actions">
        <a href={`${calendarPaths.week}?vis=steder&sted=${venue.venueId}`}>{words.calendar}</a>
        {mayHere(page, calendarPolicy.keepVenue) && <a href={venuePaths.change(venue.venueId)}>{words.change}</a>}
      </p>
      {props.requests.length > 0 && <Requests {...props} />}
      {props.given.length > 0 && <GivenPlaces page={page} venueId={venue.venueId} given={props.given} />}
      {props.bookings !== null && <WeekOfVenue page={page} bookings={props.bookings} />}
      {mayBook && <BookingForm {...props} />}
    </Frame>
  )
}

const VenueFacts: FC<{ page: PageContext; venue: VenueCard }> = ({ page, venue }) => {
  const words = pick(venueTexts, page.language)
  const { language } = page
  const lent = openingsOn(venue.openings, page.today).filter(({ lentBy }) => lentBy !== null)
  const lenders = [...Map.groupBy(lent, ({ lentBy }) => lentBy ?? '')].map(([who, openings]) =>
    words.lent(who, hoursInWords(openings, page.today, language)),
  )
  const facts: readonly (readonly [string, string])[] = [
    [words.where, [venue.address, venue.area].filter((part) => part !== null).join(', ')],
    [words.entrance, venue.entrance ?? ''],
    [words.kept, keeperWords(venue) || words.keptByNobody],
    [words.spaces, spacesWords(venue.spaces, language)],
    [words.opens, venue.isInformal ? words.informal : hoursInWords(venue.openings, page.today, language)],
    ['', lenders.join('. ')],
    [words.rule, venue.isInformal ? words.ruleInformal : words.rules[venue.bookingRule]],
    [words.price, venue.isInformal ? '' : venuePriceWords(venue, language)],
    [words.conditions, venue.conditions ?? ''],
    [words.release, venue.releaseDays === null ? '' : words.releaseDays(venue.releaseDays)],
  ]
  return (
    <dl class="facts">
      {facts.map(
        ([name, value]) =>
          value !== '' && (
            <div>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

const WeekOfVenue: FC<{ page: PageContext; bookings: readonly ListedBooking[] }> = ({ page, bookings }) => {
  const words = pick(venueTexts, page.language)
  return (
    <section class="venue-part" aria-labelledby="ugen">
      <h2 id="ugen">{words.week}</h2>
      {bookings.length === 0 && <p class="empty">{words.weekEmpty}</p>}
      <ul class="times">
        {bookings.map((booking) => (
          <li>
            {slotWords(booking.from, booking.to, page.language)}{' '}
            {booking.occurrenceId === null ? (
              booking.purpose
            ) : (
              <a href={calendarPaths.occurrence(booking.occurrenceId)}>{booking.purpose}</a>
            )}{' '}
            <span class="times-hour">
              {[booking.organisation, booking.spaces].filter((part) => part !== '').join(' · ')}
            </span>{' '}
            {booking.state === 'requested' && <span class="tag tag-warn">? {words.asked}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Requests: FC<VenueProps> = ({ page, venue, requests }) => {
  const words = pick(venueTexts, page.language)
  return (
    <section class="venue-part" aria-labelledby="svar">
      <h2 id="svar">{words.requests}</h2>
      {requests.map((request, at) => (
        <form class="form request" method="post" action={venuePaths.answer(venue.venueId)}>
          <input type="hidden" name="anmodning" value={request.requestId} />
          <input type="hidden" name="stempel" value={request.stamp} />
          <h3>{words.requestLine(request.organisation, request.purpose)}</h3>
          <p>
            {words.requestTimes(request.times)}
            {request.spaces !== '' && ` · ${request.spaces}`}
            {` · ${words.firstTime} ${slotWords(request.first.from, request.first.to, page.language)}`}
            {request.taken > 0 && <span class="tag tag-bad">✕ {words.requestTaken(request.taken)}</span>}{' '}
            {request.rivals > 0 && <span class="tag tag-warn">! {words.requestRivals(request.rivals)}</span>}
          </p>
          <TextField name="ord" id={`ord-${at}`} label={words.answer} maxlength={300} />
          <p class="actions">
            <PrimaryButton name="svar" value="ja">
              {words.yes}
            </PrimaryButton>
            <SecondaryButton name="svar" value="nej">
              {words.no}
            </SecondaryButton>
          </p>
        </form>
      ))}
    </section>
  )
}

const BookingForm: FC<VenueProps> = ({ page, venue, organisers, typed }) => {
  const words = pick(venueTexts, page.language)
  const asks = venue.bookingRule === 'request' && !mayHere(page, calendarPolicy.keepVenue)
  const parts = venue.spaces.length < 2 ? [] : venue.spaces.map(({ spaceId, name }) => [spaceId, name] as const)
  return (
    <section class="venue-part" aria-labelledby="book">
      <h2 id="book">{asks ? words.ask : words.book}</h2>
      <p class="hint">{words.bookHint}</p>
      <form class="form series-form" method="post" action={venuePaths.book(venue.venueId)}>
        <div class="series-when">
          <TextField name="dag" label={words.day} type="date" value={typed.dag} />
          <TextField name="fra" label={words.from} value={typed.fra} />
          <TextField name="til" label={words.to} value={typed.til} />
        </div>
        {parts.length > 0 && (
          <ChoiceField
            name="lokale"
            label={words.space}
            value={typed.lokale}
            choices={[['', words.whole] as const, ...parts]}
          />
        )}
        <TextField name="hvad" label={words.purpose} hint={words.purposeHint} value={typed.hvad} maxlength={120} />
        <div class="series-pair">
          <ChoiceField name="for" label={words.forWhom} value={typed.for} choices={organisers} />
          <TextField name="hveruge" label={words.weekly} hint={words.weeklyHint} type="date" value={typed.hveruge} />
        </div>
        <p class="actions">
          <PrimaryButton>{asks ? words.ask : words.book}</PrimaryButton>
        </p>
      </form>
    </section>
  )
}

/** From which day to which hours hold, in words. */
export const holdWords = (span: Parameters<typeof formatDaySpan>[0], page: PageContext): string =>
  span.from === null && span.to === null ? '' : formatDaySpan(span, page.language)
