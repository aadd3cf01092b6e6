import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, Message, PrimaryButton, SecondaryButton, TextField } from '../../../../web/components.tsx'
import { Crumbs, Frame } from '../../../../web/layout.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { clockWords } from '../../clock-words.ts'
import { bookingRules, venuePricePers } from '../../venue.ts'
import { keepVenueTexts } from '../../venues/keep-venue.texts.ts'
import type { Opening } from '../../venues/opening.ts'
import type { VenueCard } from '../../venues/venue-card.ts'
import { venueTexts } from '../../venues/venue.texts.ts'
import type { VenueError, VenueTyped } from './venue.form.ts'
import { holdWords } from './venue.page.tsx'
import { venuePaths } from './venue.paths.ts'

type Choice = readonly [value: string, label: string]

interface KeepVenueProps {
  page: PageContext
  /** Null = a new one. */
  venue: VenueCard | null
  typed: VenueTyped
  errors: ReadonlyMap<string, VenueError>
  keepers: readonly Choice[]
  areas: readonly Choice[]
  told: string | null
  refusal: string | null
}

/** `/steder/ny` and `/steder/:id/ret`: what a place is, what can be booked of it, and when it is open. */
export const KeepVenuePage: FC<KeepVenueProps> = (props) => {
  const { page, venue, told, refusal } = props
  const words = pick(venueTexts, page.language)
  const kept = pick(keepVenueTexts, page.language)
  const title = venue === null ? kept.addTitle : kept.changeTitle(venue.name)
  return (
    <Frame page={page} title={title} under="calendar">
      <Crumbs
        page={page}
        trail={[
          { href: venuePaths.list, text: words.title },
          ...(venue === null ? [] : [{ href: venuePaths.venue(venue.venueId), text: venue.name }]),
        ]}
        here={title}
      />
      <h1>{title}</h1>
      {told !== null && <Message tone="done">{told}</Message>}
      {refusal !== null && <Message tone="refused">{refusal}</Message>}
      <form
        class="form series-form"
        method="post"
        action={venue === null ? venuePaths.add : venuePaths.change(venue.venueId)}
      >
        <input type="hidden" name="udgave" value={venue?.version ?? 0} />
        <FactFields {...props} />
        <TermFields {...props} />
        <SpaceFields {...props} />
        <p class="actions">
          <PrimaryButton>{kept.save}</PrimaryButton>
        </p>
      </form>
      {venue !== null && !venue.isInformal && <Hours page={page} venue={venue} />}
      {venue !== null && !venue.isClosed && <Close page={page} venue={venue} />}
    </Frame>
  )
}

const Line: FC<
  Pick<KeepVenueProps, 'page' | 'typed' | 'errors'> & {
    name: keyof Omit<VenueTyped, 'spaces'>
    label: string
    hint?: string
  }
> = ({ page, typed, errors, name, ...field }) => {
  const error = errors.get(name)
  return (
    <TextField
      {...field}
      name={name}
      value={typed[name]}
      {...(error === undefined ? {} : { error: pick(venueTexts, page.language)[error] })}
    />
  )
}

const FactFields: FC<KeepVenueProps> = (props) => {
  const { page, typed, keepers, areas } = props
  const words = pick(venueTexts, page.language)
  const kept = pick(keepVenueTexts, page.language)
  return (
    <>
      <Line {...props} name="navn" label={kept.name} />
      <ChoiceField name="hvem" label={kept.keeper} value={typed.hvem} choices={keepers} />
      <div class="series-pair">
        <Line {...props} name="adresse" label={kept.addressLabel} />
        <ChoiceField
          name="omraade"
          label={words.area}
          value={typed.omraade}
          choices={[['', kept.noArea] as const, ...areas]}
        />
      </div>
      <Line {...props} name="vejen" label={kept.entranceLabel} hint={kept.entranceHint} />
      <div class="field tick">
        <input type="checkbox" id="felt-uformelt" name="uformelt" value="ja" checked={typed.uformelt === 'ja'} />
        <label class="ds-label" for="felt-uformelt">
          {kept.isInformal}
        </label>
        <p class="hint">{kept.isInformalHint}</p>
      </div>
    </>
  )
}

