import { leaveTrace, type ReadTx, writeAs } from '../../platform/database/index.ts'
import { type Day, homeZone, today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { lockRegister } from './known-name.queries.ts'
import { findOrganisation } from './find-party.queries.ts'
import { findLastNaming, isBuiltOn, type NamedKind, type Naming, removeLastName } from './naming.queries.ts'
import { partyPolicy } from './party.policy.ts'
import { isGivenOn } from './register.rules.ts'
import { getOrganisation, getUnit } from './register.queries.ts'
import { findUnit } from './unit.queries.ts'

/** The name that was given to it today and may be taken back; undefined where there is none. */
export const findNameOfToday = async (
  tx: ReadTx,
  { kind, id, day }: { kind: NamedKind; id: string; day: Day },
): Promise<Naming | undefined> => {
  const naming = await findLastNaming(tx, kind, id)
  return naming !== undefined && isGivenOn(naming.at, day, homeZone) ? naming : undefined
}

const verbs = { organisation: 'organisation.name_taken_back', unit: 'unit.name_taken_back' }

/**
 * Takes back a mistaken name the day it was written down: it is called what it was, as if it never was called otherwise. Throws Refused:
 * 'name_not_of_today'; 'name_built_on' where an agreement or a merge has come since; 'name_taken' where another got the name it had.
 */
export const takeBackName = (platform: Platform, actor: Actor, kind: NamedKind, asked: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    await lockRegister(tx)
    const day = today(platform.clock)
    const unit = kind === 'unit' ? await getUnit(tx, asked, day) : null
    const id = unit === null ? (await getOrganisation(tx, asked, day)).organisationId : unit.unitId
    const naming = await findNameOfToday(tx, { kind, id, day })
    if (naming === undefined || naming.at === null) throw new Refused('name_not_of_today')
    if (await isBuiltOn(tx, kind, id, naming.at)) throw new Refused('name_built_on', { name: naming.name })
    const owner =
      unit === null ? await findOrganisation(tx, naming.was) : await findUnit(tx, unit.organisationId, naming.was)
    if (owner !== undefined && owner !== id) throw new Refused('name_taken', { name: naming.was })
    await removeLastName(tx, kind, id)
    leaveTrace(tx, { verb: verbs[kind], thing: kind, ref: id })
  })
