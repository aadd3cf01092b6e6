/** Writes a calendar that is followed by whoever arranges the series, and something taken over from it. */
export const addFollowed = async (
  one: (sql: string) => Promise<string>,
  series: string,
): Promise<{ followed: string; takenSeries: string }> => {
  const followed = await one(
    `insert into @outside_calendar (outside_calendar_id, name, host, organisation_id, plan_id, kind, is_published, state, added_at, added_by)
     select gen_random_uuid(), 'Klubbens kalender', 'klub.example', organisation_id, plan_id, 'club', false, 'followed', now(), 'system'
     from @series where series_id = '${series}' returning outside_calendar_id as id`,
  )
  await one(
    `insert into @outside_source (outside_calendar_id, address) values ('${followed}', 'https://klub.example/hemmelig.ics')
     returning outside_calendar_id as id`,
  )
  const takenSeries = await one(
    `insert into @series (series_id, title, kind, organisation_id, plan_id, starts_on, starts_minute, lasts_minutes, is_published, made_at, made_by,
       changed_at, outside_calendar_id, outside_uid, outside_hash)
     select gen_random_uuid(), 'Klubaften', 'club', organisation_id, plan_id, '2026-12-01', 1020, 60, true, now(), 'system', now(), '${followed}', 'a', 'b'
     from @series where series_id = '${series}' returning series_id as id`,
  )
  return { followed, takenSeries }
}
