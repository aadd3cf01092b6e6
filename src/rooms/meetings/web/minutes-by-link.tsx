import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { minutesTexts } from '../minutes/minutes.texts.ts'
import type { MinutesByLink } from '../minutes/object-to-minutes.ts'
import { minutesPaths } from './minutes.paths.ts'
import { MinutesView } from './minutes-view.tsx'

interface ByLinkProps {
  page: PageContext
  token: string
  minutes: MinutesByLink
}

/** The minutes as whoever was asked to the meeting sees them by their link; they object there while there is time. */
export const MinutesByLinkPart: FC<ByLinkProps> = ({ page, token, minutes }) => {
  const words = pick(minutesTexts, page.language)
  const last = minutes.editions.at(-1)
  if (last === undefined) return null
  return (
    <>
      {last.reason !== '' && (
        <p class="edition-line">
          <strong>{words.edition(last.number)}</strong>: {last.reason}
        </p>
      )}
      <MinutesView page={page} document={last.document} />
      {minutes.lastDay !== null && (
        <section class="meetings-part no-print" aria-labelledby="indvend">
          <h2 id="indvend">{words.object}</h2>
          <p class="hint">{words.objectUntil(formatDay(minutes.lastDay, page.language))}</p>
          <form class="form" method="post" action={minutesPaths.objectByLink(token)}>
            <TextField name="hvorfor" label={words.objection} rows={4} maxlength={1000} />
            <p class="actions">
              <SecondaryButton>{words.objectSave}</SecondaryButton>
            </p>
          </form>
        </section>
      )}
    </>
  )
}
