import type { FC } from 'hono/jsx'
import { formatDay } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { Message } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { wallOf } from '../../clock-words.ts'
import type { BookingState, ListedBooking } from '../../venues/booking.ts'
import { noWords } from '../../venues/no-words.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { venuePaths } from './venue.paths.ts'
import { slotWords } from './venue-words.ts'

interface OwnBookingsProps {
  page: PageContext
  bookings: readonly ListedBooking[]
  told: string | null
  refusal: string | null
}

const tones: Record<BookingState, string> = {
  requested: 'tag tag-warn',
  approved: 'tag tag-good',
  refused: 'tag tag-bad',
  released: 'tag',
  cancelled: 'tag',
}

const signs: Record<BookingState, string> = {
  requested: '?',
  approved: '✓',
  refused: '✕',
  released: '–',
  cancelled: '–',
}

/** `/steder/mine`: what one's organisation has booked or asked for. */
export const OwnBookingsPage: FC<OwnBookingsProps> = ({ page, bookings, told, refusal }) => {
  const words = pick(venueTexts, page.language)
  return (
    <Frame page={page} title={words.mine} under="calendar">
      <Crumbs page={page} trail={[{ href: venuePaths.list, text: words.title }]} here={words.mine} />
      <h1>{words.mine}</h1>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <p class="lead">{words.mineLead}</p>
      {bookings.length === 0 && <p class="empty">{words.mineEmpty}</p>}
      <ul class="events venue-list">
        {bookings.map((booking) => (
          <OwnBooking page={page} booking={booking} />
        ))}
      </ul>
    </Frame>
  )
}

const OwnBooking: FC<{ page: PageContext; booking: ListedBooking }> = ({ page, booking }) => {
  const words = pick(venueTexts, page.language)
  const asksToConfirm =
    booking.state === 'approved' && booking.releaseDays !== null && booking.confirmedAt === null
      ? booking.releaseDays
      : null
  const answer = noWords(booking.answerCode, booking.answer, page.language)
  const isLive = booking.state === 'approved' || booking.state === 'requested'
  return (
    <li class="event venue-line">
      <div class="event-what">
        <h2 class="event-name">
          <a href={venuePaths.venue(booking.venueId)}>{booking.venue}</a>
        </h2>
        <p>
          {slotWords(booking.from, booking.to, page.language)}
          {booking.spaces !== '' && ` · ${booking.spaces}`}
        </p>
        <p class="event-where">
          {booking.occurrenceId === null ? (
            booking.purpose
          ) : (
            <a href={calendarPaths.occurrence(booking.occurrenceId)}>{booking.purpose}</a>
          )}
        </p>
        {answer !== '' && <p class="event-reason">{answer}</p>}
        <p class="event-tags">
          <span class={tones[booking.state]}>
            {signs[booking.state]} {words.states[booking.state]}
          </span>
          {booking.confirmedAt !== null && <span class="tag tag-good">✓ {words.confirmed}</span>}
          {asksToConfirm !== null && (
            <span class="tag tag-warn">
              ! {words.confirmBy(formatDay(wallOf(booking.from).day.subtract({ days: asksToConfirm }), page.language))}
            </span>
          )}
        </p>
        {isLive && <OwnActions page={page} booking={booking} isAsked={asksToConfirm !== null} />}
      </div>
    </li>
  )
}

const OwnActions: FC<{ page: PageContext; booking: ListedBooking; isAsked: boolean }> = ({
  page,
  booking,
  isAsked,
}) => {
  const words = pick(venueTexts, page.language)
  const what = `${booking.purpose} ${slotWords(booking.from, booking.to, page.language)}`
  return (
    <form method="post" action={venuePaths.mine} class="own-booking">
      <input type="hidden" name="booking" value={booking.bookingId} />
      <input type="hidden" name="udgave" value={booking.version} />
      {isAsked && (
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          name="goer"
          value="bekraeft"
          aria-label={`${words.confirm}: ${what}`}
        >
          {words.confirm}
        </button>
      )}
      <button class="quiet" type="submit" name="goer" value="fri" aria-label={`${words.giveUp}: ${what}`}>
        {words.giveUp}
      </button>
    </form>
  )
}
