import type { FC } from 'hono/jsx'
import { formatDay, formatMoment } from '../../../platform/dates.ts'
import type { Day } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { ChoiceField, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { DueThing, LegalHold } from '../deletion/deletion-clock.ts'
import { endOfNextMonth } from '../deletion/deletion.rules.ts'
import { deletionTexts } from '../deletion/deletion.texts.ts'
import type { DeletionForecast } from '../deletion/run-clocks.ts'
import { deletionPath } from './consent.paths.ts'
import { protectionPaths } from './protection.paths.ts'
import { protectionTexts } from './protection.texts.ts'

interface DeletionProps {
  page: PageContext
  forecasts: readonly DeletionForecast[]
  holds: readonly LegalHold[]
  counts: readonly { purpose: string; deletedOn: Day; number: number }[]
}

const purposeIn = (purpose: string, language: Language): string => {
  const words: Readonly<Record<string, string>> = pick(deletionTexts, language).purposes
  return words[purpose] ?? purpose
}

/** What goes until the end of next month, what is held back and why, and how much went. */
export const DeletionPage: FC<DeletionProps> = (props) => {
  const { page, forecasts } = props
  const words = pick(deletionTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="protection">
      <Crumbs
        page={page}
        trail={[{ href: protectionPaths.overview, text: pick(protectionTexts, page.language).title }]}
        here={words.title}
      />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <section class="consent-group">
        <h2>{words.until(formatDay(endOfNextMonth(page.today), page.language))}</h2>
        <ul class="consent-answers">
          {forecasts.map((forecast) => (
            <Forecast page={page} forecast={forecast} />
          ))}
        </ul>
      </section>
      <Holds {...props} />
      <Counts {...props} />
    </Frame>
  )
}

const Forecast: FC<{ page: PageContext; forecast: DeletionForecast }> = ({ page, forecast }) => {
  const words = pick(deletionTexts, page.language)
  const { rule, free, held } = forecast
  const lasts = [
    rule.keptFor.years > 0 ? words.years(rule.keptFor.years) : [],
    rule.keptFor.months > 0 ? words.months(rule.keptFor.months) : [],
    rule.keptFor.days > 0 ? words.days(rule.keptFor.days) : [],
  ].flat()
  return (
    <li>
      <p>
        <b>{purposeIn(rule.purpose, page.language)}</b>
        <span class="hint">
          {[words.goes(free.length), held.length > 0 ? words.held(held.length) : []].flat().join(' · ')}
        </span>
      </p>
      <p class="hint">
        {words.rule(lasts.join(' '), rule.countedFrom[page.language])} {rule.basis[page.language]}
      </p>
      {free.length > 0 && <Refs page={page} due={free} />}
    </li>
  )
}

const mostRefs = 100

const Refs: FC<{ page: PageContext; due: readonly DueThing[] }> = ({ page, due }) => {
  const words = pick(deletionTexts, page.language)
  return (
    <details>
      <summary>{words.refs}</summary>
      <ul class="refs">
        {due.slice(0, mostRefs).map(({ ref }) => (
          <li>
            <code>{ref}</code>
          </li>
        ))}
      </ul>
      {due.length > mostRefs && <p class="hint">{words.more(due.length - mostRefs)}</p>}
    </details>
  )
}

const Holds: FC<DeletionProps> = ({ page, holds }) => {
  const words = pick(deletionTexts, page.language)
  const things: Readonly<Record<string, string>> = words.things
  return (
    <section class="consent-group">
      <h2>{words.holds}</h2>
      <p>{words.holdsIntro}</p>
      {holds.length === 0 && <p class="hint">{words.noHolds}</p>}
      <ul class={holds.length === 0 ? 'visually-hidden' : 'consent-answers'}>
        {holds.map((hold) => (
          <li>
            <p>
              <b>{things[hold.thing] ?? hold.thing}</b>
              <span class="hint">
                {hold.liftedAt === null
                  ? words.since(formatMoment(hold.setAt, page.language))
                  : words.lifted(formatMoment(hold.liftedAt, page.language))}
              </span>
            </p>
            <p>
              {hold.reason} <code>{hold.ref}</code>
            </p>
            {hold.liftedAt === null && (
              <form method="post" action={`${deletionPath}/ophaev`}>
                <input type="hidden" name="hold" value={hold.legalHoldId} />
                <SecondaryButton>{words.lift}</SecondaryButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={`${deletionPath}/hold`} class="form hold-form">
        <ChoiceField name="ting" label={words.thing} value="data_subject" choices={Object.entries(things)} />
        <TextField name="id" label={words.ref} hint={words.refHint} required autocomplete="off" />
        <TextField name="hvorfor" label={words.reason} hint={words.reasonHint} rows={2} required />
        <p class="actions">
          <PrimaryButton>{words.hold}</PrimaryButton>
        </p>
      </form>
    </section>
  )
}

const Counts: FC<DeletionProps> = ({ page, counts }) => {
  const words = pick(deletionTexts, page.language)
  const byPurpose = Map.groupBy(counts, ({ purpose }) => purpose)
  return (
    <section class="consent-group">
      <h2>{words.counts}</h2>
      {counts.length === 0 && <p class="hint">{words.noCounts}</p>}
      <dl class="deleted">
        {[...byPurpose].map(([purpose, days]) => (
          <div>
            <dt>{purposeIn(purpose, page.language)}</dt>
            <dd>{days.reduce((sum, { number }) => sum + number, 0)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
