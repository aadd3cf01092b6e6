-- Units and people change faster than agreements. A unit is a thing of its own in a tree, with a name from a day to a day; a post may
-- move to another unit from a day; what is one unit under several names is one row with aliases. Old documents keep the old names.
create table unit (
  unit_id uuid primary key,
  organisation_id uuid not null constraint unit_is_of_an_organisation references organisation,
  parent_unit_id uuid constraint unit_lies_under_a_unit references unit,
  unit_during daterange not null constraint unit_lasts_some_days check (not isempty(unit_during)),
  is_sample boolean not null default false
);
create index unit_organisation on unit (organisation_id);
create index unit_parent on unit (parent_unit_id);

create table unit_name (
  unit_id uuid not null constraint unit_name_is_of_a_unit references unit on delete cascade,
  name text not null constraint unit_name_says_something check (name <> ''),
  named_during daterange not null constraint unit_named_some_days check (not isempty(named_during)),
  constraint unit_one_name_at_a_time exclude using gist (unit_id with =, named_during with &&)
);

-- Earlier names of an organisation; its name today stands in organisation.name.
create table organisation_name (
  organisation_id uuid not null constraint organisation_name_is_of_an_organisation references organisation on delete cascade,
  name text not null constraint organisation_name_says_something check (name <> ''),
  named_during daterange not null constraint organisation_named_some_days check (not isempty(named_during)),
  constraint organisation_one_name_at_a_time exclude using gist (organisation_id with =, named_during with &&)
);

-- Another name for an organisation, a unit or a person: proposed where an agreement is read, accepted or turned down by a person.
create table alias (
  alias_id uuid primary key,
  organisation_id uuid constraint alias_of_an_organisation references organisation on delete cascade,
  unit_id uuid constraint alias_of_a_unit references unit on delete cascade,
  person_id uuid constraint alias_of_a_person references person on delete cascade,
  name text not null constraint alias_says_something check (name <> ''),
  settled_at timestamptz not null,
  settled_by text not null,
  constraint alias_of_one_thing check (num_nonnulls(organisation_id, unit_id, person_id) = 1)
);
create unique index alias_of_organisation_once on alias (organisation_id, lower(name)) where organisation_id is not null;
create unique index alias_of_unit_once on alias (unit_id, lower(name)) where unit_id is not null;
create unique index alias_of_person_once on alias (person_id, lower(name)) where person_id is not null;
create index alias_organisation on alias (organisation_id);
create index alias_unit on alias (unit_id);
create index alias_person on alias (person_id);
alter table alias enable row level security;

insert into unit (unit_id, organisation_id, unit_during, is_sample)
  select gen_random_uuid(), p.organisation_id, '(,)', bool_and(p.is_sample) from post p where p.unit is not null
  group by p.organisation_id, lower(p.unit);
insert into unit_name (unit_id, name, named_during)
  select u.unit_id, named.name, '(,)' from (
    select organisation_id, lower(unit) as key, min(unit) as name, row_number() over (partition by organisation_id order by lower(unit)) as place
    from post where unit is not null group by organisation_id, lower(unit)) named
  join (select unit_id, organisation_id, row_number() over (partition by organisation_id order by unit_id) as place from unit) u
    using (organisation_id, place);

alter table post add column unit_id uuid constraint post_stands_in_a_unit references unit;
update post set unit_id = u.unit_id from unit u join unit_name n using (unit_id)
  where u.organisation_id = post.organisation_id and lower(n.name) = lower(post.unit);
alter table post drop constraint post_named_once;
alter table post drop column unit;
alter table post add constraint post_named_once unique nulls not distinct (title, organisation_id, plan_id, unit_id);
create index post_unit_id on post (unit_id);

-- A post moved to another unit from a day; without a row it stands where it was registered.
create table post_unit (
  post_id uuid not null constraint post_moved_is_a_post references post on delete cascade,
  unit_id uuid not null constraint post_moved_to_a_unit references unit,
  placed_during daterange not null constraint post_placed_some_days check (not isempty(placed_during)),
  constraint post_in_one_unit_at_a_time exclude using gist (post_id with =, placed_during with &&)
);
create index post_unit_unit on post_unit (unit_id);

alter table plan add column plan_during daterange;
alter table area add column district text;
alter table person add column phone text;

-- When somebody last said that an entry is right.
create table holder_confirmation (
  holder_id uuid not null constraint confirmation_is_of_a_holder references holder on delete cascade,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  constraint holder_confirmed_once_at_a_moment primary key (holder_id, confirmed_at)
);
alter table holder_confirmation enable row level security;

alter table unit enable row level security;
alter table unit_name enable row level security;
alter table organisation_name enable row level security;
alter table post_unit enable row level security;
