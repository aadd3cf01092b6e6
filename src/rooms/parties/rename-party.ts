import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import { type Day, today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { addOrganisationName, addUnitName } from './change-unit.queries.ts'
import { lockRegister } from './known-name.queries.ts'
import { partyPolicy } from './party.policy.ts'
import { findOrganisation } from './find-party.queries.ts'
import { requireNewName, requireThere } from './register.rules.ts'
import { getOrganisation, getUnit } from './register.queries.ts'
import { findUnit } from './unit.queries.ts'

/** What something is to be called, and from which day on. */
export interface Rename {
  readonly id: string
  readonly name: string
  readonly from: Day
}

/**
 * Gives an organisation a new name from a day on: as of an earlier day it is called what it was. Throws Refused: 'name_taken', and what
 * `requireNewName` throws.
 */
export const renameOrganisation = (platform: Platform, actor: Actor, { id, name, from }: Rename): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    await lockRegister(tx)
    const { organisationId, names } = await getOrganisation(tx, id, today(platform.clock))
    requireNewName(names, name, from)
    const known = await findOrganisation(tx, name)
    if (known !== undefined && known !== organisationId) throw new Refused('name_taken', { name })
    const last = names.at(-1)
    if (last === undefined) throw new Error('An organisation has no name')
    await addOrganisationName(tx, { organisationId, was: last, name, from, at: platform.clock.now() })
    const facts = { from: from.toString() }
    leaveTrace(tx, { verb: 'organisation.renamed', thing: 'organisation', ref: organisationId, facts })
  })

/** Gives a unit a new name from a day on, as `renameOrganisation` does; also throws what `requireThere` throws. */
export const renameUnit = (platform: Platform, actor: Actor, { id, name, from }: Rename): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, partyPolicy.keepRegister)
    await lockRegister(tx)
    const unit = await getUnit(tx, id, today(platform.clock))
    requireNewName(unit.names, name, from)
    requireThere(unit, from)
    const known = await findUnit(tx, unit.organisationId, name)
    if (known !== undefined && known !== unit.unitId) throw new Refused('name_taken', { name })
    await addUnitName(tx, { unitId: unit.unitId, name, from, at: platform.clock.now() })
    leaveTrace(tx, { verb: 'unit.renamed', thing: 'unit', ref: unit.unitId, facts: { from: from.toString() } })
  })
