import type { FC } from 'hono/jsx'
import { civilDate } from '../../../platform/day-number.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { termInWords } from '../../agreements/index.ts'
import { stateInWords, stateSigns } from '../state/state-words.ts'
import type { CommitmentState } from '../state/state.ts'
import { quickest } from '../wheel/lay-rhythm.rules.ts'
import { shortTitle } from '../wheel/short-name.rules.ts'
import { monthName, whenInWords } from '../wheel/wheel-words.ts'
import { wheelTexts } from '../wheel/wheel.texts.ts'
import type { WheelPromise } from '../wheel/wheel.ts'
import type { Happening } from '../wheel/wheel-layout.ts'
import { anchorOf, monthAnchor } from './wheel-anchors.ts'
import { promisePath } from './show-promise.tsx'

interface TableProps {
  readonly promises: readonly WheelPromise[]
  readonly year: number
  readonly page: PageContext
}

/** The wheel in words: month by month what falls in it, then what runs all year, then what has no month. */
export const WheelTable: FC<TableProps> = ({ promises, year, page }) => {
  const { language } = page
  const words = pick(wheelTexts, language)
  const happenings = promises
    .flatMap((promise) => promise.occurrences.map((occurrence) => ({ promise, occurrence })))
    .toSorted((one, other) => one.occurrence.from - other.occurrence.from)
  const months = Map.groupBy(happenings, ({ occurrence }) => civilDate(occurrence.from).month)
  const running = promises.filter(({ rhythms }) => rhythms.length > 0)
  const [anytime, allYear] = [true, false].map((is) =>
    running.filter((promise) => (quickest(promise) === 'anytime') === is),
  )
  return (
    <table class="wheel-table" id="tabel">
      <caption class="visually-hidden">{words.caption(year)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.state}</th>
        </tr>
      </thead>
      {[...months].map(([month, inMonth]) => (
        <Group id={monthAnchor(inMonth[0]?.occurrence ?? { from: 0 })} title={monthName(month, language)}>
          {inMonth.map((happening) => (
            <HappeningRow happening={happening} page={page} />
          ))}
        </Group>
      ))}
      <RunningGroup id={anchorOf('week')} title={words.allYear} promises={allYear ?? []} page={page} />
      <RunningGroup id={anchorOf('anytime')} title={words.anytime} promises={anytime ?? []} page={page} />
    </table>
  )
}

const Group: FC<{ id: string; title: string; children?: unknown }> = ({ id, title, children }) => (
  <tbody>
    <tr class="wheel-group">
      <th id={id} scope="rowgroup" colspan={5}>
        {title}
      </th>
    </tr>
    {children}
  </tbody>
)

const RunningGroup: FC<{ id: string; title: string; promises: readonly WheelPromise[]; page: PageContext }> = (group) =>
  group.promises.length === 0 ? (
    <></>
  ) : (
    <Group id={group.id} title={group.title}>
      {group.promises.map((promise) => (
        <Row
          promise={promise}
          when={termInWords(promise.commitment.notation, group.page.language) ?? ''}
          state={promise.state}
          page={group.page}
        />
      ))}
    </Group>
  )

const HappeningRow: FC<{ happening: Happening; page: PageContext }> = ({ happening, page }) => {
  const { language } = page
  const { promise, occurrence } = happening
  const when = whenInWords(occurrence, language)
  const isSeason = occurrence.period === null
  const term = isSeason ? termInWords(promise.commitment.notation, language) : null
  return <Row promise={promise} when={term ?? when} state={occurrence.state} page={page} />
}

interface RowProps {
  readonly promise: WheelPromise
  readonly when: string
  readonly state: CommitmentState
  readonly page: PageContext
}

const Row: FC<RowProps> = ({ promise, when, state, page }) => {
  const { language } = page
  const { number, name, commitment } = promise
  return (
    <tr class={`state-${state}`}>
      <td class="number">{number}</td>
      <td class="wheel-what">
        <a href={atDay(page, promisePath(commitment.commitmentId))}>
          {name} <span class="wheel-activity">{shortTitle(commitment.activity)}</span>
        </a>
      </td>
      <td>{when}</td>
      <td>{commitment.owedBy.join(', ') || pick(wheelTexts, language).nobodyNamed}</td>
      <td class="wheel-state">
        <span aria-hidden="true">{stateSigns[state]} </span>
        <span class="wheel-state-word">{stateInWords(state, language)}</span>
      </td>
    </tr>
  )
}
