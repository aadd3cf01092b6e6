import type { FC } from 'hono/jsx'
import { formatDay, formatWeekday } from '../../../platform/dates.ts'
import type { Language } from '../../../platform/language.ts'
import { pick } from '../../../platform/language.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { agesWords, isWholeDays, lastDayOf, priceWords, timeWords, wallOf } from '../calendar-words.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { isMoved, type Occurrence } from '../occurrence.ts'
import { reasonWords } from '../venues/no-words.ts'
import { calendarPaths } from './calendar.paths.ts'

/** The state of a time as a tag: a sign and a word; nothing for one that simply takes place. */
export const StateTag: FC<{ occurrence: Occurrence; language: Language }> = ({ occurrence, language }) => {
  const words = pick(calendarTexts, language)
  if (occurrence.state === 'cancelled') return <span class="tag tag-bad">✕ {words.cancelled}</span>
  if (occurrence.state === 'skipped') return <span class="tag tag-warn">! {words.skipped}</span>
  if (occurrence.state === 'held')
    return (
      <span class="tag tag-good">
        ✓ {occurrence.headCount === null ? words.held : words.heldWith(occurrence.headCount)}
      </span>
    )
  return isMoved(occurrence) ? <span class="tag tag-warn">→ {words.moved}</span> : null
}

/** Where it is, in one line: the venue and what is said beside it. */
export const whereWords = ({ venue, series, area }: ListedOccurrence): string =>
  [venue, series.place].filter((part) => part !== null && part !== '').join(', ') || (area ?? '')

/** One time in a list: the hour first, the name large, where, and a few tags. */
export const OccurrenceLine: FC<{ occurrence: ListedOccurrence; language: Language }> = ({ occurrence, language }) => {
  const words = pick(calendarTexts, language)
  const { series } = occurrence
  const price = priceWords(series, language)
  const why = reasonWords(occurrence, language)
  return (
    <li class={occurrence.state === 'cancelled' ? 'event event-off' : 'event'}>
      <p class="event-time">
        {isWholeDays(occurrence) ? (
          <>
            <time datetime={wallOf(occurrence.startsAt).day.toString()}>{words.allDay}</time>
            {!lastDayOf(occurrence).equals(wallOf(occurrence.startsAt).day) && (
              <span class="event-until">{words.until(formatDay(lastDayOf(occurrence), language))}</span>
            )}
          </>
        ) : (
          <>
            <time datetime={occurrence.startsAt.toString()}>{timeWords(occurrence.startsAt, language)}</time>
            <span class="event-until">{words.until(timeWords(occurrence.endsAt, language))}</span>
          </>
        )}
      </p>
      <div class="event-what">
        <h3 class="event-name">
          <a href={calendarPaths.occurrence(occurrence.occurrenceId)}>{series.title}</a>
        </h3>
        <p class="event-where">
          {whereWords(occurrence)} <span class="event-by">· {occurrence.organisation}</span>
        </p>
        <p class="event-tags">
          <StateTag occurrence={occurrence} language={language} />
          {price !== null && <span class={series.priceOere === 0n ? 'tag tag-good' : 'tag'}>{price}</span>}
          <span class="tag">{agesWords(series, language)}</span>
          {!series.isPublished && <span class="tag tag-warn">{words.notPublished}</span>}
        </p>
        {why !== '' && <p class="event-reason">{why}</p>}
      </div>
    </li>
  )
}

/** Times by the day they begin, each day under its own heading. */
export const OccurrenceDays: FC<{ occurrences: readonly ListedOccurrence[]; language: Language }> = (props) => {
  const days = Map.groupBy(props.occurrences, ({ startsAt }) => wallOf(startsAt).day.toString())
  return (
    <>
      {[...days].map(([day, occurrences]) => (
        <section class="event-day">
          <h2>{capital(formatWeekday(Temporal.PlainDate.from(day), props.language))}</h2>
          <ul class="events">
            {occurrences.map((occurrence) => (
              <OccurrenceLine occurrence={occurrence} language={props.language} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
