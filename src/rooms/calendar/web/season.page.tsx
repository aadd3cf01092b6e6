import type { FC } from 'hono/jsx'
import { formatDaySpan, formatWeekday } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { formatKroner } from '../../../platform/money.ts'
import { Message, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayHere, type PageContext } from '../../../web/page-context.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { calendarTexts } from '../calendar.texts.ts'
import { timeWords, wallOf } from '../calendar-words.ts'
import type { LoadedSeason } from '../season/load-season.ts'
import type { CountedSeries } from '../season/season.ts'
import { seasonTexts } from '../season/season.texts.ts'
import { calendarPaths } from './calendar.paths.ts'
import { seasonPaths } from './season.paths.ts'
import { QuotaList } from './season-quotas.tsx'
import { Wishes, type WishChoices } from './season-wishes.tsx'

export interface SeasonProps {
  page: PageContext
  loaded: LoadedSeason
  choices: WishChoices
  told: string | null
  refusal: string | null
}

/** `/kalender/saeson/:id`: what the agreement says, what is used of it, the plan and the wishes. Printed, it is the plan on one page. */
export const SeasonPage: FC<SeasonProps> = (props) => {
  const { page, loaded, told, refusal } = props
  const { season, terms, quotas, areas } = loaded
  const words = pick(seasonTexts, page.language)
  // One that is no half of a year is called by its days, in Danish.
  const days = formatDaySpan(season, page.language)
  return (
    <Frame page={page} title={season.title} under="calendar">
      <Crumbs
        page={page}
        trail={[
          { href: calendarPaths.week, text: pick(calendarTexts, page.language).title },
          { href: seasonPaths.list, text: words.title },
        ]}
        here={season.title}
      />
      <h1>
        {season.title}
        {terms.promised !== null && <span class="season-of"> {terms.promised.promise.activity}</span>}
      </h1>
      {days !== season.title && <p class="season-what">{days}</p>}
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <section class="season-part" aria-labelledby="brugt">
        <h2 id="brugt">{words.left}</h2>
        <QuotaList page={page} quotas={quotas} areas={areas} />
      </section>
      <Plan {...props} />
      <Wishes {...props} />
      <Agreement {...props} />
    </Frame>
  )
}

const Plan: FC<SeasonProps> = ({ page, loaded }) => {
  const { counted, areas, season, wishes } = loaded
  const words = pick(seasonTexts, page.language)
  const within = counted.filter(({ startsAt }) => {
    const { day } = wallOf(startsAt)
    return Temporal.PlainDate.compare(day, season.from) >= 0 && Temporal.PlainDate.compare(day, season.to) <= 0
  })
  const venueOf = (one: CountedSeries) => wishes.find(({ seriesId }) => seriesId === one.seriesId)?.venue ?? ''
  return (
    <section class="season-part" aria-labelledby="planen">
      <h2 id="planen">{words.plan}</h2>
      {within.length === 0 && <p class="empty">{words.planEmpty}</p>}
      {within.length > 0 && (
        <div>
          <table class="season-plan">
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.area}</th>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {within.map((one) => (
                <tr>
                  <td>{whenOf(one, page)}</td>
                  <th scope="row">
                    <a href={calendarPaths.series(one.seriesId)}>{one.title}</a>
                  </th>
                  <td>{areas.find(({ areaId }) => areaId === one.areaId)?.name ?? ''}</td>
                  <td>{venueOf(one)}</td>
                  <td>{one.isHeld ? words.held : words.coming}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {within.length > 0 && <p class="hint no-print">{words.print}</p>}
    </section>
  )
}

/** `tirsdag den 1. december 2026 kl. 15.00`, with the last day where there are more. */
const whenOf = ({ startsAt, endsAt }: CountedSeries, page: PageContext): string => {
  const [first, last] = [wallOf(startsAt).day, wallOf(endsAt).day]
  const hours = `${timeWords(startsAt, page.language)}–${timeWords(endsAt, page.language)}`
  if (first.equals(last)) return `${formatWeekday(first, page.language)} ${hours}`
  return `${formatDaySpan({ from: first, to: last }, page.language)} ${hours}`
}

const Agreement: FC<SeasonProps> = ({ page, loaded }) => {
  const { terms } = loaded
  const words = pick(seasonTexts, page.language)
  const { promised, cap, priceOere } = terms
  const { cap: readCap = null, priceOere: readPrice = null, agreedWhen = null } = promised ?? {}
  const isRead = readCap !== null && readPrice !== null
  return (
    <section class="season-part no-print" aria-labelledby="aftalen">
      <h2 id="aftalen">{words.agreement}</h2>
      {promised === null && <Message tone="note">{words.noPromise}</Message>}
      <dl class="facts">
        {promised !== null && (
          <Fact name={words.promise}>
            <a href={`/loefter/${promised.promise.commitmentId}`}>{promised.promise.text}</a>
          </Fact>
        )}
        <Fact name={words.cap}>
          {cap === null ? words.notRead : words.capIn(cap, terms.isPerArea)}
          {cap !== null && readCap === null && ` (${words.byHand})`}
        </Fact>
        <Fact name={words.price}>
          {priceOere === null ? words.notRead : formatKroner(priceOere, page.language)}
          {priceOere !== null && (readPrice === null ? ` (${words.byHand})` : ` “${promised?.priceSentence ?? ''}”`)}
        </Fact>
        {agreedWhen !== null && <Fact name={words.agreedWhen}>{agreedWhen}</Fact>}
      </dl>
      {!isRead && mayHere(page, calendarPolicy.agreeSeason) && <TermsForm page={page} loaded={loaded} />}
    </section>
  )
}

const Fact: FC<{ name: string; children?: unknown }> = ({ name, children }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const TermsForm: FC<{ page: PageContext; loaded: LoadedSeason }> = ({ page, loaded }) => {
  const { season, terms } = loaded
  const words = pick(seasonTexts, page.language)
  const { cap: readCap = null, priceOere: readPrice = null } = terms.promised ?? {}
  const price = season.writtenPriceOere === null ? '' : String(Number(season.writtenPriceOere) / 100).replace('.', ',')
  return (
    <details class="quiet-form">
      <summary>{words.writeTerms}</summary>
      <form class="form" method="post" action={seasonPaths.terms(season.seasonId)}>
        <input type="hidden" name="udgave" value={season.version} />
        {readCap === null && (
          <TextField name="hoejst" label={words.writeCap} value={season.writtenCap?.toString() ?? ''} />
        )}
        {readPrice === null && <TextField name="pris" label={words.writePrice} value={price} />}
        <p class="actions">
          <SecondaryButton>{words.save}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}
