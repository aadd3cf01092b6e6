import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { residentSessionLasts } from '../own-record/open-record.ts'

/** A cookie of its own: a resident's half hour never mixes with the session of someone who works here. */
const cookieName = (isSecure: boolean): string => (isSecure ? '__Host-brobyg-mine' : 'brobyg-mine')

export const rememberResident = (c: Context, token: string, isSecure: boolean): void =>
  setCookie(c, cookieName(isSecure), token, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    path: '/',
    maxAge: residentSessionLasts.total('seconds'),
  })

export const forgetResident = (c: Context, isSecure: boolean): void => {
  deleteCookie(c, cookieName(isSecure), { path: '/', secure: isSecure })
}

/** The secret in the cookie, or null. */
export const residentToken = (c: Context, isSecure: boolean): string | null =>
  getCookie(c, cookieName(isSecure)) || null
