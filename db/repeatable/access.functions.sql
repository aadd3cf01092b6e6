-- Who acts, as the policies ask: the transaction says who, on behalf of which post and on which day (brobyg.actor, brobyg.post,
-- brobyg.day); these functions see for themselves whether that person holds that post that day. They run with their owner's eyes, so
-- that a policy may look where the one who asks may not.
create or replace function acting_program() returns boolean language sql stable
return current_setting('brobyg.actor', true) = 'system';

create or replace function acting_desk() returns boolean language sql stable
return current_setting('brobyg.actor', true) = 'sign-in-desk';

create or replace function acting_person() returns uuid language sql stable
return case when current_setting('brobyg.actor', true) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  then current_setting('brobyg.actor', true)::uuid end;

create or replace function acting_day() returns date language sql stable
return nullif(current_setting('brobyg.day', true), '')::date;

-- The posts the person acts for: the one chosen, where they hold it that day; all they hold, where none is chosen.
create or replace function acting_posts() returns setof uuid language sql stable security definer set search_path from current as $$
  select h.post_id from holder h
  where h.person_id = acting_person() and h.holder_during @> acting_day()
    and (nullif(current_setting('brobyg.post', true), '') is null or h.post_id::text = current_setting('brobyg.post', true))
$$;

create or replace function acting_organisations() returns setof uuid language sql stable security definer set search_path from current as $$
  select p.organisation_id from post p where p.post_id in (select acting_posts())
$$;

-- Someone who takes part in the cooperation today, or the program itself.
create or replace function takes_part() returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (select acting_posts())
$$;

create or replace function has_duty(asked text) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (select from post_duty d where d.post_id in (select acting_posts()) and d.duty = asked)
$$;

-- Leads the forum of an agreement that is in force today.
create or replace function leads_forum() returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (
    select from agreement_post n join agreement_version v using (agreement_version_id)
    where n.post_id in (select acting_posts()) and n.is_lead and v.in_force_during @> acting_day())
$$;

-- The posts that lead the forum of an agreement in force today.
create or replace function leading_posts() returns setof uuid language sql stable security definer set search_path from current as $$
  select n.post_id from agreement_post n join agreement_version v using (agreement_version_id)
  where n.is_lead and v.in_force_during @> acting_day()
$$;

create or replace function is_party(version uuid) returns boolean language sql stable security definer set search_path from current as $$
  select acting_program() or exists (
    select from post p join agreement_party a on a.organisation_id = p.organisation_id or a.plan_id = p.plan_id
    where p.post_id in (select acting_posts()) and a.agreement_version_id = version)
$$;

create or replace function is_named(version uuid, activity text) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from agreement_post n
    where n.post_id in (select acting_posts()) and n.agreement_version_id = version and n.activity_id = activity)
$$;

-- Works with the version: a party to it, or one who leads the forum or administers the partnership.
create or replace function works_with(version uuid) returns boolean language sql stable
return is_party(version) or leads_forum() or has_duty('administrator');

-- How many rows of each kind are kept, for the data-protection officer: what a person may not see, they may still count.
create or replace function count_kept() returns table (kind text, kept bigint)
language plpgsql stable security definer set search_path from current as $$
begin
  if not has_duty('data_protection') then return; end if;
  for kind in select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by c.relname loop
    execute format('select count(*) from %I', kind) into kept;
    return next;
  end loop;
end
$$;
