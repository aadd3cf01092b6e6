import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Crumbs, Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { MailChoice } from '../reminders/mail-choice.ts'
import { reminderTexts } from '../reminders/reminder.texts.ts'
import type { MailKind } from '../reminders/stop-link.ts'
import { listPath } from './promise-list-filter.ts'

export const mailPath = '/loefter/mail'

interface MailProps {
  page: PageContext
  choice: Pick<MailChoice, 'wantsWeekly' | 'wantsWarnings'>
  address: string
  mails: readonly Mail[]
  hasServer: boolean
  isSaved?: boolean
  addressError?: string | undefined
}

/** Choosing which mails one gets and where, and reading the latest. */
export const PromiseMailPage: FC<MailProps> = ({ page, choice, address, mails, hasServer, isSaved, addressError }) => {
  const words = pick(reminderTexts, page.language)
  return (
    <Frame page={page} title={words.title} under="promises">
      <Crumbs page={page} trail={[{ href: listPath, text: words.back }]} here={words.title} />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      {isSaved && <Message tone="done">{words.saved}</Message>}
      {!hasServer && <Message tone="note">{words.noServer}</Message>}
      <form method="post" action={mailPath} class="form">
        <fieldset class="choices">
          <legend>{words.weekly}</legend>
          <Radio name="ugentlig" value="nej" label={words.weeklyNever} isOn={!choice.wantsWeekly} />
          <Radio name="ugentlig" value="ja" label={words.weeklyMonday} isOn={choice.wantsWeekly} />
        </fieldset>
        <div class="field tick">
          <input
            type="checkbox"
            id="felt-udloeb"
            name="udloeb"
            value="ja"
            checked={choice.wantsWarnings}
            aria-describedby="felt-udloeb-hint"
          />
          <label for="felt-udloeb">{words.warnings}</label>
          <p class="hint" id="felt-udloeb-hint">
            {words.warningsHint}
          </p>
        </div>
        <TextField
          name="adresse"
          label={words.address}
          hint={words.addressHint}
          value={address}
          type="email"
          autocomplete="email"
          {...(addressError === undefined ? {} : { error: addressError })}
        />
        <p class="actions">
          <PrimaryButton>{words.save}</PrimaryButton>
        </p>
      </form>
      <LatestMails page={page} mails={mails} />
    </Frame>
  )
}

const Radio: FC<{ name: string; value: string; label: string; isOn: boolean }> = ({ name, value, label, isOn }) => (
  <div class="field tick">
    <input type="radio" id={`felt-${name}-${value}`} name={name} value={value} checked={isOn} />
    <label for={`felt-${name}-${value}`}>{label}</label>
  </div>
)

const LatestMails: FC<{ page: PageContext; mails: readonly Mail[] }> = ({ page, mails }) => {
  const words = pick(reminderTexts, page.language)
  const told = ({ sentAt, queuedAt }: Mail) =>
    sentAt === null
      ? words.kept(formatMoment(queuedAt, page.language))
      : words.sent(formatMoment(sentAt, page.language))
  return (
    <section class="promise-part">
      <h2>{words.latest}</h2>
      {mails.length === 0 ? (
        <p class="hint">{words.none}</p>
      ) : (
        <ul class="mails">
          {mails.map((mail) => (
            <li>
              <details>
                <summary>
                  {mail.subject} <span class="hint">{told(mail)}</span>
                </summary>
                <pre>{mail.plain}</pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface StopProps {
  page: PageContext
  /** Which mails the address stops; null where the address is not a right one. */
  kind: MailKind | null
  /** The address itself, to send the form to. */
  action: string
  isStopped: boolean
}

/** What a stop address in a mail opens: one button, so that a program that merely looks the address up stops nothing. */
export const StopMailPage: FC<StopProps> = ({ page, kind, action, isStopped }) => {
  const words = pick(reminderTexts, page.language)
  return (
    <Frame page={page} title={words.stopTitle}>
      <h1>{words.stopTitle}</h1>
      {kind === null ? (
        <Message tone="refused">{words.stop_link_not_found}</Message>
      ) : isStopped ? (
        <Message tone="done">{words.stopped}</Message>
      ) : (
        <form method="post" action={action} class="form">
          <p class="lead">{kind === 'weekly' ? words.stopWeekly : words.stopWarnings}</p>
          <p class="actions">
            <PrimaryButton>{words.stopNow}</PrimaryButton>
          </p>
        </form>
      )}
    </Frame>
  )
}
