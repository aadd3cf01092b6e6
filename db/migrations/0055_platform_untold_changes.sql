-- What the house keeps (the queue, counters, what comes round at night) leaves no trace in the audit trail, and yet it may change what
-- everyone sees. It is counted here, so that what is public is made anew then too. Tables of which no public page shows anything are left
-- out, lest somebody signing in make everything anew; a table that comes later counts until it is named here.
create table untold_change (
  only_one boolean primary key default true constraint untold_change_has_one_row check (only_one),
  number bigint not null constraint untold_change_counts_up check (number >= 0),
  happened_at timestamptz
);
insert into untold_change (number) values (0);
alter table untold_change enable row level security;

-- Counts this transaction if it wrote in any other table than those, as PostgreSQL's own counts tell; where they are turned off, always.
-- They may still hold what this connection wrote a second ago: then something is made anew for nothing.
create function note_untold_change() returns void
language sql volatile security definer set search_path from current as $$
  update untold_change set number = number + 1, happened_at = clock_timestamp()
  where not current_setting('track_counts')::boolean or exists (
    select from pg_class t
    where t.relnamespace = (select relnamespace from pg_class where oid = 'untold_change'::regclass) and t.relkind = 'r'
      and t.relname not in ('signing_key', 'mail', 'calendar_link', 'mail_choice', 'warning', 'audit_lane', 'audit_entry', 'rate_limit',
        'session', 'sign_in_request', 'sign_in_link', 'passkey', 'passkey_challenge', 'federated_identity', 'identity_request',
        'spent_assertion', 'subject_link', 'subject_session', 'subject_request', 'contract_look', 'clause', 'partnership_export',
        'push_subscription', 'vapid_key', 'open_feed', 'open_item', 'outside_calendar', 'outside_source', 'event_invitation', 'held_link',
        'held_mail_stop', 'confirmation_link', 'untold_change')
      and pg_stat_get_xact_tuples_inserted(t.oid) + pg_stat_get_xact_tuples_updated(t.oid) + pg_stat_get_xact_tuples_deleted(t.oid) > 0)
$$;
revoke execute on function note_untold_change from public;

create or replace function public_change() returns table (mark text, changed_at timestamptz)
language sql stable security definer set search_path from current as $$
  select told.mark || '+' || untold.number,
    case when clock_timestamp() > greatest(told.at, untold.happened_at) + interval '2 seconds' then greatest(told.at, untold.happened_at) end
  from untold_change untold cross join (
    select string_agg(coalesce(newest.number, 0)::text, '.' order by l.lane) as mark, max(newest.happened_at) as at
    from audit_lane l left join lateral (
      select e.number, e.happened_at from audit_entry e where e.lane = l.lane
        and e.thing not in ('session', 'sign_in_link', 'passkey', 'identity_provider', 'federated_identity', 'subject_link', 'subject_session',
          'subject_request', 'data_subject', 'consent', 'audit', 'mail_choice', 'calendar_link', 'draft', 'journal_entry')
      order by e.number desc limit 1) newest on true) told
$$;
