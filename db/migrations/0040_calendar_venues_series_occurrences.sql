-- The shared calendar: places, what goes on in them, and each time it does. A series is kept as the rule it was written with, and as a row
-- for every time within the coming months, each with its own state. No two approved bookings hold one space at one time; what is said of
-- a series stands beside its times too where lists and collisions are found by it. `version` counts changes, so that two who write at
-- once do not lose each other's.
create table venue (
  venue_id uuid primary key,
  name text not null constraint venue_has_a_name check (name <> ''),
  area_id uuid constraint venue_lies_in_an_area references area,
  organisation_id uuid constraint venue_is_of_an_organisation references organisation,
  plan_id uuid constraint venue_is_of_a_plan references plan,
  address text,
  -- The way in, in words.
  entrance text,
  latitude numeric(8, 6),
  longitude numeric(9, 6),
  -- A yard, a ball court: nobody has a key, and nobody is turned away.
  is_informal boolean not null default false,
  booking_rule text not null default 'request' constraint venue_booking_rule_is_known check (booking_rule in ('free', 'request', 'owner')),
  conditions text,
  price_oere bigint constraint venue_price_is_not_negative check (price_oere >= 0),
  price_per text constraint venue_price_per_is_known check (price_per in ('hour', 'time', 'day')),
  -- A booking nobody has confirmed is released so many days before; null = it is kept.
  release_days integer constraint venue_release_is_before check (release_days > 0),
  version integer not null default 0,
  closed_at timestamptz,
  is_sample boolean not null default false,
  constraint venue_named_once unique (name),
  constraint venue_stands_in_both_coordinates check ((latitude is null) = (longitude is null))
);
create index venue_area on venue (area_id);
create index venue_organisation on venue (organisation_id);
create index venue_plan on venue (plan_id);
alter table venue enable row level security;

-- What of a venue can be booked by itself; a venue that is not divided has one space without a name.
create table space (
  space_id uuid primary key,
  venue_id uuid not null constraint space_is_of_a_venue references venue on delete cascade,
  name text not null,
  capacity integer constraint space_holds_somebody check (capacity > 0),
  constraint space_named_once unique (venue_id, name)
);
alter table space enable row level security;

-- When a venue can be used: a weekday's stretch, from a day to a day. A venue without any is open all hours. `lent_by` tells who lends it.
create table opening (
  opening_id uuid primary key,
  venue_id uuid not null constraint opening_is_of_a_venue references venue on delete cascade,
  weekday integer not null constraint opening_on_a_weekday check (weekday between 1 and 7),
  opens_minute integer not null,
  closes_minute integer not null,
  open_during daterange not null constraint opening_holds_some_days check (not isempty(open_during)),
  lent_by text,
  constraint opening_within_a_day check (0 <= opens_minute and opens_minute < closes_minute and closes_minute <= 1440)
);
create index opening_venue on opening (venue_id);
alter table opening enable row level security;

create table series (
  series_id uuid primary key,
  title text not null constraint series_has_a_title check (title <> ''),
  summary text not null default '',
  kind text not null constraint series_kind_is_known check (kind in
    ('sport', 'culture', 'creative', 'homework', 'club', 'family', 'health', 'counselling', 'party', 'other')),
  organisation_id uuid not null constraint series_is_arranged_by_an_organisation references organisation,
  plan_id uuid constraint series_is_arranged_by_a_plan references plan,
  area_id uuid constraint series_takes_place_in_an_area references area,
  venue_id uuid constraint series_takes_place_at_a_venue references venue,
  space_id uuid constraint series_takes_place_in_a_space references space,
  -- Where it is, in words: beside the venue, or where there is none.
  place text not null default '',
  -- The wall time of the first time, in Denmark, and how long each lasts.
  starts_on date not null,
  starts_minute integer not null constraint series_starts_within_a_day check (starts_minute between 0 and 1439),
  lasts_minutes integer not null constraint series_lasts_a_while check (lasts_minutes between 5 and 20160),
  -- An RRULE (RFC 5545); null = once.
  rule text,
  leaves_out_months integer[] not null default '{}',
  school_days_only boolean not null default false,
  age_from integer,
  age_to integer,
  languages text[] not null default '{}',
  price_oere bigint constraint series_price_is_not_negative check (price_oere >= 0),
  price_per text constraint series_price_per_is_known check (price_per in ('time', 'month', 'season', 'year')),
  -- Who goes along the first times.
  goes_along text not null default '',
  sign_up text not null default 'none' constraint series_sign_up_is_known check (sign_up in ('none', 'open')),
  places integer constraint series_has_room_for_some check (places > 0),
  is_large boolean not null default false,
  is_published boolean not null default true,
  -- The promise it answers, through all versions of its agreement.
  lineage_id uuid,
  copied_from_id uuid constraint series_copied_from_a_series references series on delete set null,
  continues_id uuid constraint series_continues_a_series references series on delete set null,
  version integer not null default 0,
  made_at timestamptz not null,
  made_by text not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  is_sample boolean not null default false,
  constraint series_ages_in_order check (age_from <= age_to and age_from >= 0)
);
create index series_organisation on series (organisation_id);
create index series_plan on series (plan_id);
create index series_area on series (area_id);
create index series_venue on series (venue_id);
create index series_space on series (space_id);
create index series_lineage on series (lineage_id);
create index series_copied_from on series (copied_from_id);
create index series_continues on series (continues_id);
alter table series enable row level security;

