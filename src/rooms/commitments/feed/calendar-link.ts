import { createHash, randomBytes } from 'node:crypto'
import { readAs, writeAs } from '../../../platform/database/index.ts'
import type { Language } from '../../../platform/language.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import {
  type CalendarLink,
  endCalendarLinks,
  findCalendarLink,
  findCalendarLinkByHash,
  insertCalendarLink,
  lockCalendarLinks,
} from './calendar-link.queries.ts'

/** Who looks an address up by its token, before it is known whose it is; the policies let it see nothing else. */
const calendarDoor: Actor = { personId: 'calendar-door', name: null, onBehalfOf: null }

const tokenBytes = 32

/** Makes the person's calendar address anew and ends the one they had. Answers with the token, which is kept nowhere. */
export const makeCalendarLink = (platform: Platform, actor: Actor, language: Language): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, commitmentPolicy.subscribe)
    const personId = personOf(actor)
    await lockCalendarLinks(tx, personId)
    await endCalendarLinks(tx, personId, platform.clock.now())
    const token = randomBytes(tokenBytes).toString('base64url')
    await insertCalendarLink(tx, { personId, language, madeAt: platform.clock.now(), tokenHash: hashOf(token) })
    return token
  })

/** Ends the person's calendar address. */
export const endCalendarLink = (platform: Platform, actor: Actor): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, commitmentPolicy.subscribe)
    await endCalendarLinks(tx, personOf(actor), platform.clock.now())
  })

/** The person's open calendar address, without its token; undefined where they have none. */
export const findOwnCalendarLink = (platform: Platform, actor: Actor): Promise<CalendarLink | undefined> => {
  requirePermission(actor, commitmentPolicy.subscribe)
  return readAs(platform, actor, (tx) => findCalendarLink(tx, personOf(actor)))
}

/** Whose open calendar address has this token; undefined where none has. */
export const findCalendarOwner = (platform: Platform, token: string): Promise<CalendarLink | undefined> =>
  readAs(platform, calendarDoor, (tx) => findCalendarLinkByHash(tx, hashOf(token)))

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const personOf = (actor: Actor): string => {
  if (actor.personId === null) throw new Refused('sign_in_first')
  return actor.personId
}
