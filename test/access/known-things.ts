/** The calendar that the party keeps elsewhere, at a server with a name of its own. Answers who the party is. */
export const addKnown = (one: (query: string) => Promise<string>, party: string, host: string): Promise<string> =>
  one(
    `insert into @known_calendar (person_id, host, address, added_at, asked_at, answered_at, read_at, busy_during)
     values ('${party}', '${host}', 'https://${host}/hemmelig.ics', now(), now(), '2026-11-21 10:00', now(),
       '{["2026-12-01 08:00+01","2026-12-01 16:00+01")}') returning person_id as id`,
  )
