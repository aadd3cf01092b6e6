-- Sits in a group today: acts for a post that has a seat there. Who sat there once has nothing more to do with its papers.
create or replace function sits_in_group(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (
    select from group_member m where m.meeting_group_id = asked and m.sits_during @> acting_day() and m.post_id in (select acting_posts()))
$$;

-- Sees a group's papers and keeps its affairs: sits there, leads the forum or administers the partnership.
create or replace function keeps_group(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select sits_in_group(asked) or leads_forum() or has_duty('administrator')
$$;

-- Runs a group: leads the forum, administers the partnership, or sits there and is told to call its meetings. Where nobody can who was told to,
-- everybody who sits there may; where they take turns, each who does. Whose turn it is, is counted by the program.
create or replace function runs_group(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or leads_forum() or has_duty('administrator') or exists (
    select from group_member m join meeting_group g using (meeting_group_id)
    where m.meeting_group_id = asked and m.sits_during @> acting_day() and m.post_id in (select acting_posts())
      and case g.convening when 'rotation' then m.takes_turns else not exists (
        select from convenorship c join group_member k using (group_member_id) join holder h on h.post_id = k.post_id
        where c.meeting_group_id = asked and c.convenes_during @> acting_day() and k.sits_during @> acting_day()
          and h.holder_during @> acting_day() and k.post_id not in (select acting_posts())) end)
$$;

create or replace function is_group_person_free(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select coalesce((select g.is_person_free from meeting_group g where g.meeting_group_id = asked), false)
$$;

-- Of the group a seat is in.
create or replace function group_of_seat(asked uuid) returns uuid language sql stable security definer set search_path from current as $$
  select m.meeting_group_id from group_member m where m.group_member_id = asked
$$;

create or replace function keeps_meeting(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from meeting m where m.meeting_id = asked and keeps_group(m.meeting_group_id))
$$;

-- Runs one meeting: leads the forum, administers the partnership, or sits there and is its convenor. Where nobody is, or its convenor no longer
-- can, everybody who sits there may.
create or replace function runs_meeting(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or leads_forum() or has_duty('administrator') or exists (
    select from meeting m where m.meeting_id = asked and sits_in_group(m.meeting_group_id) and not exists (
      select from group_member k join holder h on h.post_id = k.post_id
      where k.group_member_id = m.convenor_member_id and k.sits_during @> acting_day() and h.holder_during @> acting_day()
        and k.post_id not in (select acting_posts())))
$$;

-- What may be written of a meeting, compared with the row as it was: which meeting it is never changes, and only the program finds that nobody
-- objected. Whoever runs it writes the rest; those who only sit there send its minutes and begin to correct them, and approve nothing.
create or replace function may_write_meeting(written meeting) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (select from meeting was where was.meeting_id = written.meeting_id
    and (was.meeting_group_id, was.number, was.occurrence_id) = (written.meeting_group_id, written.number, written.occurrence_id)
    and (written.minutes_stand_as is distinct from 'unobjected' or written.minutes_stand_at is not distinct from was.minutes_stand_at)
    and (runs_meeting(was.meeting_id) or keeps_group(was.meeting_group_id)
      and to_jsonb(was) - '{version,state,held_at,minutes_sent_at,minutes_stand_at,minutes_stand_as,correcting_because}'::text[]
        = to_jsonb(written) - '{version,state,held_at,minutes_sent_at,minutes_stand_at,minutes_stand_as,correcting_because}'::text[]
      and (written.state = was.state or was.state in ('planned', 'called') and written.state = 'held')
      and (was.held_at is null or written.held_at is not distinct from was.held_at)
      and (written.minutes_sent_at is not null or was.minutes_sent_at is null)
      and ((written.minutes_stand_at, written.minutes_stand_as) is not distinct from (was.minutes_stand_at, was.minutes_stand_as)
        or written.minutes_stand_at is null and written.minutes_sent_at is distinct from was.minutes_sent_at)))
$$;

-- Of a follow-up that is written, it is settled alone, by whoever does it, that it is done.
create or replace function may_settle_follow_up(written follow_up) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (select from follow_up was where was.follow_up_id = written.follow_up_id
    and to_jsonb(was) - '{version,done_on,done_by,note}'::text[] = to_jsonb(written) - '{version,done_on,done_by,note}'::text[]
    and (written.done_by is not distinct from was.done_by or written.done_by is null or written.done_by = acting_person()::text)
    and (keeps_group(was.meeting_group_id) or was.post_id in (select acting_posts())))
$$;

create or replace function keeps_item(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from agenda_item i where i.agenda_item_id = asked and keeps_group(i.meeting_group_id))
$$;

create or replace function keeps_poll(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from poll p where p.poll_id = asked and keeps_group(p.meeting_group_id))
$$;

-- The meeting of a time in the calendar is kept by the group, whoever arranged it there.
create or replace function keeps_meeting_time(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from meeting m where m.occurrence_id = asked and keeps_group(m.meeting_group_id))
$$;

-- Whoever holds the link of an invitation or a poll acts as its hash, and on that alone.
create or replace function holds_invitation(hash bytea) returns boolean language sql stable
return current_setting('brobyg.actor', true) = 'invitation:' || encode(hash, 'hex');

create or replace function holds_invitation_to(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from meeting_invitee i where i.meeting_id = asked and holds_invitation(i.token_hash))
$$;

create or replace function holds_poll_link(hash bytea) returns boolean language sql stable
return current_setting('brobyg.actor', true) = 'poll:' || encode(hash, 'hex');

create or replace function holds_link_of_poll(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from poll_invitee i where i.poll_id = asked and holds_poll_link(i.token_hash))
$$;

create or replace function answers_as(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from poll_invitee i where i.poll_invitee_id = asked and (holds_poll_link(i.token_hash) or keeps_poll(i.poll_id)))
$$;

-- When and where meetings are, for whoever may see the meetings: also those who take no part, whom the calendar shows none.
create or replace function meeting_times(asked uuid[]) returns table (meeting_id uuid, starts_at timestamptz, ends_at timestamptz, venue text, address text, place text)
language sql stable security definer set search_path from current as $$
  select m.meeting_id, o.starts_at, o.ends_at, v.name, v.address, s.place
  from meeting m join occurrence o using (occurrence_id) join series s using (series_id) left join venue v on v.venue_id = s.venue_id
  where m.meeting_id = any (asked) and (takes_part() or m.is_published or holds_invitation_to(m.meeting_id))
$$;

-- Minutes open to all, as they stand last: without the names of people, who took part as a seat.
create or replace function published_minutes(asked uuid) returns table (meeting_id uuid, number integer, written_at timestamptz, document jsonb)
language sql stable security definer set search_path from current as $$
  select distinct on (e.meeting_id) e.meeting_id, e.number, e.written_at,
    jsonb_set(e.document, '{present}', coalesce((select jsonb_agg(p || '{"name": "", "substitute": ""}'::jsonb)
      from jsonb_array_elements(e.document -> 'present') p), '[]'::jsonb))
  from minutes_edition e join meeting m using (meeting_id)
  where m.is_published and m.minutes_stand_at is not null and (asked is null or m.meeting_id = asked)
  order by e.meeting_id, e.number desc
$$;

-- The calendars elsewhere of those who sit in a group on a day that have answered since a moment. For the functions below alone.
create or replace function known_calendars_of(asked uuid, day date, since timestamptz) returns table (group_member_id uuid, busy_during tstzmultirange)
language sql stable security definer set search_path from current as $$
  select m.group_member_id, k.busy_during
  from group_member m join holder h on h.post_id = m.post_id and h.holder_during @> day join known_calendar k using (person_id)
  where m.meeting_group_id = asked and m.sits_during @> day and k.answered_at >= since
$$;
revoke execute on function known_calendars_of from public;

-- How many of a group have something else in a calendar elsewhere, for each span that is asked about; never who, nor what.
create or replace function count_busy_elsewhere(asked uuid, day date, since timestamptz, starts timestamptz[], ends timestamptz[])
returns table (nth bigint, busy bigint) language sql stable security definer set search_path from current as $$
  with known as materialized (select * from known_calendars_of(asked, day, since))
  select s.nth, count(distinct k.group_member_id)
  from unnest(starts, ends) with ordinality as s (starts_at, ends_at, nth)
    left join known k on k.busy_during && tstzrange(s.starts_at, greatest(s.starts_at, s.ends_at))
  where keeps_group(asked) group by s.nth
$$;

-- Of how many of a group a calendar elsewhere is known; null for whoever may not know.
create or replace function count_known_calendars(asked uuid, day date, since timestamptz) returns bigint
language sql stable security definer set search_path from current as $$
  select case when keeps_group(asked) then (select count(distinct k.group_member_id) from known_calendars_of(asked, day, since) k) end
$$;
