import type { FC } from 'hono/jsx'
import { formatMoment } from '../../../platform/dates.ts'
import { pick } from '../../../platform/language.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { federatedTexts } from '../federated/federated.texts.ts'
import type { FederatedIdentity } from '../federated/identity.queries.ts'
import type { IdentityProvider } from '../federated/identity-provider.ts'

interface LinkedAccountsProps {
  page: PageContext
  accounts: readonly FederatedIdentity[]
  providers: readonly Pick<IdentityProvider, 'id' | 'label'>[]
}

/** The accounts at providers a person signs in with, and a way to remove each; nothing where there is neither. */
export const LinkedAccounts: FC<LinkedAccountsProps> = ({ page, accounts, providers }) => {
  const words = pick(federatedTexts, page.language)
  if (accounts.length === 0 && providers.length === 0) return null
  return (
    <section class="setting" aria-labelledby="konti">
      <h2 id="konti">{words.accounts}</h2>
      <p class="hint">{accounts.length === 0 ? words.noAccounts : words.accountsHint}</p>
      {accounts.length > 0 && (
        <ul class="own-things">
          {accounts.map((account) => (
            <LinkedAccount page={page} account={account} providers={providers} />
          ))}
        </ul>
      )}
    </section>
  )
}

const LinkedAccount: FC<Omit<LinkedAccountsProps, 'accounts'> & { account: FederatedIdentity }> = (shown) => {
  const { language } = shown.page
  const { federatedIdentityId, provider, boundAt, seenAt } = shown.account
  const words = pick(federatedTexts, language)
  const label = shown.providers.find(({ id }) => id === provider)?.label ?? provider
  return (
    <li class="own-thing">
      <p>
        <strong>{label}</strong>
        <span class="hint">
          {[words.bound(formatMoment(boundAt, language)), words.lastUsed(formatMoment(seenAt, language))].join(' · ')}
        </span>
      </p>
      <form method="post" action={`/indstillinger/konti/${federatedIdentityId}/fjern`}>
        <button class="quiet" type="submit" aria-label={words.removeNamed(label)}>
          {words.remove}
        </button>
      </form>
    </li>
  )
}
