import { createHash, randomBytes } from 'node:crypto'
import { leaveTrace, readAs, writeAs } from '../../../platform/database/index.ts'
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
const calendarDoor = { personId: 'calendar-door' }

const tokenBytes = 32

/** Makes the person's calendar address anew and ends the one they had. Answers with the token, which is kept nowhere. */
export const makeCalendarLink = (platform: Platform, actor: Actor, language: Language): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    const personId = personOf(actor)
    await lockCalendarLinks(tx, personId)
    await endCalendarLinks(tx, personId, platform.clock.now())
    const token = randomBytes(tokenBytes).toString('base64url')
    await insertCalendarLink(tx, { personId, language, madeAt: platform.clock.now(), tokenHash: hashOf(token) })
    leaveTrace(tx, { verb: 'calendar_link.made', thing: 'calendar_link', about: personId })
    return token
  })

/** Ends the person's calendar address. */
export const endCalendarLink = (platform: Platform, actor: Actor): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    await endCalendarLinks(tx, personOf(actor), platform.clock.now())
    leaveTrace(tx, { verb: 'calendar_link.ended', thing: 'calendar_link', about: actor.personId })
  })

/** The person's open calendar address, without its token; undefined where they have none. */
export const findOwnCalendarLink = (platform: Platform, actor: Actor): Promise<CalendarLink | undefined> => {
  const personId = personOf(actor)
  return readAs(platform, actor, (tx) => findCalendarLink(tx, personId))
}

/** Whose open calendar address has this token; undefined where none has. */
export const findCalendarOwner = (platform: Platform, token: string): Promise<CalendarLink | undefined> =>
  readAs(platform, calendarDoor, (tx) => findCalendarLinkByHash(tx, hashOf(token)))

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const personOf = (actor: Actor): string => {
  if (actor.personId === null) throw new Refused('sign_in_first')
  requirePermission(actor, commitmentPolicy.subscribe, new Set(['self']))
  return actor.personId
}
