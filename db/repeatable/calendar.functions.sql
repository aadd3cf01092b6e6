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
