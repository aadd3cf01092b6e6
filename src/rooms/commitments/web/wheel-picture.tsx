import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { stateInWords } from '../state/state-words.ts'
import type { CommitmentState } from '../state/state.ts'
import { bandPath, baseline, placeOf, tagPath, turnsOf } from '../wheel/geometry.ts'
import { monthTurns, radii } from '../wheel/lay-wheel.rules.ts'
import type { LaidPiece, LaidRhythms, LaidRing, LaidWheel, Writing } from '../wheel/wheel-layout.ts'
import { quickest } from '../wheel/lay-rhythm.rules.ts'
import { fullName, happeningInWords, monthName } from '../wheel/wheel-words.ts'
import { wheelTexts } from '../wheel/wheel.texts.ts'
import { anchorOf, monthAnchor } from './wheel-anchors.ts'
import { promisePath } from './show-promise.tsx'
import { Sign } from './wheel-sign.tsx'
import { Weeks } from './wheel-weeks.tsx'

interface PictureProps {
  readonly wheel: LaidWheel
  readonly year: number
  readonly place: string
  readonly rings: string
  readonly counts: readonly (readonly [state: CommitmentState, count: number])[]
  readonly thisMonth: number | null
  readonly page: PageContext
}

/** The year as a wheel. Its table beside it tells the same, so the wheel's links are a shorter way, not the only one. */
export const WheelPicture: FC<PictureProps> = (props) => {
  const { wheel, year, place, rings, page } = props
  const { language } = page
  const words = pick(wheelTexts, language)
  return (
    <svg
      class="wheel"
      viewBox="-520 -520 1040 1040"
      aria-labelledby="hjul-navn"
      aria-describedby="hjul-om"
      xmlns="http://www.w3.org/2000/svg"
    >
      <title id="hjul-navn">{`${words.centreName(place)}, ${year}`}</title>
      <desc id="hjul-om">{words.describe(year, rings)}</desc>
      {wheel.rings.map((ring, at) => (
        <RingGround ring={ring} at={at} />
      ))}
      <Months {...props} />
      <Weeks year={year} />
      {wheel.rings.map((ring, at) => (
        <RingThings ring={ring} at={at} page={page} />
      ))}
      {wheel.hand !== null && (
        <Hand turn={wheel.hand} centre={wheel.centre} word={page.isOfAnotherDay ? words.thatDay : words.today} />
      )}
      <Centre {...props} />
    </svg>
  )
}

const RingGround: FC<{ ring: LaidRing; at: number }> = ({ ring, at }) => {
  const top = ring.opening.radius
  const height = top - ring.inner
  return <circle class={`wheel-ground ring-${at}`} r={(top + ring.inner) / 2} stroke-width={Math.max(0, height)} />
}

const Months: FC<PictureProps> = ({ wheel, year, thisMonth, page: { language } }) => (
  <g class="wheel-months">
    {monthTurns(year).map(({ month, from, to }) => {
      const trim = turnsOf(1.5, radii.months.inner)
      const band = { ...radii.months, from: from + trim, to: to - trim }
      const [begins, ends] = [placeOf(wheel.centre + 4, from), placeOf(radii.rings + 4, from)]
      return (
        <>
          <path
            class={`wheel-month${month % 2 === 0 ? ' is-even' : ''}${month === thisMonth ? ' is-now' : ''}`}
            d={bandPath(band, 5)}
          />
          <path id={`m${month}`} class="wheel-way" d={baseline(band, 17)} />
          <text class="wheel-month-name">
            <textPath href={`#m${month}`} startOffset="50%">
              {monthName(month, language)}
            </textPath>
          </text>
          <path class="wheel-groove" d={`M${begins.x} ${begins.y}L${ends.x} ${ends.y}`} />
        </>
      )
    })}
  </g>
)

const RingThings: FC<{ ring: LaidRing; at: number; page: PageContext }> = ({ ring, at, page }) => (
  <g class={`ring-${at}`}>
    <path class="wheel-opening" d={ring.opening.line} />
    <Written id={`r${at}`} writing={ring.opening.name} kind="wheel-ring-name" isCentred />
    {ring.opening.rhythms && <Rhythms rhythms={ring.opening.rhythms} id={`y${at}`} page={page} />}
    {ring.lanes.map((lane, laneAt) =>
      lane.map((piece, pieceAt) => <Piece piece={piece} id={`p${at}-${laneAt}-${pieceAt}`} page={page} />),
    )}
  </g>
)

