import type { Child, FC } from 'hono/jsx'
import {
  beginWords,
  endWords,
  fromToWords,
  isAtOtherTime,
  isMoved,
  isWholeDays,
  type ListedOccurrence,
  type Occurrence,
} from '../../calendar/index.ts'
import { everything, feedPath, listPath } from '../filter.ts'
import type { Happening } from '../happenings.ts'
import { residentsTexts } from '../residents.texts.ts'
import { awayWords, dayWords, numberWords } from '../../../platform/resident-dates.ts'
import { ageWords, costWords, spokenWords } from '../told.ts'
import { NoticeForm, ShareButton } from './app-parts.tsx'
import { datetimeOf, dayOf, isOff, Written } from './happening-line.tsx'
import { ResidentFrame } from './resident-frame.tsx'
import type { ResidentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

interface HappeningProps {
  page: ResidentPage
  happening: Happening
  isOver: boolean
  mayStillSignUp: boolean
}

/** `/det-sker/:id`: one time of an activity: when, where, for whom, and what can be done about it. */
export const HappeningPage: FC<HappeningProps> = (props) => {
  const { page, happening, isOver, mayStillSignUp } = props
  const words = residentsTexts[page.language]
  const { occurrence, next } = happening
  const { series } = occurrence
  return (
    <ResidentFrame page={page} title={series.title} under="list">
      <article class="res-one">
        <p class="res-back">
          <a href={residentPaths.list}>{words.back}</a>
        </p>
        <h1>
          <Written text={series.title} />
        </h1>
        <Standing {...props} />
        <When page={page} occurrence={occurrence} isOver={isOver} />
        {series.summary !== '' && (
          <p class="res-summary" lang="da" dir="ltr">
            {series.summary}
          </p>
        )}
        {!isOver && !isOff(occurrence) && <Doing page={page} happening={happening} mayStillSignUp={mayStillSignUp} />}
        <ShareButton page={page} />
        <Facts page={page} occurrence={occurrence} />
        {next.length > 0 && <NextTimes page={page} next={next} />}
        <p class="res-ways">
          <a href={feedPath({ ...everything, ...likeThis(occurrence) })}>{words.subscribe}</a>
          {occurrence.series.areaId !== null && (
            <a href={listPath({ ...everything, areaId: occurrence.series.areaId })}>
              <Written text={occurrence.area ?? ''} />
            </a>
          )}
        </p>
      </article>
    </ResidentFrame>
  )
}

/** The filter that lets through what is as this: its kind, there. */
const likeThis = ({ series }: ListedOccurrence) => ({
  kind: series.kind,
  venueId: series.venueId,
  areaId: series.venueId === null ? series.areaId : null,
})

/** What stands in the way, said first: over, cancelled with its reason, or moved from another time. */
const Standing: FC<HappeningProps> = ({ page, happening, isOver }) => {
  const words = residentsTexts[page.language]
  const { occurrence, next } = happening
  if (!isOver && !isOff(occurrence) && !isMoved(occurrence)) return <></>
  const [first] = next
  return (
    <div class={isOff(occurrence) ? 'res-standing res-standing-off' : 'res-standing'}>
      <p>
        <b>{isOff(occurrence) ? words.isCancelled : isOver ? words.isOver : words.moved}</b>{' '}
        {occurrence.reason !== '' && <Written text={occurrence.reason} />}
      </p>
      {isAtOtherTime(occurrence) && !isOver && <p>{words.wasBefore(momentWords(page, originalOf(occurrence)))}</p>}
      {(isOver || isOff(occurrence)) && first !== undefined && (
        <p>
          {words.nextTime}: <a href={residentPaths.happening(first.occurrenceId)}>{momentWords(page, first)}</a>
        </p>
      )}
    </div>
  )
}

/** When it was to take place before it was moved, and as long. */
const originalOf = ({ originalStartsAt, startsAt, endsAt }: Occurrence) => ({
  startsAt: originalStartsAt,
  endsAt: originalStartsAt.add(startsAt.until(endsAt)),
})

const momentWords = (page: ResidentPage, occurrence: Pick<Occurrence, 'startsAt' | 'endsAt'>): string =>
  `${dayWords(dayOf(occurrence), page.today, page.language)} · ${beginWords(occurrence, page.language)}`

const When: FC<{ page: ResidentPage; occurrence: ListedOccurrence; isOver: boolean }> = ({
  page,
  occurrence,
  isOver,
}) => {
  const day = dayOf(occurrence)
  const until = endWords(occurrence, page.language)
  const away = isOver ? null : awayWords(day, page.today, page.language)
  return (
    <p class={isOff(occurrence) ? 'res-when res-when-off' : 'res-when'}>
      <time datetime={datetimeOf(occurrence)}>{dayWords(day, page.today, page.language)}</time>
      <span class="res-hours">
        <bdi dir={isWholeDays(occurrence) ? undefined : 'ltr'}>{fromToWords(occurrence, page.language)}</bdi>
        {isWholeDays(occurrence) && until !== null && ` ${residentsTexts[page.language].until(until)}`}
        {away !== null && <span class="res-away"> · {away}</span>}
      </span>
    </p>
  )
}

const Doing: FC<Pick<HappeningProps, 'page' | 'happening' | 'mayStillSignUp'>> = (props) => {
  const { page, happening, mayStillSignUp } = props
  const words = residentsTexts[page.language]
  const { occurrence, left } = happening
  const free = left.get(occurrence.occurrenceId)
  return (
    <>
      {free !== undefined && (
        <p class="res-free">{free === 0 ? words.full : words.placesLeft(free, numberWords(free, page.language))}</p>
      )}
      <p class="res-doing">
        {mayStillSignUp && (
          <a class="ds-button" href={residentPaths.signUp(occurrence.occurrenceId)}>
            {words.signUp.open}
          </a>
        )}
        <a class="ds-button" data-variant="secondary" href={residentPaths.inCalendar(occurrence.occurrenceId)}>
          {words.addToCalendar}
        </a>
      </p>
      <NoticeForm page={page} text={words.tellMeOfThis} wish={[['aktivitet', occurrence.seriesId]]} />
    </>
  )
}

const Fact: FC<{ name: string; children?: Child }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Facts: FC<{ page: ResidentPage; occurrence: ListedOccurrence }> = ({ page, occurrence }) => {
  const words = residentsTexts[page.language]
  const { series } = occurrence
  const cost = costWords(series, page.language)
  return (
    <dl class="res-facts">
      <Where page={page} occurrence={occurrence} />
      <Fact name={words.who}>{ageWords(series, page.language)}</Fact>
      {cost !== null && <Fact name={words.price}>{cost}</Fact>}
      {series.languages.length > 0 && (
        <Fact name={words.languages}>{spokenWords(series.languages, page.language)}</Fact>
      )}
      {series.goesAlong !== '' && (
        <Fact name={words.goesAlong}>
          <Written text={series.goesAlong} />
        </Fact>
      )}
      <Fact name={words.organiser}>
        <Written text={[occurrence.organisation, occurrence.plan].filter((name) => name !== null).join(', ')} />
      </Fact>
    </dl>
  )
}

const Where: FC<{ page: ResidentPage; occurrence: ListedOccurrence }> = ({ page, occurrence }) => {
  const words = residentsTexts[page.language]
  const { venue, address, entrance, area, series } = occurrence
  const lines = [venue, series.place, address].filter((line) => line !== null && line !== '')
  return (
    <Fact name={words.where}>
      {(lines.length === 0 ? [area ?? ''] : lines).map((line) => (
        <span class="res-line">
          <Written text={line ?? ''} />
        </span>
      ))}
      {entrance !== null && entrance !== '' && (
        <span class="res-line">
          {words.entrance}: <Written text={entrance} />
        </span>
      )}
      {address !== null && (
        <a class="res-line" href={mapAddress(`${address}, ${page.partnership}`)} rel="external noreferrer">
          {words.map}
        </a>
      )}
    </Fact>
  )
}

/** A plain link: nothing is fetched from there before somebody goes there. */
const mapAddress = (place: string): string => `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`

const NextTimes: FC<{ page: ResidentPage; next: readonly Occurrence[] }> = ({ page, next }) => (
  <section class="res-next" aria-labelledby="naeste">
    <h2 id="naeste">{residentsTexts[page.language].nextTimes}</h2>
    <ul>
      {next.map((occurrence) => (
        <li>
          <a href={residentPaths.happening(occurrence.occurrenceId)}>{momentWords(page, occurrence)}</a>
        </li>
      ))}
    </ul>
  </section>
)
