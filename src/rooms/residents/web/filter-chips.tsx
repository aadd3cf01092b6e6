import type { FC } from 'hono/jsx'
import { seriesKinds } from '../../calendar/index.ts'
import { ageBands, agesInAddress, everything, isChosen, listPath, type ResidentFilter } from '../filter.ts'
import type { Happenings } from '../happenings.ts'
import type { ResidentLanguage } from '../../../platform/resident-language.ts'
import { residentsTexts } from '../residents.texts.ts'
import { ageWords, spokenName } from '../told.ts'
import type { ResidentPage } from './resident-page.ts'

interface ChipsProps {
  page: ResidentPage
  filter: ResidentFilter
  found: Pick<Happenings, 'areas' | 'spoken'>
}

/** One thing to choose: its words, and the filter it leads to. */
interface Choice {
  readonly text: string
  readonly to: ResidentFilter
  readonly isChosen: boolean
  /** A Danish name, whatever language runs around it. */
  readonly isName?: boolean
}

/** What is shown, as chips: a plain link each, or a list of them to open. */
export const FilterChips: FC<ChipsProps> = ({ page, filter, found }) => {
  const words = residentsTexts[page.language]
  const toggle = (change: Partial<ResidentFilter>, isOn: boolean, off: Partial<ResidentFilter>): ResidentFilter => ({
    ...filter,
    ...(isOn ? off : change),
  })
  const isToday = filter.when === 'today'
  const isWeek = filter.when === 'week'
  return (
    <nav class="res-chips" aria-label={words.choose}>
      <Menu
        label={words.age}
        any={{ ...filter, ages: null }}
        language={page.language}
        choices={ageChoices(page, filter)}
      />
      <Menu
        label={words.area}
        any={{ ...filter, areaId: null }}
        language={page.language}
        choices={found.areas.map(({ areaId, name }) => ({
          text: name,
          to: { ...filter, areaId },
          isChosen: filter.areaId === areaId,
          isName: true,
        }))}
      />
      <Chip text={words.free} isOn={filter.isFree} to={toggle({ isFree: true }, filter.isFree, { isFree: false })} />
      <Chip text={words.today} isOn={isToday} to={toggle({ when: 'today', weeks: 1 }, isToday, { when: 'days' })} />
      <Chip text={words.thisWeek} isOn={isWeek} to={toggle({ when: 'week', weeks: 1 }, isWeek, { when: 'days' })} />
      <Menu
        label={words.kind}
        any={{ ...filter, kind: null }}
        language={page.language}
        choices={seriesKinds.map((kind) => ({
          text: words.kinds[kind],
          to: { ...filter, kind },
          isChosen: filter.kind === kind,
        }))}
      />
      <Menu
        label={words.spoken}
        any={{ ...filter, spoken: null }}
        language={page.language}
        choices={found.spoken.map((code) => ({
          text: spokenName(code, page.language),
          to: { ...filter, spoken: code },
          isChosen: filter.spoken === code,
        }))}
      />
      {isChosen(filter) && (
        <a class="res-clear" href={listPath(everything)}>
          {words.clear}
        </a>
      )}
    </nav>
  )
}

const ageChoices = (page: ResidentPage, filter: ResidentFilter): Choice[] =>
  ageBands.map(([from, to]) => ({
    text: ageWords({ ageFrom: from, ageTo: to === 99 ? null : to }, page.language),
    to: { ...filter, ages: { from, to } },
    isChosen: filter.ages !== null && agesInAddress(filter.ages) === `${from}-${to}`,
  }))

const Chip: FC<{ text: string; isOn: boolean; to: ResidentFilter }> = ({ text, isOn, to }) => (
  <a class={isOn ? 'res-chip res-chip-on' : 'res-chip'} href={listPath(to)} aria-current={isOn ? 'true' : undefined}>
    {text}
    {isOn && <span aria-hidden="true"> ✕</span>}
  </a>
)

interface MenuProps {
  label: string
  any: ResidentFilter
  language: ResidentLanguage
  choices: readonly Choice[]
}

const Menu: FC<MenuProps> = ({ label, any, language, choices }) => {
  const chosen = choices.find((choice) => choice.isChosen)
  if (choices.length === 0) return <></>
  return (
    <details class="res-menu" name="vaelg">
      <summary class={chosen === undefined ? 'res-chip' : 'res-chip res-chip-on'}>
        {chosen === undefined ? (
          label
        ) : (
          <>
            <span class="visually-hidden">{label}: </span>
            <ChoiceText choice={chosen} />
          </>
        )}
      </summary>
      <ul>
        {chosen !== undefined && (
          <li>
            <a href={listPath(any)}>{residentsTexts[language].any}</a>
          </li>
        )}
        {choices.map((choice) => (
          <li>
            <a href={listPath(choice.to)} aria-current={choice.isChosen ? 'true' : undefined}>
              <ChoiceText choice={choice} />
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}

const ChoiceText: FC<{ choice: Choice }> = ({ choice }) =>
  choice.isName ? <bdi lang="da">{choice.text}</bdi> : <>{choice.text}</>
