-- What those who take part see of invitations, which they may not read: which posts are held by someone who has not said yes yet.
create or replace function awaited_holders() returns setof uuid language sql stable security definer set search_path from current as $$
  select i.holder_id from invitation i
  where takes_part() and i.holder_id is not null and i.accepted_at is null and i.withdrawn_at is null
$$;

-- Whether the one who asks acts for the post a holding is of, and holds it that day: still, or as the next one after it.
create or replace function hands_over(holding uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from holder ending join holder own on own.post_id = ending.post_id
    where ending.holder_id = holding and own.person_id = acting_person() and own.holder_during @> acting_day()
      and own.post_id in (select acting_posts())
      and (own.holder_id = ending.holder_id or lower(own.holder_during) >= upper(ending.holder_during)
        and not exists (select from holder other where other.post_id = ending.post_id
          and lower(other.holder_during) >= upper(ending.holder_during) and lower(other.holder_during) < lower(own.holder_during))))
$$;

-- Merges of organisations, units and posts that are one, and their undoing. They reach tables that the application may not change, so
-- they run with their owner's eyes and ask themselves who may. Every row that points at what is lost is found in the catalogue, so that
-- a table made later is reached too. What cannot stand beside a row of the kept one's is the same fact twice, and goes.
create or replace function keep_register() returns void language plpgsql security definer set search_path from current as $$
begin
  if not (leads_forum() or has_duty('administrator')) then
    raise exception using errcode = '42501', message = 'the register is kept by the lead and the administrator';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(current_schema() || ' register', 0));
  perform pg_advisory_xact_lock(hashtextextended(current_schema() || ' holder', 0));
end
$$;

create or replace function note_move(merging uuid, of_table text, was jsonb, became jsonb) returns void
language sql security definer set search_path from current as $$
  insert into merge_move
    select $1, coalesce(max(m.position), 0) + 1, $2, $3, $4 from merge_move m where m.merge_id = $1
$$;

-- The columns a row of the table is told by; all of them, where none are kept apart.
create or replace function key_columns(of_table text) returns text[] language sql stable security definer set search_path from current as $$
  select coalesce((select array_agg(a.attname::text) from (
    select i.indrelid, i.indkey from pg_index i where i.indrelid = to_regclass(format('%I', of_table)) and i.indisunique and i.indpred is null
      and 0 <> all (i.indkey::int2[]) order by i.indisprimary desc limit 1) k
    join pg_attribute a on a.attrelid = k.indrelid and a.attnum = any (k.indkey::int2[])),
    (select array_agg(a.attname::text) from pg_attribute a
      where a.attrelid = to_regclass(format('%I', of_table)) and a.attnum > 0 and not a.attisdropped))
$$;

-- The condition that finds a row of the table by its key in the jsonb parameter named: equal, so that the index is used, but where a column
-- of the key may be null.
create or replace function keyed_by(of_table text, parameter text) returns text language sql stable security definer set search_path from current as $$
  select string_agg(format(case when a.attnotnull then 't.%1$I = (jsonb_populate_record(null::%2$I, %3$s)).%1$I'
    else 't.%1$I is not distinct from (jsonb_populate_record(null::%2$I, %3$s)).%1$I' end, a.attname, of_table, parameter), ' and ')
  from pg_attribute a where a.attrelid = to_regclass(format('%I', of_table)) and a.attname = any (key_columns(of_table))
$$;

-- Changes one row and notes it. `change` holds the columns with their new values.
create or replace function move_row(merging uuid, of_table text, whole jsonb, change jsonb) returns void
language plpgsql security definer set search_path from current as $$
declare
  keys text[] := key_columns(of_table);
  told jsonb := (select jsonb_object_agg(k, whole -> k) from unnest(keys || array(select jsonb_object_keys(change))) k);
begin
  if whole @> change then return; end if;
  execute format('update %I t set (%s) = row(%s) where %s', of_table,
    (select string_agg(format('%I', k), ', ') from jsonb_object_keys(change) k),
    (select string_agg(format('(jsonb_populate_record(null::%I, $1)).%I', of_table, k), ', ') from jsonb_object_keys(change) k),
    keyed_by(of_table, '$2')) using change, whole;
  perform note_move(merging, of_table, told, told || change);
end
$$;

create or replace function drop_row(merging uuid, of_table text, whole jsonb) returns void
language plpgsql security definer set search_path from current as $$
begin
  execute format('delete from %I t where %s', of_table, keyed_by(of_table, '$1')) using whole;
  perform note_move(merging, of_table, whole, null);
