import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { EventAnswer, EventGuest, LargeEvent, Told } from './event.ts'
import { guestName, type Watch } from './events.rules.ts'

/** What posts asked to be told of, one post's or everyone's. */
export const listWatches = async (tx: ReadTx, postId: string | null): Promise<Watch[]> =>
  tx
    .selectFrom('event_watch')
    .select(['post_id as postId', 'area_id as areaId'])
    .$if(postId !== null, (query) => query.where('post_id', '=', postId ?? ''))
    .execute()

export const insertWatch = async (
  tx: WriteTx,
  watch: Watch & { readonly chosenAt: Temporal.Instant; readonly chosenBy: string },
): Promise<void> => {
  await tx
    .insertInto('event_watch')
    .values({
      event_watch_id: newId<'event_watch'>(),
      post_id: watch.postId,
      area_id: watch.areaId,
      chosen_at: watch.chosenAt,
      chosen_by: watch.chosenBy,
    })
    .onConflict((conflict) => conflict.constraint('watch_once_for_an_area').doNothing())
    .execute()
}

export const deleteWatchesOf = async (tx: WriteTx, postId: string): Promise<void> => {
  await tx.deleteFrom('event_watch').where('post_id', '=', postId).execute()
}

const eventColumns = sql`
  s.series_id as "seriesId", o.occurrence_id as "occurrenceId", s.title, o.area_id as "areaId", o.organisation_id as "organisationId",
  o.starts_at as "startsAt", o.ends_at as "endsAt", o.state = 'cancelled' as "isOff",
  concat_ws(', ', v.name, nullif(s.place, ''),
    case when position(a.name in concat_ws(' ', v.name, s.place)) = 0 then a.name end) as "where", coalesce(p.name, g.name) as "by"`

const eventTables = sql`
  series s join occurrence o on o.series_id = s.series_id join organisation g on g.organisation_id = o.organisation_id
  left join plan p on p.plan_id = o.plan_id left join venue v on v.venue_id = o.venue_id left join area a on a.area_id = o.area_id`

/** The larger events that everyone may see and that are to come: the next time of each, and those somebody has been told of. */
export const listLargeEvents = async (tx: ReadTx, now: Temporal.Instant): Promise<LargeEvent[]> => {
  const { rows } = await sql<LargeEvent>`
    select ${eventColumns} from ${eventTables}
    where s.is_large and s.is_published and o.state in ('planned', 'cancelled') and o.starts_at > ${now}
      and (o.occurrence_id in (select i.occurrence_id from event_invitation i) or o.starts_at = (
        select min(n.starts_at) from occurrence n where n.series_id = s.series_id and n.starts_at > ${now} and n.state = 'planned'))
    order by o.starts_at`.execute(tx)
  return rows
}

/** A time of a larger event that everyone may see; undefined where it is none. */
export const findLargeEvent = async (tx: ReadTx, occurrenceId: string): Promise<LargeEvent | undefined> => {
  const { rows } = await sql<LargeEvent>`
    select ${eventColumns} from ${eventTables}
    where s.is_large and o.occurrence_id = ${occurrenceId}::uuid and o.state in ('planned', 'cancelled')`.execute(tx)
  return rows[0]
}

/** The next time of a larger event; undefined where there is none, or it is not a larger one. */
export const findNextEvent = async (
  tx: ReadTx,
  seriesId: string,
  now: Temporal.Instant,
): Promise<LargeEvent | undefined> => {
  const { rows } = await sql<LargeEvent>`
    select ${eventColumns} from ${eventTables}
    where s.is_large and s.series_id = ${seriesId}::uuid and o.state = 'planned' and o.ends_at > ${now}
    order by o.starts_at limit 1`.execute(tx)
  return rows[0]
}

/** All that a person has been told as a post. */
export const listTold = async (tx: ReadTx, personId: string): Promise<Told[]> =>
  tx
    .selectFrom('event_invitation')
    .select([
      'occurrence_id as occurrenceId',
      'series_id as seriesId',
      'post_id as postId',
      'told_at as toldAt',
      'told_of as toldOf',
      'is_off as isOff',
    ])
    .where('person_id', '=', personId)
    .execute()

/** Of what somebody was told of and is no longer in the calendar: its title and when it was to be. */
export const listTakenOut = async (
  tx: ReadTx,
  personId: string,
  now: Temporal.Instant,
): Promise<(Told & { readonly title: string })[]> => {
  const { rows } = await sql<Told & { title: string }>`
    select i.occurrence_id as "occurrenceId", i.series_id as "seriesId", i.post_id as "postId", i.told_at as "toldAt", i.told_of as "toldOf",
      i.is_off as "isOff", s.title
    from event_invitation i join series s using (series_id)
    where i.person_id = ${personId}::uuid and not i.is_off and split_part(i.told_of, ' ', 1)::timestamptz > ${now}
      and not exists (select from occurrence o where o.occurrence_id = i.occurrence_id)`.execute(tx)
  return rows
}

