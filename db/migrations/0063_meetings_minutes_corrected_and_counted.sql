-- Minutes that were sent are corrected by a new edition: while it is written, its reason stands with the meeting. Which pieces of evidence a
-- meeting left is kept here, one for each promise: a meeting of several agreements leaves several. Who reads published minutes without an account is given them without the names of people, by a function of their own.
alter table meeting add column correcting_because text not null default '';
alter table meeting drop column evidence_id;

create table meeting_evidence (
  meeting_id uuid not null constraint counted_of_a_meeting references meeting on delete cascade,
  commitment_id uuid not null constraint counted_for_a_promise references commitment on delete cascade,
  evidence_id uuid not null constraint counted_as_evidence references evidence on delete cascade,
  constraint meeting_counts_once_for_a_promise primary key (meeting_id, commitment_id)
);
create index meeting_evidence_commitment on meeting_evidence (commitment_id);
create index meeting_evidence_evidence on meeting_evidence (evidence_id);
alter table meeting_evidence enable row level security;
