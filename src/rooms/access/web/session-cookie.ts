import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context } from 'hono'

/** Under TLS the name binds the cookie to this host alone (`__Host-`); a browser takes it only with Secure and without a domain. */
const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-brobyg' : 'brobyg')
const keptSeconds = 14 * 24 * 60 * 60

/** Hands the browser the secret of its session. */
export const rememberSession = (c: Context, token: string, isSecure: boolean): void => {
  setCookie(c, cookieName(isSecure), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    path: '/',
    maxAge: keptSeconds,
  })
}

export const forgetSession = (c: Context, isSecure: boolean): void => {
  deleteCookie(c, cookieName(isSecure), { path: '/', secure: isSecure })
}

/** The secret in the cookie, or null. */
export const rememberedToken = (c: Context, isSecure: boolean): string | null =>
  getCookie(c, cookieName(isSecure)) || null
