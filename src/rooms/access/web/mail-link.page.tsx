import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import type { LinkStanding } from '../sign-in-link.ts'
import { signInTexts } from '../sign-in.texts.ts'

/** What is told to everyone who asks for a link, whoever has the address. */
export const MailSentPage: FC<{ page: PageContext }> = ({ page }) => {
  const words = pick(signInTexts, page.language)
  return (
    <Frame page={page} title={words.sentTitle}>
      <div class="door">
        <h1>{words.sentTitle}</h1>
        <p class="lead">{words.sent}</p>
        <ul class="door-hints">
          {words.sentHints.map((hint) => (
            <li>{hint}</li>
          ))}
        </ul>
        <p>
          <a href="/log-ind">{words.askAgain}</a>
        </p>
      </div>
    </Frame>
  )
}

interface OpenedProps {
  page: PageContext
  standing: LinkStanding
  link: { token: string; next: string }
}

/** What a link opens: one button, so that a program that looks through mail does not use the link up. */
export const OpenedLinkPage: FC<OpenedProps> = ({ page, standing, link }) => {
  const words = pick(signInTexts, page.language)
  if (standing !== 'good')
    return (
      <Frame page={page} title={words.linkTitle}>
        <div class="door">
          <h1>{words.linkTitle}</h1>
          <p class="lead">{words[`link_${standing}`]}</p>
          <p class="actions">
            <a class="ds-button" href={`/log-ind?til=${encodeURIComponent(link.next)}`}>
              {words.askForNew}
            </a>
          </p>
        </div>
      </Frame>
    )
  return (
    <Frame page={page} title={words.linkGoodTitle}>
      <form class="door" method="post" action="/log-ind/link">
        <h1>{words.linkGoodTitle}</h1>
        <p class="lead">{words.linkGood}</p>
        <input type="hidden" name="noegle" value={link.token} />
        <input type="hidden" name="til" value={link.next} />
        <PrimaryButton>{words.signIn}</PrimaryButton>
      </form>
    </Frame>
  )
}
