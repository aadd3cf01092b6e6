import { sql } from 'kysely'
import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { organisationNameOn } from './name-on.queries.ts'
import type { FoundInRegister, FoundThing } from './register.ts'
import { listUnknownIn, type UnknownWords } from './unknown-word.queries.ts'

/** Which of the words are in no name of the register, and what they may have meant. */
export const listUnknownInRegister = (tx: ReadTx, words: readonly string[]): Promise<UnknownWords> =>
  listUnknownIn(
    tx,
    sql`select folded_title from post union all select folded_name from person
      union all select folded_name from organisation union all select folded_name from organisation_name
      union all select folded_name from plan union all select folded_name from unit_name union all select folded_name from alias`,
    words,
  )

interface Asked {
  readonly day: Day
  /** What is looked for: each word with what else it may mean, folded. */
  readonly words: readonly (readonly string[])[]
  readonly from: number
  readonly most: number
}

type Kind = 'organisation' | 'unit' | 'plan' | 'post'

/** Every other name of each thing, by its key: found by all of them, whenever they were its. */
const otherNames = (kind: Kind) => {
  const key = sql.ref(`${kind}_id`)
  const dated = {
    organisation: sql` union all select organisation_id, folded_name from organisation_name`,
    unit: sql` union all select unit_id, folded_name from unit_name`,
    plan: sql``,
    post: sql``,
  }[kind]
  return sql`(select ${key}, string_agg(folded_name, ' ') as names from (
    select ${key}, folded_name from alias where ${key} is not null${dated}) n group by ${key}) others`
}

/** Organisations, units and posts as they stand on the day: `own` is what each is called, `within` what it lies in. */
const things = (day: Day) => sql`organisation_now as materialized (
    select organisation_id, ${organisationNameOn(day)} as name, concat_ws(' ', folded_name, others.names) as own
    from organisation left join ${otherNames('organisation')} using (organisation_id)),
  unit_now as materialized (
    select unit_id, organisation_id, now.name, others.names as own from unit left join ${otherNames('unit')} using (unit_id)
    join unit_name now using (unit_id) where unit_during @> ${day.toString()}::date and now.named_during @> ${day.toString()}::date),
  plan_now as materialized (
    select plan_id, name, concat_ws(' ', folded_name, others.names) as own from plan left join ${otherNames('plan')} using (plan_id)),
  thing as (
    select 1 as place, 'organisation' as kind, organisation_id as id, name, null as holder, null as plan, null as unit, null as organisation,
      own, '' as within from organisation_now
    union all select 2, 'unit', u.unit_id, u.name, null, null, null, o.name, u.own, o.own from unit_now u join organisation_now o using (organisation_id)
    union all select 3, 'post', post.post_id, post.title, person.name, plan.name, u.name, o.name,
      concat_ws(' ', post.folded_title, person.folded_name, others.names), concat_ws(' ', u.own, plan.own, o.own)
    from post join organisation_now o using (organisation_id) left join plan_now plan using (plan_id) left join ${otherNames('post')} using (post_id)
    left join post_unit moved on moved.post_id = post.post_id and moved.placed_during @> ${day.toString()}::date
    left join unit_now u on u.unit_id = coalesce(moved.unit_id, post.unit_id)
    left join holder h on h.post_id = post.post_id and h.holder_during @> ${day.toString()}::date left join person using (person_id))`

/** What has every word in its names or in those of what it lies in, at least one in its own; whole words and beginnings first. */
export const searchRegister = async (tx: ReadTx, { day, words, from, most }: Asked): Promise<FoundInRegister> => {
  const patterns = words.map((meant) => meant.map((word) => `%${word}%`))
  const beginnings = words.flatMap((meant) => meant.map((word) => `% ${word}%`))
  const all = patterns.map((each) => sql`(own like any(${each}::text[]) or within like any(${each}::text[]))`)
  const begun = beginnings.map((each) => sql`(' ' || own like ${each})::int`)
  const { rows } = await sql<FoundThing & { readonly total: number }>`
    with ${things(day)}, found as materialized (
      select thing.*, ${sql.join(begun, sql` + `)} as begun from thing
      where own like any(${patterns.flat()}::text[]) and ${sql.join(all, sql` and `)})
    select kind, id, name, holder, plan, unit, organisation, count(*) over ()::int as total from found
    order by begun desc, place, name, id limit ${most} offset ${from}`.execute(tx)
  return { things: rows, total: rows[0]?.total ?? 0 }
}
