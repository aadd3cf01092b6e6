import { sql } from 'kysely'
import { type ReadTx, readDaySpan, refuseOn, type WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { Refused } from '../../platform/refused.ts'
import type { Holder } from './holder.ts'
import type { Remaining } from './holder.rules.ts'

interface HolderRow extends Omit<Holder, 'from' | 'until'> {
  readonly during: string
}

const toHolder = ({ during, ...row }: HolderRow): Holder => {
  const { from, to } = readDaySpan(during)
  if (from === null) throw new Error('A post is held from no day')
  return { ...row, from, until: to === null ? null : to.add({ days: 1 }) }
}

/** Names are those of the day; unless said, of the day it is to the actor. */
const whole = (day: Day | null) => {
  const on = day === null ? sql`acting_day()` : sql`${day.toString()}::date`
  return sql`
    select h.holder_id as "holderId", h.post_id as "postId", p.organisation_id as "organisationId", h.person_id as "personId",
      person.name, person.email, person.introduction, p.title, coalesce((select n.name from organisation_name n
        where n.organisation_id = o.organisation_id and n.named_during @> ${on}), o.name) as organisation, plan.name as plan,
      (select n.name from unit_name n where n.unit_id = coalesce((select m.unit_id from post_unit m
        where m.post_id = p.post_id and m.placed_during @> ${on}), p.unit_id) and n.named_during @> ${on}) as unit,
      h.holder_during::text as during, h.provisional, h.holder_id in (select awaited_holders()) as "isAwaited",
      h.post_id in (select leading_posts()) as "isLead",
      array(select d.duty from post_duty d where d.post_id = h.post_id order by d.duty) as duties
    from holder h join person using (person_id) join post p using (post_id) join organisation o using (organisation_id)
      left join plan using (plan_id)`
}

const inOrder = sql`order by organisation, plan.name nulls first, unit nulls first, p.title, person.name, h.holder_during`

/** Everyone who holds a post on the day or later, by organisation, plan, unit and post; unless said, named as today. */
export const listHolders = async (tx: ReadTx, day: Day, named: Day | null = null): Promise<Holder[]> => {
  const { rows } = await sql<HolderRow>`${whole(named)}
    where h.holder_during && daterange(${day.toString()}::date, null) ${inOrder}`.execute(tx)
  return rows.map(toHolder)
}

/** Who holds the post on any day from one on and before another, the first to hold it first; null = without an end on that side. */
export const listHoldersOfPost = async (
  tx: ReadTx,
  postId: string,
  { from, until = null }: { from: Day | null; until?: Day | null },
): Promise<Holder[]> => {
  const { rows } = await sql<HolderRow>`${whole(null)}
    where h.post_id::text = ${postId} and h.holder_during && daterange(${from?.toString() ?? null}::date, ${until?.toString() ?? null}::date)
    order by h.holder_during`.execute(tx)
  return rows.map(toHolder)
}

/** The posts a person holds on the day, each as a holding. */
export const listHoldingsOf = async (tx: ReadTx, personId: string, day: Day): Promise<Holder[]> => {
  const { rows } = await sql<HolderRow>`${whole(null)}
    where h.person_id::text = ${personId} and h.holder_during @> ${day.toString()}::date order by lower(h.holder_during) desc, p.title`.execute(
    tx,
  )
  return rows.map(toHolder)
}

/** One person in one post, named as on the day; unless said, as today. Throws Refused('holder_not_found'). */
export const getHolder = async (tx: ReadTx, holderId: string, named: Day | null = null): Promise<Holder> => {
  const { rows } = await sql<HolderRow>`${whole(named)} where h.holder_id::text = ${holderId}`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Refused('holder_not_found')
  return toHolder(row)
}

/** Keeps others who change who holds what waiting until the transaction ends, so that what was seen is still so. */
export const lockHolders = async (tx: WriteTx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_schema() || ' holder', 0))`.execute(tx)
}

/** Writes until when a post is held; null = without an end. Throws Refused('post_taken') where another holds it by then. */
export const moveHolderEnd = async (tx: WriteTx, { holderId, from }: Holder, until: Day | null): Promise<void> => {
  try {
    await tx
      .updateTable('holder')
      .set({ holder_during: `[${from.toString()},${until?.toString() ?? ''})` })
      .where('holder_id', '=', holderId)
      .execute()
  } catch (error) {
    throw refuseOn(error, { post_held_by_one_at_a_time: () => new Refused('post_taken') })
  }
}

/** Takes a post back as if it had not been given. */
export const removeHolder = (tx: WriteTx, holderId: string) =>
  tx.deleteFrom('holder').where('holder_id', '=', holderId).execute()

/** How many others hold a post with each of these from the day on, without an end. */
export const countOthers = async (tx: ReadTx, holder: Holder, day: Day): Promise<Remaining> => {
  const { rows } = await sql<Remaining>`
    select count(*) filter (where h.post_id in (select d.post_id from post_duty d where d.duty = 'administrator'))::int as administrators,
      count(*) filter (where h.post_id in (select leading_posts()))::int as leads
    from holder h where h.holder_during @> daterange(${day.toString()}::date, null) and h.holder_id <> ${holder.holderId}::uuid`.execute(
    tx,
  )
  return rows[0] ?? { administrators: 0, leads: 0 }
}

/** Takes a duty from a post. */
export const takeDuty = (tx: WriteTx, postId: string, duty: string) =>
  tx.deleteFrom('post_duty').where('post_id', '=', postId).where('duty', '=', duty).execute()
