import type { FC } from 'hono/jsx'
import { formatDay, formatDaySpan } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { displayTitle, type ListedAgreement, termInWords } from '../../agreements/index.ts'
import type { CarriedPromise, PeriodToCarry } from '../next-period/next-period.ts'
import { nextPeriodTexts } from '../next-period/next-period.texts.ts'
import { stateTexts } from '../state/state.texts.ts'
import { type CarryTyped, promiseField } from './next-period.form.ts'

const listPath = '/aftaler/ny/naeste-periode'

/** The agreements the actor may take into a next period. */
export const NextPeriodListPage: FC<{ page: PageContext; agreements: readonly ListedAgreement[] }> = ({
  page,
  agreements,
}) => {
  const words = pick(nextPeriodTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="readNew">
      <Crumbs page={page} trail={[{ href: '/aftaler/ny', text: words.ways }]} here={words.title} />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {agreements.length === 0 && <p class="empty">{words.none}</p>}
      <ul class="agreements">
        {agreements.map(({ slug, title, focusArea, inForceDuring }) => (
          <li>
            <a class="agreement" href={`${listPath}/${slug}`}>
              <span class="agreement-name">{focusArea ?? title}</span>
              <span class="agreement-title">{title}</span>
              <span class="agreement-facts">{words.runs(formatDaySpan(inForceDuring, page.language))}</span>
            </a>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

interface CarryProps {
  page: PageContext
  period: PeriodToCarry
  typed: CarryTyped
}

/** What comes along into the next period, and what does not: the days, each promise, reservations, holders. */
export const CarryPage: FC<CarryProps> = ({ page, period, typed }) => {
  const words = pick(nextPeriodTexts, page.language)
  const { document } = period.version
  const name = document.focusArea ?? displayTitle(document) ?? period.version.slug
  const error = (field: 'fra' | 'til') => {
    const found = typed.errors.get(field)
    return found === undefined ? {} : { error: words[found] }
  }
  return (
    <Frame page={page} title={words.carryTitle(name)} under="readNew">
      <Crumbs page={page} trail={[{ href: listPath, text: words.title }]} here={name} />
      <h1>{words.carryTitle(name)}</h1>
      <p class="lead">{words.carryIntro}</p>
      {typed.refusal && <Message tone="refused">{typed.refusal}</Message>}
      <form method="post" class="form carry" action={`${listPath}/${period.version.slug}`}>
        <input type="hidden" name="udgave" value={period.version.agreementVersionId} />
        <TextField name="fra" label={words.from} value={typed.from} type="date" {...error('fra')} />
        <TextField name="til" label={words.to} value={typed.to} hint={words.toHint} type="date" {...error('til')} />
        <Promises page={page} period={period} typed={typed} />
        <Lapsed page={page} period={period} />
        <Holders page={page} period={period} />
        <div class="actions">
          <PrimaryButton>{words.begin}</PrimaryButton>
        </div>
      </form>
    </Frame>
  )
}

const Promises: FC<CarryProps> = ({ page, period, typed }) => {
  const words = pick(nextPeriodTexts, page.language)
  const activities = Map.groupBy(period.promises, ({ activity }) => activity)
  return (
    <section>
      <h2>{words.promises}</h2>
      <p>{period.promises.length === 0 ? words.no_promises : words.promisesIntro}</p>
      {[...activities].map(([activity, promises]) => (
        <>
          <h3>{activity}</h3>
          {promises.map((promise) => (
            <PromiseChoice page={page} promise={promise} isKept={typed.kept.has(promise.commitment.readingId)} />
          ))}
        </>
      ))}
    </section>
  )
}

const PromiseChoice: FC<{ page: PageContext; promise: CarriedPromise; isKept: boolean }> = ({
  page,
  promise: { commitment, standing, mayDrop },
  isKept,
}) => {
  const words = pick(nextPeriodTexts, page.language)
  const name = promiseField(commitment.readingId)
  const facts = [
    commitment.owedBy.join(', '),
    termInWords(commitment.notation, page.language),
    pick(stateTexts, page.language).states[standing.state],
  ]
  return (
    <div class="carry-promise" role="radiogroup" aria-labelledby={name}>
      <div>
        <p class="carry-text" id={name}>
          {commitment.text}
        </p>
        <p class="hint">{facts.filter(Boolean).join(' · ')}</p>
        {mayDrop && <p class="carry-reason">{words.reasons[mayDrop]}</p>}
      </div>
      <div class="carry-ways">
        {(['ja', 'nej'] as const).map((way) => (
          <label>
            <input type="radio" name={name} value={way} checked={isKept === (way === 'ja')} />{' '}
            {way === 'ja' ? words.keep : words.drop}
          </label>
        ))}
      </div>
    </div>
  )
}

const Lapsed: FC<Omit<CarryProps, 'typed'>> = ({ page, period }) => {
  const words = pick(nextPeriodTexts, page.language)
  if (period.lapsed.length === 0) return <></>
  return (
    <section>
      <h2>{words.lapsed}</h2>
      <p>{words.lapsedIntro}</p>
      <ul>
        {period.lapsed.map(({ text, until }) => (
          <li>
            {text} {until && <span class="hint">({formatDay(Temporal.PlainDate.from(until), page.language)})</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Holders: FC<Omit<CarryProps, 'typed'>> = ({ page, period }) => {
  const words = pick(nextPeriodTexts, page.language)
  if (period.holders.length === 0) return <></>
  return (
    <section>
      <h2>{words.holders}</h2>
      <p>{words.holdersIntro}</p>
      <ul>
        {period.holders.map(({ post, party, was, now }) => (
          <li>
            {post}, {party}: {was ?? words.unnamed} → <strong>{now ?? words.vacant}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
