import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Language } from '../platform/language.ts'

/** The cookie that remembers the language a visitor chose. */
export const languageCookie = 'brobyg-sprog'

/** The language a request asks for, told by itself alone: it holds also where nothing else can be looked up. */
export const askedLanguage = (c: Context): Language =>
  (c.req.query('sprog') ?? getCookie(c, languageCookie)) === 'en' ? 'en' : 'da'
