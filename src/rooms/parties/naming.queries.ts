import { sql } from 'kysely'
import { type ReadTx, refuseOn, type WriteTx } from '../../platform/database/index.ts'
import { Refused } from '../../platform/refused.ts'

/** What can be given another name from a day. */
export type NamedKind = 'organisation' | 'unit'

/** The last time something was given a name, and what it was called before. */
export interface Naming {
  readonly name: string
  readonly was: string
  /** Null where it is not known: it was before names told it. */
  readonly at: Temporal.Instant | null
}

/** The last naming; undefined where it has had one name all along. */
export const findLastNaming = async (tx: ReadTx, kind: NamedKind, id: string): Promise<Naming | undefined> => {
  const { rows } =
    kind === 'unit'
      ? await sql<Naming>`select last.name, before.name as was, last.given_at as at from unit_name last
          join unit_name before on before.unit_id = last.unit_id and upper(before.named_during) = lower(last.named_during)
          where last.unit_id = ${id}::uuid and upper_inf(last.named_during)`.execute(tx)
      : await sql<Naming>`select o.name, before.name as was, before.followed_at as at from organisation o
          join organisation_name before using (organisation_id)
          where organisation_id = ${id}::uuid order by before.named_during desc limit 1`.execute(tx)
  return rows[0]
}

/** Whether, since the moment, an agreement that names it came into force, or it was merged: then the name is built on. */
export const isBuiltOn = async (tx: ReadTx, kind: NamedKind, id: string, since: Temporal.Instant): Promise<boolean> => {
  const isOfIt = kind === 'unit' ? sql`p.unit_id = ${id}::uuid` : sql`p.organisation_id = ${id}::uuid`
  const { rows } = await sql<{ readonly isSo: boolean }>`
    select exists (select from agreement_version v join agreement_post n using (agreement_version_id) join post p using (post_id)
        where v.confirmed_at > ${since} and ${isOfIt})
      or exists (select from agreement_version v join agreement_party p using (agreement_version_id)
        where v.confirmed_at > ${since} and ${kind === 'unit' ? sql`false` : isOfIt})
      or exists (select from merge m where m.undone_at is null and m.merged_at > ${since} and ${id}::uuid in (m.kept_id, m.lost_id))
      as "isSo"`.execute(tx)
  return rows[0]?.isSo ?? false
}

/** Removes the last name; the one before holds until further notice again. Throws Refused('name_taken') where another has it now. */
export const removeLastName = async (tx: WriteTx, kind: NamedKind, id: string): Promise<void> => {
  if (kind === 'unit') {
    await sql`delete from unit_name where unit_id = ${id}::uuid and upper_inf(named_during)`.execute(tx)
    await sql`update unit_name set named_during = daterange(lower(named_during), null) where unit_id = ${id}::uuid
      and named_during = (select n.named_during from unit_name n where n.unit_id = ${id}::uuid order by 1 desc limit 1)`.execute(
      tx,
    )
    return
  }
  const { rows } = await sql<{ readonly name: string }>`
    delete from organisation_name where organisation_id = ${id}::uuid
      and named_during = (
        select n.named_during from organisation_name n where n.organisation_id = ${id}::uuid order by 1 desc limit 1)
    returning name`.execute(tx)
  const name = rows[0]?.name ?? ''
  try {
    await tx.updateTable('organisation').set({ name }).where('organisation_id', '=', id).execute()
  } catch (error) {
    throw refuseOn(error, { organisation_named_once: () => new Refused('name_taken', { name }) })
  }
}
