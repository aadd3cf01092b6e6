import type { FC } from 'hono/jsx'
import { homeZone } from '../../../platform/day.ts'
import {
  beginWords,
  endWords,
  isMoved,
  isWholeDays,
  type ListedOccurrence,
  type Occurrence,
} from '../../calendar/index.ts'
import type { ResidentLanguage } from '../../../platform/resident-language.ts'
import type { PlacesLeft } from '../happenings.ts'
import { residentsTexts } from '../residents.texts.ts'
import { awayWords, dayWords, numberWords } from '../../../platform/resident-dates.ts'
import { ageWords, costWords, spokenWords } from '../told.ts'
import type { ResidentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

/** The day a time begins in Denmark. */
export const dayOf = ({ startsAt }: Pick<Occurrence, 'startsAt'>): Temporal.PlainDate =>
  startsAt.toZonedDateTimeISO(homeZone).toPlainDate()

/** When it begins, as HTML writes it: of whole days the day alone. */
export const datetimeOf = (occurrence: Occurrence): string =>
  isWholeDays(occurrence) ? dayOf(occurrence).toString() : occurrence.startsAt.toString()

/** Whether it does not take place where and when it was to. */
export const isOff = ({ state }: Occurrence): boolean => state === 'cancelled' || state === 'skipped'

/** What the organiser wrote: in Danish, whatever runs around it. */
export const Written: FC<{ text: string }> = ({ text }) => (
  <bdi lang="da" dir="ltr">
    {text}
  </bdi>
)

interface TagsProps {
  occurrence: ListedOccurrence
  left: PlacesLeft
  language: ResidentLanguage
}

/** What one looks for at a glance: whether it is on, the price, the ages, the languages. */
export const Tags: FC<TagsProps> = ({ occurrence, left, language }) => {
  const words = residentsTexts[language]
  const { series } = occurrence
  const free = left.get(occurrence.occurrenceId)
  const cost = costWords(series, language)
  const beside = series.languages.filter((code) => code !== 'da')
  return (
    <ul class="res-tags">
      {isOff(occurrence) ? (
        <li class="tag tag-bad">✕ {words.cancelled}</li>
      ) : (
        isMoved(occurrence) && <li class="tag tag-warn">{words.moved}</li>
      )}
      {cost !== null && <li class={series.priceOere === 0n ? 'tag tag-good' : 'tag'}>{cost}</li>}
      <li class="tag">{ageWords(series, language)}</li>
      {free !== undefined && !isOff(occurrence) && (
        <li class={free === 0 ? 'tag tag-warn' : 'tag'}>
          {free === 0 ? words.full : words.placesLeft(free, numberWords(free, language))}
        </li>
      )}
      {beside.length > 0 && <li class="tag">{spokenWords(beside, language)}</li>}
    </ul>
  )
}

/** One time in a list: the hour first, the name large, where, and a few tags. */
export const HappeningLine: FC<TagsProps> = ({ occurrence, left, language }) => {
  const words = residentsTexts[language]
  const { series, venue } = occurrence
  const until = endWords(occurrence, language)
  const where = [venue, series.place].filter((part) => part !== null && part !== '').join(', ') || occurrence.area
  return (
    <li class={isOff(occurrence) ? 'res-event res-event-off' : 'res-event'}>
      <p class="res-time">
        <time datetime={datetimeOf(occurrence)}>{beginWords(occurrence, language)}</time>
        {until !== null && <span>{words.until(until)}</span>}
      </p>
      <div class="res-what">
        <h3>
          <a href={residentPaths.happening(occurrence.occurrenceId)}>
            <Written text={series.title} />
          </a>
        </h3>
        <p class="res-where">
          {where !== null && <Written text={where} />}
          {series.goesAlong !== '' && (
            <>
              {' · '}
              <Written text={series.goesAlong} />
            </>
          )}
        </p>
        <Tags occurrence={occurrence} left={left} language={language} />
        {occurrence.reason !== '' && (
          <p class="res-reason">
            <Written text={occurrence.reason} />
          </p>
        )}
      </div>
    </li>
  )
}

/** Times by the day they begin, each day under its own quiet heading. */
export const HappeningDays: FC<{ page: ResidentPage; occurrences: readonly ListedOccurrence[]; left: PlacesLeft }> = (
  props,
) => {
  const { page, occurrences, left } = props
  const days = Map.groupBy(occurrences, (occurrence) => dayOf(occurrence).toString())
  return (
    <>
      {[...days].map(([name, ofDay]) => {
        const day = Temporal.PlainDate.from(name)
        return (
          <section class="res-day" aria-labelledby={`dag-${name}`}>
            <h2 id={`dag-${name}`}>
              {dayWords(day, page.today, page.language)}{' '}
              <span class="res-away">{awayWords(day, page.today, page.language)}</span>
            </h2>
            <ul class="res-events">
              {ofDay.map((occurrence) => (
                <HappeningLine occurrence={occurrence} left={left} language={page.language} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
