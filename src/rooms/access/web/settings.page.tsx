import type { Child, FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { languages, pick } from '../../../platform/language.ts'
import { Message, SecondaryButton } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { HeldPostChoice, PageContext } from '../../../web/page-context.ts'
import type { FederatedIdentity } from '../federated/identity.queries.ts'
import type { IdentityProvider } from '../federated/identity-provider.ts'
import type { Passkey } from '../passkey.ts'
import type { Session } from '../session.ts'
import { settingsTexts } from '../settings.texts.ts'
import { LinkedAccounts } from './linked-accounts.tsx'
import { MakePasskeyForm } from './passkey-form.tsx'

interface SettingsProps {
  page: PageContext
  posts: readonly HeldPostChoice[]
  passkeys: readonly Passkey[]
  accounts: readonly FederatedIdentity[]
  providers: readonly IdentityProvider[]
  sessions: readonly Session[]
  /** The session they ask from. */
  session: Session
  mail: string | null
  /** The browser they ask from, in words. */
  device: string
  /** What was just done, by its word in the address. */
  saved: string
}

export const SettingsPage: FC<SettingsProps> = (props) => {
  const { page, saved } = props
  const words = pick(settingsTexts, page.language)
  const told = Object.entries(words.saved).find(([word]) => word === saved)?.[1]
  return (
    <Frame page={page} title={words.title} wide>
      <h1>{words.title}</h1>
      <p class="lead">{words.signedInAs(page.actor.name ?? '')}</p>
      {told !== undefined && <Message tone="done">{told}</Message>}
      <div class="settings">
        <div>
          <Posts {...props} />
          <Mail page={page} mail={props.mail} />
          <LanguageChoice page={page} />
        </div>
        <div>
          <Passkeys {...props} />
          <LinkedAccounts {...props} />
          <Sessions {...props} />
        </div>
      </div>
    </Frame>
  )
}

const Part: FC<{ id: string; heading: string; children?: Child }> = ({ id, heading, children }) => (
  <section class="setting" aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
)

const Posts: FC<SettingsProps> = ({ page, posts }) => {
  const words = pick(settingsTexts, page.language)
  const [only, ...more] = posts
  return (
    <Part id="funktion" heading={words.actFor}>
      {only === undefined ? (
        <p class="hint">{words.noPost}</p>
      ) : more.length === 0 ? (
        <>
          <p class="setting-value">{page.actor.onBehalfOf}</p>
          <p class="hint">{words.oneActFor}</p>
        </>
      ) : (
        <form method="post" action="/indstillinger/funktion">
          <fieldset class="post-choices" aria-describedby="funktion-hint">
            <legend class="visually-hidden">{words.actFor}</legend>
            {posts.map((post) => (
              <PostChoice post={post} isOn={post.postId === page.actor.postId} />
            ))}
          </fieldset>
          <p class="hint" id="funktion-hint">
            {words.actForHint}
          </p>
          <p class="actions">
            <SecondaryButton>{words.actForThis}</SecondaryButton>
          </p>
        </form>
      )}
    </Part>
  )
}

const PostChoice: FC<{ post: HeldPostChoice; isOn: boolean }> = ({ post, isOn }) => (
  <label class="post-choice">
    <input type="radio" name="post" value={post.postId} checked={isOn} />
    <span>
      {post.title}
      <span class="hint">{[post.plan, post.organisation].filter(Boolean).join(' · ')}</span>
    </span>
  </label>
)

const Passkeys: FC<SettingsProps> = ({ page, passkeys, device }) => {
  const words = pick(settingsTexts, page.language)
  const when = (moment: Temporal.Instant) => formatMoment(moment, page.language)
  return (
    <Part id="noegler" heading={words.passkeys}>
      <p class="hint">{words.passkeysHint}</p>
      {passkeys.length === 0 ? (
        <p>{words.noPasskeys}</p>
      ) : (
        <ul class="own-things">
          {passkeys.map(({ passkeyId, name, registeredAt, usedAt }) => (
            <OwnThing
              name={name}
              told={[words.registered(when(registeredAt)), usedAt ? words.lastUsed(when(usedAt)) : words.neverUsed]}
              way={{
                action: `/indstillinger/noegler/${passkeyId}/fjern`,
                text: words.remove,
                label: words.removeNamed(name),
              }}
            />
          ))}
        </ul>
      )}
      <MakePasskeyForm page={page} device={device} next="" />
    </Part>
  )
}

const Sessions: FC<SettingsProps> = ({ page, sessions, session }) => {
  const words = pick(settingsTexts, page.language)
  const when = (moment: Temporal.Instant) => formatMoment(moment, page.language)
  return (
    <Part id="indlogninger" heading={words.sessions}>
      <p class="hint">{words.sessionsHint}</p>
      <ul class="own-things">
        {sessions.map(({ sessionId, device, method, begunAt, seenAt }) => {
          const name = device || words.unknownDevice
          const action = `/indstillinger/indlogninger/${sessionId}/afslut`
          return (
            <OwnThing
              name={name}
              mark={sessionId === session.sessionId ? words.thisOne : null}
              told={[words.methods[method], words.begun(when(begunAt)), words.seen(when(seenAt))]}
              way={{ action, text: words.end, label: words.endNamed(name) }}
            />
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/indstillinger/indlogninger/andre/afslut">
          <SecondaryButton>{words.endOthers}</SecondaryButton>
        </form>
      )}
    </Part>
  )
}

interface OwnThingProps {
  name: string
  mark?: string | null
  told: readonly string[]
  way: { action: string; text: string; label: string }
}

/** Something of one's own that can be done away with: its name, what is told of it, and the button. */
const OwnThing: FC<OwnThingProps> = ({ name, mark, told, way }) => (
  <li class="own-thing">
    <p>
      <strong>{name}</strong> {mark && <span class="own-thing-mark">{mark}</span>}
      <span class="hint">{told.join(' · ')}</span>
    </p>
    <form method="post" action={way.action}>
      <button class="quiet" type="submit" aria-label={way.label}>
        {way.text}
      </button>
    </form>
  </li>
)

const Mail: FC<{ page: PageContext; mail: string | null }> = ({ page, mail }) => {
  const words = pick(settingsTexts, page.language)
  return (
    <Part id="mail" heading={words.mail}>
      {mail === null ? <p class="hint">{words.noMail}</p> : <p class="setting-value">{mail}</p>}
      <p class="actions">
        <a href="/loefter/mail">{words.changeMail}</a>
      </p>
    </Part>
  )
}

const languageNames = { da: 'Dansk', en: 'English' } as const

const LanguageChoice: FC<{ page: PageContext }> = ({ page }) => (
  <Part id="sprog" heading={pick(settingsTexts, page.language).language}>
    <p class="actions">
      {languages.map((language) => (
        <a
          href={`/sprog/${language}?til=%2Findstillinger`}
          hreflang={language}
          lang={language}
          aria-current={language === page.language ? 'true' : undefined}
        >
          {languageNames[language]}
        </a>
      ))}
    </p>
  </Part>
)
