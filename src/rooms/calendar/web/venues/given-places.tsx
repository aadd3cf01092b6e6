import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, SecondaryButton, TextField } from '../../../../web/components.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import type { GivenPlace } from '../../venues/booking.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import { venuePaths } from './venue.paths.ts'
import { slotWords } from './venue-words.ts'

interface GivenPlacesProps {
  page: PageContext
  venueId: string
  given: readonly GivenPlace[]
}

/** What others have a yes to, for whoever has the venue: each can be taken back with a few words. */
export const GivenPlaces: FC<GivenPlacesProps> = ({ page, venueId, given }) => {
  const words = pick(venueTexts, page.language)
  return (
    <section class="venue-part" aria-labelledby="givet">
      <h2 id="givet">{words.given}</h2>
      <ul class="times">
        {given.map((one, at) => (
          <li>
            {words.requestLine(one.organisation, one.purpose)}{' '}
            <span class="times-hour">
              {[
                one.starts.length > 1 ? words.requestTimes(one.starts.length) : '',
                slotWords(one.from, one.to, page.language),
                one.spaces,
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
            <TakeBack page={page} venueId={venueId} one={one} at={at} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const TakeBack: FC<{ page: PageContext; venueId: string; one: GivenPlace; at: number }> = (props) => {
  const { page, venueId, one, at } = props
  const words = pick(venueTexts, page.language)
  return (
    <details class="quiet-form">
      <summary aria-label={`${words.takeBack}: ${one.purpose}`}>{words.takeBack}</summary>
      <form class="form" method="post" action={venuePaths.takeBack(venueId)}>
        <input type="hidden" name="booking" value={one.bookingId} />
        <input type="hidden" name="stempel" value={one.stamp} />
        {one.starts.length > 1 && (
          <ChoiceField
            name="gang"
            id={`gang-${at}`}
            label={words.takeBackWhich}
            value=""
            choices={[
              ['', words.takeBackAll(one.starts.length)],
              ...one.starts.map((start) => [start.toString(), formatMoment(start, page.language)] as const),
            ]}
          />
        )}
        <TextField
          name="ord"
          id={`tilbage-${at}`}
          label={words.takeBackWhy}
          hint={words.takeBackHint}
          maxlength={300}
        />
        <p class="actions">
          <SecondaryButton>{words.takeBack}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}
