-- The agreement as data: the source as it came, the draft a person corrects, and the versions in force, which are never edited.
create table source_document (
  source_document_id uuid primary key,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  lines jsonb not null,
  received_at timestamptz not null,
  received_by text not null,
  is_sample boolean not null default false
);
alter table source_document enable row level security;

create table draft (
  draft_id uuid primary key,
  source_document_id uuid not null constraint draft_has_a_source references source_document,
  document jsonb not null,
  revision integer not null default 0 constraint draft_revision_counts_up check (revision >= 0),
  begun_at timestamptz not null,
  begun_by text not null,
  changed_at timestamptz not null,
  closed_at timestamptz
);
create index draft_source_document on draft (source_document_id);
alter table draft enable row level security;

-- What a person corrected in a draft, and what the reader had read there: append-only. An undoing names the revision it takes back.
create table draft_correction (
  draft_id uuid not null constraint correction_belongs_to_a_draft references draft on delete cascade,
  revision integer not null,
  path text not null,
  was jsonb,
  became jsonb,
  undoes integer,
  corrected_by text not null,
  corrected_at timestamptz not null,
  constraint draft_corrected_once_a_revision primary key (draft_id, revision)
);
alter table draft_correction enable row level security;

create table agreement (
  agreement_id uuid primary key,
  slug text not null,
  title text not null,
  focus_area text,
  district text,
  is_sample boolean not null default false,
  constraint agreement_address_is_free unique (slug)
);

create table agreement_version (
  agreement_version_id uuid primary key,
  agreement_id uuid not null constraint version_belongs_to_an_agreement references agreement,
  number integer not null constraint version_numbers_from_one check (number > 0),
  in_force_during daterange not null constraint version_in_force_some_days check (not isempty(in_force_during)),
  document jsonb not null,
  source_document_id uuid not null constraint version_has_a_source references source_document,
  is_published boolean not null,
  confirmed_at timestamptz not null,
  confirmed_by text not null,
  constraint version_numbered_once unique (agreement_id, number),
  constraint agreement_one_version_in_force_at_a_time exclude using gist (agreement_id with =, in_force_during with &&)
);
create index agreement_version_source_document on agreement_version (source_document_id);
alter table agreement_version enable row level security;
