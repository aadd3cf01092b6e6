import type { Child, FC } from 'hono/jsx'
import { formatWeekday } from '../../../../platform/dates.ts'
import type { Day } from '../../../../platform/day.ts'
import { type Language, pick } from '../../../../platform/language.ts'
import { hoursWords, isOnDay, timeWords, wallOf } from '../../calendar-words.ts'
import type { ListedOccurrence } from '../../listed-occurrence.ts'
import type { ListedBooking } from '../../venues/booking.ts'
import { moveTexts } from '../../move.texts.ts'
import { weekViewTexts } from '../../week-view.texts.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { type Week } from '../../week.ts'
import { venuePaths } from './venue.paths.ts'

/** What stands in the week at a place: a time of an activity, or a booking that is not in the calendar. */
interface Entry {
  readonly from: Temporal.Instant
  readonly to: Temporal.Instant
  readonly title: string
  readonly href: string | null
  readonly sign: string
  /** The time that may be moved by whoever looks; null = it may not. */
  readonly toMove: Pick<ListedOccurrence, 'occurrenceId' | 'version'> | null
}

interface Row {
  readonly venueId: string | null
  readonly name: string
  readonly entries: readonly Entry[]
}

/** The week as those see it who plan: what they may move, and the venues they may move it to. */
export interface Planning {
  readonly movable: ReadonlySet<string>
  readonly venues: readonly (readonly [venueId: string, name: string])[]
}

export const nothingToMove: Planning = { movable: new Set(), venues: [] }

/** The days of a week. */
export const daysOf = ({ monday }: Week): Day[] => [0, 1, 2, 3, 4, 5, 6].map((days) => monday.add({ days }))

const byPlace = (
  occurrences: readonly ListedOccurrence[],
  bookings: readonly ListedBooking[],
  { planning: { movable, venues }, language }: { planning: Planning; language: Language },
): Row[] => {
  const words = pick(weekViewTexts, language)
  const rows = new Map<string, Row & { entries: Entry[] }>(
    venues.map(([venueId, name]) => [venueId, { venueId, name, entries: [] }]),
  )
  const rowOf = (venueId: string | null, name: string | null) => {
    const key = venueId ?? ''
    const row = rows.get(key) ?? {
      venueId,
      name: name ?? words.elsewhere,
      entries: [],
    }
    rows.set(key, row)
    return row
  }
  for (const { series, venue, startsAt, endsAt, occurrenceId, version, state } of occurrences)
    if (state === 'planned' || state === 'held')
      rowOf(series.venueId, venue).entries.push({
        from: startsAt,
        to: endsAt,
        title: series.title,
        href: calendarPaths.occurrence(occurrenceId),
        sign: '',
        toMove: movable.has(occurrenceId) ? { occurrenceId, version } : null,
      })
  for (const { venueId, venue, from, to, purpose, state } of bookings)
    rowOf(venueId, venue).entries.push({
      from,
      to,
      title: purpose,
      href: null,
      sign: state === 'requested' ? words.asked : words.booked,
      toMove: null,
    })
  return [...rows.values()].toSorted(
    (a, b) => Number(a.venueId === null) - Number(b.venueId === null) || a.name.localeCompare(b.name, 'da'),
  )
}

/** A week as a table of places and days, with a bar of hours in each cell; on a phone a list for each place. */
export const VenueGrid: FC<{
  week: Week
  occurrences: readonly ListedOccurrence[]
  bookings: readonly ListedBooking[]
  planning: Planning
  language: Language
}> = ({ week, occurrences, bookings, planning, language }) => {
  const words = pick(weekViewTexts, language)
  return (
    <WeekTable caption={words.venuesCaption} corner={words.place} days={daysOf(week)} language={language}>
      {byPlace(occurrences, bookings, { planning, language }).map(({ venueId, name, entries }) => (
        <tr
          class={entries.length === 0 ? 'grid-row-empty' : undefined}
          data-sted={venueId ?? undefined}
          data-navn={venueId === null ? undefined : name}
        >
          <th scope="row">{venueId === null ? name : <a href={venuePaths.venue(venueId)}>{name}</a>}</th>
          {daysOf(week).map((day) => (
            <DayCell day={day} entries={entries} language={language} />
          ))}
        </tr>
      ))}
    </WeekTable>
  )
}

