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
