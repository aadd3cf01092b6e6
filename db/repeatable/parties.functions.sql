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