/** Words on the line they stand on. The line comes first, for the words to find it. */
const Written: FC<{ id: string; writing: Writing; kind: string; isCentred?: boolean }> = ({
  id,
  writing,
  kind,
  isCentred,
}) => (
  <>
    <path id={id} class="wheel-way" d={writing.path} />
    <text class={kind} font-size={Math.round(writing.size * 10) / 10}>
      <textPath href={`#${id}`} startOffset={isCentred ? '50%' : undefined}>
        {writing.text}
      </textPath>
    </text>
  </>
)

const Piece: FC<{ piece: LaidPiece; id: string; page: PageContext }> = ({ piece, id, page }) => {
  const { language } = page
  const { band, corner, shape, state, happenings, sign, writing } = piece
  const [first] = happenings
  if (first === undefined) return <></>
  const told = happenings.map((happening) => happeningInWords(happening, language)).join('\n')
  // What is heard begins with what is seen.
  const said = writing === null || told.includes(writing.text) ? told : `${writing.text}: ${told}`
  const address =
    happenings.length === 1
      ? atDay(page, promisePath(first.promise.commitment.commitmentId))
      : `#${monthAnchor(first.occurrence)}`
  return (
    <a class={`wheel-piece is-${shape} state-${state}`} href={address} aria-label={said}>
      <title>{said}</title>
      <path class="wheel-band" d={shape === 'deadline' ? tagPath(band) : bandPath(band, corner)} />
      {sign && <Sign state={state} place={sign} />}
      {writing && <Written id={id} writing={writing} kind="wheel-words" />}
    </a>
  )
}

const Rhythms: FC<{ rhythms: LaidRhythms; id: string; page: PageContext }> = ({ rhythms, id, page }) => {
  const { language } = page
  const { promises, beads, state, sign, writing } = rhythms
  const [first] = promises
  if (first === undefined) return <></>
  const said = `${writing.text}: ${promises.map((promise) => fullName(promise)).join(', ')}: ${stateInWords(state, language)}`
  const address =
    promises.length === 1 ? atDay(page, promisePath(first.commitment.commitmentId)) : `#${anchorOf(quickest(first))}`
  return (
    <a class={`wheel-rhythm state-${state}`} href={address} aria-label={said}>
      <title>{said}</title>
      {beads?.lines.map(({ path, offset }) => (
        <path
          class="wheel-beads"
          d={path}
          stroke-dasharray={`0 ${Math.round(beads.gap * 1000) / 1000}`}
          stroke-dashoffset={Math.round(offset * 10) / 10}
        />
      ))}
      <Sign state={state} place={sign} />
      <Written id={id} writing={writing} kind="wheel-rhythm-words" />
    </a>
  )
}

const Hand: FC<{ turn: number; centre: number; word: string }> = ({ turn, centre, word }) => {
  const [from, to, band, tip] = [centre + 2, radii.weeks.outer, radii.months.outer, radii.months.outer + 7].map(
    (radius) => placeOf(radius, turn),
  )
  if (!from || !to || !band || !tip) return <></>
  const width = turnsOf(44, 500)
  const line = { inner: 502, outer: 516, from: turn - width, to: turn + width }
  return (
    <g class="wheel-hand">
      <path d={`M${from.x} ${from.y}L${to.x} ${to.y}M${band.x} ${band.y}L${tip.x} ${tip.y}`} />
      <circle cx={from.x} cy={from.y} r="4.5" />
      <path id="hand" class="wheel-way" d={baseline(line, 13)} />
      <text>
        <textPath href="#hand" startOffset="50%">
          {word}
        </textPath>
      </text>
    </g>
  )
}

/** The year, the place, and how many of its things stand in each state: also the key to the signs. */
const Centre: FC<PictureProps> = ({ wheel, year, place, counts, page: { language } }) => {
  const words = pick(wheelTexts, language)
  const scale = Math.min(1.35, wheel.centre / 130)
  const shown = counts.slice(0, 4)
  const top = -14 - shown.length * 9
  return (
    <g class="wheel-centre" transform={`scale(${Math.round(scale * 100) / 100})`}>
      <text class="wheel-year" y={top}>
        {year}
      </text>
      <text class="wheel-place" y={top + 24}>
        {words.centreName(place)}
      </text>
      {shown.map(([state, count], at) => {
        const y = top + 52 + at * 20
        return (
          <g class={`state-${state}`}>
            <Sign state={state} place={{ x: -46, y: y - 4.5, size: 12, degrees: 0 }} />
            <text class="wheel-count" x="-14" y={y}>
              {count}
            </text>
            <text class="wheel-count-word" x="-7" y={y}>
              {stateInWords(state, language)}
            </text>
          </g>
        )
      })}
    </g>
  )
}
