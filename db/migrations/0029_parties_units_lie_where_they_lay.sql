-- A unit that is moved under another lies where it lay, as of the days before. Where it lies today stands in unit.parent_unit_id; here
-- stands where it lay until it was moved.
create table unit_place (
  unit_id uuid not null constraint unit_place_is_of_a_unit references unit on delete cascade,
  parent_unit_id uuid constraint unit_lay_under_a_unit references unit,
  placed_during daterange not null constraint unit_placed_some_days check (not isempty(placed_during)),
  constraint unit_place_once primary key (unit_id, placed_during),
  constraint unit_lay_under_another check (parent_unit_id <> unit_id),
  constraint unit_in_one_place_at_a_time exclude using gist (unit_id with =, placed_during with &&)
);
create index unit_place_parent on unit_place (parent_unit_id);
alter table unit_place enable row level security;
