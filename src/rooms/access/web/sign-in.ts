import { type WriteTx, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WebContext } from '../../../web/page-context.ts'
import { signInDesk } from '../actor.ts'
import { beginSession } from '../begin-session.ts'
import type { SignInMethod } from '../session.ts'
import { forgetBrowserSecret, rememberSession } from './session-cookie.ts'

/** Who has shown who they are, and how. */
export interface Proof {
  readonly personId: string
  readonly method: SignInMethod
}

/** Begins a session for someone who has just shown who they are, and hands the browser its secret. Every way of signing in ends here. */
export const signIn = (platform: Platform, c: WebContext, proof: Proof): Promise<Proof> =>
  signInWhen(platform, c, () => Promise.resolve(proof))

/** The same, where the proof is used up in the transaction that begins the session. Throws what the proof throws. */
export const signInWhen = async (
  platform: Platform,
  c: WebContext,
  show: (tx: WriteTx) => Promise<Proof>,
): Promise<Proof> => {
  const userAgent = c.req.header('user-agent') ?? ''
  const replaces = c.get('session')?.sessionId ?? null
  const desk = { ...signInDesk, requestId: c.get('actor').requestId ?? null }
  const { proof, token } = await writeAs(platform, desk, async (tx) => {
    const proof = await show(tx)
    const { token } = await beginSession(tx, platform.clock, { ...proof, userAgent, replaces })
    return { proof, token }
  })
  rememberSession(c, token, isSecure(platform))
  forgetBrowserSecret(c, isSecure(platform))
  return proof
}

/** Whether people reach the pages over TLS. */
export const isSecure = (platform: Platform): boolean => platform.config.baseUrl.startsWith('https:')

/** A path on this site, or the agreements: never an address elsewhere. */
export const safePath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])/.test(path) && !path.startsWith('/log-') ? path : '/aftaler'
