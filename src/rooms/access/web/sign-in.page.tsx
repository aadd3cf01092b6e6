import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, TextField } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { accessTexts } from '../access.texts.ts'
import type { CastMember } from './cast-member.ts'

interface SignInProps {
  page: PageContext
  cast: readonly CastMember[]
  next: string
  typed?: { name: string; post: string; organisation: string }
}

export const SignInPage: FC<SignInProps> = ({ page, cast, next, typed }) => {
  const words = pick(accessTexts, page.language)
  return (
    <Frame page={page} title={words.signIn} wide={cast.length > 0}>
      <h1>{words.signInTitle}</h1>
      {cast.length > 0 ? (
        <>
          <p class="lead">{words.signInIntro}</p>
          <form method="post" action="/log-ind">
            <input type="hidden" name="til" value={next} />
            <div class="cast-groups">
              {[...Map.groupBy(cast, (member) => member.organisation)].map(([organisation, members]) => (
                <section class="cast-group">
                  <h2>{organisation}</h2>
                  <ul class="cast">
                    {members.map((member) => (
                      <CastEntry member={member} />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          </form>
        </>
      ) : (
        <FirstPerson page={page} typed={typed} />
      )}
    </Frame>
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

const FirstPerson: FC<{ page: PageContext; typed: SignInProps['typed'] }> = ({ page, typed }) => {
  const words = pick(accessTexts, page.language)
  return (
    <form method="post" action="/log-ind/ny" class="form">
      <p class="lead">{words.nobodyYet}</p>
      <TextField name="navn" label={words.yourName} value={typed?.name ?? ''} required autocomplete="name" />
      <TextField name="funktion" label={words.yourPost} value={typed?.post ?? ''} required />
      <TextField name="organisation" label={words.yourOrganisation} value={typed?.organisation ?? ''} required />
      <PrimaryButton>{words.begin}</PrimaryButton>
    </form>
  )
}
