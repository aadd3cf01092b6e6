import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import type { PageContext } from '../../../../web/page-context.ts'
import { clockWords } from '../../clock-words.ts'
import type { ActivityCheck } from '../../collisions/check-activity.ts'
import { collisionTexts } from '../../collisions/collision.texts.ts'
import type { Proposal } from '../../collisions/proposals.rules.ts'
import type { Timing } from '../../series.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { wallWords } from './collision-words.ts'

interface FoundProps {
  page: PageContext
  check: ActivityCheck
  timing: Timing
}

/** What an activity that is being planned would collide with, and when it would not: shown above its form. */
export const FoundCollisions: FC<FoundProps> = ({ page, check, timing }) => {
  const words = pick(collisionTexts, page.language)
  if (check.collisions.length === 0) return <p>✓ {words.none}</p>
  return (
    <section class="found-collisions" aria-labelledby="sammenfald">
      <h2 id="sammenfald">! {words.foundTitle}</h2>
      <p class="hint">{words.foundLead}</p>
      <ul class="times">
        {check.collisions.slice(0, mostShown).map(({ other, times, ages }) => (
          <li>
            <a href={calendarPaths.series(other.seriesId)}>{words.line(other.title, other.organisation)}</a>{' '}
            <span class="times-hour">
              {[
                words.times(times.length),
                words.ages(ages),
                words.first(wallWords(times[0] ?? 0, page.language)),
                other.venue ?? other.area ?? words.district,
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {check.proposals.length === 0 ? (
        <p>{words.noProposals}</p>
      ) : (
        <>
          <p>{words.proposals}</p>
          <p class="actions">
            {check.proposals.map((proposal) => (
              <button
                class="ds-button"
                data-variant="secondary"
                type="submit"
                name="goer"
                value={`flyt ${proposal.days} ${proposal.minutes}`}
                aria-label={words.useProposal(proposalWords(proposal, timing, page))}
              >
                {proposalWords(proposal, timing, page)}
              </button>
            ))}
          </p>
        </>
      )}
    </section>
  )
}

const mostShown = 6

const proposalWords = ({ days, minutes }: Proposal, timing: Timing, page: PageContext): string => {
  const words = pick(collisionTexts, page.language)
  const from = timing.startsMinute + minutes
  const span = `${clockWords(from, page.language)}–${clockWords(from + timing.lastsMinutes, page.language)}`
  if (days === 0) return words.otherHour(span)
  const [weekday = ''] = formatWeekday(timing.startsOn.add({ days }), page.language).split(' ')
  return words.otherDay(weekday, span)
}
