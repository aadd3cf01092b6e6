import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../../platform/dates.ts'
import { type Language, pick } from '../../../../platform/language.ts'
import { isOnDay, isWithinHours } from '../../clock-words.ts'
import { afternoon, ageBands, findGaps, type Gap, isFor } from '../../collisions/gaps.rules.ts'
import type { ListedOccurrence } from '../../listed-occurrence.ts'
import { weekViewTexts } from '../../week-view.texts.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { daysOf, EntryList, WeekTable } from '../venues/week-grid.tsx'
import type { Week } from '../../week.ts'

interface AgesProps {
  week: Week
  occurrences: readonly ListedOccurrence[]
  /** The areas whose afternoons are looked at. */
  areas: readonly { areaId: string; name: string }[]
  language: Language
}

/** A week's afternoons as a table of ages and days, and where nothing is on, area by area. */
export const AgeGrid: FC<AgesProps> = ({ week, occurrences, areas, language }) => {
  const words = pick(weekViewTexts, language)
  const times = occurrences.filter(({ state }) => state === 'planned' || state === 'held')
  const afternoons = times.filter((time) => isWithinHours(time, afternoon))
  return (
    <>
      <WeekTable caption={words.agesCaption} corner={words.age} days={daysOf(week)} language={language}>
        {ageBands.map((band) => (
          <tr>
            <th scope="row">{words.band(band.from, band.to)}</th>
            {daysOf(week).map((day) => {
              const here = afternoons.filter((time) => isFor(time, band) && isOnDay(time, day))
              const entries = here.map(({ startsAt, endsAt, series, occurrenceId }) => ({
                from: startsAt,
                to: endsAt,
                title: series.title,
                href: calendarPaths.occurrence(occurrenceId),
                sign: '',
                toMove: null,
              }))
              const [weekday = ''] = formatWeekday(day, language).split(' ')
              return (
                <td class={here.length === 0 ? 'grid-gap' : undefined} data-title={weekday}>
                  {here.length === 0 ? <span class="tag">{words.nothing}</span> : null}
                  <EntryList entries={entries} language={language} />
                </td>
              )
            })}
          </tr>
        ))}
      </WeekTable>
      <Gaps
        week={week}
        gaps={findGaps(
          times,
          areas.map(({ areaId }) => areaId),
          week.monday,
        )}
        areas={areas}
        language={language}
      />
    </>
  )
}

const Gaps: FC<Omit<AgesProps, 'occurrences'> & { gaps: readonly Gap[] }> = ({ gaps, areas, language }) => {
  const words = pick(weekViewTexts, language)
  return (
    <section class="event-day" aria-labelledby="tomme">
      <h2 id="tomme">{words.gaps}</h2>
      <p class="hint">{words.gapsLead}</p>
      {gaps.length === 0 && <p>{words.noGaps}</p>}
      <div class="gap-areas">
        {areas.map(({ areaId, name }) => {
          const here = gaps.filter((gap) => gap.areaId === areaId)
          return (
            here.length > 0 && (
              <div>
                <h3>{words.gapIn(name)}</h3>
                <ul class="times">
                  {here.map((gap) => (
                    <li>{words.gap(words.band(gap.band.from, gap.band.to), gapDays(gap, language))}</li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
      </div>
    </section>
  )
}

const gapDays = ({ days }: Gap, language: Language): string =>
  days.length === 5
    ? pick(weekViewTexts, language).everyDay
    : days.map((day) => formatWeekday(day, language).split(' ')[0] ?? '').join(', ')
