import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, SecondaryButton, TextField } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { accessTexts } from '../access.texts.ts'
import { federatedTexts } from '../federated/federated.texts.ts'
import type { IdentityProvider } from '../federated/identity-provider.ts'
import { signInTexts } from '../sign-in.texts.ts'
import type { CastMember } from './cast-member.ts'
import { PasskeyCeremony } from './passkey-form.tsx'

interface MailForm {
  readonly hasServer: boolean
  readonly address?: string
  readonly error?: string
}

interface SignInProps {
  page: PageContext
  /** The invented people one may choose among; null in production. */
  cast: readonly CastMember[] | null
  mail: MailForm
  next: string
  providers: readonly IdentityProvider[]
  typed?: FirstPersonTyped
}

export interface FirstPersonTyped {
  name: string
  post: string
  organisation: string
}

/** The door: passkey, link by mail, other ways; and beside it the cast, while Brobyg is tried out. */
export const SignInPage: FC<SignInProps> = ({ page, cast, mail, next, providers, typed }) => (
  <Frame page={page} title={pick(signInTexts, page.language).title} wide={cast !== null}>
    {cast === null ? (
      <Door page={page} mail={mail} next={next} providers={providers} />
    ) : (
      <div class="entrance">
        <Door page={page} mail={mail} next={next} providers={providers} />
        <section class="trial" aria-labelledby="proeve">
          {cast.length > 0 ? <Cast page={page} cast={cast} next={next} /> : <FirstPerson page={page} typed={typed} />}
        </section>
      </div>
    )}
  </Frame>
)

const Door: FC<Pick<SignInProps, 'page' | 'mail' | 'next' | 'providers'>> = ({ page, mail, next, providers }) => {
  const words = pick(signInTexts, page.language)
  return (
    <div class="door">
      <h1>{words.title}</h1>
      <PasskeyCeremony page={page} ceremony="sign_in" action="/log-ind/noegle" next={next}>
        <PrimaryButton>{words.byPasskey}</PrimaryButton>
        <p class="hint">{words.byPasskeyHint}</p>
      </PasskeyCeremony>
      <Or page={page} />
      <form method="post" action="/log-ind/mail" class="form">
        <input type="hidden" name="til" value={next} />
        <TextField
          name="adresse"
          label={words.address}
          hint={words.addressHint}
          value={mail.address ?? ''}
          type="email"
          autocomplete="email"
          required
          {...(mail.error === undefined ? {} : { error: mail.error })}
        />
        <SecondaryButton>{words.byMail}</SecondaryButton>
        {!mail.hasServer && <p class="hint">{words.noServer}</p>}
      </form>
      {providers.length > 0 && (
        <>
          <Or page={page} />
          <Providers page={page} next={next} providers={providers} />
        </>
      )}
    </div>
  )
}

/** A way in for each provider. Links, not forms: a form's answer may not lead to another site. */
const Providers: FC<Pick<SignInProps, 'page' | 'next' | 'providers'>> = ({ page, next, providers }) => (
  <ul class="door-ways" aria-label={pick(signInTexts, page.language).otherWays}>
    {providers.map(({ kind, id, label }) => (
      <li>
        <a class="ds-button" data-variant="secondary" href={`/log-ind/${kind}/${id}?til=${encodeURIComponent(next)}`}>
          {pick(federatedTexts, page.language).signInAt(label)}
        </a>
      </li>
    ))}
  </ul>
)

const Or: FC<{ page: PageContext }> = ({ page }) => (
  <p class="door-or">
    <span>{pick(signInTexts, page.language).or}</span>
  </p>
)

const TrialHeading: FC<{ page: PageContext; text: string }> = ({ page, text }) => (
  <>
    <p class="trial-mark">{pick(signInTexts, page.language).trialMark}</p>
    <h2 id="proeve">{text}</h2>
  </>
)

const Cast: FC<{ page: PageContext; cast: readonly CastMember[]; next: string }> = ({ page, cast, next }) => {
  const words = pick(accessTexts, page.language)
  return (
    <form method="post" action="/log-ind">
      <TrialHeading page={page} text={words.signInTitle} />
      <p class="hint">{words.signInIntro}</p>
      <input type="hidden" name="til" value={next} />
      <div class="cast-groups">
        {[...Map.groupBy(cast, (member) => member.organisation)].map(([organisation, members]) => (
          <section class="cast-group">
            <h3>{organisation}</h3>
            <ul class="cast">
              {members.map((member) => (
                <CastEntry member={member} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </form>
  )
}

const CastEntry: FC<{ member: CastMember }> = ({ member }) => (
  <li>
    <button class="cast-member" type="submit" name="person" value={member.personId}>
      <span class="cast-name">{member.name}</span>
      <span class="cast-post">{member.posts}</span>
      {member.introduction && <span class="cast-introduction">{member.introduction}</span>}
    </button>
  </li>
)

const FirstPerson: FC<{ page: PageContext; typed: FirstPersonTyped | undefined }> = ({ page, typed }) => {
  const words = pick(accessTexts, page.language)
  return (
    <form method="post" action="/log-ind/ny" class="form">
      <TrialHeading page={page} text={words.addYourself} />
      <p class="hint">{words.nobodyYet}</p>
      <TextField name="navn" label={words.yourName} value={typed?.name ?? ''} required autocomplete="name" />
      <TextField name="funktion" label={words.yourPost} value={typed?.post ?? ''} required />
      <TextField name="organisation" label={words.yourOrganisation} value={typed?.organisation ?? ''} required />
      <PrimaryButton>{words.begin}</PrimaryButton>
    </form>
  )
}
