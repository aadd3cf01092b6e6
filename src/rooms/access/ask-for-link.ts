import { keepHouse } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import type { Language } from '../../platform/language.ts'
import type { Platform } from '../../platform/platform.ts'
import { limits } from '../../platform/rate-limit/limits.ts'
import { requireTurn } from '../../platform/rate-limit/require-turn.ts'
import { addJob } from '../../platform/queue/queue.queries.ts'
import { Refused } from '../../platform/refused.ts'
import { signInDesk } from './actor.ts'
import { hashOf } from './secret.ts'
import { insertSignInRequest } from './sign-in-link.queries.ts'
import { isMailAddress } from '../../platform/mail/mail-address.ts'

/** The task that looks up who has an address and mails them their links. */
export const sendSignInLinksTask = 'send_sign_in_links'

interface AskedLink {
  readonly address: string
  readonly browserSecret: string
  readonly nextPath: string
  readonly language: Language
  /** The network that asks, as limits count it; null = not counted. */
  readonly network: string | null
}

/**
 * Asks for a link to sign in. It does the same whether the address is known or not; a job finds out, so that neither the answer nor its
 * time tells. Throws Refused('mail_address_wrong') for what can be no address, and Refused('too_many_requests').
 */
export const askForLink = async (platform: Platform, asked: AskedLink): Promise<void> => {
  const address = asked.address.trim().toLowerCase()
  if (!isMailAddress(address)) throw new Refused('mail_address_wrong')
  if (asked.network !== null) await requireTurn(platform, limits.signInMailPerNetwork, asked.network)
  await requireTurn(platform, limits.signInMailPerAddress, address)
  const signInRequestId = newId<'sign_in_request'>()
  await keepHouse(platform, signInDesk, async (tx) => {
    await insertSignInRequest(tx, {
      signInRequestId,
      address,
      browserHash: hashOf(asked.browserSecret),
      nextPath: asked.nextPath,
      language: asked.language,
      askedAt: platform.clock.now(),
    })
    await addJob(tx, { task: sendSignInLinksTask, payload: { signInRequestId }, at: null, key: null })
  })
}
