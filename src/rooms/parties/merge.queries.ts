import { sql } from 'kysely'
import { type ReadTx, refuseOn, type WriteTx } from '../../platform/database/index.ts'
import { findId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { Said } from './known-name.queries.ts'
import type { Merge, Mergeable, MergeKind, MergeMove, ToMerge } from './merge.ts'

const mergeables = {
  organisation: sql`select organisation_id as id, name, organisation_id from organisation`,
  unit: sql`select unit_id as id, unit_last_name(unit_id) as name, organisation_id from unit`,
  post: sql`select post_id as id, title as name, organisation_id from post`,
  plan: sql`select plan_id as id, name, null::uuid as organisation_id from plan`,
  person: sql`select person_id as id, name, null::uuid as organisation_id from person`,
}

/** Something to merge. Throws Refused('merged_already') where it became another since, else 'merge_thing_not_found'. */
export const getMergeable = async (tx: ReadTx, kind: MergeKind, id: string): Promise<Mergeable> => {
  const asked = findId(id)
  if (asked === undefined) throw new Refused('merge_thing_not_found')
  const { rows } = await sql<Mergeable>`
    select t.id, t.name, t.organisation_id as "organisationId" from (${mergeables[kind]}) t where t.id = ${asked}::uuid`.execute(
    tx,
  )
  const [row] = rows
  if (row !== undefined) return row
  const merged = (await listMerges(tx)).find(({ lostId, undoneAt }) => lostId === asked && undoneAt === null)
  if (merged !== undefined) throw new Refused('merged_already', { kept: merged.keptName, lost: merged.lostName })
  throw new Refused('merge_thing_not_found')
}

/** Whether both organisations have signed the same version. */
export const haveBothSigned = async (tx: ReadTx, one: string, other: string): Promise<boolean> => {
  const { rows } = await sql`
    select from version_signature a join version_signature b using (agreement_version_id)
    where a.organisation_id = ${one}::uuid and b.organisation_id = ${other}::uuid limit 1`.execute(tx)
  return rows.length > 0
}

/** Which of two people are known by what signs in, or have signed in. */
export const whoSignsIn = async (tx: ReadTx, kept: string, lost: string): Promise<{ kept: boolean; lost: boolean }> => {
  const { rows } = await sql<{ readonly kept: boolean; readonly lost: boolean }>`
    select person_signs_in(${kept}::uuid) as kept, person_signs_in(${lost}::uuid) as lost`.execute(tx)
  return rows[0] ?? { kept: true, lost: true }
}

/** Two entries that may be of one person. */
export interface DoublePerson {
  readonly keptId: string
  readonly lostId: string
  readonly name: string
  /** The posts of the one without a mail address, "vicevært · sekretær"; '' = none. */
  readonly posts: string
}

/** People of one name of whom at most one has a mail address, and of whom nobody has said that they are two. */
export const listDoublePeople = async (tx: ReadTx): Promise<DoublePerson[]> => {
  const { rows } = await sql<DoublePerson>`
    select distinct on (lost.person_id) kept.person_id as "keptId", lost.person_id as "lostId", lost.name, coalesce((
      select string_agg(distinct post.title, ' · ') from holder join post using (post_id) where holder.person_id = lost.person_id), '') as posts
    from person lost join person kept on name_key(kept.name) = name_key(lost.name) and kept.person_id <> lost.person_id
    where lost.email is null and (kept.email is not null or kept.person_id < lost.person_id)
      and exists (select from holder h where h.person_id = lost.person_id)
      and not exists (select from sameness s where s.outcome = 'another' and s.person_id in (kept.person_id, lost.person_id)
        and name_key(s.name) = name_key(lost.name))
    order by lost.person_id, kept.email is null, kept.person_id`.execute(tx)
  return rows
}

/** Whether two posts are held by two at once, or have different duties. */
export const doPostsCollide = async (tx: ReadTx, one: string, other: string): Promise<boolean> => {
  const { rows } = await sql<{ readonly collide: boolean }>`
    select posts_collide(${one}::uuid, ${other}::uuid) as collide`.execute(tx)
  return rows[0]?.collide ?? false
}

const functions = {
  organisation: sql.id('merge_organisations'),
  unit: sql.id('merge_units'),
  post: sql.id('merge_posts'),
  plan: sql.id('merge_plans'),
  person: sql.id('merge_people'),
}

/** Makes two one. Answers with every row that was touched. */
export const mergeIntoOne = async (
  tx: WriteTx,
  mergeId: string,
  { kind, keptId, lostId }: ToMerge,
  said: Said,
): Promise<readonly MergeMove[]> => {
  const { rows } = await sql<{ readonly moves: MergeMove[] }>`
    select ${functions[kind]}(${mergeId}::uuid, ${keptId}::uuid, ${lostId}::uuid, ${said.at}::timestamptz, ${said.by}) as moves`.execute(
    tx,
  )
  return rows[0]?.moves ?? []
}

/** Does the work and takes back what it wrote. */
export const tryOut = async <T>(tx: WriteTx, work: () => Promise<T>): Promise<T> => {
  await sql`savepoint tried_out`.execute(tx)
  const result = await work()
  await sql`rollback to savepoint tried_out`.execute(tx)
  return result
}

/** Every merge, the last first. */
export const listMerges = (tx: ReadTx): Promise<Merge[]> =>
  tx
    .selectFrom('merge')
    .select([
      'merge_id as mergeId',
      sql<MergeKind>`kind`.as('kind'),
      'kept_id as keptId',
      'lost_id as lostId',
      'kept_name as keptName',
      'lost_name as lostName',
      'merged_at as mergedAt',
      'undone_at as undoneAt',
    ])
    .orderBy('merge_id', 'desc')
    .execute()

/** A merge. Throws Refused('merge_not_found'). */
export const getMerge = async (tx: ReadTx, mergeId: string): Promise<Merge> => {
  const found = (await listMerges(tx)).find((merge) => merge.mergeId === mergeId)
  if (found === undefined) throw new Refused('merge_not_found')
  return found
}

/** The first later merge that still stands and touched what this one did; undefined where there is none. */
export const findMergeSince = async (tx: ReadTx, mergeId: string): Promise<Merge | undefined> => {
  const { rows } = await sql<{ readonly mergeId: string }>`
    with touched as (
      select v.value as id from merge_move m cross join lateral jsonb_each_text(coalesce(m.was, m.became)) v
      where m.merge_id = ${mergeId}::uuid and v.key in ('organisation_id', 'unit_id', 'post_id', 'plan_id', 'person_id')
      union select unnest(array[m.kept_id, m.lost_id])::text from merge m where m.merge_id = ${mergeId}::uuid)
    select l.merge_id as "mergeId" from merge l
    where l.merge_id > ${mergeId}::uuid and l.undone_at is null
      and (l.kept_id::text in (select id from touched) or l.lost_id::text in (select id from touched))
    order by l.merge_id desc limit 1`.execute(tx)
  const [row] = rows
  return row === undefined ? undefined : getMerge(tx, row.mergeId)
}

/** Takes a merge back. Throws Refused('merge_name_taken') where its name, post or holder has been given to another since. */
export const unmerge = async (tx: WriteTx, { mergeId, lostName }: Merge, said: Said): Promise<void> => {
  const taken = () => new Refused('merge_name_taken', { lost: lostName })
  try {
    await sql`select undo_merge(${mergeId}::uuid, ${said.at}::timestamptz, ${said.by})`.execute(tx)
  } catch (error) {
    throw refuseOn(error, {
      organisation_named_once: taken,
      plan_named_once: taken,
      post_named_once: taken,
      post_held_by_one_at_a_time: taken,
    })
  }
}
