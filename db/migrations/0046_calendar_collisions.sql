-- What the coordinator knows of activities that gather the same children at the same time, and which areas children walk between.
create table collision_note (
  series_id uuid not null constraint collision_of_a_series references series on delete cascade,
  other_id uuid not null constraint collision_with_a_series references series on delete cascade,
  why text not null constraint collision_known_for_a_reason check (why <> ''),
  noted_at timestamptz not null,
  noted_by text not null,
  primary key (series_id, other_id),
  constraint collision_noted_once check (series_id < other_id)
);
create index collision_note_other on collision_note (other_id);
alter table collision_note enable row level security;

create table area_near (
  area_id uuid not null constraint nearness_of_an_area references area on delete cascade,
  near_id uuid not null constraint nearness_to_an_area references area on delete cascade,
  primary key (area_id, near_id),
  constraint area_near_told_once check (area_id < near_id)
);
create index area_near_other on area_near (near_id);
alter table area_near enable row level security;
