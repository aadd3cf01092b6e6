-- A signature names the holder it was given by, so that the database too knows that they held the post on the day; it is kept when a
-- person is forgotten. A party that has not confirmed is asked by mail, at most once a week. An entry of the journal tells whether it was
-- shared with the municipality, and under which of the municipality's document numbers it is kept.
alter table holder add constraint holder_told_by_post_and_person unique (holder_id, post_id, person_id);

alter table version_signature
  add column holder_id uuid,
  add column signed_on date not null,
  add column held_during daterange not null,
  add column signer_organisation text not null,
  add constraint signatory_holds_the_post_that_day check (signed_on <@ held_during),
  add constraint signature_is_by_the_holder_of_the_post foreign key (holder_id, post_id, person_id)
    references holder (holder_id, post_id, person_id) on delete set null (holder_id),
  add constraint signature_has_a_hash check (document_hash ~ '^[0-9a-f]{64}$');
create index version_signature_holder on version_signature (holder_id, post_id, person_id);

create table signature_request (
  signature_request_id uuid primary key,
  agreement_version_id uuid not null constraint request_is_about_a_version references agreement_version on delete cascade,
  organisation_id uuid not null constraint request_is_to_an_organisation references organisation,
  asked_at timestamptz not null,
  asked_by text not null,
  rests_during tstzrange not null,
  constraint party_asked_once_a_week exclude using gist (agreement_version_id with =, organisation_id with =, rests_during with &&)
);
create index signature_request_version on signature_request (agreement_version_id);
create index signature_request_organisation on signature_request (organisation_id);
alter table signature_request enable row level security;

alter table journal_entry
  add column document_number text,
  add column shared_at timestamptz,
  add column shared_by text,
  add constraint journal_entry_shared_by_somebody check ((shared_at is null) = (shared_by is null)),
  add constraint journal_document_number_says_something check (document_number <> '');
