import type { FC } from 'hono/jsx'
import { formatDay } from '../../../../platform/dates.ts'
import { pick } from '../../../../platform/language.ts'
import { Message, SecondaryButton, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../../web/page-context.ts'
import { calendarPolicy } from '../../calendar.policy.ts'
import { calendarTexts } from '../../calendar.texts.ts'
import { agesWords, wallOf } from '../../calendar-words.ts'
import type { CollidingSeries } from '../../collisions/collision.queries.ts'
import { collisionTexts } from '../../collisions/collision.texts.ts'
import type { Radar, RadarPair } from '../../collisions/radar.ts'
import { calendarPaths } from '../calendar.paths.ts'
import { wallWords } from './collision-words.ts'

interface RadarProps {
  page: PageContext
  radar: Radar
  areas: readonly { areaId: string; name: string }[]
  told: string | null
  refusal: string | null
}

/** `/kalender/sammenfald`: what gathers the same children at the same time, new and known. */
export const RadarPage: FC<RadarProps> = ({ page, radar, areas, told, refusal }) => {
  const words = pick(collisionTexts, page.language)
  const fresh = radar.pairs.filter(({ note }) => note === null)
  const known = radar.pairs.filter(({ note }) => note !== null)
  return (
    <Frame page={page} title={words.title} under="calendar">
      <Crumbs
        page={page}
        trail={[{ href: calendarPaths.week, text: pick(calendarTexts, page.language).title }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <p class="lead">{words.lead}</p>
      {radar.pairs.length === 0 && <p class="empty">{words.empty}</p>}
      {fresh.length > 0 && <Pairs page={page} id="nye" title={words.fresh} pairs={fresh} />}
      {known.length > 0 && <Pairs page={page} id="kendte" title={words.known} pairs={known} />}
      {mayHere(page, calendarPolicy.placeAreas) && areas.length > 1 && (
        <NearAreasForm page={page} radar={radar} areas={areas} />
      )}
    </Frame>
  )
}

const Pairs: FC<{ page: PageContext; id: string; title: string; pairs: readonly RadarPair[] }> = (props) => (
  <section aria-labelledby={props.id}>
    <h2 id={props.id}>
      {props.title} ({props.pairs.length})
    </h2>
    <ul class="events venue-list">
      {props.pairs.map((pair) => (
        <Pair page={props.page} pair={pair} />
      ))}
    </ul>
  </section>
)

const mostTimes = 2

const Pair: FC<{ page: PageContext; pair: RadarPair }> = ({ page, pair }) => {
  const words = pick(collisionTexts, page.language)
  const told = pair.times.slice(0, mostTimes).map((minutes) => wallWords(minutes, page.language))
  const rest = pair.times.length - told.length
  return (
    <li class="event venue-line">
      <div class="event-what">
        <h3 class="event-name">
          <a href={calendarPaths.series(pair.oneId)}>{pair.one.title}</a> {words.and}{' '}
          <a href={calendarPaths.series(pair.otherId)}>{pair.other.title}</a>
        </h3>
        <p class="event-where">{whoWords(pair.one, page)}</p>
        <p class="event-where">{whoWords(pair.other, page)}</p>
        <p>
          {words.when(told.join(', '))}
          {rest > 0 && words.more(rest)}
        </p>
        <p class="event-tags">
          <span class="tag">{words.times(pair.times.length)}</span>
          <span class="tag">{words.ages(pair.ages)}</span>
        </p>
        <Note page={page} pair={pair} />
      </div>
    </li>
  )
}

const whoWords = ({ organisation, venue, area, ...ages }: CollidingSeries, page: PageContext): string =>
  [organisation, venue ?? area ?? pick(collisionTexts, page.language).district, agesWords(ages, page.language)].join(
    ' · ',
  )

const Note: FC<{ page: PageContext; pair: RadarPair }> = ({ page, pair }) => {
  const words = pick(collisionTexts, page.language)
  const { note, oneId, otherId } = pair
  const ids = (
    <>
      <input type="hidden" name="en" value={oneId} />
      <input type="hidden" name="anden" value={otherId} />
    </>
  )
  if (note !== null)
    return (
      <form method="post" action={calendarPaths.collisions} class="own-booking">
        {ids}
        <p class="event-reason">
          {note.why}{' '}
          <span class="times-hour">
            {words.noted(note.by ?? 'Brobyg', formatDay(wallOf(note.notedAt).day, page.language))}
          </span>
        </p>
        {pair.mayNote && (
          <button
            class="quiet"
            type="submit"
            name="goer"
            value="frem"
            aria-label={words.unnoteOf(pair.one.title, pair.other.title)}
          >
            {words.unnote}
          </button>
        )}
      </form>
    )
  if (!pair.mayNote) return null
  return (
    <details class="quiet-form">
      <summary>{words.note}</summary>
      <form class="form" method="post" action={calendarPaths.collisions}>
        {ids}
        <TextField
          name="hvorfor"
          id={`hvorfor-${oneId}-${otherId}`}
          label={words.why}
          hint={words.whyHint}
          maxlength={200}
        />
        <p class="actions">
          <SecondaryButton name="goer" value="kendt">
            {words.note}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}

const NearAreasForm: FC<Pick<RadarProps, 'page' | 'radar' | 'areas'>> = ({ page, radar, areas }) => {
  const words = pick(collisionTexts, page.language)
  const pairs = areas.flatMap((one, at) => areas.slice(at + 1).map((other) => [one, other] as const))
  return (
    <details class="quiet-form">
      <summary>{words.nearTitle}</summary>
      <form class="form" method="post" action={calendarPaths.collisions}>
        <fieldset class="series-days">
          <legend>{words.nearTitle}</legend>
          <p class="hint">{words.nearHint}</p>
          <div class="series-ticks">
            {pairs.map(([one, other]) => (
              <label class="series-tick">
                <input
                  type="checkbox"
                  name="naer"
                  value={`${one.areaId}/${other.areaId}`}
                  checked={radar.near.get(one.areaId)?.has(other.areaId) === true}
                />{' '}
                {one.name} {words.and} {other.name}
              </label>
            ))}
          </div>
        </fieldset>
        <p class="actions">
          <SecondaryButton name="goer" value="naer">
            {words.nearSave}
          </SecondaryButton>
        </p>
      </form>
    </details>
  )
}
