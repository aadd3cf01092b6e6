import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { homeZone } from '../../../platform/day.ts'
import { pick } from '../../../platform/language.ts'
import { Message, SecondaryButton } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { Asked } from '../ask-to-confirm.ts'
import { confirmationTexts } from '../confirmation.texts.ts'
import type { ContactEntry, WaitingAnswer } from '../contact-entry.ts'
import { freshnessOf } from '../freshness.rules.ts'
import { wholePostWords } from '../party.ts'
import type { ToLookAt } from '../settle-answer.ts'
import { contactPaths } from './contact.paths.ts'
import { personPaths } from './person.paths.ts'
import { personTexts } from './person.texts.ts'

const ContactCrumbs: FC<{ page: PageContext; here: string }> = ({ page, here }) => (
  <Crumbs
    page={page}
    trail={[{ href: contactPaths.list, text: pick(personTexts, page.language).contacts }]}
    here={here}
  />
)

/** Who was asked to confirm their entry, and who was not. */
export const AskedPage: FC<{ page: PageContext; asked: Asked }> = ({ page, asked }) => {
  const words = pick(confirmationTexts, page.language)
  const list = new Intl.ListFormat(page.language)
  const mailed = asked.asked.flatMap(({ name, url }) => (url === null ? [name] : []))
  const handedOn = asked.asked.filter(({ url }) => url !== null)
  return (
    <Frame page={page} title={words.askedTitle} under="people">
      <ContactCrumbs page={page} here={words.askedTitle} />
      <h1>{words.askedTitle}</h1>
      {mailed.length > 0 && <Message tone="done">{words.asked(list.format(mailed))}</Message>}
      {handedOn.length > 0 && (
        <Message tone="done">
          <p>{words.handOn}</p>
          {handedOn.map(({ name, url }) => (
            <p class="person-link">
              {name}: <a href={url ?? ''}>{url}</a>
            </p>
          ))}
        </Message>
      )}
      {asked.withoutMail.length > 0 && <p>{words.withoutMail(list.format(asked.withoutMail))}</p>}
      {asked.lately.length > 0 && <p>{words.lately(list.format(asked.lately))}</p>}
      <p>
        <a href={contactPaths.list}>{words.toContacts}</a>
      </p>
    </Frame>
  )
}

/** Why nobody was asked. */
export const NotAskedPage: FC<{ page: PageContext; sentence: string }> = ({ page, sentence }) => {
  const words = pick(confirmationTexts, page.language)
  return (
    <Frame page={page} title={words.notAsked} under="people">
      <ContactCrumbs page={page} here={words.notAsked} />
      <h1>{words.notAsked}</h1>
      <p class="lead">{sentence}</p>
      <p>
        <a href={contactPaths.list}>{words.toContacts}</a>
      </p>
    </Frame>
  )
}

/** What waits for the lead: answers, and entries nobody confirmed for half a year. */
export const ToLookAtPage: FC<{ page: PageContext; toLookAt: ToLookAt }> = ({ page, toLookAt }) => {
  const { answers, stale } = toLookAt
  const words = pick(confirmationTexts, page.language)
  return (
    <Frame page={page} title={words.lookTitle} under="people">
      <ContactCrumbs page={page} here={words.lookTitle} />
      <h1>{words.lookTitle}</h1>
      <p class="lead">{words.lookIntro}</p>
      <section class="people-part">
        <h2>{words.answers}</h2>
        {answers.length === 0 ? <p class="empty">{words.noAnswers}</p> : null}
        {answers.map((answer) => (
          <Answer page={page} answer={answer} />
        ))}
      </section>
      <section class="people-part">
        <h2>{words.stale}</h2>
        {stale.length === 0 ? <p class="empty">{words.noStale}</p> : <Stale page={page} stale={stale} />}
      </section>
    </Frame>
  )
}

const Answer: FC<{ page: PageContext; answer: WaitingAnswer }> = ({ page, answer }) => {
  const words = pick(confirmationTexts, page.language)
  const { contactAnswerId, name, post, email, isGone } = answer
  const day = formatDay(answer.answeredAt.toZonedDateTimeISO(homeZone).toPlainDate(), page.language)
  return (
    <form class="waiting-answer" method="post" action={contactPaths.answer(contactAnswerId)}>
      <p>
        <b>{isGone ? words.saysGone(name, post) : words.saysMail(name, email ?? '')}</b>
        <span class="person-facts"> {words.answeredOn(day)}</span>
      </p>
      <p class="actions">
        {isGone ? (
          <a class="ds-button" data-variant="secondary" href={personPaths.holder(answer.holderId)}>
            {words.endPost}
          </a>
        ) : (
          <SecondaryButton name="hvad" value="skift">
            {words.takeMail}
          </SecondaryButton>
        )}
        <button class="quiet" type="submit" name="hvad" value="laeg-vaek">
          {words.putAside}
        </button>
      </p>
    </form>
  )
}

/** So many are asked at once. */
const mostAsked = 100

const Stale: FC<{ page: PageContext; stale: readonly ContactEntry[] }> = ({ page, stale }) => {
  const words = pick(confirmationTexts, page.language)
  const withMail = stale.filter(({ email }) => email !== null).slice(0, mostAsked)
  return (
    <>
      {withMail.length > 0 && (
        <form method="post" action={contactPaths.ask} class="actions">
          {withMail.map(({ postId }) => (
            <input type="hidden" name="funktion" value={postId} />
          ))}
          <SecondaryButton>
            {stale.length > withMail.length ? words.askSome(withMail.length) : words.askAll}
          </SecondaryButton>
        </form>
      )}
      <ul class="cast">
        {stale.map((entry) => (
          <li class="person">
            <p class="person-name">
              <a href={personPaths.holder(entry.holderId)}>{entry.name}</a>
            </p>
            <p class="person-post">{wholePostWords(entry)}</p>
            <p class="person-facts">
              {words.fresh(freshnessOf(entry.confirmedOn, page.today))}
              {entry.email === null && ` · ${words.noMail}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
