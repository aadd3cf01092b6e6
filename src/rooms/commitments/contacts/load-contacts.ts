import { readAs } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, isPermitted, requirePermission } from '../../access/index.ts'
import { partyPolicy, soughtWords } from '../../parties/index.ts'
import { listOwedPromises } from '../owed-promises.ts'
import type { OwedPromise } from '../owed-promises.rules.ts'
import type { AskedContacts } from './contact.ts'
import { promisesByPost } from './contact-promises.rules.ts'
import { listVersionsByParty } from './contact-names.queries.ts'
import { findContacts, type FoundContacts } from './find-contacts.ts'

/** What is looked for, as it was typed. */
export interface LookedFor extends Pick<AskedContacts, 'day' | 'grouping' | 'activity' | 'from' | 'most'> {
  readonly sought: string
}

/** Contacts with what to call each about; without promises where only names and numbers are wanted. */
export interface LoadedContacts extends FoundContacts {
  readonly promises: ReadonlyMap<string, readonly OwedPromise[]>
}

/** Finds contacts as the actor may see them, in words as they are typed. */
export const loadContacts = (
  platform: Platform,
  actor: Actor,
  { sought, ...asked }: LookedFor,
  detail: 'with promises' | 'names and numbers',
): Promise<LoadedContacts> => {
  requirePermission(actor, partyPolicy.readContacts)
  const isWhole = isPermitted(actor, partyPolicy.readContactDetails)
  const words = soughtWords(sought)
  return readAs(platform, actor, async (tx) => {
    const found = await findContacts(tx, { ...asked, isWhole, words })
    if (detail === 'names and numbers' || found.contacts.length === 0) return { ...found, promises: new Map() }
    return { ...found, promises: await promisesOf(tx, found, asked.day) }
  })
}

const promisesOf = async (tx: Parameters<typeof findContacts>[0], found: FoundContacts, day: Day) => {
  const { promises } = await listOwedPromises(tx, day, null)
  return promisesByPost(found.contacts, promises, await listVersionsByParty(tx, day), day)
}
