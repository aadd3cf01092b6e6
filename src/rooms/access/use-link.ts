import { readAs, type WriteTx } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { signInDesk } from './actor.ts'
import { hashOf } from './secret.ts'
import type { LinkStanding } from './sign-in-link.ts'
import * as links from './sign-in-link.queries.ts'
import { linkStanding } from './sign-in-link.rules.ts'

/** A link as it was opened: its token, and the secret of the browser; null = it has none. */
export interface OpenedLink {
  readonly token: string
  readonly browserSecret: string | null
}

/** What an opened link comes to. It is not used by being looked at: programs that check mail open every address in it. */
export const lookAtLink = async (platform: Platform, opened: OpenedLink): Promise<LinkStanding> => {
  const link = await readAs(platform, signInDesk, (tx) => links.findSignInLink(tx, hashOf(opened.token)))
  return linkStanding(link, browserHashOf(opened), platform.clock.now())
}

/** Uses a link up, in the transaction that begins the session. Answers whose it is. Throws Refused('link_<standing>'). */
export const useLink = async (tx: WriteTx, opened: OpenedLink, now: Temporal.Instant): Promise<string> => {
  const link = await links.findSignInLink(tx, hashOf(opened.token))
  const standing = linkStanding(link, browserHashOf(opened), now)
  if (link === undefined || standing !== 'good') throw new Refused(`link_${standing}`)
  if (!(await links.markSignInLinkUsed(tx, link.signInLinkId, now))) throw new Refused('link_used')
  return link.personId
}

/** Ends every open link of a person, whose mail now goes elsewhere. */
export const endSignInLinks = (tx: WriteTx, personId: string, now: Temporal.Instant) =>
  links.endLinksOf(tx, personId, now)

const browserHashOf = ({ browserSecret }: OpenedLink): Buffer | null =>
  browserSecret === null ? null : hashOf(browserSecret)
