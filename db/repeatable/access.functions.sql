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

-- Acts for an organisation that is party to the version, and may speak for it.
create or replace function signs_for(version uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from agreement_party a
    where a.organisation_id in (select acting_organisations()) and a.agreement_version_id = version)
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

-- A resident acts as subject:<data_subject_id>, from a link in a mail. That is no person here, so it holds no post, has no duty and takes
-- part in nothing; it is one who is written about.
create or replace function acting_subject() returns uuid language sql stable
return case when current_setting('brobyg.actor', true) ~ '^subject:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  then substr(current_setting('brobyg.actor', true), 9)::uuid end;

create or replace function acting_resident_desk() returns boolean language sql stable
return current_setting('brobyg.actor', true) = 'resident-desk';

-- The first day somebody born that month is surely this old: only the month is known. Who has no birth month is of age.
create or replace function surely_aged_on(birth_month text, years integer) returns date language sql immutable
return coalesce((to_date(birth_month || '-01', 'YYYY-MM-DD') + make_interval(years => years, months => 1))::date, '-infinity'::date);

-- Everyone who is reached at the address the resident showed they have.
create or replace function acting_selves() returns setof uuid language sql stable security definer set search_path from current as $$
  select s.data_subject_id from data_subject s
  where s.data_subject_id = acting_subject()
    or lower(s.mail) = (select lower(a.mail) from data_subject a where a.data_subject_id = acting_subject())
$$;

-- Whose record the resident may ask for: their own, and that of a child they hold custody of.
create or replace function own_subjects() returns setof uuid language sql stable security definer set search_path from current as $$
  select acting_selves()
  union
  select g.child_id from guardianship g join data_subject child on child.data_subject_id = g.child_id
  where g.guardian_id in (select acting_selves()) and g.holds_custody and g.guardianship_during @> acting_day()
    and acting_day() < surely_aged_on(child.birth_month, 18)
$$;

-- Whose trail the resident may read: as own_subjects, but of a child only until 15, when what is asked of them is their own.
create or replace function own_trails() returns setof uuid language sql stable security definer set search_path from current as $$
  select s.data_subject_id from data_subject s
  where s.data_subject_id in (select own_subjects())
    and (s.data_subject_id in (select acting_selves()) or acting_day() < surely_aged_on(s.birth_month, 15))
$$;

-- Which consents the resident may see: about themselves, answered by themselves, or about a child under 15 in their custody.
create or replace function own_consents() returns setof uuid language sql stable security definer set search_path from current as $$
  select c.consent_id from consent c where c.data_subject_id in (select acting_selves())
  union
  select g.consent_id from consent_giver g join consent c using (consent_id)
  where g.giver_id in (select acting_selves()) and c.data_subject_id in (select own_subjects())
  union
  select c.consent_id from consent c join data_subject s using (data_subject_id)
  where c.data_subject_id in (select own_subjects()) and acting_day() < surely_aged_on(s.birth_month, 15)
$$;

-- Whether those who held custody that day had given the consent by then: all of them for what is material, else one.
create or replace function given_by_guardians(asked uuid, day date) returns boolean
language sql stable security definer set search_path from current as $$
  select count(*) > 0 and case when bool_or(c.is_material) then bool_and(has_given) else bool_or(has_given) end
  from consent c join guardianship h on h.child_id = c.data_subject_id and h.holds_custody and h.guardianship_during @> day
    cross join lateral (select exists (select from consent_giver g
      where g.consent_id = c.consent_id and g.giver_id = h.guardian_id and g.given_on <= day) as has_given) answer
  where c.consent_id = asked
$$;

-- The same rule as consentStanding in src/rooms/access/consent/consent.rules.ts.
create or replace function consent_in_force(asked uuid, day date) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select from consent c join data_subject s using (data_subject_id)
    where c.consent_id = asked and c.consent_during @> day
      and not exists (select from consent_giver g where g.consent_id = asked and g.withdrawn_at is not null)
      and (exists (select from consent_giver g where g.consent_id = asked and g.giver_id = c.data_subject_id
          and g.given_on between surely_aged_on(s.birth_month, 15) and day)
        or s.birth_month is not null and given_by_guardians(asked, least(day, surely_aged_on(s.birth_month, 15) - 1))))
$$;