const TermFields: FC<KeepVenueProps> = (props) => {
  const { page, typed } = props
  const words = pick(venueTexts, page.language)
  const kept = pick(keepVenueTexts, page.language)
  return (
    <>
      <ChoiceField
        name="regel"
        label={kept.ruleLabel}
        value={typed.regel}
        choices={bookingRules.map((rule) => [rule, words.rules[rule]] as const)}
      />
      <Line {...props} name="vilkaar" label={kept.conditionsLabel} hint={kept.conditionsHint} />
      <div class="series-pair">
        <Line {...props} name="pris" label={kept.priceLabel} hint={kept.priceHint} />
        <ChoiceField
          name="pris_pr"
          label={kept.pricePer}
          value={typed.pris_pr}
          choices={venuePricePers.map((per) => [per, words.pers[per]] as const)}
        />
      </div>
      <Line {...props} name="fri" label={kept.releaseLabel} hint={kept.releaseHint} />
    </>
  )
}

const SpaceFields: FC<KeepVenueProps> = ({ page, typed, errors }) => {
  const words = pick(venueTexts, page.language)
  const kept = pick(keepVenueTexts, page.language)
  return (
    <fieldset class="series-part">
      <legend>{words.spaces}</legend>
      <p class="hint">{kept.spacesHint}</p>
      {typed.spaces.map(({ id, name, capacity }, at) => {
        const error = errors.get(`plads-${at}`)
        return (
          <div class="space-row">
            <input type="hidden" name="lokale_id" value={id} />
            <TextField name="lokale" id={`lokale-${at}`} label={kept.spaceName} value={name} maxlength={80} />
            <TextField
              name="plads"
              id={`plads-${at}`}
              label={kept.spaceCapacity}
              value={capacity}
              {...(error === undefined ? {} : { error: words[error] })}
            />
          </div>
        )
      })}
    </fieldset>
  )
}

const Hours: FC<{ page: PageContext; venue: VenueCard }> = ({ page, venue }) => {
  const words = pick(venueTexts, page.language)
  const kept = pick(keepVenueTexts, page.language)
  const told = ({ weekday, opensMinute, closesMinute }: Opening): string =>
    `${words.weekdays[weekday - 1] ?? ''} ${clockWords(opensMinute, page.language)}–${clockWords(closesMinute, page.language)}`
  return (
    <section class="venue-part" aria-labelledby="tider">
      <h2 id="tider">{kept.hours}</h2>
      {venue.openings.length === 0 && <p>{words.openAlways}</p>}
      <ul class="times">
        {venue.openings.map((opening) => (
          <li>
            <form method="post" action={venuePaths.hours(venue.venueId)}>
              {told(opening)}{' '}
              <span class="times-hour">
                {[holdWords(opening, page), opening.lentBy === null ? '' : `${kept.lentBy} ${opening.lentBy}`]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
              <input type="hidden" name="udgave" value={venue.version} />
              <input type="hidden" name="fjern" value={opening.openingId} />{' '}
              <button class="quiet" type="submit" aria-label={kept.hoursEndOf(told(opening))}>
                {kept.hoursEnd}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <details class="quiet-form">
        <summary>{kept.hoursAdd}</summary>
        <HoursForm page={page} venue={venue} />
      </details>
    </section>
  )
}

const HoursForm: FC<{ page: PageContext; venue: VenueCard }> = ({ page, venue }) => {
  const words = pick(venueTexts, page.language)
  const kept = pick(keepVenueTexts, page.language)
  return (
    <form class="form" method="post" action={venuePaths.hours(venue.venueId)}>
      <input type="hidden" name="udgave" value={venue.version} />
      <fieldset class="series-days">
        <legend>{kept.hoursOn}</legend>
        <div class="series-ticks">
          {words.weekdays.map((weekday, at) => (
            <label class="series-tick">
              <input type="checkbox" name="ugedag" value={at + 1} /> {weekday}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="series-pair">
        <TextField name="fra" label={words.from} />
        <TextField name="til" label={words.to} />
      </div>
      <p class="hint">{kept.hoursHint}</p>
      <div class="series-pair">
        <TextField name="gaelder_fra" label={kept.hoursFrom} type="date" />
        <TextField name="gaelder_til" label={kept.hoursTo} type="date" />
      </div>
      <TextField name="laant" label={kept.lentBy} hint={kept.lentByHint} maxlength={120} />
      <p class="actions">
        <SecondaryButton>{kept.hoursAdd}</SecondaryButton>
      </p>
    </form>
  )
}

const Close: FC<{ page: PageContext; venue: VenueCard }> = ({ page, venue }) => {
  const kept = pick(keepVenueTexts, page.language)
  return (
    <details class="quiet-form">
      <summary>{kept.close}</summary>
      <form class="form" method="post" action={venuePaths.close(venue.venueId)}>
        <input type="hidden" name="udgave" value={venue.version} />
        <p>{kept.closeHint}</p>
        <p class="actions">
          <SecondaryButton>{kept.close}</SecondaryButton>
        </p>
      </form>
    </details>
  )
}