export interface NewInvitation extends Omit<Told, 'seriesId'> {
  readonly seriesId: string
  readonly personId: string
  readonly tokenHash: Buffer
  readonly endsAt: Temporal.Instant
}

/** Writes what somebody is told, in place of what they were told of it before: the former link ends. */
export const saveInvitation = async (tx: WriteTx, told: NewInvitation): Promise<void> => {
  const values = {
    told_at: told.toldAt,
    told_of: told.toldOf,
    is_off: told.isOff,
    token_hash: told.tokenHash,
    ends_at: told.endsAt,
  }
  await tx
    .insertInto('event_invitation')
    .values({
      occurrence_id: told.occurrenceId,
      series_id: told.seriesId,
      post_id: told.postId,
      person_id: told.personId,
      ...values,
    })
    .onConflict((conflict) => conflict.constraint('event_told_once_of').doUpdateSet(values))
    .execute()
}

export const findInvitation = async (
  tx: ReadTx,
  tokenHash: Buffer,
): Promise<{ occurrenceId: string; postId: string; personId: string; endsAt: Temporal.Instant } | undefined> =>
  tx
    .selectFrom('event_invitation')
    .select(['occurrence_id as occurrenceId', 'post_id as postId', 'person_id as personId', 'ends_at as endsAt'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()

/** What a post answered of an event; undefined where it has not. */
export const findAnswer = async (tx: ReadTx, occurrenceId: string, postId: string): Promise<EventAnswer | undefined> =>
  tx
    .selectFrom('event_answer')
    .select(['is_coming as isComing', 'brings', 'contact'])
    .where('occurrence_id', '=', occurrenceId)
    .where('post_id', '=', postId)
    .executeTakeFirst()

/** The times a post said no to. */
export const listDeclined = async (tx: ReadTx, postId: string): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .selectFrom('event_answer')
    .select('occurrence_id')
    .where('post_id', '=', postId)
    .where('is_coming', '=', false)
    .execute()
  return new Set(rows.map(({ occurrence_id }) => occurrence_id))
}

/** Every answer to an event the actor arranges, by when it was given. */
export const listAnswers = async (
  tx: ReadTx,
  occurrenceId: string,
): Promise<(EventAnswer & { readonly postId: string })[]> =>
  tx
    .selectFrom('event_answer')
    .select(['post_id as postId', 'is_coming as isComing', 'brings', 'contact'])
    .where('occurrence_id', '=', occurrenceId)
    .orderBy('answered_at')
    .execute()

/** Who comes to an event, as everyone who may see it sees it. */
export const listGuests = async (tx: ReadTx, occurrenceId: string): Promise<EventGuest[]> => {
  const { rows } = await sql<{ title: string; organisation: string; unit: string | null; brings: string }>`
    select title, organisation, unit, brings from guests_of(${occurrenceId}::uuid)`.execute(tx)
  return rows.map(({ brings, ...post }) => ({ name: guestName(post), brings }))
}

interface GivenAnswer extends EventAnswer {
  readonly occurrenceId: string
  readonly postId: string
  readonly answeredAt: Temporal.Instant
  readonly answeredBy: string
}

/** Writes an answer in place of the one before. */
export const saveAnswer = async (tx: WriteTx, answer: GivenAnswer): Promise<void> => {
  const values = {
    is_coming: answer.isComing,
    brings: answer.brings,
    contact: answer.contact,
    answered_at: answer.answeredAt,
    answered_by: answer.answeredBy,
  }
  await tx
    .insertInto('event_answer')
    .values({ occurrence_id: answer.occurrenceId, post_id: answer.postId, ...values })
    .onConflict((conflict) => conflict.constraint('event_answered_once_by_a_post').doUpdateSet(values))
    .execute()
}

/** Who put the activity of a time in the calendar, and for whom. */
export const findArranger = async (
  tx: ReadTx,
  occurrenceId: string,
): Promise<{ madeBy: string; organisationId: string; plan: string | null } | undefined> => {
  const { rows } = await sql<{ madeBy: string; organisationId: string; plan: string | null }>`
    select s.made_by as "madeBy", o.organisation_id as "organisationId", p.name as plan
    from occurrence o join series s using (series_id) left join plan p on p.plan_id = o.plan_id
    where o.occurrence_id = ${occurrenceId}::uuid`.execute(tx)
  return rows[0]
}
