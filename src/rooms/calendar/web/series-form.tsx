import type { Child, FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { repeats } from '../repeat.ts'
import { pricePers, seriesKinds } from '../series.ts'
import { seriesTexts } from '../series.texts.ts'
import { type SeriesError, type SeriesField, type SeriesTyped, spokenLanguages } from './series.form.ts'

type Choice = readonly [value: string, label: string]

/** What a planner chooses among. */
export interface SeriesChoices {
  readonly organisers: readonly Choice[]
  readonly venues: readonly Choice[]
  readonly areas: readonly Choice[]
  readonly promises: readonly Choice[]
}

interface PartsProps {
  page: PageContext
  typed: SeriesTyped
  errors: ReadonlyMap<SeriesField, SeriesError>
  choices: SeriesChoices
}

/** The questions about an activity, one part after the other. */
export const SeriesParts: FC<PartsProps> = (props) => (
  <>
    <WhatPart {...props} />
    <WhenPart {...props} />
    <WherePart {...props} />
    <WhoPart {...props} />
    <PracticalPart {...props} />
  </>
)

const Part: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <fieldset class="series-part">
    <legend>{title}</legend>
    {children}
  </fieldset>
)

const Line: FC<
  PartsProps & { name: SeriesField; label: string; hint?: string; type?: 'text' | 'date' | 'number'; rows?: number }
> = ({ page, typed, errors, name, ...field }) => {
  const error = errors.get(name)
  return (
    <TextField
      {...field}
      name={name}
      value={typed[name]}
      {...(error === undefined ? {} : { error: pick(seriesTexts, page.language)[error] })}
    />
  )
}

const Tick: FC<{ name: string; label: string; hint?: string; isOn: boolean }> = ({ name, label, hint, isOn }) => (
  <div class="field tick">
    <input type="checkbox" id={`felt-${name}`} name={name} value="ja" checked={isOn} />
    <label class="ds-label" for={`felt-${name}`}>
      {label}
    </label>
    {hint !== undefined && <p class="hint">{hint}</p>}
  </div>
)

const WhatPart: FC<PartsProps> = (props) => {
  const words = pick(seriesTexts, props.page.language)
  return (
    <Part title={words.whatPart}>
      <Line {...props} name="navn" label={words.name} hint={words.nameHint} />
      <Line {...props} name="kort" label={words.summary} hint={words.summaryHint} rows={3} />
      <div class="series-pair">
        <ChoiceField
          name="slags"
          label={words.kind}
          value={props.typed.slags}
          choices={seriesKinds.map((kind) => [kind, words.kinds[kind]] as const)}
        />
        <ChoiceField
          name="arrangoer"
          label={words.organiser}
          value={props.typed.arrangoer}
          choices={props.choices.organisers}
        />
      </div>
    </Part>
  )
}

const WhenPart: FC<PartsProps> = (props) => {
  const { typed } = props
  const words = pick(seriesTexts, props.page.language)
  return (
    <Part title={words.whenPart}>
      <div class="series-when">
        <Line {...props} name="dag" label={words.firstDay} type="date" />
        <Line {...props} name="fra" label={words.from} />
        <Line {...props} name="til" label={words.to} />
      </div>
      <ChoiceField
        name="gentag"
        label={words.repeat}
        value={typed.gentag}
        choices={repeats.map((repeat) => [repeat, words.repeats[repeat]] as const)}
      />
      <fieldset class="series-days">
        <legend>{words.onWeekdays}</legend>
        <p class="hint">{words.onWeekdaysHint}</p>
        <div class="series-ticks">
          {words.weekdays.map((weekday, at) => (
            <label class="series-tick">
              <input type="checkbox" name="ugedag" value={at + 1} checked={typed.ugedage.includes(at + 1)} /> {weekday}
            </label>
          ))}
        </div>
      </fieldset>
      <input type="hidden" name="ordfoer" value={typed.ordfoer} />
      <input type="hidden" name="regel" value={typed.regel} />
      <Line {...props} name="ord" label={words.inWords} hint={words.inWordsHint} />
      <Line {...props} name="slut" label={words.until} hint={words.untilHint} type="date" />
      <Tick name="juli" label={words.restsInJuly} isOn={typed.juli} />
      <Tick name="skoledage" label={words.schoolDaysOnly} isOn={typed.skoledage} />
    </Part>
  )
}

const WherePart: FC<PartsProps> = (props) => {
  const words = pick(seriesTexts, props.page.language)
  return (
    <Part title={words.wherePart}>
      <div class="series-pair">
        <ChoiceField
          name="sted"
          label={words.venue}
          value={props.typed.sted}
          choices={[['', words.noVenue], ...props.choices.venues]}
        />
        <ChoiceField
          name="omraade"
          label={words.area}
          value={props.typed.omraade}
          choices={[['', words.noArea], ...props.choices.areas]}
        />
      </div>
      <Line {...props} name="hvor" label={words.place} hint={words.placeHint} />
    </Part>
  )
}

const WhoPart: FC<PartsProps> = (props) => {
  const words = pick(seriesTexts, props.page.language)
  const { language } = props.page
  return (
    <Part title={words.whoPart}>
      <div class="series-pair">
        <Line {...props} name="alderfra" label={words.ageFrom} />
        <Line {...props} name="aldertil" label={words.ageTo} />
      </div>
      <Line
        {...props}
        name="sprog"
        label={words.languages}
        hint={`${language === 'da' ? 'Fx' : 'Such as'} ${Object.values(spokenLanguages).slice(0, 4).join(', ')}`}
      />
      <Line {...props} name="med" label={words.goesAlong} hint={words.goesAlongHint} />
    </Part>
  )
}

const PracticalPart: FC<PartsProps> = (props) => {
  const { typed } = props
  const words = pick(seriesTexts, props.page.language)
  return (
    <Part title={words.practicalPart}>
      <div class="series-pair">
        <Line {...props} name="pris" label={words.price} hint={words.priceHint} />
        <ChoiceField
          name="pris_pr"
          label={words.pricePer}
          value={typed.pris_pr}
          choices={pricePers.map((per) => [per, words.pers[per]] as const)}
        />
      </div>
      <Tick name="tilmelding" label={words.signUp} isOn={typed.tilmelding} />
      <Line {...props} name="pladser" label={words.places} hint={words.placesHint} />
      {props.choices.promises.length > 0 && (
        <ChoiceField
          name="loefte"
          label={words.promise}
          value={typed.loefte}
          choices={[['', words.noPromise], ...props.choices.promises]}
        />
      )}
      <Tick name="stor" label={words.isLarge} hint={words.isLargeHint} isOn={typed.stor} />
      <Tick name="vis" label={words.isPublished} hint={words.isPublishedHint} isOn={typed.vis} />
    </Part>
  )
}
