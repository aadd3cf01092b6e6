import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { Message } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { isPermitted } from '../../access/index.ts'
import { partyPolicy } from '../../parties/index.ts'
import type { Grouping } from '../contacts/contact.ts'
import { type ContactGroup, groupContacts } from '../contacts/contact-groups.rules.ts'
import type { LoadedContacts } from '../contacts/load-contacts.ts'
import { ContactEntry } from './contact-entry.tsx'
import type { ActivityChoices } from './activity-options.tsx'
import { ContactChoice, GroupingChips, SearchForm } from './contact-choice.tsx'
import { contactQuery, contactsAPage, contactsHref, contactsPath, type ContactView } from './contact-filter.ts'
import { contactTexts } from './contact.texts.ts'

/** What waits for the lead, in numbers; null for everybody else. */
export type LookAtCounts = { readonly answers: number; readonly stale: number } | null

interface ContactListProps {
  view: ContactView
  loaded: LoadedContacts
  choices: ActivityChoices
  mayBeAsked: ReadonlySet<string>
  toLookAt: LookAtCounts
  isThanked: boolean
}

/** Who to call, by party, plan, unit, post or activity; with words typed, those who fit best first. */
export const ContactListPage: FC<ContactListProps> = (props) => {
  const { view, choices, isThanked } = props
  const { page, day, filter } = view
  const words = pick(contactTexts, page.language)
  const isWhole = isPermitted(page.actor, partyPolicy.readContactDetails)
  return (
    <Frame page={page} title={words.title} under="people" wide>
      <div class="people-top">
        <div>
          <h1>{words.title}</h1>
          <p class="lead">{isWhole ? words.lead : words.leadVisitor}</p>
        </div>
        {!page.isOfAnotherDay && isPermitted(page.actor, partyPolicy.invite) && (
          <a class="ds-button" data-variant="secondary" href="/personer">
            {words.people}
          </a>
        )}
      </div>
      <p class="contact-printed">{words.printedOn(formatDay(day, page.language))}</p>
      {isThanked && <Message tone="done">{words.thanks}</Message>}
      <ToLookAt {...props} />
      <SearchForm view={view} />
      {filter.sought === '' && <GroupingChips view={view} />}
      <ContactChoice view={view} choices={choices} />
      <Listed {...props} />
      <TakeAlong view={view} isWhole={isWhole} />
    </Frame>
  )
}

const ToLookAt: FC<ContactListProps> = ({ view, toLookAt }) => {
  const words = pick(contactTexts, view.page.language)
  if (view.page.isOfAnotherDay || toLookAt === null || toLookAt.answers + toLookAt.stale === 0) return null
  return (
    <p class="contact-look">
      <a href="/kontakter/bekraeftelser">{words.toLookAt(toLookAt.answers, toLookAt.stale)}</a>
    </p>
  )
}

const Listed: FC<ContactListProps> = (props) => {
  const { view, loaded } = props
  const { page, filter } = view
  const words = pick(contactTexts, page.language)
  if (filter.sought !== '') return <Found {...props} />
  if (loaded.contacts.length === 0)
    return <p class="empty">{filter.activity === '' ? emptyWords(page) : words.noneNarrowed}</p>
  return (
    <>
      {groupContacts(loaded.contacts, filter.grouping).map((group) => (
        <Group {...props} group={group} />
      ))}
      <Pager view={view} loaded={loaded} />
    </>
  )
}

const emptyWords = (page: PageContext): string => {
  const words = pick(contactTexts, page.language)
  return isPermitted(page.actor, partyPolicy.readContactDetails) ? words.none : words.noneVisitor
}

const Found: FC<ContactListProps> = (props) => {
  const { view, loaded } = props
  const words = pick(contactTexts, view.page.language)
  const { sought } = view.filter
  const { mended, total } = loaded
  const list = new Intl.ListFormat(view.page.language, { type: 'disjunction' })
  return (
    <section class="contact-group" aria-labelledby="fundet">
      <h2 id="fundet">
        {mended.length === 0
          ? words.found(total, sought)
          : words.mended(sought, list.format(mended.map((one) => `“${one}”`)))}
      </h2>
      {total === 0 ? <p class="contact-hint">{words.searchHint}</p> : <Entries {...props} under={null} />}
      <Pager view={view} loaded={loaded} />
    </section>
  )
}

