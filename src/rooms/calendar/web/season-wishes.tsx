import type { FC } from 'hono/jsx'
import { formatWeekday } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import type { LoadedSeason } from '../season/load-season.ts'
import { weekNumberOf } from '../season/season.rules.ts'
import type { SeasonWish } from '../season/season.ts'
import { seasonTexts } from '../season/season.texts.ts'
import { seriesKinds } from '../series.ts'
import { seriesTexts } from '../series.texts.ts'
import { calendarPaths } from './calendar.paths.ts'
import { seasonPaths } from './season.paths.ts'

type Choice = readonly [value: string, text: string]

export interface WishChoices {
  /** Whom the reader may wish for; the value is `organisation` or `organisation/plan`. */
  readonly organisers: readonly Choice[]
  readonly venues: readonly Choice[]
  /** First days on which a wish's place is free, by wish. */
  readonly free: ReadonlyMap<string, readonly Day[]>
}

interface WishesProps {
  page: PageContext
  loaded: LoadedSeason
  choices: WishChoices
}

/** Hours a workshop usually has. */
export const usualHours = { days: 3, fromMinute: 15 * 60, toMinute: 17 * 60 + 30 }

export const Wishes: FC<WishesProps> = (props) => {
  const { page, loaded } = props
  const words = pick(seasonTexts, page.language)
  return (
    <section class="season-part no-print" aria-labelledby="oensker">
      <h2 id="oensker">{words.wishes}</h2>
      {!loaded.wishes.some(({ state }) => state === 'wished') && <p class="empty">{words.noWishes}</p>}
      <ul class="wishes">
        {loaded.wishes.map((wish) => (
          <WishLine {...props} wish={wish} />
        ))}
      </ul>
      {mayHere(page, calendarPolicy.wishForSeason) && props.choices.organisers.length > 0 && <WishForm {...props} />}
    </section>
  )
}

const weekWords = ({ weeks }: SeasonWish, page: PageContext): string =>
  pick(seasonTexts, page.language).weeks(weekNumberOf(weeks.from), weekNumberOf(weeks.to))

const WishLine: FC<WishesProps & { wish: SeasonWish }> = (props) => {
  const { page, wish, loaded, choices } = props
  const words = pick(seasonTexts, page.language)
  const own = choices.organisers.some(([value]) => value.split('/')[0] === wish.organisationId)
  const mayAgree = mayHere(page, calendarPolicy.agreeSeason)
  const facts = [wish.area, weekWords(wish, page), wish.venue, words.by(wish.wishedBy)].filter((fact) => fact !== null)
  const isOut = wish.seriesId !== null && !loaded.counted.some(({ seriesId }) => seriesId === wish.seriesId)
  return (
    <li class={wish.state === 'wished' ? 'wish' : 'wish wish-settled'}>
      <p class="wish-what">
        <strong>
          {wish.seriesId === null ? wish.title : <a href={calendarPaths.series(wish.seriesId)}>{wish.title}</a>}
        </strong>{' '}
        <span class={wish.state === 'agreed' ? 'tag tag-good' : 'tag'}>
          {isOut ? words.takenOut : words.states[wish.state]}
        </span>
      </p>
      <p class="wish-facts">{facts.join(' · ')}</p>
      {wish.note !== '' && <p>{wish.note}</p>}
      {wish.answer !== '' && <p>{wish.answer}</p>}
      {wish.state === 'wished' && mayAgree && <AgreeForm {...props} />}
      {wish.state === 'wished' && mayAgree && <DeclineForm {...props} />}
      {wish.state === 'wished' && own && <ActButton {...props} act="traek" text={words.withdraw} />}
      {wish.state === 'agreed' && mayAgree && (
        <ActButton {...props} act="opgiv" text={words.release} label={words.releaseOf(wish.title)} />
      )}
    </li>
  )
}

const Seen: FC<{ wish: SeasonWish; act: string }> = ({ wish, act }) => (
  <>
    <input type="hidden" name="udgave" value={wish.version} />
    <input type="hidden" name="goer" value={act} />
  </>
)

const ActButton: FC<{ wish: SeasonWish; act: string; text: string; label?: string }> = (props) => {
  const { wish, act, text, label } = props
  return (
    <form class="wish-act" method="post" action={seasonPaths.wish(wish.seasonId, wish.seasonWishId)}>
      <Seen wish={wish} act={act} />
      <button class="quiet" type="submit" aria-label={label}>
        {text}
      </button>
    </form>
  )
}

