-- Who arranges: acts today for the organisation or the plan an activity is of, leads the forum or administers the partnership.
create or replace function arranges(organisation uuid, plan uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select acting_program() or leads_forum() or has_duty('administrator') or exists (
    select from post p where p.post_id in (select acting_posts()) and (p.organisation_id = organisation or p.plan_id = plan))
$$;

create or replace function arranges_series(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from series s where s.series_id = asked and arranges(s.organisation_id, s.plan_id))
$$;

-- Keeps a venue: acts for the organisation or plan that has it.
create or replace function keeps_venue(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from venue v where v.venue_id = asked and arranges(v.organisation_id, v.plan_id))
$$;

create or replace function keeps_space(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from space s where s.space_id = asked and keeps_venue(s.venue_id))
$$;

create or replace function arranges_occurrence(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from occurrence o where o.occurrence_id = asked and arranges(o.organisation_id, o.plan_id))
$$;

-- How many children come to each of these times: a number, for everybody, of rows that few may see.
create or replace function places_taken(asked uuid[]) returns table (occurrence_id uuid, taken integer)
language sql stable security definer set search_path from current as $$
  select s.occurrence_id, sum(s.children)::integer from sign_up s
  where s.occurrence_id = any (asked) and s.state = 'coming' group by s.occurrence_id
$$;

-- Whoever holds the link of a sign-up acts as its hash.
create or replace function holds_sign_up(hash bytea) returns boolean language sql stable
return current_setting('brobyg.actor', true) = 'sign-up:' || encode(hash, 'hex');

-- A skipped time comes back when what held its place goes away, also where whoever gave the place up does not arrange it: it is planned
-- again, and the place is booked, or asked for where whoever has it must say yes. Should the place be taken, the constraint says no.
create or replace function come_back(asked uuid, moment timestamptz) returns bigint
language sql security definer set search_path from current as $$
  with back as (
    update occurrence set state = 'planned', skipped_for_id = null, skipped_at = null, skipped_because = null, reason = '', changed_at = moment,
      sequence = sequence + 1, version = version + 1
    where occurrence_id = asked and state = 'skipped' and takes_part()
    returning occurrence_id, series_id, organisation_id, plan_id, venue_id, elsewhere_venue_id, starts_at, ends_at),
  booked as (
    insert into booking (booking_id, space_id, occurrence_id, organisation_id, booked_during, purpose, state, asked_at, asked_by,
      answered_at, answered_by)
    select gen_random_uuid(), p.space_id, b.occurrence_id, b.organisation_id, tstzrange(b.starts_at, b.ends_at), s.title,
      case when is_theirs then 'approved' else 'requested' end, moment, s.made_by,
      case when is_theirs then moment end, case when is_theirs then 'system' end
    from back b join series s using (series_id) join venue v on v.venue_id = b.venue_id
      join space p on p.venue_id = b.venue_id and (s.space_id is null or b.elsewhere_venue_id is not null or p.space_id = s.space_id)
      cross join lateral (select v.booking_rule = 'free' or coalesce(v.organisation_id = b.organisation_id, false)
        or coalesce(v.plan_id = b.plan_id, false) as is_theirs) rule
    where not v.is_informal
    returning 1)
  select count(*) from booked
$$;

-- A time gives way where whoever has its venue said no, or gave the place to another; it waits for that other.
create or replace function give_way(asked uuid, other uuid, because text, words text, moment timestamptz) returns void
language sql security definer set search_path from current as $$
  update occurrence set state = 'skipped', skipped_for_id = other, skipped_at = moment, skipped_because = because, reason = words,
    changed_at = moment, sequence = sequence + 1, version = version + 1
  where occurrence_id = asked and state = 'planned' and keeps_venue(venue_id)
$$;

-- What a skipped time waits for, when that has changed.
create or replace function wait_for(asked uuid, other uuid) returns void
language sql security definer set search_path from current as $$
  update occurrence set skipped_for_id = other where occurrence_id = asked and state = 'skipped' and takes_part()
$$;

-- Works with an agreement in force today that holds the promise: may wish for what it promises, and see what is planned.
create or replace function works_on_promise(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (
    select from commitment c join agreement_version v using (agreement_version_id)
    where c.lineage_id = asked and v.in_force_during @> acting_day() and works_with(v.agreement_version_id))
$$;

create or replace function sees_season(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from season s where s.season_id = asked and (arranges(s.organisation_id, s.plan_id) or works_on_promise(s.lineage_id)))
$$;

-- Acts for those who owe what a season is about: they say yes to days.
create or replace function agrees_season(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from season s where s.season_id = asked and arranges(s.organisation_id, s.plan_id))
$$;

-- Who said they come to a larger event that everyone may see, and what they bring; whom to call there is nobody else's business.
create or replace function guests_of(asked uuid) returns table (post_id uuid, title text, organisation text, unit text, brings text)
language sql stable security definer set search_path from current as $$
  select a.post_id, p.title, o.name,
    (select n.name from unit_name n where n.named_during @> s.starts_at::date and n.unit_id = coalesce(
      (select m.unit_id from post_unit m where m.post_id = p.post_id and m.placed_during @> s.starts_at::date), p.unit_id)), a.brings
  from event_answer a join occurrence s using (occurrence_id) join post p on p.post_id = a.post_id join organisation o on o.organisation_id = p.organisation_id
  where a.occurrence_id = asked and a.is_coming and (s.is_published or takes_part())
  order by a.answered_at
$$;
