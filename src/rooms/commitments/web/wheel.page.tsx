import type { FC } from 'hono/jsx'
import { dayNumberOf } from '../../../platform/day-number.ts'
import { formatDay } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { stateInWords, stateSigns } from '../state/state-words.ts'
import type { CommitmentState } from '../state/state.ts'
import { layWheel } from '../wheel/lay-wheel.rules.ts'
import type { WheelYear } from '../wheel/load-wheel.ts'
import { type RingKind, ringsOf } from '../wheel/rings.rules.ts'
import { wheelTexts } from '../wheel/wheel.texts.ts'
import { layoutWords } from '../wheel/wheel-words.ts'
import type { WheelPromise } from '../wheel/wheel.ts'
import { WheelPicture } from './wheel-picture.tsx'
import { WheelTable } from './wheel-table.tsx'

/** What is asked of the wheel: its year, what its rings are, and which agreement alone (null = all). */
export interface WheelAsked {
  readonly year: number
  readonly rings: 'indsats' | 'part'
  readonly slug: string | null
  /** The day the states are told for. */
  readonly day: Day
}

interface WheelProps {
  page: PageContext
  asked: WheelAsked
  wheelYear: WheelYear
}

/** The year of the cooperation as a wheel, and beside it the same as a table. On paper: a poster. */
export const WheelPage: FC<WheelProps> = ({ page, asked, wheelYear }) => {
  const words = pick(wheelTexts, page.language)
  const { year } = asked
  const { promises, unplaced } = wheelYear
  return (
    <Frame page={page} title={words.title(year)} under="wheel" wide>
      <div class="wheel-sheet">
        <header class="wheel-head">
          <h1>{words.heading}</h1>
          <p class="lead">{words.lead(year)}</p>
          <Choices page={page} asked={asked} wheelYear={wheelYear} />
        </header>
        {promises.length === 0 ? (
          <p class="empty">
            {words.empty(year)} <a href={atDay(page, '/aftaler')}>{words.seeAgreements}</a>
          </p>
        ) : (
          <div class="wheel-both">
            <div class="wheel-side">
              <a class="ds-skip-link skip" href="#tabel">
                {words.toTable}
              </a>
              <Picture page={page} asked={asked} promises={promises} />
              <Legend page={page} promises={promises} day={asked.day} />
            </div>
            <div class="wheel-words-side">
              <WheelTable promises={promises} year={year} page={page} />
              {unplaced > 0 && <p class="hint">{words.unplaced(unplaced)}</p>}
            </div>
          </div>
        )}
      </div>
    </Frame>
  )
}

const Picture: FC<{ page: PageContext; asked: WheelAsked; promises: readonly WheelPromise[] }> = (props) => {
  const { page, asked, promises } = props
  const words = pick(wheelTexts, page.language)
  const kind = ringKindOf(asked)
  const rings = ringsOf(promises, kind, words)
  const wheel = layWheel(rings, asked.year, dayNumberOf(asked.day), layoutWords(kind, page.language))
  return (
    <WheelPicture
      wheel={wheel}
      year={asked.year}
      place={page.partnership}
      rings={ringWords(page, asked)}
      counts={countStates(promises)}
      thisMonth={asked.day.year === asked.year ? asked.day.month : null}
      page={page}
    />
  )
}

/** With one agreement alone its activities are the rings: its focus area would be the only one. */
const ringKindOf = ({ rings, slug }: WheelAsked): RingKind =>
  rings === 'part' ? 'party' : slug === null ? 'focus_area' : 'activity'

const ringWords = (page: PageContext, asked: WheelAsked): string => {
  const words = pick(wheelTexts, page.language)
  return { party: words.byParty, activity: words.byActivity, focus_area: words.byFocusArea }[ringKindOf(asked)]
}

const order: readonly CommitmentState[] = [
  'kept',
  'due',
  'at_risk',
  'broken',
  'waiting',
  'on_demand',
  'unjudged',
  'ended',
]

