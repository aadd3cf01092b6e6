-- One register of who takes part. A name is compared by its key, so that case, signs and spaces make no second party; posts and plans may
-- have other names too. What two names are of, one or two, is asked and remembered; a merge keeps a record of all it moved, to be undone by.
create function name_key(name text) returns text language sql immutable parallel safe return
  regexp_replace(regexp_replace(normalize(
    replace(replace(replace(replace(replace(normalize(lower(name), NFC), 'æ', 'ae'), 'ä', 'ae'), 'ø', 'oe'), 'ö', 'oe'), 'å', 'aa'),
    NFD), U&'[\0300-\036F]+', '', 'g'), '[\s!-/:-@[-`{-~«»“”„‘’‚–—·…´]+', '', 'g');

create index person_name_key on person (name_key(name));

alter table alias
  add column post_id uuid constraint alias_of_a_post references post on delete cascade,
  add column plan_id uuid constraint alias_of_a_plan references plan on delete cascade,
  drop constraint alias_of_one_thing;
alter table alias add constraint alias_of_one_thing
  check (num_nonnulls(organisation_id, unit_id, person_id, post_id, plan_id) = 1);
create unique index alias_of_post_once on alias (post_id, lower(name)) where post_id is not null;
create unique index alias_of_plan_once on alias (plan_id, lower(name)) where plan_id is not null;
create index alias_post on alias (post_id);
create index alias_plan on alias (plan_id);

-- Whether a thing of the register and what another name stands for are two, or are still to be told apart. `other_…` is what the name
-- stands for, where that is registered.
create table sameness (
  sameness_id uuid primary key,
  organisation_id uuid constraint sameness_of_an_organisation references organisation on delete cascade,
  unit_id uuid constraint sameness_of_a_unit references unit on delete cascade,
  post_id uuid constraint sameness_of_a_post references post on delete cascade,
  plan_id uuid constraint sameness_of_a_plan references plan on delete cascade,
  person_id uuid constraint sameness_of_a_person references person on delete cascade,
  name text not null constraint sameness_is_with_a_name check (name <> ''),
  other_organisation_id uuid constraint sameness_with_an_organisation references organisation on delete cascade,
  other_unit_id uuid constraint sameness_with_a_unit references unit on delete cascade,
  other_post_id uuid constraint sameness_with_a_post references post on delete cascade,
  outcome text not null constraint sameness_outcome_is_known check (outcome in ('open', 'another')),
  asked_at timestamptz not null,
  asked_by text not null,
  settled_at timestamptz,
  settled_by text,
  constraint sameness_is_of_one_thing check (num_nonnulls(organisation_id, unit_id, post_id, plan_id, person_id) = 1),
  constraint sameness_is_with_one_thing check (num_nonnulls(other_organisation_id, other_unit_id, other_post_id) <= 1),
  constraint sameness_is_of_two check (organisation_id is distinct from other_organisation_id or organisation_id is null),
  constraint sameness_is_of_two_units check (unit_id is distinct from other_unit_id or unit_id is null),
  constraint sameness_is_of_two_posts check (post_id is distinct from other_post_id or post_id is null)
);
create unique index sameness_asked_once on sameness (coalesce(organisation_id, unit_id, post_id, plan_id, person_id), name_key(name));
create index sameness_organisation on sameness (organisation_id);
create index sameness_unit on sameness (unit_id);
create index sameness_post on sameness (post_id);
create index sameness_plan on sameness (plan_id);
create index sameness_person on sameness (person_id);
create index sameness_other_organisation on sameness (other_organisation_id);
create index sameness_other_unit on sameness (other_unit_id);
create index sameness_other_post on sameness (other_post_id);
alter table sameness enable row level security;

-- A merge is a correction of what is known. `lost_id` is no more; its name is an alias of `kept_id`.
create table merge (
  merge_id uuid primary key,
  kind text not null constraint merge_kind_is_known check (kind in ('organisation', 'unit', 'post')),
  kept_id uuid not null,
  lost_id uuid not null,
  kept_name text not null,
  lost_name text not null,
  merged_at timestamptz not null,
  merged_by text not null,
  undone_at timestamptz,
  undone_by text,
  constraint merge_is_of_two check (kept_id <> lost_id)
);
alter table merge enable row level security;

-- Each row a merge touched, in order: `was` null = it was added, `became` null = it is no more; else its key and what was changed.
create table merge_move (
  merge_id uuid not null constraint move_is_of_a_merge references merge on delete cascade,
  position integer not null,
  table_name text not null,
  was jsonb,
  became jsonb,
  constraint moved_in_order primary key (merge_id, position),
  constraint move_moves_something check (num_nonnulls(was, became) > 0)
);
alter table merge_move enable row level security;
