import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { wallOf } from '../calendar-words.ts'
import type { Collisions } from '../copy-traditions.ts'
import type { Tradition } from '../tradition.queries.ts'
import { traditionTexts } from '../tradition.texts.ts'
import type { DayWarning, SuggestedDay } from '../traditions.rules.ts'
import { calendarPaths } from './calendar.paths.ts'

/** Something to hold again, with the day it would be on. */
export interface ShownTradition extends Tradition {
  readonly suggested: SuggestedDay
  readonly warnings: readonly DayWarning[]
  readonly collisions: Collisions
  readonly isPicked: boolean
}

interface TraditionsProps {
  page: PageContext
  /** What took place once, and is to be put in the calendar anew. */
  once: readonly ShownTradition[]
  /** What is there again, or comes by itself. */
  rest: readonly Tradition[]
  told: string | null
  /** What was just copied, so that it can be undone. */
  copiedIds: readonly string[]
  refusal: string | null
}

/** `/kalender/traditioner`: what took place last year, to be put in the calendar again. */
export const TraditionsPage: FC<TraditionsProps> = (props) => {
  const { page, once, rest, told, copiedIds, refusal } = props
  const words = pick(traditionTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="calendar">
      <Crumbs
        page={page}
        trail={[{ href: calendarPaths.week, text: pick(calendarTexts, page.language).title }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {told !== null && <Message tone="done">{told}</Message>}
      {copiedIds.length > 0 && (
        <form method="post" action={calendarPaths.undoTraditions}>
          <input type="hidden" name="lagt" value={copiedIds.join(',')} />
          <SecondaryButton>{words.undo}</SecondaryButton>
        </form>
      )}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      {once.length + rest.length === 0 && <p class="empty">{words.nothing}</p>}
      {once.length > 0 && (
        <form method="post" action={calendarPaths.traditions}>
          <ul class="traditions">
            {once.map((tradition) => (
              <Once page={page} tradition={tradition} />
            ))}
          </ul>
          <p class="actions">
            <PrimaryButton>{words.save}</PrimaryButton>
          </p>
        </form>
      )}
      {rest.length > 0 && <Rest page={page} rest={rest} />}
    </Frame>
  )
}

const Once: FC<{ page: PageContext; tradition: ShownTradition }> = ({ page, tradition }) => {
  const { series, suggested, warnings, collisions, venue, area, isPicked } = tradition
  const words = pick(traditionTexts, page.language)
  const [tick, day] = [`tag-${series.seriesId}`, `dag-${series.seriesId}`]
  const told = [words.was(formatWeekday(series.startsOn, page.language)), venue ?? series.place, area]
  const said = [
    ...warnings.map((warning) => words.warnings[warning]),
    ...(collisions.isPlaceTaken ? [words.placeTaken] : []),
    ...(collisions.beside.length > 0 ? [words.beside(collisions.beside.join(', '))] : []),
  ]
  return (
    <li>
      <p class="tick">
        <input type="checkbox" id={tick} name="tag" value={series.seriesId} checked={isPicked} />
        <label for={tick}>{words.take(series.title)}</label>
      </p>
      <p class="wish-facts">{told.filter((part) => part !== null && part !== '').join(' · ')}</p>
      <p class="tradition-day">
        <label for={day}>{words.day}</label>
        <input
          class="ds-input"
          type="date"
          id={day}
          name={day}
          value={suggested.day.toString()}
          aria-label={words.dayOf(series.title)}
        />
        <span class="hint">
          {formatWeekday(suggested.day, page.language)}, {words.meanings[suggested.meaning]}
        </span>
      </p>
      {said.length > 0 && (
        <p class="tradition-tags">
          {said.map((text) => (
            <span class="tag tag-warn">! {text}</span>
          ))}
        </p>
      )}
    </li>
  )
}

const Rest: FC<{ page: PageContext; rest: readonly Tradition[] }> = ({ page, rest }) => {
  const words = pick(traditionTexts, page.language)
  const told = ({ series, nextAt }: Tradition): string => {
    if (series.rule === null) return words.copied
    const next = nextAt === null ? '' : words.byItselfNext(formatWeekday(wallOf(nextAt).day, page.language))
    return [words.byItself, next].filter((part) => part !== '').join(' · ')
  }
  return (
    <ul class="times">
      {rest.map((tradition) => (
        <li>
          <a href={calendarPaths.series(tradition.copyId ?? tradition.series.seriesId)}>{tradition.series.title}</a>{' '}
          <span class="times-hour">{told(tradition)}</span>
        </li>
      ))}
    </ul>
  )
}
