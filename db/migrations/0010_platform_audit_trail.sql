-- What was done, by whom, on behalf of which post: append-only, and chained so that a changed, missing or reordered entry is found.
-- An entry holds ids, codes and counts, never a name or a text. There are sixteen chains, so that those who write do not wait for each
-- other: append_audit takes one that nobody holds, as the last thing before commit. It says itself who acts, from the transaction.
create table audit_lane (
  lane smallint primary key,
  number bigint not null constraint audit_lane_counts_up check (number >= 0),
  hash bytea not null,
  cut_number bigint not null default 0 constraint audit_lane_is_cut_behind_its_head check (cut_number between 0 and number),
  cut_hash bytea not null
);
insert into audit_lane (lane, number, hash, cut_hash)
  select lane, 0, sha256(convert_to('brobyg audit lane ' || lane, 'UTF8')), sha256(convert_to('brobyg audit lane ' || lane, 'UTF8'))
  from generate_series(0, 15) lane;
alter table audit_lane enable row level security;

create table audit_entry (
  lane smallint not null constraint audit_entry_is_in_a_lane references audit_lane,
  number bigint not null,
  happened_at timestamptz not null,
  actor text not null,
  post text not null,
  request text not null,
  verb text not null,
  thing text not null,
  thing_ref text not null,
  about_ref text not null,
  facts text not null,
  hash bytea not null,
  constraint audit_entry_follows_in_its_lane primary key (lane, number),
  constraint audit_entry_has_plain_words check
    (actor || post || request || verb || thing || thing_ref || about_ref || facts !~ '[\x01-\x1f]')
);
create index audit_entry_by_moment on audit_entry (happened_at desc, lane, number);
create index audit_entry_about on audit_entry (about_ref, happened_at desc) where about_ref <> '';
create index audit_entry_by_actor on audit_entry (actor, happened_at desc);
alter table audit_entry enable row level security;

create function append_audit(entries json) returns void
language plpgsql security definer set search_path from current as $$
declare
  chain audit_lane;
  entry json;
  who text := coalesce(nullif(current_setting('brobyg.actor', true), ''), 'visitor');
  behalf text := coalesce(current_setting('brobyg.post', true), '');
  asked text := coalesce(current_setting('brobyg.request', true), '');
  moment timestamptz := clock_timestamp();
begin
  select * into chain from audit_lane order by random() limit 1 for update skip locked;
  if not found then
    select * into chain from audit_lane order by random() limit 1 for update;
  end if;
  for entry in select * from json_array_elements(entries) loop
    chain.number := chain.number + 1;
    chain.hash := sha256(chain.hash || convert_to(concat_ws(chr(31), chain.lane, chain.number,
      (extract(epoch from moment) * 1000000)::bigint, who, behalf, asked, entry ->> 'verb', entry ->> 'thing',
      coalesce(entry ->> 'ref', ''), coalesce(entry ->> 'about', ''), coalesce(entry ->> 'facts', '')), 'UTF8'));
    insert into audit_entry values (chain.lane, chain.number, moment, who, behalf, asked, entry ->> 'verb', entry ->> 'thing',
      coalesce(entry ->> 'ref', ''), coalesce(entry ->> 'about', ''), coalesce(entry ->> 'facts', ''), chain.hash);
  end loop;
  update audit_lane set number = chain.number, hash = chain.hash where lane = chain.lane;
end
$$;
revoke execute on function append_audit from public;
