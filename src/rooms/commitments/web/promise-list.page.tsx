import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import { distinctPostWords, type HeldPost } from '../../parties/index.ts'
import type { OwedPromise } from '../owed-promises.rules.ts'
import { filterQuery, type FilterChoices, isNarrowed } from './promise-list-filter.ts'
import { Chips, FilterForm } from './promise-list-choice.tsx'
import { type ListView, PromisePart } from './promise-list-part.tsx'
import { promiseListTexts } from './promise-list.texts.ts'

interface PromiseListProps {
  view: ListView
  posts: readonly HeldPost[]
  /** What the filter let through. */
  promises: readonly OwedPromise[]
  choices: FilterChoices
}

/** What our posts owe and what others owe us, or everyone's promises: the urgent first, then by date, the rest folded. */
export const PromiseListPage: FC<PromiseListProps> = ({ view, posts, promises, choices }) => {
  const { page } = view
  const words = pick(promiseListTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="promises" wide>
      <h1>{words.title}</h1>
      <p class="lead">{introOf(view, posts)}</p>
      <Chips view={view} mayChooseWhose={posts.length > 0} />
      <FilterForm view={view} choices={choices} />
      <Parts view={view} promises={promises} />
      <TakeAlong view={view} />
    </Frame>
  )
}

const introOf = ({ page, filter }: ListView, posts: readonly HeldPost[]): string => {
  const words = pick(promiseListTexts, page.language)
  if (filter.whose === 'ours')
    return words.introOurs(distinctPostWords(posts).join(page.language === 'da' ? ' og ' : ' and '))
  return page.actor.personId === null ? words.introVisitor : words.introAll
}

const Parts: FC<{ view: ListView; promises: readonly OwedPromise[] }> = ({ view, promises }) => {
  const { page, filter } = view
  const words = pick(promiseListTexts, page.language)
  const orNarrowed = (empty: string) => (isNarrowed(filter) ? words.emptyNarrowed : empty)
  if (filter.whose === 'all') {
    const empty = orNarrowed(page.actor.personId === null ? words.emptyVisitor : words.emptyAll)
    return <PromisePart view={view} id="alle" title={words.allPromises} promises={promises} empty={empty} />
  }
  const [ours, toUs] = (['ours', 'to_us'] as const).map((share) => promises.filter((one) => one.share === share))
  return (
    <>
      <PromisePart view={view} id="vi" title={words.weOwe} promises={ours ?? []} empty={orNarrowed(words.emptyOurs)} />
      <PromisePart
        view={view}
        id="andre"
        title={words.owedToUs}
        promises={toUs ?? []}
        empty={orNarrowed(words.emptyToUs)}
      />
    </>
  )
}

const TakeAlong: FC<{ view: ListView }> = ({ view }) => {
  const { page, day, filter } = view
  const words = pick(promiseListTexts, page.language)
  const query = filterQuery(filter, day.equals(page.today) ? null : day)
  return (
    <section class="owed-ways">
      <p>
        <a href={`/loefter.xlsx${query}`} download>
          {words.spreadsheet}
        </a>
        {' · '}
        {words.print}
      </p>
      {page.actor.personId !== null && (
        <p>
          <a href="/loefter/kalender">{words.calendar}</a>
          {' · '}
          <a href="/loefter/mail">{words.mails}</a>
        </p>
      )}
    </section>
  )
}
