import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { CalendarLink } from '../feed/calendar-link.queries.ts'
import { listPath } from './promise-list-filter.ts'
import { promiseListTexts } from './promise-list.texts.ts'

export const calendarPath = '/loefter/kalender'

interface CalendarProps {
  page: PageContext
  link: CalendarLink | undefined
  /** The address just made; it cannot be shown again. */
  address?: string | undefined
  isJustEnded?: boolean
}

/** Making, renewing and closing the private calendar address. */
export const PromiseCalendarPage: FC<CalendarProps> = ({ page, link, address, isJustEnded }) => {
  const words = pick(promiseListTexts, page.language)
  return (
    <Frame page={page} title={words.calendar} under="promises">
      <Crumbs page={page} trail={[{ href: listPath, text: words.title }]} here={words.calendar} />
      <h1>{words.calendar}</h1>
      <p class="lead">{words.calendarIntro}</p>
      {isJustEnded && <Message tone="done">{words.calendarEnded}</Message>}
      {address && (
        <section class="summary" aria-labelledby="link-navn">
          <h2 id="link-navn">{words.calendarHere}</h2>
          <p>{words.calendarOnce}</p>
          <p class="secret-address">{address}</p>
        </section>
      )}
      {link && !address && <p>{words.calendarMade(formatMoment(link.madeAt, page.language))}</p>}
      <form method="post" action={calendarPath} class="form calendar-form">
        <p class="actions">
          {link ? (
            <SecondaryButton>{words.calendarAgain}</SecondaryButton>
          ) : (
            <PrimaryButton>{words.calendarMake}</PrimaryButton>
          )}
          {link && <span class="hint">{words.calendarAgainHint}</span>}
        </p>
      </form>
      {link && (
        <form method="post" action={`${calendarPath}/luk`}>
          <button class="quiet" type="submit">
            {words.calendarEnd}
          </button>
        </form>
      )}
    </Frame>
  )
}
