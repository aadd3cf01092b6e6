import { commitmentPolicy } from '../commitment.policy.ts'
import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { Reservation } from '../reservation.ts'
import { Question } from './marked-section.tsx'
import { reservationTexts } from './reservation.texts.ts'

export const reservationPath = (reservationId: string): string => `/forbehold/${reservationId}`

/** What a reservation means on the page's day, in a sentence. */
export const reservationStanding = (page: PageContext, reservation: Reservation, day: Day): string => {
  const words = pick(reservationTexts, page.language)
  const said = (iso: string) => formatDay(Temporal.PlainDate.from(iso), page.language)
  const { settlement, until } = reservation
  if (settlement?.outcome === 'ended' && settlement.endedOn !== null) return words.ended(said(settlement.endedOn))
  if (settlement) return words.goesOn(said(settlement.settledOn))
  if (until === null) return words.noDate
  return until < day.toString() ? words.waits(said(until)) : words.safeUntil(said(until))
}

interface NoteProps {
  page: PageContext
  reservation: Reservation
  day: Day
}

/** A reservation in a few calm lines: its words, what it means now, and the way to settle it. */
export const ReservationNote: FC<NoteProps> = ({ page, reservation, day }) => {
  const words = pick(reservationTexts, page.language)
  const maySettle = mayDoHere(page, commitmentPolicy.settleReservation)
  return (
    <div class="reservation">
      <p class="reservation-words">{reservation.text}</p>
      <p class="reservation-standing">
        {reservationStanding(page, reservation, day)}{' '}
        <a href={atDay(page, reservationPath(reservation.reservationId))}>
          {maySettle && reservation.settlement === null ? words.settle : words.hanging(reservation.promises.length)}
        </a>
      </p>
    </div>
  )
}

interface RowProps {
  page: PageContext
  reservations: readonly Reservation[]
  day: Day
  level: 3 | 4
}

/** An activity's reservations, as a row of the form below its answers. */
export const ReservationRow: FC<RowProps> = ({ page, reservations, day, level }) => {
  if (reservations.length === 0) return <></>
  return (
    <div class="contract-row">
      <Question level={level} text={pick(reservationTexts, page.language).reservations} />
      <div class="answer">
        {reservations.map((reservation) => (
          <ReservationNote page={page} reservation={reservation} day={day} />
        ))}
      </div>
    </div>
  )
}
