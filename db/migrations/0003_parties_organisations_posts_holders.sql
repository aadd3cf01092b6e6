-- Who takes part: organisations, plans, areas, and posts held by people from a day to a day.
-- Rows about people get row-level security at once; the policies stand in db/repeatable/parties.policies.sql.
-- `is_sample` marks what the sample partnership brought, so that one click removes it.
create table organisation (
  organisation_id uuid primary key,
  name text not null,
  kind text not null constraint organisation_kind_is_known
    check (kind in ('housing_organisation', 'department', 'association', 'club', 'other')),
  is_sample boolean not null default false,
  constraint organisation_named_once unique (name)
);

create table plan (
  plan_id uuid primary key,
  name text not null,
  is_sample boolean not null default false,
  constraint plan_named_once unique (name)
);

create table area (
  area_id uuid primary key,
  name text not null,
  is_sample boolean not null default false,
  constraint area_named_once unique (name)
);

create table post (
  post_id uuid primary key,
  title text not null,
  organisation_id uuid not null constraint post_belongs_to_an_organisation references organisation,
  plan_id uuid constraint post_serves_a_plan references plan,
  unit text,
  is_sample boolean not null default false,
  constraint post_named_once unique nulls not distinct (title, organisation_id, plan_id, unit)
);
create index post_organisation on post (organisation_id);
create index post_plan on post (plan_id);

create table person (
  person_id uuid primary key,
  name text not null,
  email text,
  introduction text,
  is_sample boolean not null default false
);
create index person_name on person (name);
alter table person enable row level security;

create table holder (
  holder_id uuid primary key,
  post_id uuid not null constraint holder_holds_a_post references post,
  person_id uuid not null constraint holder_is_a_person references person,
  holder_during daterange not null constraint holder_during_some_days check (not isempty(holder_during)),
  provisional boolean not null default false,
  constraint post_held_by_one_at_a_time exclude using gist (post_id with =, holder_during with &&)
);
create index holder_person on holder (person_id);
alter table holder enable row level security;
