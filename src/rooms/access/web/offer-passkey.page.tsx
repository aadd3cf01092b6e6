import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { signInTexts } from '../sign-in.texts.ts'
import { MakePasskeyForm } from './passkey-form.tsx'

/** After a link in a mail: a passkey, for those who want one. */
export const OfferPasskeyPage: FC<{ page: PageContext; next: string; device: string }> = ({ page, next, device }) => {
  const words = pick(signInTexts, page.language)
  return (
    <Frame page={page} title={words.offerTitle}>
      <div class="door">
        <h1>{words.offerTitle}</h1>
        <p class="lead">{words.offer}</p>
        <MakePasskeyForm page={page} device={device} next={next} />
        <p class="actions">
          <a href={next}>{words.notNow}</a>
        </p>
      </div>
    </Frame>
  )
}
