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
