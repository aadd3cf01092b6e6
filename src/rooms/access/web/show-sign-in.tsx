import type { Platform } from '../../../platform/platform.ts'
import { pageContext, type WebContext } from '../../../web/page-context.ts'
import type { IdentityProvider } from '../federated/identity-provider.ts'
import type { PeopleDesk } from './people-desk.ts'
import { SignInPage, type FirstPersonTyped } from './sign-in.page.tsx'

/** The sign-in page again, with what was typed where it could not be used. */
interface Shown {
  readonly next: string
  readonly mail?: { readonly address: string; readonly error: string }
  readonly typed?: FirstPersonTyped
  readonly status?: 200 | 422
}

export type ShowSignIn = (c: WebContext, shown: Shown) => Promise<Response>

/** Answers with the sign-in page; the cast stands on it while Brobyg is tried out. */
export const showSignIn =
  ({ config }: Platform, desk: PeopleDesk, providers: readonly IdentityProvider[]): ShowSignIn =>
  async (c, { next, mail, typed, status = 200 }) => {
    const props = {
      cast: config.isProduction ? null : await desk.listCast(),
      mail: { ...mail, hasServer: config.smtpUrl !== null },
      next,
      providers,
      ...(typed === undefined ? {} : { typed }),
    }
    return c.html(<SignInPage page={pageContext(c)} {...props} />, status)
  }
