import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Message, PrimaryButton, TextField } from '../../../web/components.tsx'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { consentTexts } from '../consent/consent.texts.ts'
import { residentTexts } from '../own-record/resident.texts.ts'
import { openRecordPath, ownRecordPath } from './consent.paths.ts'

/** Asking for the link: one field, and the same answer whoever asks. */
export const AskRecordLinkPage: FC<{ page: PageContext; typed?: string; isWrong?: boolean }> = ({
  page,
  typed,
  isWrong,
}) => {
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <form method="post" action={ownRecordPath} class="form" novalidate>
        <TextField
          name="mail"
          type="email"
          label={words.mail}
          hint={words.mailHint}
          value={typed ?? ''}
          autocomplete="email"
          {...(isWrong === true ? { error: pick(consentTexts, page.language).mailWrong } : {})}
        />
        <p class="actions">
          <PrimaryButton>{words.send}</PrimaryButton>
        </p>
      </form>
    </Frame>
  )
}

export const RecordLinkSentPage: FC<{ page: PageContext }> = ({ page }) => {
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.sentTitle}>
      <h1>{words.sentTitle}</h1>
      <p class="lead">{words.sent}</p>
      <p>{words.sentNothing}</p>
      <p>
        <a href={ownRecordPath}>{words.newLink}</a>
      </p>
    </Frame>
  )
}

/** What the link in the mail opens: a button, so that a program that merely looks the address up uses nothing up. */
export const OpenRecordPage: FC<{ page: PageContext; token: string; isOpen: boolean }> = ({ page, token, isOpen }) => {
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.openTitle}>
      <h1>{words.openTitle}</h1>
      {isOpen ? (
        <form method="post" action={openRecordPath(token)} class="form">
          <p class="lead">{words.openIntro}</p>
          <p class="actions">
            <PrimaryButton>{words.open}</PrimaryButton>
          </p>
        </form>
      ) : (
        <>
          <Message tone="refused">{words.linkOver}</Message>
          <p>
            <a href={ownRecordPath}>{words.newLink}</a>
          </p>
        </>
      )}
    </Frame>
  )
}

/** What is left to say once all is deleted. */
export const RecordGonePage: FC<{ page: PageContext; number: number }> = ({ page, number }) => {
  const words = pick(residentTexts, page.language)
  return (
    <Frame page={page} title={words.goneTitle}>
      <h1>{words.goneTitle}</h1>
      <Message tone="done">{words.gone(number)}</Message>
    </Frame>
  )
}
