import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { Message, PrimaryButton } from '../../../../web/components.tsx'
import { Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { bookingMailTexts } from '../../venues/booking-mail.texts.ts'
import type { ToldBooking } from '../../venues/telling.queries.ts'
import { venuePaths } from './venue.paths.ts'
import { slotWords } from './venue-words.ts'

/** What a link of the mail that asks opens: one booking, one button. */
export const BookingLinkPage: FC<{ page: PageContext; booking: ToldBooking; action: string }> = (props) => {
  const { page, booking, action } = props
  const words = pick(bookingMailTexts, page.language)
  return (
    <Frame page={page} title={words.linkTitle}>
      <h1>{words.linkTitle}</h1>
      <p class="lead">
        <strong>{booking.venue}</strong>
        <br />
        {slotWords(booking.from, booking.to, page.language)} · {booking.purpose}
      </p>
      <form class="form" method="post" action={action}>
        <p class="actions">
          <PrimaryButton>{words.linkConfirm}</PrimaryButton>
        </p>
      </form>
      <p>
        <a href={venuePaths.mine}>{words.linkOtherwise}</a>
      </p>
    </Frame>
  )
}

/** Said by a link, or not to be said by it. */
export const BookingLinkAnswerPage: FC<{ page: PageContext; sentence: string; isThanked: boolean }> = (props) => {
  const { page, sentence, isThanked } = props
  const words = pick(bookingMailTexts, page.language)
  const title = isThanked ? words.linkTitle : words.linkClosed
  return (
    <Frame page={page} title={title}>
      <h1>{title}</h1>
      <Message tone={isThanked ? 'done' : 'refused'}>{sentence}</Message>
      <p>
        <a href={venuePaths.mine}>{words.linkSeeAll}</a>
      </p>
    </Frame>
  )
}
