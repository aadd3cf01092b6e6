import type { FC } from 'hono/jsx'
import type { Day } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { atDay } from '../../../web/as-of.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { confirmationTexts, freshnessOf, phoneLink } from '../../parties/index.ts'
import type { Contact, ContactHolder, Grouping } from '../contacts/contact.ts'
import { placeWords } from '../contacts/contact-groups.rules.ts'
import type { OwedPromise } from '../owed-promises.rules.ts'
import { stateInWords, stateSigns } from '../state/state-words.ts'
import { contactTexts } from './contact.texts.ts'

interface EntryProps {
  page: PageContext
  day: Day
  contact: Contact
  /** What its heading says already; null = it stands under none. */
  under: Grouping | null
  /** Null where they are not shown. */
  promises: readonly OwedPromise[] | null
  mayBeAsked: boolean
}

/** One post to call: who has it, how to reach them, how fresh that is, and what about. */
export const ContactEntry: FC<EntryProps> = (props) => {
  const { page, day, contact, under, promises } = props
  const { title, holder, postId } = contact
  const words = pick(contactTexts, page.language)
  const place = placeWords(contact, under)
  return (
    <li class="contact" id={`f-${postId}`}>
      <div class="contact-who">
        <h3>{title}</h3>
        {place !== '' && <p class="contact-place">{place}</p>}
        {holder === null ? (
          <p class="contact-vacant">
            <span class="contact-mark">{words.vacant}</span> <span class="contact-hint">{words.vacantHint}</span>
          </p>
        ) : (
          <Holder page={page} holder={holder} />
        )}
        {holder !== null && holder.personId !== null && <Fresh {...props} holder={holder} />}
      </div>
      {promises !== null && <About page={page} day={day} contact={contact} promises={promises} />}
    </li>
  )
}

const Holder: FC<{ page: PageContext; holder: ContactHolder }> = ({ page, holder }) => {
  const words = pick(contactTexts, page.language)
  const { name, phone, email, provisional, personId } = holder
  if (name === null) return <p class="contact-hint">{words.hidden}</p>
  return (
    <>
      <p class="contact-name">
        {provisional && `${words.provisional} `}
        <b>{name}</b>
        {personId !== null && personId === page.actor.personId && (
          <>
            {' '}
            <span class="person-mark">{words.you}</span>
          </>
        )}
      </p>
      {personId !== null && (
        <p class="contact-reach">
          {phone !== null && (
            <a href={phoneLink(phone)} aria-label={`${words.callTo(name)}: ${phone}`}>
              {phone}
            </a>
          )}
          {email !== null && (
            <a href={`mailto:${email}`} aria-label={`${words.mailTo(name)}: ${email}`}>
              {email}
            </a>
          )}
          {phone === null && email === null && <span class="contact-hint">{words.noReach}</span>}
        </p>
      )}
    </>
  )
}

const Fresh: FC<EntryProps & { holder: ContactHolder }> = ({ page, day, contact, holder, mayBeAsked }) => {
  const words = pick(contactTexts, page.language)
  const isOwn = holder.personId === page.actor.personId
  const isToday = day.equals(page.today)
  return (
    <div class="contact-fresh">
      <span>{pick(confirmationTexts, page.language).fresh(freshnessOf(holder.confirmedOn, day))}</span>
      {isOwn && isToday && (
        <>
          <form method="post" action="/kontakter/mig">
            <input type="hidden" name="indehaver" value={holder.holderId} />
            <input type="hidden" name="til" value="liste" />
            <button class="quiet" type="submit" name="svar" value="passer">
              {words.right}
            </button>
          </form>
          <a href="/kontakter/mig">{words.correct}</a>
        </>
      )}
      {mayBeAsked && isToday && (
        <form method="post" action="/kontakter/bed">
          <button class="quiet" type="submit" name="funktion" value={contact.postId}>
            {words.ask}
          </button>
        </form>
      )}
      <a href={atDay(page, `/kontakter/${contact.postId}.vcf`)} download aria-label={words.cardOf(contact.title)}>
        {words.card}
      </a>
    </div>
  )
}

const mostPromises = 3
const longestText = 110

const About: FC<Pick<EntryProps, 'page' | 'day' | 'contact'> & { promises: readonly OwedPromise[] }> = ({
  page,
  day,
  contact,
  promises,
}) => {
  const words = pick(contactTexts, page.language)
  const asOf = day.equals(page.today) ? '' : `?dag=${day.toString()}`
  const more = promises.length - mostPromises
  return (
    <div class="contact-about">
      {promises.length === 0 ? (
        <p class="contact-hint">{words.noPromises}</p>
      ) : (
        <>
          <p class="contact-hint" id={`om-${contact.postId}`}>
            {words.about}
          </p>
          <ul aria-labelledby={`om-${contact.postId}`}>
            {promises.slice(0, mostPromises).map(({ commitment, standing }) => (
              <li class={`state-${standing.state}`}>
                <span class="note-state">
                  <span aria-hidden="true">{stateSigns[standing.state]} </span>
                  {stateInWords(standing.state, page.language)}
                </span>{' '}
                <a href={`/loefter/${commitment.commitmentId}${asOf}`}>{shortened(commitment.text)}</a>
              </li>
            ))}
          </ul>
          {more > 0 && (
            <p class="contact-more">
              <a href={promisesHref(contact, day.equals(page.today) ? null : day)}>{words.morePromises(more)}</a>
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** Everything the plan or the party owes, among which the post's own stand. */
const promisesHref = ({ plan, organisation }: Contact, day: Day | null): string => {
  const asked = new URLSearchParams({ hvem: 'alle', dage: 'alle' })
  if (plan === null) asked.set('part', organisation)
  else asked.set('plan', plan)
  if (day !== null) asked.set('dag', day.toString())
  return `/loefter?${asked}`
}

/** A sentence cut at a word where it is long. */
const shortened = (text: string): string => {
  if (text.length <= longestText) return text
  const cut = text.slice(0, longestText)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))} …`
}
