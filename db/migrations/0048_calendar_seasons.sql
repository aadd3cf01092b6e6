-- A season: what an agreement promises up to so many times a year in each area, planned from wishes to days. How many and at what price is
-- read from the promise whenever it is asked for; only what cannot be read there is kept here, as somebody wrote it.
create table season (
  season_id uuid primary key,
  title text not null constraint season_has_a_title check (title <> ''),
  -- The promise it keeps, through all versions of its agreement.
  lineage_id uuid not null,
  -- Who owes the promise: they agree to the days, and arrange what comes of it.
  organisation_id uuid not null constraint season_is_agreed_by_an_organisation references organisation,
  plan_id uuid constraint season_is_agreed_by_a_plan references plan,
  season_during daterange not null constraint season_lasts_some_days check (not isempty(season_during)),
  written_cap integer constraint season_cap_is_some check (written_cap > 0),
  written_price_oere bigint constraint season_price_is_not_negative check (written_price_oere >= 0),
  opened_at timestamptz not null,
  opened_by text not null,
  version integer not null default 0,
  is_sample boolean not null default false,
  constraint season_of_a_promise_once_at_a_time exclude using gist (lineage_id with =, season_during with &&)
);
create index season_organisation on season (organisation_id);
create index season_plan on season (plan_id);
alter table season enable row level security;

create table season_area (
  season_id uuid not null constraint season_area_is_of_a_season references season on delete cascade,
  area_id uuid not null constraint season_is_held_in_an_area references area,
  constraint season_has_an_area_once primary key (season_id, area_id)
);
create index season_area_area on season_area (area_id);
alter table season_area enable row level security;

-- What somebody wishes for, until it is agreed: then it is an activity in the calendar.
create table season_wish (
  season_wish_id uuid primary key,
  season_id uuid not null constraint wish_is_for_a_season references season on delete cascade,
  area_id uuid not null constraint wish_is_for_an_area references area,
  -- Who wishes.
  organisation_id uuid not null constraint wish_is_of_an_organisation references organisation,
  plan_id uuid constraint wish_is_of_a_plan references plan,
  title text not null constraint wish_says_what check (title <> ''),
  weeks_during daterange not null constraint wish_lasts_some_days check (not isempty(weeks_during)),
  venue_id uuid constraint wish_names_a_venue references venue,
  note text not null default '',
  state text not null default 'wished' constraint wish_state_is_known check (state in ('wished', 'agreed', 'withdrawn', 'declined')),
  answer text not null default '',
  series_id uuid constraint wish_became_a_series references series on delete set null,
  wished_at timestamptz not null,
  wished_by text not null,
  version integer not null default 0,
  constraint wish_has_a_series_where_agreed check (state = 'agreed' or series_id is null)
);
create index season_wish_season on season_wish (season_id);
create index season_wish_area on season_wish (area_id);
create index season_wish_organisation on season_wish (organisation_id);
create index season_wish_plan on season_wish (plan_id);
create index season_wish_venue on season_wish (venue_id);
create unique index season_wish_is_one_series on season_wish (series_id);
alter table season_wish enable row level security;