-- Days a series rests, both included.
create table series_pause (
  series_id uuid not null constraint pause_is_of_a_series references series on delete cascade,
  rests_during daterange not null constraint pause_lasts_some_days check (not isempty(rests_during)),
  reason text not null default '',
  constraint series_rests_once_at_a_time exclude using gist (series_id with =, rests_during with &&)
);
alter table series_pause enable row level security;

-- One time of a series. `original_starts_at` is where its rule put it and names it for good; it may have been moved since. A time that was
-- skipped because something else held the place comes back when that goes away.
create table occurrence (
  occurrence_id uuid primary key,
  series_id uuid not null constraint occurrence_is_of_a_series references series on delete cascade,
  original_starts_at timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null constraint occurrence_state_is_known check (state in ('planned', 'cancelled', 'skipped', 'held')),
  is_extra boolean not null default false,
  -- Told to those who come: why it is cancelled, moved or skipped.
  reason text not null default '',
  skipped_for_id uuid constraint occurrence_skipped_for_another references occurrence on delete set null,
  title text,
  place text,
  venue_id uuid constraint occurrence_takes_place_at_a_venue references venue,
  area_id uuid constraint occurrence_takes_place_in_an_area references area,
  kind text not null,
  age_from integer,
  age_to integer,
  organisation_id uuid not null constraint occurrence_is_arranged_by_an_organisation references organisation,
  plan_id uuid constraint occurrence_is_arranged_by_a_plan references plan,
  is_published boolean not null,
  head_count integer constraint occurrence_counts_heads check (head_count >= 0),
  held_at timestamptz,
  held_by text,
  evidence_id uuid,
  -- How often what a calendar shows of it has changed: iCalendar's SEQUENCE.
  sequence integer not null default 0,
  version integer not null default 0,
  changed_at timestamptz not null,
  constraint occurrence_once_where_the_rule_puts_it unique (series_id, original_starts_at),
  constraint occurrence_ends_after_it_starts check (starts_at < ends_at),
  constraint occurrence_held_by_somebody check ((state = 'held') = (held_at is not null))
);
create index occurrence_area_start on occurrence (area_id, starts_at);
create index occurrence_venue_start on occurrence (venue_id, starts_at);
create index occurrence_organisation_start on occurrence (organisation_id, starts_at);
create index occurrence_plan on occurrence (plan_id);
create index occurrence_skipped_for on occurrence (skipped_for_id);
create index occurrence_published_start on occurrence (starts_at, occurrence_id) where is_published and state <> 'skipped';
alter table occurrence enable row level security;

-- Who has a space, from a moment to a moment: for an activity, or for something that is not in the calendar.
create table booking (
  booking_id uuid primary key,
  space_id uuid not null constraint booking_is_of_a_space references space,
  occurrence_id uuid constraint booking_is_for_an_occurrence references occurrence on delete cascade,
  organisation_id uuid not null constraint booking_is_by_an_organisation references organisation,
  booked_during tstzrange not null constraint booking_lasts_a_while check (not isempty(booked_during)),
  purpose text not null default '',
  state text not null constraint booking_state_is_known check (state in ('requested', 'approved', 'refused', 'released', 'cancelled')),
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  answered_by text,
  answer text not null default '',
  confirmed_at timestamptz,
  version integer not null default 0,
  constraint venue_booked_once_at_a_time exclude using gist (space_id with =, booked_during with &&) where (state = 'approved')
);
create index booking_space on booking (space_id);
create index booking_occurrence on booking (occurrence_id);
create index booking_organisation on booking (organisation_id);
alter table booking enable row level security;
