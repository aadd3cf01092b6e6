import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'

/** The organisation that has or had this name, or is known by it; undefined where there is none. */
export const findOrganisation = async (tx: ReadTx, name: string): Promise<string | undefined> => {
  const { rows } = await sql<{ readonly organisationId: string }>`
    select o.organisation_id as "organisationId" from organisation o
    where name_key(o.name) = name_key(${name})
      or exists (select from organisation_name n where n.organisation_id = o.organisation_id and name_key(n.name) = name_key(${name}))
      or exists (select from alias a where a.organisation_id = o.organisation_id and name_key(a.name) = name_key(${name}))
    order by o.name = ${name} desc, name_key(o.name) = name_key(${name}) desc, o.organisation_id limit 1`.execute(tx)
  return rows[0]?.organisationId
}

/** The plan that has this name, or is known by it; undefined where there is none. */
export const findPlan = async (tx: ReadTx, name: string): Promise<string | undefined> => {
  const { rows } = await sql<{ readonly planId: string }>`
    select p.plan_id as "planId" from plan p
    where name_key(p.name) = name_key(${name})
      or exists (select from alias a where a.plan_id = p.plan_id and name_key(a.name) = name_key(${name}))
    order by p.name = ${name} desc, name_key(p.name) = name_key(${name}) desc, p.plan_id limit 1`.execute(tx)
  return rows[0]?.planId
}

/** The post there that has this title, or is known by it; undefined where there is none. */
export const findPost = async (
  tx: ReadTx,
  title: string,
  { organisationId, planId, unitId }: { organisationId: string; planId: string | null; unitId: string | null },
): Promise<string | undefined> => {
  const { rows } = await sql<{ readonly postId: string }>`
    select p.post_id as "postId" from post p
    where p.organisation_id = ${organisationId}::uuid and p.plan_id is not distinct from ${planId}::uuid
      and p.unit_id is not distinct from ${unitId}::uuid and (name_key(p.title) = name_key(${title})
        or exists (select from alias a where a.post_id = p.post_id and name_key(a.name) = name_key(${title})))
    order by p.title = ${title} desc, name_key(p.title) = name_key(${title}) desc, p.post_id limit 1`.execute(tx)
  return rows[0]?.postId
}

/** The person who has this name, or is known by it; undefined where there is none. */
export const findPerson = async (tx: ReadTx, name: string): Promise<string | undefined> => {
  const { rows } = await sql<{ readonly personId: string }>`
    select p.person_id as "personId" from person p
    where name_key(p.name) = name_key(${name})
      or p.person_id in (select a.person_id from alias a where name_key(a.name) = name_key(${name}))
    order by p.name = ${name} desc, name_key(p.name) = name_key(${name}) desc, p.person_id limit 1`.execute(tx)
  return rows[0]?.personId
}
