-- What those who take part see of invitations, which they may not read: which posts are held by someone who has not said yes yet.
create or replace function awaited_holders() returns setof uuid language sql stable security definer set search_path from current as $$
  select i.holder_id from invitation i
  where takes_part() and i.holder_id is not null and i.accepted_at is null and i.withdrawn_at is null
$$;
