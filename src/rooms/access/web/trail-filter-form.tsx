import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { ChoiceField, SecondaryButton, TextField } from '../../../web/components.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { auditTexts } from '../audit/audit.texts.ts'
import { countAsked, impersonalActors, type TrailFilter } from '../audit/trail-filter.ts'
import type { TrailNames } from '../audit/trail-words.ts'
import { verbTexts } from '../audit/verb.texts.ts'
import { protectionPaths } from './protection.paths.ts'
import { protectionTexts } from './protection.texts.ts'

interface FilterProps {
  page: PageContext
  filter: TrailFilter
  names: TrailNames
}

type Choice = readonly [value: string, label: string]

/** What of the trail to read, as a form that asks through the address. */
export const TrailFilterForm: FC<FilterProps> = ({ page, filter, names }) => {
  const words = pick(protectionTexts, page.language)
  const { impersonal, postIn } = pick(auditTexts, page.language)
  const inOrder = (choices: readonly Choice[]): Choice[] => [
    ['', words.all],
    ...choices.toSorted(([, one], [, other]) => one.localeCompare(other, page.language)),
  ]
  const people = inOrder([...names.people])
  const actors = impersonalActors.map((actor): Choice => [actor, impersonal[actor].replace(/,$/, '')])
  const posts = inOrder([...names.posts].map(([id, { title, place }]) => [id, postIn(title, place)]))
  const groups = inOrder(Object.entries(pick(verbTexts, page.language).groups))
  return (
    <details class="owed-filter" open={countAsked(filter) > 0}>
      <summary>{words.filter}</summary>
      <form method="get" action={protectionPaths.trail} class="owed-form">
        <TextField name="fra" label={words.from} type="date" value={filter.from?.toString() ?? ''} />
        <TextField name="til" label={words.to} type="date" value={filter.to?.toString() ?? ''} />
        <ChoiceField name="hvem" label={words.who} value={filter.actor} choices={[...people, ...actors]} />
        <ChoiceField name="funktion" label={words.post} value={filter.post} choices={posts} />
        <ChoiceField name="slags" label={words.group} value={filter.group} choices={groups} />
        <ChoiceField name="om" label={words.about} value={filter.about} choices={people} />
        {filter.ref !== '' && <input type="hidden" name="nr" value={filter.ref} />}
        {filter.thing !== '' && <input type="hidden" name="ting" value={filter.thing} />}
        <p class="actions">
          <SecondaryButton>{words.show}</SecondaryButton>
          <a href={protectionPaths.trail}>{words.clear}</a>
        </p>
      </form>
    </details>
  )
}
