import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'
import { isSecret, newSecret } from '../secret.ts'

/** A cookie that only we read, and only from a request to us. */
interface OwnCookie {
  readonly name: string
  readonly keptSeconds: number
}

const minute = 60
const day = 24 * 60 * minute

const sessionCookie: OwnCookie = { name: 'brobyg', keptSeconds: 14 * day }

/** Ties what is asked for while signing in to the browser that asks: a mail link, a passkey's challenge. */
const browserCookie: OwnCookie = { name: 'brobyg-browser', keptSeconds: 15 * minute }

/** Under TLS the name binds the cookie to this host alone (`__Host-`); a browser takes it only with Secure and without a domain. */
const nameOf = ({ name }: OwnCookie, isSecure: boolean): string => (isSecure ? `__Host-${name}` : name)

const write = (c: Context, cookie: OwnCookie, value: string, isSecure: boolean): void => {
  setCookie(c, nameOf(cookie, isSecure), value, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    path: '/',
    maxAge: cookie.keptSeconds,
  })
}

const read = (c: Context, cookie: OwnCookie, isSecure: boolean): string | null =>
  getCookie(c, nameOf(cookie, isSecure)) || null

const forget = (c: Context, cookie: OwnCookie, isSecure: boolean): void => {
  deleteCookie(c, nameOf(cookie, isSecure), { path: '/', secure: isSecure })
}

/** Hands the browser the secret of its session. */
export const rememberSession = (c: Context, token: string, isSecure: boolean): void =>
  write(c, sessionCookie, token, isSecure)

export const forgetSession = (c: Context, isSecure: boolean): void => forget(c, sessionCookie, isSecure)

/** The secret in the cookie, or null. */
export const rememberedToken = (c: Context, isSecure: boolean): string | null => read(c, sessionCookie, isSecure)

/** The secret of the browser while it signs in, given to it where it has none. */
export const ensureBrowserSecret = (c: Context, isSecure: boolean): string => {
  const secret = browserSecret(c, isSecure) ?? newSecret()
  write(c, browserCookie, secret, isSecure)
  return secret
}

/** The secret of the browser, or null where it has none of ours. */
export const browserSecret = (c: Context, isSecure: boolean): string | null => {
  const secret = read(c, browserCookie, isSecure)
  return secret !== null && isSecret(secret) ? secret : null
}

/** Once signed in, the browser begins anew the next time. */
export const forgetBrowserSecret = (c: Context, isSecure: boolean): void => forget(c, browserCookie, isSecure)
