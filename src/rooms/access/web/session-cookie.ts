import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import type { Context } from 'hono'

const cookieName = 'brobyg-person'
const keptSeconds = 12 * 60 * 60

/** Remembers who was chosen, signed so that it cannot be made up; kept 12 hours. */
export const rememberPerson = (c: Context, key: Buffer, personId: string, isSecure: boolean): Promise<void> =>
  setSignedCookie(c, cookieName, personId, cookieKey(key), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    path: '/',
    maxAge: keptSeconds,
  })

export const forgetPerson = (c: Context): void => {
  deleteCookie(c, cookieName, { path: '/' })
}

/** The person in the cookie, or null when there is none or its signature is wrong. */
export const rememberedPerson = async (c: Context, key: Buffer): Promise<string | null> =>
  (await getSignedCookie(c, cookieKey(key), cookieName)) || null

const cookieKey = (key: Buffer): string => key.toString('base64')
