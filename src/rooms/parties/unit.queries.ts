import { sql } from 'kysely'
import { type ReadTx, writeDaySpan, type WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import { isPartOf } from './match-names.rules.ts'

const always = writeDaySpan({ from: null, to: null })

/** The unit of the organisation that has or had this name, or is known by it; undefined where there is none. */
export const findUnit = async (tx: ReadTx, organisationId: string, name: string): Promise<string | undefined> => {
  const { rows } = await sql<{ readonly unitId: string }>`
    select u.unit_id as "unitId" from unit u
    where u.organisation_id = ${organisationId}::uuid and (
      exists (select from unit_name n where n.unit_id = u.unit_id and name_key(n.name) = name_key(${name}))
      or exists (select from alias a where a.unit_id = u.unit_id and name_key(a.name) = name_key(${name})))
    order by exists (select from unit_name n where n.unit_id = u.unit_id and name_key(n.name) = name_key(${name})) desc, u.unit_id
    limit 1`.execute(tx)
  return rows[0]?.unitId
}

interface NewUnit {
  readonly organisationId: string
  readonly parentUnitId: string | null
  readonly name: string
  readonly during: string
  readonly isSample: boolean
}

/** Writes a unit with its first name, both for the same days. Answers with its id. */
export const insertUnit = async (tx: WriteTx, unit: NewUnit): Promise<string> => {
  const unit_id = newId<'unit'>()
  await tx
    .insertInto('unit')
    .values({
      unit_id,
      organisation_id: unit.organisationId,
      parent_unit_id: unit.parentUnitId,
      unit_during: unit.during,
      is_sample: unit.isSample,
    })
    .execute()
  await tx.insertInto('unit_name').values({ unit_id, name: unit.name, named_during: unit.during }).execute()
  return unit_id
}

/** The units of an organisation with each of their names. */
const listNamesOfUnits = (tx: ReadTx, organisationId: string) =>
  tx
    .selectFrom('unit')
    .innerJoin('unit_name', 'unit_name.unit_id', 'unit.unit_id')
    .select(['unit.unit_id as unitId', 'unit.parent_unit_id as parentUnitId', 'unit_name.name'])
    .where('unit.organisation_id', '=', organisationId)
    .orderBy('unit.unit_id')
    .execute()

/**
 * The unit of this name in the organisation, made when there is none. It lies under the unit its name says it is a part of ("Byens Hus,
 * Biblioteket"), and what is a part of it by name comes to lie under it.
 */
export const ensureUnit = async (
  tx: WriteTx,
  { organisationId, name, isSample }: { organisationId: string; name: string; isSample: boolean },
): Promise<string> => {
  const found = await findUnit(tx, organisationId, name)
  if (found !== undefined) return found
  const known = await listNamesOfUnits(tx, organisationId)
  const parentUnitId = known.find((whole) => isPartOf(name, whole.name))?.unitId ?? null
  const unitId = await insertUnit(tx, { organisationId, parentUnitId, name, during: always, isSample })
  const parts = known.filter((part) => part.parentUnitId === null && isPartOf(part.name, name))
  for (const part of parts) await setParent(tx, part.unitId, unitId)
  return unitId
}

/** Writes which unit a unit lies under; null = directly under its organisation. */
export const setParent = (tx: WriteTx, unitId: string, parentUnitId: string | null) =>
  tx.updateTable('unit').set({ parent_unit_id: parentUnitId }).where('unit_id', '=', unitId).execute()
