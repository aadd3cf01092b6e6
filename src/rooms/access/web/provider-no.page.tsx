import type { FC } from 'hono/jsx'
import { pick } from '../../../platform/language.ts'
import { Frame } from '../../../web/layout.tsx'
import type { PageContext } from '../../../web/page-context.ts'
import { federatedTexts } from '../federated/federated.texts.ts'

/** How signing in through a provider may end without anybody being let in. */
export const providerNoes = {
  identity_unknown: 403,
  identity_changed: 403,
  sign_in_not_proven: 403,
  identity_provider_away: 503,
} as const

export type ProviderNo = keyof typeof providerNoes

export const isProviderNo = (code: string): code is ProviderNo => Object.hasOwn(providerNoes, code)

/** Says kindly why nobody was let in, and what to do. */
export const ProviderNoPage: FC<{ page: PageContext; no: ProviderNo; label: string }> = ({ page, no, label }) => {
  const words = pick(federatedTexts, page.language)
  return (
    <Frame page={page} title={words[no].title}>
      <h1>{words[no].title}</h1>
      <p class="lead">{words[no].sentence(label)}</p>
      <p>
        <a href="/log-ind">{words.backToSignIn}</a>
      </p>
    </Frame>
  )
}
