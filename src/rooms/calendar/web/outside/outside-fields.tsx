import type { FC } from 'hono/jsx'
import { pick } from '../../../../platform/language.ts'
import { ChoiceField, TextField } from '../../../../web/components.tsx'
import type { PageContext } from '../../../../web/page-context.ts'
import { outsideTexts } from '../../outside/outside.texts.ts'
import { pricePers, seriesKinds } from '../../series.ts'
import { seriesTexts } from '../../series.texts.ts'
import type { SeriesError } from '../series.form.ts'
import type { OutsideField, OutsideTyped } from './outside.form.ts'

type Choice = readonly [value: string, label: string]

export interface OutsideChoices {
  readonly organisers: readonly Choice[]
  readonly areas: readonly Choice[]
}

export interface OutsideFieldsProps {
  page: PageContext
  typed: OutsideTyped
  errors: ReadonlyMap<OutsideField, SeriesError>
  choices: OutsideChoices
}

/** One line to write in, with what is wrong beside it. */
export const OutsideLine: FC<OutsideFieldsProps & { name: OutsideField; label: string; hint?: string }> = (props) => {
  const { page, typed, errors, name, label, hint } = props
  const error = errors.get(name)
  return (
    <TextField
      name={name}
      label={label}
      value={typed[name]}
      {...(hint === undefined ? {} : { hint })}
      {...(error === undefined ? {} : { error: pick(seriesTexts, page.language)[error] })}
    />
  )
}

/** What is said here of everything that comes from a calendar. */
export const OutsideFields: FC<OutsideFieldsProps> = (props) => {
  const { page, typed, choices } = props
  const words = pick(outsideTexts, page.language)
  const series = pick(seriesTexts, page.language)
  return (
    <fieldset class="series-part">
      <legend>{words.choices}</legend>
      <OutsideLine {...props} name="navn" label={words.name} hint={words.nameHint} />
      <div class="series-pair">
        <ChoiceField name="arrangoer" label={series.organiser} value={typed.arrangoer} choices={choices.organisers} />
        <ChoiceField
          name="omraade"
          label={series.area}
          value={typed.omraade}
          choices={[['', series.noArea], ...choices.areas]}
        />
        <ChoiceField
          name="slags"
          label={series.kind}
          value={typed.slags}
          choices={seriesKinds.map((kind) => [kind, series.kinds[kind]] as const)}
        />
      </div>
      <div class="series-pair">
        <OutsideLine {...props} name="alderfra" label={series.ageFrom} />
        <OutsideLine {...props} name="aldertil" label={series.ageTo} />
      </div>
      <div class="series-pair">
        <OutsideLine {...props} name="pris" label={series.price} hint={series.priceHint} />
        <ChoiceField
          name="pris_pr"
          label={series.pricePer}
          value={typed.pris_pr}
          choices={pricePers.map((per) => [per, series.pers[per]] as const)}
        />
      </div>
      <div class="field tick">
        <input type="checkbox" id="felt-vis" name="vis" value="ja" checked={typed.vis} />
        <label class="ds-label" for="felt-vis">
          {series.isPublished}
        </label>
        <p class="hint">{series.isPublishedHint}</p>
      </div>
    </fieldset>
  )
}