create or replace function was_never_given(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select not exists (select from consent_giver g where g.consent_id = asked and g.given_on is not null)
$$;

create or replace function circle_consents() returns setof uuid language sql stable security definer set search_path from current as $$
  select m.consent_id from circle_member m
  where m.ended_at is null and m.circle_during @> acting_day()
    and (m.post_id in (select acting_posts()) or m.organisation_id in (select acting_organisations()))
    and consent_in_force(m.consent_id, acting_day())
$$;

-- The people in whose circle the one who asks is today.
create or replace function circle_subjects() returns setof uuid language sql stable security definer set search_path from current as $$
  select c.data_subject_id from consent c where c.consent_id in (select circle_consents())
$$;

create or replace function in_circle(subject uuid) returns boolean language sql stable
return subject in (select circle_subjects());

-- The post that registered somebody sees them while a consent is asked for: 30 days, and no longer than until one of theirs has ended.
-- Guardians are seen through their child alone.
create or replace function registering_subjects() returns setof uuid language sql stable security definer set search_path from current as $$
  select s.data_subject_id from data_subject s
  where s.registered_post_id in (select acting_posts())
    and acting_day() < (s.registered_at at time zone 'Europe/Copenhagen')::date + 30
    and not exists (select from guardianship g where g.guardian_id = s.data_subject_id)
    and not exists (select from consent c where c.data_subject_id = s.data_subject_id
      and (upper(c.consent_during) <= acting_day()
        or exists (select from consent_giver g where g.consent_id = c.consent_id and g.withdrawn_at is not null)))
$$;

create or replace function watched_subjects() returns setof uuid language sql stable security definer set search_path from current as $$
  select circle_subjects() union select registering_subjects()
$$;

-- Those watched, and the guardians through whom they are reached, while a consent of the child still lets one in.
create or replace function seen_subjects() returns setof uuid language sql stable security definer set search_path from current as $$
  with watched as materialized (select watched_subjects() as data_subject_id)
  select data_subject_id from watched
  union
  select g.guardian_id from guardianship g join watched w on w.data_subject_id = g.child_id
  where g.guardianship_during @> acting_day()
$$;

-- Ends what followed from a consent that somebody withdrew: the circle, and addresses sent out. Does nothing to any other consent.
create or replace function end_what_followed(withdrawn uuid, at_moment timestamptz) returns void
language plpgsql security definer set search_path from current as $$
begin
  if exists (select from consent_giver g where g.consent_id = withdrawn and g.withdrawn_at is not null) then
    update circle_member set ended_at = at_moment where consent_id = withdrawn and ended_at is null;
    update subject_link set ended_at = at_moment where consent_id = withdrawn and ended_at is null;
  end if;
end
$$;
revoke execute on function end_what_followed from public;

create or replace function is_held(asked_thing text, asked_ref text) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from legal_hold h where h.thing = asked_thing and h.ref in (asked_ref, '*') and h.lifted_at is null)
$$;

create or replace function count_deletion(what text, on_day date, how_many integer) returns void
language plpgsql security definer set search_path from current as $$
begin
  insert into deletion_count (purpose, deleted_on, number) values (what, on_day, how_many)
    on conflict on constraint deletion_counted_once_a_day do update set number = deletion_count.number + excluded.number;
end
$$;
revoke execute on function count_deletion from public;

-- Removes the invented families of the sample, for the program.
create or replace function remove_sample_subjects() returns void
language plpgsql security definer set search_path from current as $$
begin
  if acting_program() then
    delete from consent where data_subject_id in (select s.data_subject_id from data_subject s where s.is_sample);
    delete from consent_giver where giver_id in (select s.data_subject_id from data_subject s where s.is_sample);
    delete from guardianship where child_id in (select s.data_subject_id from data_subject s where s.is_sample)
      or guardian_id in (select s.data_subject_id from data_subject s where s.is_sample);
    delete from data_subject where is_sample;
  end if;
end
$$;
revoke execute on function remove_sample_subjects from public;

-- Whether nothing keeps a person's record but the record itself: no consent about them, answered by them or about a child of theirs.
create or replace function is_subject_free(subject uuid) returns boolean language sql stable security definer set search_path from current as $$
  select not exists (select from consent c where c.data_subject_id = subject)
    and not exists (select from consent_giver g where g.giver_id = subject)
    and not exists (select from guardianship h join consent c on c.data_subject_id = h.child_id where h.guardian_id = subject)
    and not is_held('data_subject', subject::text)
$$;

-- Deletes a person's record where nothing keeps it, for the program and for whoever the record is about. What a room has hung on the
-- record refuses by its foreign key, and the record stays.
create or replace function delete_free_subject(subject uuid) returns boolean
language plpgsql security definer set search_path from current as $$
begin
  if not (acting_program() or subject in (select own_subjects())) or not is_subject_free(subject) then
    return false;
  end if;
  delete from guardianship where child_id = subject or guardian_id = subject;
  delete from data_subject where data_subject_id = subject;
  return found;
exception when foreign_key_violation then
  return false;
end
$$;
revoke execute on function delete_free_subject from public;