/** How many things of the year stand in each state: each time something falls, and each thing that runs through the year. */
const countStates = (promises: readonly WheelPromise[]): [CommitmentState, number][] => {
  const states = promises.flatMap(({ occurrences, rhythms, state }) => [
    ...occurrences.map((occurrence) => occurrence.state),
    ...(rhythms.length > 0 ? [state] : []),
  ])
  return order.flatMap((state): [CommitmentState, number][] => {
    const count = states.filter((one) => one === state).length
    return count === 0 ? [] : [[state, count]]
  })
}

const addressOf = ({ year, rings, slug, day }: WheelAsked, today: Day): string => {
  const question = new URLSearchParams()
  if (!day.equals(today)) question.set('dag', day.toString())
  if (year !== day.year) question.set('aar', String(year))
  if (rings !== 'indsats') question.set('ringe', rings)
  if (slug !== null) question.set('aftale', slug)
  return question.size === 0 ? '/aarshjul' : `/aarshjul?${question}`
}

const Choices: FC<WheelProps> = ({ page, asked, wheelYear }) => {
  const words = pick(wheelTexts, page.language)
  const to = (change: Partial<WheelAsked>) => addressOf({ ...asked, ...change }, page.today)
  const { year } = asked
  return (
    <div class="wheel-choices">
      <nav aria-label={words.years} class="wheel-years">
        <a href={to({ year: year - 1 })} aria-label={words.yearBefore(year - 1)}>{`‹ ${year - 1}`}</a>
        <span aria-current="page">{year}</span>
        <a href={to({ year: year + 1 })} aria-label={words.yearAfter(year + 1)}>{`${year + 1} ›`}</a>
      </nav>
      <Choice
        title={words.ringsBy}
        options={[
          {
            text: asked.slug === null ? words.byFocusArea : words.byActivity,
            href: to({ rings: 'indsats' }),
            isHere: asked.rings === 'indsats',
          },
          { text: words.byParty, href: to({ rings: 'part' }), isHere: asked.rings === 'part' },
        ]}
      />
      {wheelYear.agreements.length > 1 && (
        <Choice
          title={words.agreements}
          options={[
            { text: words.allAgreements, href: to({ slug: null }), isHere: asked.slug === null },
            ...wheelYear.agreements.map(({ slug, name }) => ({
              text: name,
              href: to({ slug }),
              isHere: asked.slug === slug,
            })),
          ]}
        />
      )}
    </div>
  )
}

const Choice: FC<{ title: string; options: readonly { text: string; href: string; isHere: boolean }[] }> = ({
  title,
  options,
}) => (
  <nav aria-label={title} class="wheel-choice">
    <span aria-hidden="true">{title}</span>
    <ul>
      {options.map(({ text, href, isHere }) => (
        <li>
          <a href={href} aria-current={isHere ? 'true' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Legend: FC<{ page: PageContext; promises: readonly WheelPromise[]; day: Day }> = ({ page, promises, day }) => {
  const words = pick(wheelTexts, page.language)
  const shapes = [
    { kind: 'stretch', text: words.legendStretch },
    { kind: 'window', text: words.legendWindow },
    { kind: 'deadline', text: words.legendDeadline },
    { kind: 'payment', text: words.legendPayment },
    { kind: 'rhythm', text: words.legendRhythm },
  ]
  return (
    <section class="wheel-legend" aria-label={words.legend}>
      <ul>
        {countStates(promises).map(([state, count]) => (
          <li class={`state-${state}`}>
            <span class={`wheel-swatch is-${state}`} aria-hidden="true">
              {stateSigns[state]}
            </span>
            {`${stateInWords(state, page.language)} ${count}`}
          </li>
        ))}
      </ul>
      <ul>
        {shapes.map(({ kind, text }) => (
          <li>
            <span class={`wheel-shape is-${kind}`} aria-hidden="true">
              {kind === 'payment' ? 'kr' : ''}
            </span>
            {text}
          </li>
        ))}
      </ul>
      <p>{words.asOf(formatDay(day, page.language))}</p>
    </section>
  )
}
