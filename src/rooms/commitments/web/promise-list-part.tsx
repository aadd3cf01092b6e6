import type { FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import type { CalendarAhead } from '../calendar-part.ts'
import { agendaOf, countStates, type OwedPromise } from '../owed-promises.rules.ts'
import { stateInWords, stateSigns } from '../state/state-words.ts'
import { filterQuery, type ListFilter, listPath } from './promise-list-filter.ts'
import { PromiseRow } from './promise-list-row.tsx'
import { promiseListTexts } from './promise-list.texts.ts'

/** What every part of the list needs to know. */
export interface ListView {
  readonly page: PageContext
  readonly day: Day
  readonly filter: ListFilter
  readonly ahead: CalendarAhead | null
}

/** The list's address with some of the filter changed. */
export const listHref = ({ page, day, filter }: Omit<ListView, 'ahead'>, change: Partial<ListFilter>): string =>
  `${listPath}${filterQuery({ ...filter, ...change }, day.equals(page.today) ? null : day)}`

/** So many rows are shown before one asks for all. */
const shownAtFirst = 40

interface PartProps {
  view: ListView
  id: string
  title: string
  promises: readonly OwedPromise[]
  empty: string
}

/** One part of the list: its counts, what is urgent, what is coming, and the rest folded. */
export const PromisePart: FC<PartProps> = ({ view, id, title, promises, empty }) => (
  <section class="owed-part" id={id} aria-labelledby={`${id}-navn`}>
    <h2 id={`${id}-navn`}>{title}</h2>
    {promises.length === 0 ? (
      <p class="empty">{empty}</p>
    ) : (
      <>
        <StateCounts view={view} id={id} promises={promises} />
        {view.filter.state === null ? (
          <AgendaRows view={view} id={id} promises={promises} />
        ) : (
          <InState view={view} id={id} promises={promises} state={view.filter.state} />
        )}
      </>
    )}
  </section>
)

const StateCounts: FC<Omit<PartProps, 'title' | 'empty'>> = ({ view, id, promises }) => {
  const { language } = view.page
  return (
    <ul class="counts owed-counts" aria-label={pick(promiseListTexts, language).counts}>
      {countStates(promises).map(([state, count]) => (
        <li class={`count state-${state}`}>
          <a
            href={`${listHref(view, { state: view.filter.state === state ? null : state })}#${id}`}
            aria-current={view.filter.state === state ? 'true' : undefined}
          >
            <span aria-hidden="true">{stateSigns[state]} </span>
            <b>{count}</b> {stateInWords(state, language)}
          </a>
        </li>
      ))}
    </ul>
  )
}

type RowsProps = Omit<PartProps, 'title' | 'empty'>

const AgendaRows: FC<RowsProps> = ({ view, id, promises }) => {
  const words = pick(promiseListTexts, view.page.language)
  const { horizon } = view.filter
  const { urgent, upcoming, rest } = agendaOf(promises, view.day, horizon)
  return (
    <>
      {urgent.length > 0 && (
        <>
          <h3>{words.urgent}</h3>
          <Rows view={view} id={id} promises={urgent} />
        </>
      )}
      <h3>{words.upcoming(horizon)}</h3>
      {upcoming.length === 0 ? (
        <p class="owed-none">{words.nothingUpcoming(horizon)}</p>
      ) : (
        <Rows view={view} id={id} promises={upcoming} />
      )}
      {rest.length > 0 && (
        <details class="owed-rest">
          <summary>{words.rest(rest.length)}</summary>
          <Rows view={view} id={id} promises={rest} />
        </details>
      )}
    </>
  )
}

const InState: FC<RowsProps & { state: OwedPromise['standing']['state'] }> = ({ view, id, promises, state }) => {
  const words = pick(promiseListTexts, view.page.language)
  const own = promises.filter(({ standing }) => standing.state === state)
  const { urgent, upcoming, rest } = agendaOf(own, view.day, null)
  return (
    <>
      <h3>{words.inState(stateInWords(state, view.page.language))}</h3>
      {own.length === 0 ? (
        <p class="owed-none">{words.emptyNarrowed}</p>
      ) : (
        <Rows view={view} id={id} promises={[...urgent, ...upcoming, ...rest]} />
      )}
    </>
  )
}

const Rows: FC<RowsProps> = ({ view, id, promises }) => {
  const shown = view.filter.isWhole ? promises : promises.slice(0, shownAtFirst)
  return (
    <>
      <ul class="owed-list">
        {shown.map((promise) => (
          <PromiseRow page={view.page} day={view.day} promise={promise} ahead={view.ahead} />
        ))}
      </ul>
      {shown.length < promises.length && (
        <p class="owed-more">
          <a href={`${listHref(view, { isWhole: true })}#${id}`}>
            {pick(promiseListTexts, view.page.language).showAll(promises.length)}
          </a>
        </p>
      )}
    </>
  )
}
