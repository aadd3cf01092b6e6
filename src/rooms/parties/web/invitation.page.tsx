import type { FC } from 'hono/jsx'
import { formatDay } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { OpenedInvitation } from '../invitation.ts'
import { invitationTexts } from './invitation.texts.ts'

/** What an invitation's link opens: one button, so that a program that merely looks the link up does not use it. */
export const InvitationPage: FC<{ page: PageContext; invitation: OpenedInvitation; action: string }> = ({
  page,
  invitation,
  action,
}) => {
  const words = pick(invitationTexts, page.language)
  const { name, post, from } = invitation
  return (
    <Frame page={page} title={words.title}>
      <h1>{words.hello(name)}</h1>
      <p class="lead">
        {words.told(post, page.partnership)} {from !== null && words.from(formatDay(from, page.language))}
      </p>
      <p>{words.sees}</p>
      <form method="post" action={action} class="form">
        <p class="actions">
          <PrimaryButton>{words.accept}</PrimaryButton>
        </p>
      </form>
      <p class="hint">{words.notMe(name)}</p>
    </Frame>
  )
}

/** Why a link lets nobody in, and a way on. */
export const ClosedInvitationPage: FC<{ page: PageContext; sentence: string; leadsToSignIn: boolean }> = ({
  page,
  sentence,
  leadsToSignIn,
}) => {
  const words = pick(invitationTexts, page.language)
  return (
    <Frame page={page} title={words.closedTitle}>
      <h1>{words.closedTitle}</h1>
      <p class="lead">{sentence}</p>
      <p>{leadsToSignIn ? <a href="/log-ind">{words.signIn}</a> : <a href="/">{words.home}</a>}</p>
    </Frame>
  )
}
