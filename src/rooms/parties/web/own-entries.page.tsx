import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { confirmationTexts } from '../confirmation.texts.ts'
import type { ContactEntry } from '../contact-entry.ts'
import { freshnessOf } from '../freshness.rules.ts'
import { contactPaths } from './contact.paths.ts'
import { personTexts } from './person.texts.ts'

interface OwnEntriesProps {
  page: PageContext
  entries: readonly ContactEntry[]
  /** Where the answers go. */
  action: string
  /** Opened by a link: whoever answers is not signed in. */
  isByLink: boolean
  isThanked: boolean
  /** What was refused of the answer about one of the entries, and what was typed. */
  refused?: { readonly holderId: string; readonly sentence: string; readonly phone: string; readonly email: string }
}

/** What stands about somebody in each of their posts, and the three answers to it. */
export const OwnEntriesPage: FC<OwnEntriesProps> = (props) => {
  const { page, entries, isByLink, isThanked } = props
  const words = pick(confirmationTexts, page.language)
  const intro = isByLink ? words.mineIntro(entries[0]?.name ?? '') : words.mineSelf
  return (
    <Frame page={page} title={words.mineTitle} under="people">
      {!isByLink && (
        <Crumbs
          page={page}
          trail={[{ href: contactPaths.list, text: pick(personTexts, page.language).contacts }]}
          here={words.mineTitle}
        />
      )}
      <h1>{words.mineTitle}</h1>
      {isThanked && (
        <Message tone="done">
          {words.thanks} {!isByLink && <a href={contactPaths.list}>{words.toContacts}</a>}
        </Message>
      )}
      <p class="lead">{intro}</p>
      {entries.map((entry) => (
        <Entry {...props} entry={entry} />
      ))}
    </Frame>
  )
}

const Entry: FC<OwnEntriesProps & { entry: ContactEntry }> = ({ page, entry, action, refused }) => {
  const words = pick(confirmationTexts, page.language)
  const { holderId, waiting } = entry
  const own = refused?.holderId === holderId ? refused : undefined
  const fresh = words.fresh(freshnessOf(entry.confirmedOn, page.today))
  return (
    <section class="own-entry" aria-labelledby={`post-${holderId}`}>
      <h2 id={`post-${holderId}`}>{entry.title}</h2>
      <p class="person-post">
        {[entry.unit, entry.plan, entry.organisation].filter((part) => part !== null).join(', ')}
      </p>
      <dl class="summary">
        <dt>{words.phone}</dt>
        <dd>{entry.phone ?? words.unknown}</dd>
        <dt>{words.mail}</dt>
        <dd>{entry.email ?? words.unknown}</dd>
      </dl>
      <p class="person-facts">{fresh}</p>
      {waiting !== null && (
        <Message tone="note">{waiting.isGone ? words.waitsGone : words.waitsMail(waiting.email ?? '')}</Message>
      )}
      {own && <Message tone="refused">{own.sentence}</Message>}
      <form method="post" action={action} class="actions">
        <input type="hidden" name="indehaver" value={holderId} />
        <PrimaryButton name="svar" value="passer">
          {words.right}
        </PrimaryButton>
        <SecondaryButton name="svar" value="vaek">
          {words.gone}
        </SecondaryButton>
      </form>
      <details class="people-new" open={own !== undefined}>
        <summary>{words.change}</summary>
        <form method="post" action={action} class="form">
          <input type="hidden" name="indehaver" value={holderId} />
          <CorrectFields page={page} entry={entry} typed={own} />
          <p class="actions">
            <SecondaryButton name="svar" value="ret">
              {words.save}
            </SecondaryButton>
          </p>
        </form>
      </details>
    </section>
  )
}

interface CorrectProps {
  page: PageContext
  entry: ContactEntry
  typed: { readonly phone: string; readonly email: string } | undefined
}

const CorrectFields: FC<CorrectProps> = ({ page, entry, typed }) => {
  const words = pick(confirmationTexts, page.language)
  const { holderId } = entry
  const fields = [
    ['telefon', words.phone, words.phoneHint, typed?.phone ?? entry.phone ?? ''],
    ['mail', words.mail, words.mailHint, typed?.email ?? entry.email ?? ''],
  ] as const
  return (
    <>
      {fields.map(([name, label, hint, value]) => (
        <TextField name={name} id={`${name}-${holderId}`} label={label} hint={hint} value={value} maxlength={254} />
      ))}
    </>
  )
}

/** Why a link opens nothing, and a way on. */
export const ClosedConfirmationPage: FC<{ page: PageContext; sentence: string }> = ({ page, sentence }) => {
  const words = pick(confirmationTexts, page.language)
  return (
    <Frame page={page} title={words.closedTitle}>
      <h1>{words.closedTitle}</h1>
      <p class="lead">{sentence}</p>
      <p>
        <a href="/log-ind">{words.signIn}</a>
      </p>
    </Frame>
  )
}
