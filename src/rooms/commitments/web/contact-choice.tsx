import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { atDay, KeepDay } from '../../../web/as-of.tsx'
import { SecondaryButton, TextField } from '../../../web/components.tsx'
import { groupings } from '../contacts/contact.ts'
import { type ActivityChoices, ActivityOptions } from './activity-options.tsx'
import { contactsHref, contactsPath, type ContactView, groupingInAddress } from './contact-filter.ts'
import { contactTexts } from './contact.texts.ts'

/** Looks for words; what else is asked for goes along. */
export const SearchForm: FC<{ view: ContactView }> = ({ view }) => {
  const { page, filter } = view
  const words = pick(contactTexts, page.language)
  return (
    <search>
      <form class="people-search" method="get" action={contactsPath}>
        <TextField name="q" label={words.search} value={filter.sought} maxlength={200} />
        {filter.grouping !== 'party' && <input type="hidden" name="efter" value={groupingInAddress(filter.grouping)} />}
        {filter.activity !== '' && <input type="hidden" name="aktivitet" value={filter.activity} />}
        <KeepDay page={page} />
        <button class="ds-button" type="submit">
          {words.find}
        </button>
        {filter.sought !== '' && <a href={contactsHref(view, { sought: '' })}>{words.showAll}</a>}
      </form>
    </search>
  )
}

/** What the contacts are put together by, as links. */
export const GroupingChips: FC<{ view: ContactView }> = ({ view }) => {
  const words = pick(contactTexts, view.page.language)
  return (
    <div class="chip-rows">
      <ul class="chips" aria-label={words.by}>
        {groupings.map((grouping) => (
          <li>
            <a
              class="chip"
              href={contactsHref(view, { grouping })}
              aria-current={view.filter.grouping === grouping ? 'true' : undefined}
            >
              {words.groupings[grouping]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The agreement and the activity, as a form that asks through the address. */
export const ContactChoice: FC<{ view: ContactView; choices: ActivityChoices }> = ({ view, choices }) => {
  const { page, filter } = view
  const words = pick(contactTexts, page.language)
  return (
    <details class="owed-filter" open={filter.activity !== ''}>
      <summary>{words.narrow}</summary>
      <form method="get" action={contactsPath} class="owed-form">
        {filter.sought !== '' && <input type="hidden" name="q" value={filter.sought} />}
        {filter.grouping !== 'party' && <input type="hidden" name="efter" value={groupingInAddress(filter.grouping)} />}
        <div class="field">
          <label class="ds-label" for="felt-aktivitet">
            {words.activity}
          </label>
          <select class="ds-input" id="felt-aktivitet" name="aktivitet">
            <option value="">{words.all}</option>
            <ActivityOptions choices={choices} chosen={filter.activity} wholeAgreement={words.wholeAgreement} />
          </select>
        </div>
        <KeepDay page={page} />
        <p class="actions">
          <SecondaryButton>{words.show}</SecondaryButton>
          <a href={atDay(page, contactsPath)}>{words.clear}</a>
        </p>
      </form>
    </details>
  )
}