const DayCell: FC<{ day: Day; entries: readonly Entry[]; language: Language }> = ({ day, entries, language }) => {
  const here = entries
    .filter(({ from, to }) => isOnDay({ startsAt: from, endsAt: to }, day))
    .toSorted((a, b) => Temporal.Instant.compare(a.from, b.from))
  return (
    <td
      class={here.length === 0 ? 'grid-empty' : undefined}
      data-title={shortDay(day, language)}
      data-dag={day.toString()}
    >
      {here.length > 0 && <HourBar entries={here} />}
      <EntryList entries={here} language={language} />
    </td>
  )
}

/** Times as a list, each with its hours. */
export const EntryList: FC<{ entries: readonly Entry[]; language: Language }> = ({ entries, language }) =>
  entries.length === 0 ? null : (
    <ul class="grid-list">
      {entries.map((entry) => (
        <EntryLine entry={entry} language={language} />
      ))}
    </ul>
  )

const EntryLine: FC<{ entry: Entry; language: Language }> = ({ entry, language }) => {
  const { from, to, title, href, sign, toMove } = entry
  return (
    <li
      data-gang={toMove?.occurrenceId}
      data-udgave={toMove?.version}
      data-fra={toMove === null ? undefined : wallOf(from).minute}
      data-varer={toMove === null ? undefined : from.until(to).total('minutes')}
    >
      <span class="times-hour">{hoursWords({ startsAt: from, endsAt: to }, language)}</span>{' '}
      {href === null ? title : <a href={href}>{title}</a>}
      {sign !== '' && <span class="tag"> {sign}</span>}
      {toMove !== null && <MoveLink entry={entry} language={language} />}
    </li>
  )
}

const MoveLink: FC<{ entry: Entry; language: Language }> = ({ entry: { href, title, from }, language }) => {
  const words = pick(moveTexts, language)
  const when = `${formatWeekday(wallOf(from).day, language)} ${timeWords(from, language)}`
  return (
    <>
      {' '}
      <a class="grid-move no-print" href={`${href}#flyt`} aria-label={words.moveOf(title, when)}>
        {words.move}
      </a>
    </>
  )
}

/** The hours that are drawn: from eight in the morning until ten in the evening. */
const drawn = { from: 8 * 60, to: 22 * 60 }

const HourBar: FC<{ entries: readonly Entry[] }> = ({ entries }) => (
  <svg class="hour-bar" viewBox={`0 0 ${drawn.to - drawn.from} 60`} preserveAspectRatio="none" aria-hidden="true">
    <rect class="hour-line" x="0" y="0" width={drawn.to - drawn.from} height="60" />
    {entries.map(({ from, to }) => {
      const begin = Math.max(wallOf(from).minute, drawn.from)
      const end = Math.min(wallOf(from).minute + from.until(to).total('minutes'), drawn.to)
      return <rect class="hour-held" x={begin - drawn.from} y="0" width={Math.max(end - begin, 0)} height="60" />
    })}
  </svg>
)

const shortDay = (day: Day, language: Language): string => {
  const [weekday = ''] = formatWeekday(day, language).split(' ')
  return `${weekday} ${day.day}/${day.month}`
}

/** A table of a week: a column a day, a row for what is looked at. */
export const WeekTable: FC<{
  caption: string
  corner: string
  days: readonly Day[]
  language: Language
  children?: Child
}> = ({ caption, corner, days, language, children }) => (
  // A region that scrolls must be reached by the keyboard.
  <section class="grid-scroll" aria-label={caption} tabindex={0}>
    <table class="week-grid">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {days.map((day) => (
            <th scope="col">{shortDay(day, language)}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)
