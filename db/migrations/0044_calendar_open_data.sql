-- What everyone may see is made once per change. The audit trail tells each change, whoever makes it, so what is public is as old as the
-- newest entry that can touch it; entries of what no public page shows are left out, so that somebody signing in makes nothing anew.
create index audit_entry_of_what_may_be_public on audit_entry (lane, number) include (happened_at)
  where thing not in ('session', 'sign_in_link', 'passkey', 'identity_provider', 'federated_identity', 'subject_link', 'subject_session',
    'subject_request', 'data_subject', 'consent', 'audit', 'mail_choice', 'calendar_link', 'draft', 'journal_entry');

-- How far each chain of the trail has come, and when; null while that is so lately that a second's time does not tell it from the next.
create function public_change() returns table (mark text, changed_at timestamptz)
language sql stable security definer set search_path from current as $$
  select string_agg(coalesce(newest.number, 0)::text, '.' order by l.lane),
    case when clock_timestamp() > max(newest.happened_at) + interval '2 seconds' then max(newest.happened_at) end
  from audit_lane l left join lateral (
    select e.number, e.happened_at from audit_entry e where e.lane = l.lane
      and e.thing not in ('session', 'sign_in_link', 'passkey', 'identity_provider', 'federated_identity', 'subject_link', 'subject_session',
        'subject_request', 'data_subject', 'consent', 'audit', 'mail_choice', 'calendar_link', 'draft', 'journal_entry')
    order by e.number desc limit 1) newest on true
$$;
revoke execute on function public_change from public;

-- What has been handed on as open data, thing by thing, as those who follow a feed read it: in the order things changed, and a thing that
-- is gone stays as a line that says so. `modified` counts up with every change of a feed.
create table open_feed (
  feed text primary key,
  -- The change and the day it was last brought up to date with.
  mark text not null,
  modified bigint not null constraint open_feed_counts_up check (modified >= 0)
);
insert into open_feed (feed, mark, modified)
  select feed, '', 0 from unnest(array['session-series', 'scheduled-sessions', 'facility-uses', 'slots']) feed;
alter table open_feed enable row level security;

create table open_item (
  feed text not null constraint open_item_is_of_a_feed references open_feed,
  item_id text not null,
  modified bigint not null,
  -- The item as JSON; null = it is gone.
  item text,
  constraint open_item_once_in_its_feed primary key (feed, item_id)
);
create index open_item_in_order on open_item (feed, modified, item_id);
alter table open_item enable row level security;