end
$$;

create or replace function name_alias(merging uuid, kind text, thing uuid, called text, at timestamptz, actor text) returns void
language plpgsql security definer set search_path from current as $$
declare added jsonb;
begin
  execute format('insert into alias (alias_id, %1$I, name, settled_at, settled_by) values (gen_random_uuid(), $1, $2, $3, $4)
    on conflict do nothing returning to_jsonb(alias)', kind || '_id') into added using thing, called, at, actor;
  if added is not null then perform note_move(merging, 'alias', null, added); end if;
end
$$;

-- A post that sits in a group on the same days as the one it becomes has one seat there: what was done from the other is that one's.
create or replace function join_seats(merging uuid, kept uuid, lost_seat jsonb) returns void
language plpgsql security definer set search_path from current as $$
declare seat uuid;
begin
  select m.group_member_id into seat from group_member m where m.meeting_group_id = (lost_seat ->> 'meeting_group_id')::uuid
    and m.post_id = kept and m.sits_during && (lost_seat ->> 'sits_during')::daterange limit 1;
  if seat is not null then perform move_references(merging, 'group_member', seat, (lost_seat ->> 'group_member_id')::uuid); end if;
end
$$;

-- Points all rows of a table at the kept thing at once and notes each; answers whether they could be. Where one of them cannot stand beside
-- a row of the kept one's, none is moved.
create or replace function move_all(merging uuid, of_table text, of_column text, ends uuid[]) returns boolean
language plpgsql security definer set search_path from current as $$
begin
  execute format('with moved as (update %1$I t set %2$I = $2[1] where t.%2$I = $2[2] returning jsonb_build_object(%3$s) as told)
    insert into merge_move select $1, (select coalesce(max(m.position), 0) from merge_move m where m.merge_id = $1) + row_number() over (), %4$L,
      told || jsonb_build_object(%5$L, $2[2]), told || jsonb_build_object(%5$L, $2[1]) from moved', of_table, of_column,
    (select string_agg(format('%L, t.%I', k, k), ', ') from unnest(key_columns(of_table)) k), of_table, of_column) using merging, ends;
  return true;
exception when unique_violation or exclusion_violation or check_violation then
  return false;
end
$$;

-- Points everything at the kept thing that pointed at the lost one: what belongs to a calendar is thousands of rows, so all rows of a table
-- at once where they can be, else row by row. Names from a day to a day end with what bore them.
create or replace function move_references(merging uuid, kind text, kept uuid, lost uuid) returns void
language plpgsql security definer set search_path from current as $$
declare reference record; pointing jsonb;
begin
  for reference in
    select t.relname as of_table, a.attname as of_column, t.relname in ('unit_name', 'organisation_name') as ends from pg_constraint c
    join pg_class t on t.oid = c.conrelid join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = to_regclass(format('%I', kind)) and cardinality(c.conkey) = 1
    order by t.relname, a.attname
  loop
    continue when not reference.ends and move_all(merging, reference.of_table, reference.of_column, array[kept, lost]);
    for pointing in
      execute format('select to_jsonb(t) from %I t where t.%I = $1', reference.of_table, reference.of_column) using lost
    loop
      if reference.ends then
        perform drop_row(merging, reference.of_table, pointing);
        continue;
      end if;
      begin
        perform move_row(merging, reference.of_table, pointing, jsonb_build_object(reference.of_column, kept));
      exception when unique_violation or exclusion_violation or check_violation then
        if reference.of_table = 'group_member' then perform join_seats(merging, kept, pointing); end if;
        perform drop_row(merging, reference.of_table, pointing);
      end;
    end loop;
  end loop;
end
$$;

-- Whether two posts are held by two at once, or may not do the same: then they stay two.
create or replace function posts_collide(one uuid, other uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (select from holder a join holder b on a.holder_during && b.holder_during
      where a.post_id = one and b.post_id = other and (a.person_id <> b.person_id
        or exists (select from holder x where x.post_id in (one, other) and x.holder_id not in (a.holder_id, b.holder_id)
          and x.holder_during && range_merge(a.holder_during, b.holder_during))))
    or array(select d.duty from post_duty d where d.post_id = one order by 1) <> array(select d.duty from post_duty d where d.post_id = other order by 1)
$$;

create or replace function merge_post_into(merging uuid, kept uuid, lost uuid) returns void
language plpgsql security definer set search_path from current as $$
declare own record; named record; held record;
begin
  for named in select k.* from agreement_post k join agreement_post l using (agreement_version_id, activity_id)
    where k.post_id = kept and l.post_id = lost and l.is_lead and not k.is_lead
  loop
    perform move_row(merging, 'agreement_post', to_jsonb(named), '{"is_lead": true}');
  end loop;
  for held in select h.* from holder h where h.post_id = lost loop
    select k.* into own from holder k where k.post_id = kept and k.person_id = held.person_id and k.holder_during && held.holder_during;
    if found then
      perform move_references(merging, 'holder', own.holder_id, held.holder_id);
      for named in select s.* from version_signature s where s.holder_id = held.holder_id loop
        perform move_row(merging, 'version_signature', to_jsonb(named), jsonb_build_object('holder_id', own.holder_id, 'post_id', kept));
      end loop;
      perform drop_row(merging, 'holder', to_jsonb(held));
      perform move_row(merging, 'holder', to_jsonb(own), jsonb_build_object('holder_during', range_merge(own.holder_during, held.holder_during)));
    end if;
  end loop;
  for named in select s.* from session s where s.post_id = lost loop
    perform move_row(merging, 'session', to_jsonb(named), jsonb_build_object('post_id', kept));
  end loop;
  -- Whoever merges the post they act for goes on acting for what it became.
  if current_setting('brobyg.post', true) = lost::text then execute format('set local brobyg.post to %L', kept); end if;
  perform move_references(merging, 'post', kept, lost);
  perform drop_row(merging, 'post', (select to_jsonb(p) from post p where p.post_id = lost));
end
$$;

-- Takes a post over into an organisation and a unit: it becomes one with a post of the same title there, or stays beside it under a title
-- that tells where it came from.
create or replace function take_post_over(merging uuid, taken uuid, into_organisation uuid, into_unit uuid, came_from text) returns void
language plpgsql security definer set search_path from current as $$
declare own post; twin uuid; title text;
begin
  select p.* into own from post p where p.post_id = taken;
  select p.post_id into twin from post p where p.organisation_id = into_organisation and p.unit_id is not distinct from into_unit
    and p.plan_id is not distinct from own.plan_id and name_key(p.title) = name_key(own.title) and p.post_id <> taken
    order by posts_collide(p.post_id, taken), p.title limit 1;
  if twin is not null and not posts_collide(twin, taken) then
    perform merge_post_into(merging, twin, taken);
    return;
  end if;
  title := own.title || case when twin is null then '' else ' (' || came_from || ')' end;
  perform move_row(merging, 'post', to_jsonb(own),
    jsonb_build_object('organisation_id', into_organisation, 'unit_id', into_unit, 'title', title));
end
$$;

create or replace function unit_last_name(asked uuid) returns text language sql stable security definer set search_path from current as $$
  select n.name from unit_name n where n.unit_id = asked order by n.named_during desc limit 1
$$;

create or replace function merge_unit_into(merging uuid, kept uuid, lost uuid, came_from text, said text[]) returns void
language plpgsql security definer set search_path from current as $$
declare own unit; other unit; called text; taken uuid;
begin
  select u.* into own from unit u where u.unit_id = kept;
  select u.* into other from unit u where u.unit_id = lost;
  if exists (with recursive above as (select u.parent_unit_id from unit u where u.unit_id = kept
      union select u.parent_unit_id from unit u join above a on u.unit_id = a.parent_unit_id) select from above where parent_unit_id = lost) then
    perform move_row(merging, 'unit', to_jsonb(own), jsonb_build_object('parent_unit_id', other.parent_unit_id));
    select u.* into own from unit u where u.unit_id = kept;
  end if;
  for taken in select p.post_id from post p where p.unit_id = lost order by p.title, p.post_id loop
    perform take_post_over(merging, taken, own.organisation_id, kept, came_from);
  end loop;
  for called in select n.name from unit_name n where n.unit_id = lost
    and name_key(n.name) not in (select name_key(k.name) from unit_name k where k.unit_id = kept) loop
    perform name_alias(merging, 'unit', kept, called, said[1]::timestamptz, said[2]);
  end loop;
  perform move_references(merging, 'unit', kept, lost);
  if own.unit_during <> range_merge(own.unit_during, other.unit_during) or own.is_sample and not other.is_sample then
    perform move_row(merging, 'unit', to_jsonb(own), jsonb_build_object('unit_during', range_merge(own.unit_during, other.unit_during),
      'is_sample', own.is_sample and other.is_sample));
  end if;
  perform drop_row(merging, 'unit', (select to_jsonb(u) from unit u where u.unit_id = lost));
end
$$;

create or replace function merge_organisation_into(merging uuid, kept uuid, lost uuid, at timestamptz, actor text) returns void
language plpgsql security definer set search_path from current as $$
declare own organisation; other organisation; moved unit; twin uuid; taken uuid; called text;
begin
  select o.* into own from organisation o where o.organisation_id = kept;
  select o.* into other from organisation o where o.organisation_id = lost;
  for taken in select p.post_id from post p where p.organisation_id = lost order by p.title, p.post_id loop
    perform take_post_over(merging, taken, kept, (select p.unit_id from post p where p.post_id = taken), other.name);
  end loop;
  for moved in select u.* from unit u where u.organisation_id = lost loop
    select k.unit_id into twin from unit k where k.organisation_id = kept and exists (select from unit_name a join unit_name b
      on name_key(a.name) = name_key(b.name) where a.unit_id = k.unit_id and b.unit_id = moved.unit_id) limit 1;
    perform move_row(merging, 'unit', to_jsonb(moved), jsonb_build_object('organisation_id', kept));
    if twin is not null then perform merge_unit_into(merging, twin, moved.unit_id, other.name, array[at::text, actor]); end if;
  end loop;
  for called in select other.name union select n.name from organisation_name n where n.organisation_id = lost loop
    if name_key(called) <> name_key(own.name) then perform name_alias(merging, 'organisation', kept, called, at, actor); end if;
  end loop;
  perform move_references(merging, 'organisation', kept, lost);
  if own.is_sample and not other.is_sample then
    perform move_row(merging, 'organisation', to_jsonb(own), '{"is_sample": false}');
  end if;
  perform drop_row(merging, 'organisation', to_jsonb(other));
end
$$;

create or replace function moves_of(merging uuid) returns jsonb language sql stable security definer set search_path from current as $$
  select coalesce(jsonb_agg(jsonb_build_object('tableName', m.table_name, 'was', m.was, 'became', m.became) order by m.position), '[]')
  from merge_move m where m.merge_id = merging
$$;

create or replace function merge_organisations(merging uuid, kept uuid, lost uuid, at timestamptz, actor text) returns jsonb
language plpgsql security definer set search_path from current as $$
begin
  perform keep_register();
  insert into merge select merging, 'organisation', k.organisation_id, l.organisation_id, k.name, l.name, at, actor
    from organisation k, organisation l where k.organisation_id = kept and l.organisation_id = lost;
  if not found then raise exception 'one of two organisations to merge is not there'; end if;
  perform merge_organisation_into(merging, kept, lost, at, actor);
  return moves_of(merging);
end
$$;

create or replace function merge_units(merging uuid, kept uuid, lost uuid, at timestamptz, actor text) returns jsonb
language plpgsql security definer set search_path from current as $$
begin
  perform keep_register();
  insert into merge select merging, 'unit', k.unit_id, l.unit_id, unit_last_name(kept), unit_last_name(lost), at, actor
    from unit k join unit l using (organisation_id) where k.unit_id = kept and l.unit_id = lost;
  if not found then raise exception 'two units to merge are not of one organisation'; end if;
  perform merge_unit_into(merging, kept, lost, unit_last_name(lost), array[at::text, actor]);
  return moves_of(merging);
end
$$;

create or replace function merge_posts(merging uuid, kept uuid, lost uuid, at timestamptz, actor text) returns jsonb
language plpgsql security definer set search_path from current as $$
begin
  perform keep_register();
  if posts_collide(kept, lost) then raise exception 'two posts to merge are held by two at once'; end if;
  insert into merge select merging, 'post', k.post_id, l.post_id, k.title, l.title, at, actor
    from post k join post l using (organisation_id) where k.post_id = kept and l.post_id = lost;
  if not found then raise exception 'two posts to merge are not of one organisation'; end if;
  perform name_alias(merging, 'post', kept, (select p.title from post p where p.post_id = lost), at, actor);
  perform merge_post_into(merging, kept, lost);
  return moves_of(merging);
end
$$;

create or replace function merge_plans(merging uuid, kept uuid, lost uuid, at timestamptz, actor text) returns jsonb
language plpgsql security definer set search_path from current as $$
declare own plan; other plan; moved post; twin uuid;
begin
  perform keep_register();
  select p.* into own from plan p where p.plan_id = kept;
  select p.* into other from plan p where p.plan_id = lost;
  if own.plan_id is null or other.plan_id is null then raise exception 'one of two plans to merge is not there'; end if;
  insert into merge select merging, 'plan', kept, lost, own.name, other.name, at, actor;
  for moved in select p.* from post p where p.plan_id = lost order by p.title, p.post_id loop
    select p.post_id into twin from post p where p.plan_id = kept and p.organisation_id = moved.organisation_id
      and p.unit_id is not distinct from moved.unit_id and name_key(p.title) = name_key(moved.title)
      order by posts_collide(p.post_id, moved.post_id), p.title limit 1;
    if twin is not null and not posts_collide(twin, moved.post_id) then
      perform merge_post_into(merging, twin, moved.post_id);
    else
      perform move_row(merging, 'post', to_jsonb(moved), jsonb_build_object('plan_id', kept,
        'title', moved.title || case when twin is null then '' else ' (' || other.name || ')' end));
    end if;
  end loop;
  perform name_alias(merging, 'plan', kept, other.name, at, actor);
  perform move_references(merging, 'plan', kept, lost);
  if own.is_sample and not other.is_sample or own.plan_during is null and other.plan_during is not null then
    perform move_row(merging, 'plan', to_jsonb(own), jsonb_build_object('is_sample', own.is_sample and other.is_sample,
      'plan_during', coalesce(own.plan_during, other.plan_during)));
  end if;
  perform drop_row(merging, 'plan', (select to_jsonb(p) from plan p where p.plan_id = lost));
  return moves_of(merging);
end
$$;

-- Whether somebody is known by what signs in, or has signed in: then they are somebody in their own right.
create or replace function person_signs_in(asked uuid) returns boolean language sql stable security definer set search_path from current as $$
  select exists (select from person p where p.person_id = asked and p.email is not null)
    or exists (select from passkey k where k.person_id = asked) or exists (select from federated_identity f where f.person_id = asked)
    or exists (select from session s where s.person_id = asked)
    or exists (select from invitation i where i.person_id = asked and i.withdrawn_at is null)
$$;

create or replace function merge_people(merging uuid, kept uuid, lost uuid, at timestamptz, actor text) returns jsonb
language plpgsql security definer set search_path from current as $$
declare own person; other person;
begin
  perform keep_register();
  select p.* into own from person p where p.person_id = kept;
  select p.* into other from person p where p.person_id = lost;
  if own.person_id is null or other.person_id is null then raise exception 'one of two people to merge is not there'; end if;
  if person_signs_in(lost) then raise exception 'whoever signs in is not merged into another'; end if;
  insert into merge select merging, 'person', kept, lost, own.name, other.name, at, actor;
  if name_key(own.name) <> name_key(other.name) then perform name_alias(merging, 'person', kept, other.name, at, actor); end if;
  perform move_references(merging, 'person', kept, lost);
  perform move_row(merging, 'person', to_jsonb(own), jsonb_build_object('phone', coalesce(own.phone, other.phone),
    'introduction', coalesce(own.introduction, other.introduction), 'is_sample', own.is_sample and other.is_sample));
  perform drop_row(merging, 'person', to_jsonb(other));
  return moves_of(merging);
end
$$;

-- The moves of a merge as they are put back, the last first: those after one another that changed the same column of a table from the same
-- to the same are one step.
create or replace function steps_back(merging uuid) returns table (table_name text, first int, last int, was jsonb, became jsonb)
language sql stable security definer set search_path from current as $$
  with move as (
    select m.position, m.table_name, m.was, m.became, case when m.was is null or m.became is null then to_jsonb(m.position)
      else (select jsonb_object_agg(w.key, jsonb_build_array(w.value, m.became -> w.key)) from jsonb_each(m.was) w
        where w.value <> m.became -> w.key) end as change
    from merge_move m where m.merge_id = merging),
  numbered as (select move.*, position - row_number() over (partition by table_name, change order by position) as step from move)
  select table_name, min(position)::int, max(position)::int, (array_agg(was order by position))[1], (array_agg(became order by position))[1]
  from numbered group by table_name, change, step order by 3 desc
$$;

-- Puts back what a merge moved. What was changed by somebody since stays as they left it.
create or replace function undo_merge(merging uuid, at timestamptz, actor text) returns void
language plpgsql security definer set search_path from current as $$
declare move record; changed text;
begin
  perform keep_register();
  update merge m set undone_at = at, undone_by = actor where m.merge_id = merging and m.undone_at is null;
  if not found then raise exception 'the merge is not there to undo'; end if;
  for move in select s.* from steps_back(merging) s loop
    if move.became is null then
      -- What PostgreSQL makes of the other columns it makes anew.
      select string_agg(format('%I', a.attname), ', ') into changed from pg_attribute a
        where a.attrelid = to_regclass(format('%I', move.table_name)) and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
      execute format('insert into %1$I (%3$s) select %3$s from jsonb_populate_record(null::%1$I, $1)%2$s', move.table_name,
        case when move.table_name in ('organisation', 'unit', 'post', 'holder', 'plan', 'person') then '' else ' on conflict do nothing' end, changed)
        using move.was;
    elsif move.was is null then
      execute format('delete from %I t where %s and to_jsonb(t) @> $1', move.table_name, keyed_by(move.table_name, '$1')) using move.became;
    else
      select string_agg(format('%I', k), ', ') into changed from jsonb_object_keys(move.was) k where move.was -> k <> move.became -> k;
      execute format('update %1$I t set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$I, $4)) from merge_move m
        where m.merge_id = $1 and m.position between $2 and $3 and %3$s and to_jsonb(t) @> m.became',
        move.table_name, changed, keyed_by(move.table_name, 'm.became')) using merging, move.first, move.last, move.was;
    end if;
  end loop;
end
$$;

do $$
declare made text;
begin
  foreach made in array array['keep_register()', 'note_move(uuid, text, jsonb, jsonb)', 'key_columns(text)', 'move_row(uuid, text, jsonb, jsonb)',
    'drop_row(uuid, text, jsonb)', 'move_all(uuid, text, text, uuid[])', 'steps_back(uuid)', 'name_alias(uuid, text, uuid, text, timestamptz, text)', 'move_references(uuid, text, uuid, uuid)',
    'posts_collide(uuid, uuid)', 'merge_post_into(uuid, uuid, uuid)', 'take_post_over(uuid, uuid, uuid, uuid, text)', 'unit_last_name(uuid)', 'moves_of(uuid)',
    'keyed_by(text, text)', 'merge_unit_into(uuid, uuid, uuid, text, text[])', 'merge_organisation_into(uuid, uuid, uuid, timestamptz, text)',
    'merge_organisations(uuid, uuid, uuid, timestamptz, text)', 'merge_units(uuid, uuid, uuid, timestamptz, text)',
    'merge_posts(uuid, uuid, uuid, timestamptz, text)', 'merge_plans(uuid, uuid, uuid, timestamptz, text)',
    'merge_people(uuid, uuid, uuid, timestamptz, text)', 'person_signs_in(uuid)', 'undo_merge(uuid, timestamptz, text)'] loop
    execute format('revoke execute on function %s from public', made);
  end loop;
end
$$;
grant execute on function keep_register, merge_organisations, merge_units, merge_posts, merge_plans, merge_people, person_signs_in, undo_merge, posts_collide, unit_last_name to brobyg_app;

-- What everyone may see of the posts that published agreements in force on the day name: that somebody holds the post, and their name where
-- the agreement itself says it of that post.
create or replace function published_holders(asked date) returns table (post_id uuid, holder_id uuid, name text)
language sql stable security definer set search_path from current as $$
  with version as materialized (
    select v.agreement_version_id, array(
      select lower(c ->> 'post') || '|' || (c ->> 'holder') from (
        select jsonb_path_query(v.document, '$.contacts[*]') union all
        select jsonb_path_query(v.document, '$.activities[*].contacts[*]') union all
        select v.document #> '{coordination,lead}') contact (c)
      where c ->> 'holder' is not null and c ->> 'post' is not null) as named
    from agreement_version v where v.is_published and v.in_force_during @> asked)
  select h.post_id, h.holder_id, max(person.name) filter (where lower(p.title) || '|' || person.name = any (version.named))
  from version join agreement_post n using (agreement_version_id)
  join post p on p.post_id = n.post_id
  join holder h on h.post_id = n.post_id and h.holder_during @> asked
  join person using (person_id)
  group by h.post_id, h.holder_id
$$;

-- Whether the one who acts may ask somebody to confirm their entry: as party to an agreement that names a post of theirs.
create or replace function asks_as_party(asked uuid) returns boolean
language sql stable security definer set search_path from current as $$
  select exists (
    select from holder h join agreement_post n on n.post_id = h.post_id join agreement_version v using (agreement_version_id)
    where h.person_id = asked and h.holder_during @> acting_day() and v.in_force_during @> acting_day() and is_party(v.agreement_version_id))
$$;
