import { createMiddleware } from 'hono/factory'
import { Refused } from '../../../platform/refused.ts'
import { pageContext, type WebContext, type WebEnv } from '../../../web/page-context.ts'
import { requireNoCprWithin } from '../private-text/cpr-in-document.rules.ts'
import { requireNoCpr } from '../private-text/cpr.rules.ts'
import { cprFinds, maskedFields } from './cpr-finds.ts'
import { CprRefusedPage } from './cpr-refused.page.tsx'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * The one door for everything that is sent in to be kept: no field and no file name gets past it with the shape of a CPR
 * number, whichever page it came from. The body is read once; handlers are given the same form.
 */
export const refuseCpr = () =>
  createMiddleware<WebEnv>(async (c, next) => {
    if (reading.has(c.req.method)) return next()
    const kind = bodyKind(c.req.header('content-type') ?? '')
    if (kind === 'form') return (await answerForm(c)) ?? next()
    if (kind === 'json') requireNoCprWithin(parsed(await c.req.text()))
    if (kind === 'text') requireNoCpr(await c.req.text())
    return next()
  })

const bodyKind = (contentType: string): 'form' | 'json' | 'text' | 'other' => {
  const mediaType = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (mediaType === 'multipart/form-data' || mediaType === 'application/x-www-form-urlencoded') return 'form'
  if (/^application\/(?:[\w.-]+\+)?json$/.test(mediaType)) return 'json'
  return mediaType.startsWith('text/') ? 'text' : 'other'
}

const answerForm = async (c: WebContext): Promise<Response | null> => {
  const form = await readForm(c)
  const finds = cprFinds(form)
  if (finds.length === 0) return null
  const fields = maskedFields(form)
  const { pathname, search } = new URL(c.req.url)
  const again = fields === null ? null : { action: `${pathname}${search}`, fields }
  c.header('cache-control', 'no-store')
  return c.html(<CprRefusedPage page={pageContext(c)} finds={finds} again={again} />, 422)
}

const readForm = async (c: WebContext): Promise<FormData> => {
  try {
    return await c.req.formData()
  } catch (error) {
    // A body that breaks off or is no form at all is the sender's, not ours.
    if (error instanceof TypeError) throw new Refused('form_unreadable')
    throw error
  }
}

/** What a body says as JSON; a body that is none is looked at as it stands. */
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
