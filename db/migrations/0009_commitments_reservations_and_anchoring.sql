-- What an agreement makes conditional, which promises hang on it and what became of it; and who is to carry each activity on afterwards.
-- Settlements and plans are append-only: the latest counts, the earlier stay.
create table reservation (
  reservation_id uuid primary key,
  agreement_version_id uuid not null constraint reservation_belongs_to_a_version references agreement_version on delete cascade,
  activity_id text not null,
  position integer not null,
  text text not null,
  until_on date,
  source_line integer not null,
  constraint reservation_placed_once unique (agreement_version_id, position)
);
alter table reservation enable row level security;

create table reservation_promise (
  commitment_id uuid not null constraint reservation_promise_is_a_commitment references commitment on delete cascade,
  reservation_id uuid not null constraint reservation_promise_hangs_on_it references reservation on delete cascade,
  constraint promise_hangs_once_on_a_reservation primary key (commitment_id, reservation_id)
);
create index reservation_promise_by_reservation on reservation_promise (reservation_id);
alter table reservation_promise enable row level security;

create table reservation_settlement (
  reservation_id uuid not null constraint settlement_is_of_a_reservation references reservation on delete cascade,
  number integer not null constraint settlement_numbers_from_one check (number > 0),
  outcome text not null constraint settlement_outcome_is_known check (outcome in ('goes_on', 'ended')),
  ended_on date,
  settled_on date not null,
  settled_by text not null,
  settled_at timestamptz not null,
  constraint reservation_settled_in_turn primary key (reservation_id, number),
  constraint settlement_ended_on_a_day check ((outcome = 'ended') = (ended_on is not null))
);
alter table reservation_settlement enable row level security;

create table anchoring_plan (
  agreement_version_id uuid not null constraint anchoring_belongs_to_a_version references agreement_version on delete cascade,
  activity_id text not null,
  number integer not null constraint anchoring_numbers_from_one check (number > 0),
  taken_over_by text not null,
  by_on date,
  proof text not null,
  state text not null constraint anchoring_state_is_known check (state in ('not_begun', 'agreed', 'taken_over')),
  taken_over_on date,
  planned_by text not null,
  planned_at timestamptz not null,
  constraint anchoring_planned_in_turn primary key (agreement_version_id, activity_id, number),
  constraint anchoring_taken_over_on_a_day check ((state = 'taken_over') = (taken_over_on is not null))
);
alter table anchoring_plan enable row level security;
