import { commitmentPolicy } from '../commitment.policy.ts'
import type { FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { atDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import type { Commitment } from '../commitment.ts'
import type { FormError } from '../promise.forms.ts'
import type { Reservation } from '../reservation.ts'
import type { Standings } from '../standings.ts'
import { PromiseLines } from './promise-lines.tsx'
import { reservationPath, reservationStanding } from './reservation-note.tsx'
import { reservationTexts } from './reservation.texts.ts'

export interface ReservationView {
  readonly reservation: Reservation
  readonly slug: string
  readonly agreement: string
  readonly activity: string
  readonly promises: readonly Commitment[]
  readonly standings: Standings
  readonly day: Day
}

/** What was typed and could not be taken. */
export interface ReservationTyped {
  readonly text?: (name: string) => string
  readonly errors?: ReadonlyMap<string, FormError>
  readonly refusal?: string
}

/** One reservation: its words, what it means now, the promises that hang on it, and the form to settle it. */
export const ReservationPage: FC<{ page: PageContext; view: ReservationView; typed: ReservationTyped }> = ({
  page,
  view,
  typed,
}) => {
  const words = pick(reservationTexts, page.language)
  const { reservation, slug } = view
  return (
    <Frame page={page} title={`${words.reservation}: ${view.activity}`} under="agreements">
      <Crumbs
        page={page}
        trail={[
          { href: atDay(page, `/aftaler/${slug}`), text: view.agreement },
          { href: atDay(page, `/aftaler/${slug}#${reservation.activityId}`), text: view.activity },
        ]}
        here={words.reservation}
      />
      {typed.refusal && <Message tone="refused">{typed.refusal}</Message>}
      <h1 class="promise-words">{reservation.text}</h1>
      <p class="lead">{reservationStanding(page, reservation, view.day)}</p>
      <section class="promise-part">
        <h2>{words.hangingTitle}</h2>
        <p class="hint">{words.hanging(view.promises.length)}</p>
        <PromiseLines page={page} promises={view.promises} standings={view.standings} />
      </section>
      {mayDoHere(page, commitmentPolicy.settleReservation) && <SettleForm page={page} view={view} typed={typed} />}
    </Frame>
  )
}

const SettleForm: FC<{ page: PageContext; view: ReservationView; typed: ReservationTyped }> = ({
  page,
  view,
  typed,
}) => {
  const words = pick(reservationTexts, page.language)
  const { reservationId, settlements, settlement, until } = view.reservation
  const error = typed.errors?.get('sidste') === undefined ? {} : { error: words.not_a_day }
  const outcome = typed.text?.('blev') ?? (settlement?.outcome === 'ended' ? 'slut' : 'fortsaetter')
  return (
    <section class="promise-part">
      <h2>{words.settle}</h2>
      <form method="post" action={reservationPath(reservationId)} class="form">
        <input type="hidden" name="afklaringer" value={String(settlements)} />
        <ChoiceField
          name="blev"
          label={words.outcome}
          value={outcome}
          choices={[
            ['fortsaetter', words.outcomeGoesOn],
            ['slut', words.outcomeEnded],
          ]}
        />
        <TextField
          name="sidste"
          label={words.lastDay}
          hint={words.lastDayHint}
          type="date"
          value={typed.text?.('sidste') ?? settlement?.endedOn ?? until ?? ''}
          {...error}
        />
        <PrimaryButton>{words.save}</PrimaryButton>
      </form>
    </section>
  )
}
