import { type RawBuilder, sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'
import { type Day, endOf, homeZone } from '../../../platform/day.ts'
import type { AskedContacts, Contact, Grouping, ListedContacts } from './contact.ts'
import { rankedBy } from './contact-rank.queries.ts'

interface ContactRow extends Omit<Contact, 'holder' | 'place'> {
  readonly slug: string | null
  readonly agreement: string | null
  readonly activity: string | null
  readonly holderId: string | null
  readonly personId: string | null
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly provisional: boolean | null
  readonly confirmedAt: Temporal.Instant | null
  readonly total: number
}

const toContact = (row: ContactRow): Contact => {
  const { postId, title, organisationId, organisation, planId, plan, unitId, unit } = row
  const { slug, agreement, activity, holderId, personId, name, email, phone, provisional, confirmedAt } = row
  const confirmedOn = confirmedAt?.toZonedDateTimeISO(homeZone).toPlainDate() ?? null
  return {
    postId,
    title,
    organisationId,
    organisation,
    planId,
    plan,
    unitId,
    unit,
    place: slug === null || agreement === null ? null : { slug, agreement, activity },
    holder:
      holderId === null
        ? null
        : { holderId, personId, name, email, phone, provisional: provisional === true, confirmedOn },
  }
}

/** The posts to call on the day, in order: those found best first where words are sought, else as they are grouped. */
export const listContacts = async (tx: ReadTx, asked: AskedContacts): Promise<ListedContacts> => {
  const { words, grouping, from, most, day, isWhole } = asked
  const isSought = words.length > 0
  const isPlaced = grouping === 'activity' && !isSought
  const ranked = isSought ? sql`(${rankedBy(words, isWhole)}) seen` : sql`(select seen.*, 0 as rank from seen) seen`
  const places = isPlaced
    ? sql`left join (select distinct post_id, slug, agreement, place, activity from named) n using (post_id)`
    : sql``
  const { rows } = await sql<ContactRow>`
    with ${namedIn(asked)}, ${placesOn(day)}, ${seen(asked, sql``)},
    listed as (
      select seen.*, ${isPlaced ? sql`n.slug, n.agreement, n.activity` : nowhere}, count(*) over ()::int as total,
        row_number() over (order by ${orderBy(grouping, isPlaced)}) as number
      from ${ranked} ${places} where ${isSought ? sql`rank > 0` : sql`true`}
      order by number limit ${most} offset ${from})
    ${told(day, isWhole)} order by number`.execute(tx)
  return { contacts: rows.map(toContact), total: rows[0]?.total ?? 0 }
}

/** One post as it is on the day, for those who take part; undefined where there is none. */
export const findContact = async (tx: ReadTx, postId: string, day: Day): Promise<Contact | undefined> => {
  const { rows } = await sql<ContactRow>`
    with ${placesOn(day)}, ${seen({ day, isWhole: true, activity: '', words: [] }, sql`where p.post_id::text = ${postId}`)},
    listed as (select seen.*, ${nowhere}, 1 as total from seen)
    ${told(day, true)}`.execute(tx)
  return rows[0] && toContact(rows[0])
}

const nowhere = sql`null as slug, null as agreement, null as activity`

/** What is told of each post that is listed: few are, so that their names are looked up last. */
const told = (day: Day, isWhole: boolean) => sql`
  select listed.post_id as "postId", p.title, listed.organisation_id as "organisationId", o.name as organisation,
    listed.plan_id as "planId", plan.name as plan, listed.unit_id as "unitId", unit.name as unit, total, slug, agreement, activity,
    listed.holder_id as "holderId", ${isWhole ? wholeHolder(day) : publishedHolder}
  from listed join post p on p.post_id = listed.post_id join organisation_now o on o.organisation_id = listed.organisation_id
  left join plan on plan.plan_id = listed.plan_id
  left join unit_now unit on unit.unit_id = listed.unit_id
  ${isWhole ? sql`left join holder h on h.holder_id = listed.holder_id left join person on person.person_id = h.person_id` : sql``}`

const wholeHolder = (
  day: Day,
) => sql`person.person_id as "personId", person.name, person.email, person.phone, h.provisional,
  (select max(c.confirmed_at) from holder_confirmation c
    where c.holder_id = listed.holder_id and c.confirmed_at < ${endOf(day)}) as "confirmedAt"`

const publishedHolder = sql`null as "personId", listed.name, null as email, null as phone, false as provisional, null as "confirmedAt"`

/** The posts that the agreements in force on the day name, where in them, and in which order they stand there. */
const namedIn = ({ day, activity }: AskedContacts) => {
  const [slug, activityId] = activity.split('/')
  return sql`version as materialized (
      select v.agreement_version_id, a.slug, coalesce(a.focus_area, a.title) as agreement, v.document -> 'activities' as activities
      from agreement_version v join agreement a using (agreement_id)
      where v.in_force_during @> ${day.toString()}::date and ${activity === '' ? sql`true` : sql`a.slug = ${slug}`}),
    activity as materialized (
      select agreement_version_id, e ->> 'id' as activity_id, e ->> 'title' as activity, place
      from version cross join lateral jsonb_array_elements(activities) with ordinality a (e, place)),
    named as materialized (
      select n.post_id, version.slug, version.agreement, coalesce(activity.place, 0) as place, activity.activity
      from version join agreement_post n using (agreement_version_id) left join activity using (agreement_version_id, activity_id)
      where ${activityId === undefined ? sql`true` : sql`n.activity_id = ${activityId}`})`
}

/** Organisations, plans and units by their names of the day, and their places in Danish order. */
const placesOn = (day: Day) => sql`organisation_now as materialized (
    select organisation_id, ${placed('name')} from (
      select o.organisation_id, coalesce(former.name, o.name) as name from organisation o
      left join organisation_name former on former.organisation_id = o.organisation_id and former.named_during @> ${day.toString()}::date) o),
  plan_now as materialized (select plan_id, ${placed('name')} from plan),
  unit_now as materialized (select unit_id, ${placed('name')} from unit_name where named_during @> ${day.toString()}::date)`

/** A name, and its place in Danish order: æ, ø and å come after z, whatever the database's own order is. */
const placed = (name: string) => sql`${sql.ref(name)},
  row_number() over (order by translate(lower(${sql.ref(name)}), 'æøåÆØÅ', '{|}{|}') collate "C") as place`

type Seen = Pick<AskedContacts, 'day' | 'isWhole' | 'activity' | 'words'>

/** Who takes part sees every post and its holder; others what published agreements name. Holds what posts are sorted and found by. */
const seen = ({ day, isWhole, activity, words }: Seen, only: RawBuilder<unknown>) => {
  const on = sql`${day.toString()}::date`
  const isSought = words.length > 0
  const holders = isWhole
    ? sql`left join holder h on h.post_id = p.post_id and h.holder_during @> ${on}
        ${isSought ? sql`left join person on person.person_id = h.person_id` : sql``}`
    : sql`left join published_holders(${on}) h on h.post_id = p.post_id`
  const holder = isWhole
    ? sql`h.holder_id, h.person_id ${isSought ? sql`, person.folded_name` : sql``}`
    : sql`h.holder_id, h.name, fold_name(h.name) as folded_name`
  const narrowed = activity !== '' || !isWhole ? sql`where p.post_id in (select post_id from named)` : only
  return sql`seen as materialized (
      select p.post_id, p.sorted_title, p.folded_title, p.organisation_id, p.plan_id, coalesce(moved.unit_id, p.unit_id) as unit_id,
        o.place as organisation_place, plan.place as plan_place, unit.place as unit_place, ${holder}
      from post p join organisation_now o using (organisation_id)
      left join plan_now plan using (plan_id)
      left join post_unit moved on moved.post_id = p.post_id and moved.placed_during @> ${on}
      left join unit_now unit on unit.unit_id = coalesce(moved.unit_id, p.unit_id)
      ${holders} ${narrowed})`
}

const orderBy = (grouping: Grouping, isPlaced: boolean) => {
  const within = sql`organisation_place, plan_place nulls first, unit_place nulls first, sorted_title, post_id`
  if (isPlaced) return sql`agreement nulls last, slug, place, ${within}`
  if (grouping === 'plan') return sql`rank desc, plan_place nulls last, ${within}`
  if (grouping === 'unit') return sql`rank desc, unit_place nulls last, ${within}`
  if (grouping === 'post') return sql`rank desc, sorted_title, ${within}`
  return sql`rank desc, ${within}`
}
