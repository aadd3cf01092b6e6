-- The calendar somebody keeps elsewhere, so that proposed days keep clear of what they have: when they are busy in the year to come, and
-- nothing of what with. The address is a key to the whole calendar: only its person and the program read it.
create table known_calendar (
  person_id uuid primary key constraint known_calendar_is_of_a_person references person on delete cascade,
  -- The server it is at: what of the address is shown.
  host text not null,
  address text not null constraint known_calendar_has_an_address check (address <> ''),
  etag text,
  last_modified text,
  added_at timestamptz not null,
  asked_at timestamptz not null,
  answered_at timestamptz not null,
  -- When all of it was last read: an answer "unchanged" is asked for no longer than a week, for new days come into sight.
  read_at timestamptz not null,
  busy_during tstzmultirange not null default '{}',
  -- So many events could not be read.
  unread integer not null default 0,
  -- Since when it has not answered as it should.
  failed_at timestamptz,
  failures integer not null default 0,
  fault text,
  fault_facts jsonb not null default '{}',
  -- When it is asked again; null = it is given up.
  next_at timestamptz,
  constraint known_calendar_fails_for_a_reason check ((fault is null) = (failed_at is null))
);
alter table known_calendar enable row level security;

insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('known_calendar', 'P0D', '[2013-01-01,)', 'den sidste funktion sluttede', 'the last post ended',
    'Optagne tider bruges kun til at finde mødedage for dem, der har en funktion. Enhver kan selv slette sine når som helst (databeskyttelsesforordningen art. 5, stk. 1, litra c og e).',
    'Busy times serve to find days for meetings of those who hold a post alone. Anyone can delete their own at any time (GDPR art. 5(1)(c) and (e)).');

-- No public page shows anything of when somebody is busy.
create or replace function note_untold_change() returns void
language sql volatile security definer set search_path from current as $$
  update untold_change set number = number + 1, happened_at = clock_timestamp()
  where not current_setting('track_counts')::boolean or exists (
    select from pg_class t
    where t.relnamespace = (select relnamespace from pg_class where oid = 'untold_change'::regclass) and t.relkind = 'r'
      and t.relname not in ('signing_key', 'mail', 'calendar_link', 'mail_choice', 'warning', 'audit_lane', 'audit_entry', 'rate_limit',
        'session', 'sign_in_request', 'sign_in_link', 'passkey', 'passkey_challenge', 'federated_identity', 'identity_request',
        'spent_assertion', 'subject_link', 'subject_session', 'subject_request', 'contract_look', 'clause', 'partnership_export',
        'push_subscription', 'vapid_key', 'open_feed', 'open_item', 'outside_calendar', 'outside_source', 'event_invitation', 'held_link',
        'held_mail_stop', 'confirmation_link', 'untold_change', 'known_calendar')
      and pg_stat_get_xact_tuples_inserted(t.oid) + pg_stat_get_xact_tuples_updated(t.oid) + pg_stat_get_xact_tuples_deleted(t.oid) > 0)
$$;
