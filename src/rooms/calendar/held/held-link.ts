import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { actAs } from '../../agreements/index.ts'
import { hashOfLink } from '../link-token.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { findListedOccurrence } from '../listed-occurrence.queries.ts'
import { listRelationsToOrganiser } from '../relation.queries.ts'
import { findHeldLink, useLink } from './held-link.queries.ts'
import { holdWithin } from './hold-occurrence.ts'

/** Finds links by their hash and sees nothing else. */
const heldDoor = { personId: 'held-door' }

/** What a link asks about, and the one who acts by it, on that alone. */
export interface OpenHeldLink {
  readonly actor: Actor
  readonly tokenHash: Buffer
  readonly occurrence: ListedOccurrence
}

/**
 * What a link in a mail asks about. Looking it up changes nothing. Throws Refused('held_link_not_found'), Refused('held_link_expired'),
 * or Refused('held_link_used') where it has been answered, by it or otherwise.
 */
export const openHeldLink = async (platform: Platform, token: string): Promise<OpenHeldLink> => {
  const tokenHash = hashOfLink(token)
  const link = await readAs(platform, heldDoor, (tx) => findHeldLink(tx, tokenHash))
  if (link === undefined) throw new Refused('held_link_not_found')
  if (Temporal.Instant.compare(platform.clock.now(), link.endsAt) >= 0) throw new Refused('held_link_expired')
  const { actor } = await actAs(platform, link.personId, link.postId)
  if (actor.postId !== link.postId) throw new Refused('held_link_expired')
  const occurrence = await readAs(platform, actor, (tx) => findListedOccurrence(tx, link.occurrenceId))
  if (occurrence === undefined) throw new Refused('held_link_not_found')
  if (link.usedAt !== null || occurrence.state !== 'planned') throw new Refused('held_link_used')
  return { actor, tokenHash, occurrence }
}

/** Says by a link that its time was held, once. Throws as `openHeldLink` and `holdOccurrence`. */
export const holdByLink = async (platform: Platform, token: string, headCount: number | null): Promise<void> => {
  const { actor, tokenHash, occurrence } = await openHeldLink(platform, token)
  await writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.changeSeries, await listRelationsToOrganiser(tx, occurrence.series))
    if (!(await useLink(tx, tokenHash, platform.clock.now()))) throw new Refused('held_link_used')
    await holdWithin(tx, { platform, actor }, occurrence, headCount)
    leaveTrace(tx, { verb: 'held_mail.answered', thing: 'occurrence', ref: occurrence.occurrenceId })
  })
}
