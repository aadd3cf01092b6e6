-- Calendars kept elsewhere that are followed: by their address, or taken in once as a file. What came from one is a series with the name it
-- has there (`outside_uid`), changed by nobody here. The address stands apart, for some addresses are keys to a private calendar; so does
-- what was found and is not yet confirmed.
create table outside_calendar (
  outside_calendar_id uuid primary key,
  name text not null constraint outside_calendar_has_a_name check (name <> ''),
  -- The server it is at; null = it came as a file.
  host text,
  organisation_id uuid not null constraint outside_calendar_is_of_an_organisation references organisation,
  plan_id uuid constraint outside_calendar_is_of_a_plan references plan,
  area_id uuid constraint outside_calendar_is_about_an_area references area,
  kind text not null constraint outside_calendar_kind_is_known check (kind in
    ('sport', 'culture', 'creative', 'homework', 'club', 'family', 'health', 'counselling', 'party', 'other')),
  age_from integer,
  age_to integer,
  price_oere bigint constraint outside_calendar_price_is_not_negative check (price_oere >= 0),
  price_per text constraint outside_calendar_price_per_is_known check (price_per in ('time', 'month', 'season', 'year')),
  is_published boolean not null,
  -- `proposed` found, and not yet confirmed · `given_up` has not answered for a month.
  state text not null constraint outside_calendar_state_is_known check (state in ('proposed', 'followed', 'paused', 'given_up', 'ended')),
  added_at timestamptz not null,
  added_by text not null,
  asked_at timestamptz,
  answered_at timestamptz,
  -- When all of it was last read and laid: an answer "unchanged" is asked for no longer than a week.
  laid_at timestamptz,
  -- Since when it has not answered as it should.
  failed_at timestamptz,
  failures integer not null default 0,
  fault text,
  fault_facts jsonb not null default '{}',
  next_at timestamptz,
  activities integer not null default 0,
  unread integer not null default 0,
  version integer not null default 0,
  is_sample boolean not null default false,
  constraint outside_calendar_fails_for_a_reason check ((fault is null) = (failed_at is null)),
  constraint outside_calendar_ages_in_order check (age_from <= age_to and age_from >= 0)
);
create index outside_calendar_organisation on outside_calendar (organisation_id);
create index outside_calendar_plan on outside_calendar (plan_id);
create index outside_calendar_area on outside_calendar (area_id);
alter table outside_calendar enable row level security;

create table outside_source (
  outside_calendar_id uuid primary key constraint outside_source_is_of_a_calendar references outside_calendar on delete cascade,
  address text,
  etag text,
  last_modified text,
  -- What was found and waits for a yes; null = it is laid.
  found jsonb,
  -- What could not be read, and why, as it was last.
  unread jsonb not null default '[]'
);
alter table outside_source enable row level security;

alter table series
  add column outside_calendar_id uuid constraint series_comes_from_an_outside_calendar references outside_calendar,
  add column outside_uid text,
  -- What is said of it there, as a hash: what is unchanged is not written again.
  add column outside_hash text,
  -- Somebody here chose not to show it.
  add column is_left_out boolean not null default false,
  add constraint series_taken_over_once unique (outside_calendar_id, outside_uid),
  add constraint series_from_outside_has_its_name check ((outside_calendar_id is null) = (outside_uid is null));
