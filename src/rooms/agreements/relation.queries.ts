import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { Relation, Relations } from '../access/index.ts'

export interface RelationRow {
  readonly relation: Relation
  readonly has: boolean
}

/** The relations that hold. */
export const relationsIn = (rows: readonly RelationRow[]): Relations =>
  new Set(rows.flatMap(({ relation, has }) => (has ? [relation] : [])))

/** What the actor of the transaction is everywhere, as row-level security sees it too. */
export const listRelations = async (tx: ReadTx): Promise<Relations> => {
  const { rows } = await sql<RelationRow>`
    select * from (values ('anyone', true), ('holder', takes_part()), ('lead', leads_forum()), ('administrator', has_duty('administrator')),
      ('data_protection', has_duty('data_protection')), ('program', acting_program())) relation (relation, has)`.execute(
    tx,
  )
  return relationsIn(rows)
}

/** What the actor of the transaction is to a version of an agreement, and to one of its activities where one is asked for. */
export const listRelationsTo = async (
  tx: ReadTx,
  agreementVersionId: string,
  activityId: string | null = null,
): Promise<Relations> => {
  const { rows } = await sql<RelationRow>`
    select * from (values ('party', is_party(${agreementVersionId}::uuid)),
      ('signatory', signs_for(${agreementVersionId}::uuid)),
      ('named', is_named(${agreementVersionId}::uuid, ${activityId ?? ''}))) relation (relation, has)`.execute(tx)
  return relationsIn(rows)
}

/** What the actor of the transaction is to a draft they see: of its organisation, or not. */
export const listRelationsToDraft = async (tx: ReadTx, draftId: string): Promise<Relations> => {
  const { rows } = await sql<RelationRow>`
    select 'organisation' as relation, organisation_id in (select acting_organisations()) as has
    from draft where draft_id = ${draftId}::uuid`.execute(tx)
  return relationsIn(rows)
}

/** The organisation the actor of the transaction acts for; null where they act for none, or for several at once. */
export const findActingOrganisation = async (tx: ReadTx): Promise<string | null> => {
  const { rows } = await sql<{ readonly organisationId: string }>`
    select distinct acting_organisations() as "organisationId"`.execute(tx)
  return rows.length === 1 ? (rows[0]?.organisationId ?? null) : null
}
