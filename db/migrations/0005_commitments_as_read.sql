-- What each sentence of a version in force promises: who owes what to whom, and the notation of its when and how much.
create table commitment (
  commitment_id uuid primary key,
  agreement_version_id uuid not null constraint commitment_belongs_to_a_version references agreement_version on delete cascade,
  reading_id text not null,
  position integer not null,
  kind text not null constraint commitment_kind_is_known check (kind in
    ('meeting', 'session', 'presence', 'payment', 'planning', 'staffing', 'notice', 'inform', 'availability', 'task')),
  text text not null,
  owed_by text[] not null,
  owed_to text[] not null,
  notation text not null,
  section integer,
  text_from integer,
  text_to integer,
  source_line integer not null,
  constraint commitment_read_once unique (agreement_version_id, reading_id)
);
alter table commitment enable row level security;