const AgreeForm: FC<WishesProps & { wish: SeasonWish }> = ({ page, wish, choices }) => {
  const words = pick(seasonTexts, page.language)
  const free = choices.free.get(wish.seasonWishId) ?? []
  const id = (name: string) => `${name}-${wish.seasonWishId}`
  return (
    <details class="quiet-form">
      <summary>{words.agree}</summary>
      <form class="form" method="post" action={seasonPaths.wish(wish.seasonId, wish.seasonWishId)}>
        <Seen wish={wish} act="aftal" />
        <TextField
          name="dag"
          id={id('dag')}
          label={words.day}
          type="date"
          value={(free[0] ?? wish.weeks.from).toString()}
          hint={
            free.length === 0
              ? words.noFree
              : words.free(free.map((day) => formatWeekday(day, page.language)).join(', '))
          }
        />
        <div class="series-pair">
          <TextField name="fra" id={id('fra')} label={words.fromHour} value="15.00" />
          <TextField name="til" id={id('til')} label={words.toHour} value="17.30" />
        </div>
        <TextField name="dage" id={id('dage')} label={words.days} value={String(usualHours.days)} />
        <ChoiceField
          name="sted"
          id={id('sted')}
          label={words.venue}
          value={wish.venueId ?? ''}
          choices={[['', words.anyVenue], ...choices.venues]}
        />
        <ChoiceField
          name="slags"
          id={id('slags')}
          label={words.kind}
          value="creative"
          choices={seriesKinds.map((kind) => [kind, pick(seriesTexts, page.language).kinds[kind]] as const)}
        />
        <p class="actions">
          <PrimaryButton>{words.agreeSave}</PrimaryButton>
        </p>
      </form>
    </details>
  )
}

const DeclineForm: FC<WishesProps & { wish: SeasonWish }> = ({ page, wish }) => {
  const words = pick(seasonTexts, page.language)
  return (
    <details class="quiet-form">
      <summary>{words.decline}</summary>
      <form class="form" method="post" action={seasonPaths.wish(wish.seasonId, wish.seasonWishId)}>
        <Seen wish={wish} act="nej" />
        <TextField name="hvorfor" id={`hvorfor-${wish.seasonWishId}`} label={words.declineWhy} maxlength={200} />
        <p class="actions">
          <SecondaryButton>{words.declineSave}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}

const WishForm: FC<WishesProps> = ({ page, loaded, choices }) => {
  const { season, areas, windows } = loaded
  const words = pick(seasonTexts, page.language)
  const weeks = windows.map(({ half, from, to }) => {
    const span = words.weeks(weekNumberOf(from), weekNumberOf(to))
    return half === 'spring' ? words.windowSpring(span) : words.windowAutumn(span)
  })
  const [suggested] = windows
  const own = choices.organisers.find(([value]) => value.includes('/')) ?? choices.organisers[0]
  const [first, last] = [suggested?.from ?? season.from, suggested?.to ?? season.to].map(weekNumberOf)
  return (
    <details class="quiet-form">
      <summary>{words.wish}</summary>
      <form class="form" method="post" action={seasonPaths.wishes(season.seasonId)}>
        <TextField name="hvad" label={words.wishWhat} hint={words.wishWhatHint} required={true} maxlength={120} />
        <ChoiceField
          name="omraade"
          label={words.area}
          value=""
          choices={areas.map(({ areaId, name }) => [areaId, name] as const)}
        />
        <ChoiceField name="vegne" label={words.wishFor} value={own?.[0] ?? ''} choices={choices.organisers} />
        <div class="series-pair">
          <TextField name="fraUge" label={words.firstWeek} value={String(first)} hint={weeks.join(' ')} />
          <TextField name="tilUge" label={words.lastWeek} value={String(last)} />
        </div>
        <ChoiceField name="sted" label={words.venue} value="" choices={[['', words.anyVenue], ...choices.venues]} />
        <TextField name="note" label={words.note} maxlength={300} />
        <p class="actions">
          <PrimaryButton>{words.wishSave}</PrimaryButton>
        </p>
      </form>
    </details>
  )
}
