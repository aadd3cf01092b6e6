import type { WebContext } from '../../../web/page-context.ts'
import type { Actor } from '../../access/index.ts'

/** Hangs up a form of a meeting's page: what it does, and the word for what was done. */
export type Act = (path: string, work: (c: WebContext, actor: Actor, form: FormData) => Promise<string>) => void
