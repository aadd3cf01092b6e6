import type { Child, FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { PrimaryButton, TextField } from '../../../web/components.tsx'
import { IslandScript } from '../../../web/island-script.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { longestPasskeyName } from '../passkey.rules.ts'
import { signInTexts } from '../sign-in.texts.ts'

interface CeremonyProps {
  page: PageContext
  ceremony: 'register' | 'sign_in'
  action: string
  next: string
  children?: Child
}

/** A form whose answer the script of the page fetches from an authenticator; without scripts it is not shown. */
export const PasskeyCeremony: FC<CeremonyProps> = ({ page, ceremony, action, next, children }) => {
  const words = pick(signInTexts, page.language)
  return (
    <form
      class="ceremony"
      method="post"
      action={action}
      data-ceremony={ceremony}
      data-cancelled={ceremony === 'sign_in' ? words.passkeyCancelled : words.passkeyMakingCancelled}
      data-failed={words.passkeyFailed}
      data-known={words.passkeyKnownHere}
    >
      {next !== '' && <input type="hidden" name="til" value={next} />}
      <input type="hidden" name="svar" value="" />
      {children}
      <output class="field-error"></output>
      <IslandScript page={page} island="passkey" />
    </form>
  )
}

/** Making a passkey: its name, and a button. */
export const MakePasskeyForm: FC<{ page: PageContext; device: string; next: string }> = ({ page, device, next }) => {
  const words = pick(signInTexts, page.language)
  return (
    <>
      <PasskeyCeremony page={page} ceremony="register" action="/indstillinger/noegler" next={next}>
        <TextField
          name="navn"
          label={words.passkeyName}
          hint={words.passkeyNameHint}
          value={device}
          required
          maxlength={longestPasskeyName}
        />
        <PrimaryButton>{words.makePasskey}</PrimaryButton>
      </PasskeyCeremony>
      <noscript>
        <p class="hint">{words.needsScript}</p>
      </noscript>
    </>
  )
}