const Group: FC<ContactListProps & { group: ContactGroup }> = (props) => {
  const { view, group, loaded, mayBeAsked } = props
  const { page, day, filter } = view
  const words = pick(contactTexts, page.language)
  const missing: Readonly<Record<Grouping, string>> = {
    plan: words.noPlan,
    unit: words.noUnit,
    activity: words.noAgreement,
    party: '',
    post: '',
  }
  const name = group.name ?? missing[filter.grouping]
  const id = `gruppe-${group.key.replaceAll(/[^\w-]+/g, '-')}`
  const askable = group.contacts.filter(({ postId }) => mayBeAsked.has(postId))
  return (
    <section class="contact-group" aria-labelledby={id}>
      <div class="contact-head">
        <h2 id={id}>
          {group.activity ?? name}
          {filter.grouping === 'activity' && group.name !== null && (
            <span class="contact-agreement">{group.activity === null ? words.wholeOfAgreement : group.name}</span>
          )}
        </h2>
        {askable.length > 1 && day.equals(page.today) && (
          <form method="post" action="/kontakter/bed">
            {askable.map(({ postId }) => (
              <input type="hidden" name="funktion" value={postId} />
            ))}
            <button class="quiet" type="submit">
              {isSomebody(group, filter.grouping) ? words.askIn(name) : words.askThese}
            </button>
          </form>
        )}
      </div>
      <Entries {...props} loaded={{ ...loaded, contacts: group.contacts }} under={filter.grouping} />
    </section>
  )
}

/** Whether a heading names those below it, so that they can be asked by it. */
const isSomebody = ({ name }: ContactGroup, grouping: Grouping): boolean =>
  name !== null && ['party', 'plan', 'unit'].includes(grouping)

const Entries: FC<ContactListProps & { under: Grouping | null }> = ({ view, loaded, mayBeAsked, under }) => (
  <ul class="contact-list">
    {loaded.contacts.map((contact) => (
      <ContactEntry
        page={view.page}
        day={view.day}
        contact={contact}
        under={under}
        promises={view.filter.isPhoneList ? null : (loaded.promises.get(contact.postId) ?? [])}
        mayBeAsked={mayBeAsked.has(contact.postId)}
      />
    ))}
  </ul>
)

const Pager: FC<{ view: ContactView; loaded: LoadedContacts }> = ({ view, loaded }) => {
  const { page, filter } = view
  const words = pick(contactTexts, page.language)
  const from = (filter.page - 1) * contactsAPage
  if (filter.isPhoneList || loaded.total <= contactsAPage) return null
  return (
    <nav class="contact-pages" aria-label={words.pages}>
      {filter.page > 1 && (
        <a rel="prev" href={contactsHref(view, { page: filter.page - 1 })}>
          {words.previous}
        </a>
      )}
      <span>{words.span(from + 1, from + loaded.contacts.length, loaded.total)}</span>
      {from + loaded.contacts.length < loaded.total && (
        <a rel="next" href={contactsHref(view, { page: filter.page + 1 })}>
          {words.next}
        </a>
      )}
    </nav>
  )
}

const TakeAlong: FC<{ view: ContactView; isWhole: boolean }> = ({ view, isWhole }) => {
  const { page, day, filter } = view
  const words = pick(contactTexts, page.language)
  const query = contactQuery({ ...filter, page: 1, isPhoneList: false }, day.equals(page.today) ? null : day)
  return (
    <p class="owed-ways">
      <a href={contactsHref(view, { isPhoneList: !filter.isPhoneList })}>
        {filter.isPhoneList ? words.withPromises : words.phoneList}
      </a>
      {isWhole && (
        <>
          {' · '}
          <a href={`${contactsPath}.vcf${query}`} download>
            {words.cards}
          </a>
          {' · '}
          <a href={`${contactsPath}.xlsx${query}`} download>
            {words.spreadsheet}
          </a>
        </>
      )}
    </p>
  )
}
