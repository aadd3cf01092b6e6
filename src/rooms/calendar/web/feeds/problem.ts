import type { WebContext } from '../../../../web/page-context.ts'

const titles = { 400: 'The question cannot be read', 404: 'There is no such thing' } as const

/** An answer that says what is wrong, as machines read it. Source: RFC 9457. */
export const problem = (c: WebContext, status: keyof typeof titles, detail: string) =>
  c.body(JSON.stringify({ type: 'about:blank', title: titles[status], status, detail }), status, {
    'content-type': 'application/problem+json',
    'access-control-allow-origin': '*',
  })
