import type { Child, FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { atDay, KeepDay } from '../../../web/as-of.tsx'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import { statesInOrder } from '../owed-promises.rules.ts'
import { stateInWords } from '../state/state-words.ts'
import { ActivityOptions } from './activity-options.tsx'
import { type FilterChoices, isNarrowed, type ListFilter, listPath, stateInAddress } from './promise-list-filter.ts'
import { listHref, type ListView } from './promise-list-part.tsx'
import { promiseListTexts } from './promise-list.texts.ts'

/** Whose promises and how far ahead, as links. */
export const Chips: FC<{ view: ListView; mayChooseWhose: boolean }> = ({ view, mayChooseWhose }) => {
  const words = pick(promiseListTexts, view.page.language)
  const { whose, horizon } = view.filter
  const chip = (text: string, change: Partial<ListFilter>, isOn: boolean) => (
    <li>
      <a class="chip" href={listHref(view, change)} aria-current={isOn ? 'true' : undefined}>
        {text}
      </a>
    </li>
  )
  return (
    <div class="chip-rows">
      {mayChooseWhose && (
        <ul class="chips" aria-label={words.whose}>
          {chip(words.ours, { whose: 'ours' }, whose === 'ours')}
          {chip(words.everyone, { whose: 'all' }, whose === 'all')}
        </ul>
      )}
      <ul class="chips" aria-label={words.horizon}>
        {chip(words.days(30), { horizon: 30 }, horizon === 30)}
        {chip(words.days(90), { horizon: 90 }, horizon === 90)}
        {chip(words.allTime, { horizon: null }, horizon === null)}
      </ul>
    </div>
  )
}

/** The filters as a form that asks through the address. */
export const FilterForm: FC<{ view: ListView; choices: FilterChoices }> = ({ view, choices }) => {
  const { page, filter } = view
  const words = pick(promiseListTexts, page.language)
  return (
    <details class="owed-filter" open={isNarrowed(filter) || filter.state !== null}>
      <summary>{words.narrow}</summary>
      <form method="get" action={listPath} class="owed-form">
        {filter.whose === 'all' && page.actor.personId !== null && <input type="hidden" name="hvem" value="alle" />}
        {filter.horizon !== 90 && <input type="hidden" name="dage" value={String(filter.horizon ?? 'alle')} />}
        <TextField name="q" label={words.search} value={filter.words} />
        <Choice name="part" label={words.party} value={filter.party} all={words.all} options={choices.parties} />
        <Choice name="plan" label={words.plan} value={filter.plan} all={words.all} options={choices.plans} />
        <Select name="aktivitet" label={words.activity} all={words.all}>
          <ActivityOptions
            choices={choices.agreements}
            chosen={filter.activity}
            wholeAgreement={words.wholeAgreement}
          />
        </Select>
        <Select name="tilstand" label={words.state} all={words.all}>
          {statesInOrder.map((state) => (
            <option value={stateInAddress(state)} selected={filter.state === state}>
              {stateInWords(state, page.language)}
            </option>
          ))}
        </Select>
        <KeepDay page={page} />
        <p class="actions">
          <SecondaryButton>{words.show}</SecondaryButton>
          <a href={atDay(page, listPath)}>{words.clear}</a>
        </p>
      </form>
    </details>
  )
}

const Select: FC<{ name: string; label: string; all: string; children?: Child }> = ({ name, label, all, children }) => (
  <div class="field">
    <label class="ds-label" for={`felt-${name}`}>
      {label}
    </label>
    <select class="ds-input" id={`felt-${name}`} name={name}>
      <option value="">{all}</option>
      {children}
    </select>
  </div>
)

interface ChoiceProps {
  name: string
  label: string
  value: string
  all: string
  options: readonly string[]
}

const Choice: FC<ChoiceProps> = ({ name, label, value, all, options }) => (
  <Select name={name} label={label} all={all}>
    {options.map((option) => (
      <option value={option} selected={option === value}>
        {option}
      </option>
    ))}
  </Select>
)
