-- How an agreement is changed: a party proposes, others comment, the forum decides, and the next version is in force from a day. Clauses
-- and promises keep their identity from version to version, so that the life of each can be told. What was in force is never edited: a
-- version only gets the day it was succeeded.
create table clause (
  agreement_version_id uuid not null constraint clause_stands_in_a_version references agreement_version on delete cascade,
  clause_id uuid not null,
  activity_id text not null,
  section integer not null,
  position integer not null,
  text text not null,
  constraint clause_once_in_a_version primary key (agreement_version_id, clause_id)
);
create index clause_by_life on clause (clause_id);
alter table clause enable row level security;

create table proposal (
  proposal_id uuid primary key,
  agreement_id uuid not null constraint proposal_is_to_an_agreement references agreement on delete cascade,
  base_version_id uuid not null constraint proposal_is_against_a_version references agreement_version on delete cascade,
  number integer not null constraint proposal_numbers_from_one check (number > 0),
  title text not null constraint proposal_has_a_title check (title <> ''),
  reason text not null,
  wanted_from_on date,
  document jsonb not null,
  revision integer not null default 0,
  organisation_id uuid constraint proposal_is_by_an_organisation references organisation,
  proposed_by text not null,
  proposed_post text not null,
  proposed_at timestamptz not null,
  put_at timestamptz,
  withdrawn_at timestamptz,
  constraint proposal_numbered_once unique (agreement_id, number)
);
create index proposal_agreement on proposal (agreement_id);
create index proposal_base on proposal (base_version_id);
create index proposal_organisation on proposal (organisation_id);
alter table proposal enable row level security;

create table proposal_comment (
  proposal_comment_id uuid primary key,
  proposal_id uuid not null constraint comment_is_on_a_proposal references proposal on delete cascade,
  text text not null constraint comment_says_something check (text <> ''),
  stance text not null constraint comment_stance_is_known check (stance in ('for', 'against', 'remark')),
  written_by text not null,
  written_post text not null,
  written_at timestamptz not null
);
create index proposal_comment_proposal on proposal_comment (proposal_id, written_at);
alter table proposal_comment enable row level security;

-- A decision names the meeting it was taken at; once there are meetings, by their own id too.
create table proposal_decision (
  proposal_id uuid primary key constraint decision_is_on_a_proposal references proposal on delete cascade,
  outcome text not null constraint decision_outcome_is_known check (outcome in ('adopted', 'rejected')),
  decided_on date not null,
  forum text not null,
  meeting_ref text,
  note text not null,
  new_version_id uuid constraint decision_makes_a_version references agreement_version on delete cascade,
  decided_by text not null,
  decided_at timestamptz not null,
  constraint decision_adopts_with_a_version check ((outcome = 'adopted') = (new_version_id is not null))
);
create index proposal_decision_version on proposal_decision (new_version_id);
alter table proposal_decision enable row level security;

alter table commitment add column lineage_id uuid, add column judged_from_on date;
update commitment set lineage_id = commitment_id;
alter table commitment alter column lineage_id set not null;
create index commitment_lineage on commitment (lineage_id);

-- Who stands behind a version: each party's signatory confirms it, on behalf of the post they hold that day; `document_hash` is what they saw.
create table version_signature (
  agreement_version_id uuid not null constraint signature_is_under_a_version references agreement_version on delete cascade,
  organisation_id uuid not null constraint signature_is_by_an_organisation references organisation,
  post_id uuid not null constraint signature_is_for_a_post references post,
  person_id uuid not null,
  signer_name text not null,
  signer_post text not null,
  document_hash text not null,
  signed_at timestamptz not null,
  constraint version_signed_once_by_an_organisation primary key (agreement_version_id, organisation_id)
);
create index version_signature_organisation on version_signature (organisation_id);
create index version_signature_post on version_signature (post_id);
alter table version_signature enable row level security;

-- Numbers of the municipality's cases and documents, several a record, and what was sent or received under them.
create table case_reference (
  agreement_id uuid not null constraint case_reference_is_of_an_agreement references agreement on delete cascade,
  kind text not null constraint case_reference_kind_is_known check (kind in ('case_number', 'document_number')),
  number text not null constraint case_reference_says_something check (number <> ''),
  constraint case_referred_to_once primary key (agreement_id, kind, number)
);
alter table case_reference enable row level security;

create table journal_entry (
  journal_entry_id uuid primary key,
  agreement_id uuid not null constraint journal_entry_is_of_an_agreement references agreement on delete cascade,
  happened_on date not null,
  direction text not null constraint journal_direction_is_known check (direction in ('in', 'out', 'own')),
  theme text not null constraint journal_theme_is_short check (char_length(theme) between 1 and 200),
  thing text not null,
  thing_ref text,
  written_at timestamptz not null,
  written_by text not null
);
create index journal_entry_agreement on journal_entry (agreement_id, happened_on);
alter table journal_entry enable row level security;

-- Ends a version the day before its successor begins; nothing else about it can be changed.
create function succeed_version(version uuid, from_on date) returns void
language plpgsql security definer set search_path from current as $$
begin
  if not (leads_forum() or has_duty('administrator')) then
    raise exception using errcode = '42501', message = 'a version is succeeded by a decision';
  end if;
  update agreement_version set in_force_during = daterange(lower(in_force_during), from_on) where agreement_version_id = version;
end
$$;
revoke execute on function succeed_version from public;
