import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Series } from './series.ts'
import { seriesOf } from './series.queries.ts'

/** Something that took place once, or comes every year by itself, with what became of it since. */
export interface Tradition {
  readonly series: Series
  readonly venue: string | null
  readonly area: string | null
  /** The activity that was begun from it and is still in the calendar. */
  readonly copyId: string | null
  /** When it next takes place by itself. */
  readonly nextAt: Temporal.Instant | null
}

/** What the actor's own arranged once, or arrange yearly, since a day. What never took place is left out. */
export const listTraditions = async (tx: ReadTx, since: Day, now: Temporal.Instant): Promise<Tradition[]> => {
  const rows = await tx
    .selectFrom('series as s')
    .leftJoin('venue as v', 'v.venue_id', 's.venue_id')
    .leftJoin('area as a', 'a.area_id', 's.area_id')
    .selectAll('s')
    .select([
      'v.name as venue',
      'a.name as area',
      sql<
        string | null
      >`(select c.series_id from series c where c.copied_from_id = s.series_id and c.ended_at is null limit 1)`.as(
        'copyId',
      ),
      sql<Temporal.Instant | null>`(select min(o.starts_at) from occurrence o where o.series_id = s.series_id and o.state = 'planned'
        and o.starts_at > ${now})`.as('nextAt'),
    ])
    .where('s.kind', '<>', 'meeting')
    .where(sql<boolean>`exists (select from post p where p.post_id in (select acting_posts())
      and (p.organisation_id = s.organisation_id or p.plan_id = s.plan_id))`)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('s.rule', 'is', null),
          eb('s.starts_on', '>=', since.toString()),
          sql<boolean>`exists (select from occurrence o where o.series_id = s.series_id and o.starts_at <= ${now}
            and o.state in ('planned', 'held'))`,
        ]),
        eb.and([
          eb('s.rule', 'like', 'FREQ=YEARLY;%'),
          eb('s.rule', 'not like', '%BYWEEKNO%'),
          eb('s.ended_at', 'is', null),
        ]),
      ]),
    )
    .orderBy(sql`extract(doy from s.starts_on)`)
    .orderBy('s.title')
    .execute()
  return rows.map((row) => ({
    series: seriesOf(row),
    venue: row.venue,
    area: row.area,
    copyId: row.copyId,
    nextAt: row.nextAt,
  }))
}

/** Takes activities out again that a person has just begun from others, where nothing of them has begun. Answers with how many. */
export const deleteCopies = async (
  tx: WriteTx,
  seriesIds: readonly string[],
  { madeBy, since, now }: { madeBy: string; since: Temporal.Instant; now: Temporal.Instant },
): Promise<number> => {
  const { numAffectedRows = 0n } = await sql`delete from series s
    where s.series_id = any (${[...seriesIds]}::uuid[]) and s.copied_from_id is not null and s.made_by = ${madeBy} and s.made_at >= ${since}
      and not exists (select from occurrence o where o.series_id = s.series_id and (o.state = 'held' or o.starts_at <= ${now}))`.execute(
    tx,
  )
  return Number(numAffectedRows)
}
