-- Evidence that promises are kept, and what people correct in the promises as read. Both are append-only: evidence is cancelled by
-- another row, a correction is followed by the next.
alter table commitment
  add column origin text not null default 'read'
    constraint commitment_origin_is_known check (origin in ('read', 'split', 'by_hand')),
  add column entered_at timestamptz,
  add column entered_by text;

create table evidence (
  evidence_id uuid primary key,
  commitment_id uuid not null constraint evidence_is_for_a_commitment references commitment on delete cascade,
  happened_on date not null,
  quantity numeric not null constraint evidence_is_of_something check (quantity > 0),
  unit text,
  room text not null,
  thing_id text,
  cancels_evidence_id uuid constraint evidence_cancels_evidence references evidence on delete cascade,
  recorded_by text not null,
  recorded_at timestamptz not null,
  constraint evidence_cancelled_once unique (cancels_evidence_id)
);
create index evidence_by_day on evidence (commitment_id, happened_on);
alter table evidence enable row level security;

-- Who says so and where it can be seen: free text, and so for those who are signed in.
create table evidence_note (
  evidence_id uuid primary key constraint evidence_note_belongs_to_evidence references evidence on delete cascade,
  note text not null,
  link text
);
alter table evidence_note enable row level security;

create table commitment_correction (
  commitment_id uuid not null constraint correction_is_of_a_commitment references commitment on delete cascade,
  number integer not null constraint correction_numbers_from_one check (number > 0),
  kind text not null constraint corrected_kind_is_known check (kind in
    ('meeting', 'session', 'presence', 'payment', 'planning', 'staffing', 'notice', 'inform', 'availability', 'task')),
  text text not null,
  owed_by text[] not null,
  owed_to text[] not null,
  notation text not null,
  text_from integer,
  text_to integer,
  is_withdrawn boolean not null,
  corrected_by text not null,
  corrected_at timestamptz not null,
  constraint commitment_corrected_in_turn primary key (commitment_id, number)
);
alter table commitment_correction enable row level security;
