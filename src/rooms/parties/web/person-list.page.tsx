import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message, TextField } from '../../../web/components.tsx'
import { atDay, KeepDay } from '../../../web/as-of.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import { mayDoHere, type PageContext } from '../../../web/page-context.ts'
import { isPermitted } from '../../access/index.ts'
import type { Holder, PeopleInView } from '../holder.ts'
import { partyPolicy } from '../party.policy.ts'
import { contactPaths } from './contact.paths.ts'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'
import { postPaths } from './post.paths.ts'
import { registerPaths } from './register.paths.ts'
import { registerTexts } from './register.texts.ts'

interface ListProps {
  page: PageContext
  people: PeopleInView
  sought: string
  told?: string | undefined
}

/** Who takes part today, by organisation; those who may change it also see who will and who lately did. */
export const PersonListPage: FC<ListProps> = ({ page, people, sought, told }) => {
  const words = pick(personTexts, page.language)
  const mayInvite = mayDoHere(page, partyPolicy.invite)
  const count = new Set(people.today.map(({ personId }) => personId)).size
  const message = told === undefined ? undefined : words.told[told]
  return (
    <Frame page={page} title={words.people} under="people" wide>
      <Crumbs
        page={page}
        trail={[{ href: atDay(page, contactPaths.list), text: words.contacts }]}
        here={words.people}
      />
      <div class="people-top">
        <div>
          <h1>{words.people}</h1>
          <p class="lead">{sought === '' ? words.intro(count) : words.found(count, sought)}</p>
        </div>
        {mayInvite && (
          <a class="ds-button" href={personPaths.invite}>
            {words.invite}
          </a>
        )}
      </div>
      {message && <Message tone="done">{message}</Message>}
      <Search page={page} sought={sought} />
      <p>
        <a href={atDay(page, registerPaths.register)}>{pick(registerTexts, page.language).title}</a>
      </p>
      <Groups page={page} holders={people.today} heading="h2" />
      {mayInvite && people.coming.length > 0 && (
        <section class="people-part">
          <h2>{words.coming}</h2>
          <Groups page={page} holders={people.coming} heading="h3" />
        </section>
      )}
      {mayInvite && people.gone.length > 0 && (
        <section class="people-part">
          <h2>{words.gone}</h2>
          <Groups page={page} holders={people.gone} heading="h3" />
        </section>
      )}
    </Frame>
  )
}

const Search: FC<{ page: PageContext; sought: string }> = ({ page, sought }) => {
  const words = pick(personTexts, page.language)
  return (
    <search>
      <form class="people-search" method="get" action={personPaths.people}>
        <TextField name="soeg" label={words.search} value={sought} />
        <KeepDay page={page} />
        <button class="ds-button" data-variant="secondary" type="submit">
          {words.find}
        </button>
        {sought !== '' && <a href={atDay(page, personPaths.people)}>{words.showAll}</a>}
      </form>
    </search>
  )
}

const Groups: FC<{ page: PageContext; holders: readonly Holder[]; heading: 'h2' | 'h3' }> = ({
  page,
  holders,
  heading: Heading,
}) => (
  <div class="cast-groups">
    {[...Map.groupBy(holders, ({ organisation }) => organisation)].map(([organisation, members]) => (
      <section class="cast-group">
        <Heading class="people-organisation">{organisation}</Heading>
        <ul class="cast">
          {members.map((holder) => (
            <PersonRow page={page} holder={holder} />
          ))}
        </ul>
      </section>
    ))}
  </div>
)

const PersonRow: FC<{ page: PageContext; holder: Holder }> = ({ page, holder }) => {
  const words = pick(personTexts, page.language)
  const isBegun = Temporal.PlainDate.compare(holder.from, page.day) <= 0
  const since = formatDay(holder.from, page.language)
  const facts = [
    holder.until === null
      ? isBegun
        ? words.since(since)
        : words.from(since)
      : words.last(formatDay(holder.until.subtract({ days: 1 }), page.language)),
    holder.provisional && words.provisional,
  ].filter((fact) => typeof fact === 'string')
  const marks = [
    ...(holder.isLead ? [words.lead] : []),
    ...holder.duties.map((duty) => words.duties[duty]),
    ...(holder.isAwaited ? [words.awaited] : []),
  ]
  return (
    <li class="person">
      <p class="person-name">
        {isPermitted(page.actor, partyPolicy.invite) ? (
          <a href={atDay(page, personPaths.holder(holder.holderId))}>{holder.name}</a>
        ) : (
          holder.name
        )}
        {marks.map((mark) => (
          <>
            {' '}
            <span class="person-mark">{mark}</span>
          </>
        ))}
      </p>
      <p class="person-post">
        <a href={atDay(page, postPaths.post(holder.postId))}>
          {[holder.title, holder.unit, holder.plan].filter((part) => part !== null).join(', ')}
        </a>
      </p>
      <p class="person-facts">{facts.join(' · ')}</p>
    </li>
  )
}
