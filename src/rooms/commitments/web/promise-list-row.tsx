import type { FC } from 'hono/jsx'
import { formatDay, formatDistance } from '../../../platform/dates.ts'
import { toDay } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type { CalendarAhead } from '../calendar-part.ts'
import type { OwedPromise } from '../owed-promises.rules.ts'
import { reasonInWords, stateInWords, stateSigns } from '../state/state-words.ts'
import type { Standing } from '../state/state.ts'
import { promiseListTexts } from './promise-list.texts.ts'

interface RowProps {
  /** What stands ahead in the calendar; null = it is not told here. */
  ahead?: CalendarAhead | null
  page: PageContext
  day: Day
  promise: OwedPromise
}

/** One promise in the list: when, its words, how it stands and why, who owes it and where it was promised. */
export const PromiseRow: FC<RowProps> = ({ page, day, promise, ahead = null }) => {
  const words = pick(promiseListTexts, page.language)
  const { commitment, standing } = promise
  const asOf = day.equals(page.today) ? '' : `?dag=${day.toString()}`
  return (
    <li class={`owed state-${standing.state}`}>
      <p class="owed-when">
        {standing.state === 'broken' && standing.nextOn !== null && <span class="owed-next">{words.nextDue} </span>}
        <When page={page} day={day} standing={standing} />
      </p>
      <div class="owed-what">
        <p class="owed-words">
          <a href={`/loefter/${commitment.commitmentId}${asOf}`}>{commitment.text}</a>
        </p>
        <p class="owed-state">
          <span class="note-state">
            <span aria-hidden="true">{stateSigns[standing.state]} </span>
            {stateInWords(standing.state, page.language)}
          </span>{' '}
          {reasonInWords(standing, page.language)}
        </p>
        <p class="owed-by">
          {commitment.owedBy.length > 0 ? `${words.owes}: ${commitment.owedBy.join(', ')}` : words.noOwner}
          <span class="owed-place">{` · ${commitment.agreement}: ${commitment.activity}`}</span>
        </p>
        {ahead !== null && isHeldSomewhere(promise) && <Ahead page={page} promise={promise} ahead={ahead} />}
      </div>
    </li>
  )
}

const heldKinds: readonly string[] = ['session', 'presence', 'task']

/** Whether something in the calendar can answer it, and it is still to be kept. */
const isHeldSomewhere = ({ commitment, standing }: OwedPromise): boolean =>
  heldKinds.includes(commitment.kind) && standing.state !== 'ended'

const Ahead: FC<{ page: PageContext; promise: OwedPromise; ahead: CalendarAhead }> = ({ page, promise, ahead }) => {
  const words = pick(promiseListTexts, page.language)
  const { lineageId } = promise.commitment
  const next = ahead.times.get(lineageId)
  if (next !== undefined)
    return (
      <p class="owed-ahead">
        <a href={next.path}>{words.nextTime(formatDay(next.on, page.language))}</a>
      </p>
    )
  return (
    <p class="owed-ahead">
      {words.nothingAhead}
      {ahead.mayPlan && promise.share === 'ours' && (
        <>
          {' · '}
          <a href={ahead.planPath(lineageId)}>{words.planIt}</a>
        </>
      )}
    </p>
  )
}

const When: FC<{ page: PageContext; day: Day; standing: Standing }> = ({ page, day, standing: { nextOn, state } }) => {
  const words = pick(promiseListTexts, page.language)
  if (nextOn === null) return <span class="owed-never">{state === 'broken' ? words.passed : words.noDate}</span>
  const due = toDay(nextOn)
  const exact = formatDay(due, page.language)
  return (
    <time datetime={due.toString()} title={exact}>
      <b>{formatDistance(due, day, page.language)}</b> <span class="owed-date">{exact}</span>
    </time>
  )
}
