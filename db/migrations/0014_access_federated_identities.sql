-- Signing in through an organisation's own identity provider: which person a provider's subject is, which sign-ins are under way
-- there, and which assertions were used up. Of what a provider tells, only a hash of its own name for the person (its subject) is kept;
-- of secrets only hashes; of what is under way nothing for long.
create table federated_identity (
  federated_identity_id uuid primary key,
  provider text not null,
  subject_hash bytea not null,
  person_id uuid not null constraint identity_is_of_a_person references person on delete cascade,
  bound_at timestamptz not null,
  seen_at timestamptz not null,
  constraint identity_is_one_persons unique (provider, subject_hash),
  constraint person_has_one_identity_at_a_provider unique (person_id, provider)
);
alter table federated_identity enable row level security;

create table identity_request (
  identity_request_id uuid primary key,
  provider text not null,
  state_hash bytea not null constraint identity_request_state_is_one unique,
  browser_hash bytea not null,
  next_path text not null,
  begun_at timestamptz not null,
  ends_at timestamptz not null constraint identity_request_ends_after_it_began check (ends_at > begun_at),
  code_hash bytea constraint identity_request_code_is_one unique,
  subject_hash bytea,
  person_id uuid constraint identity_request_is_of_a_person references person on delete cascade,
  constraint identity_request_is_answered_whole check
    ((code_hash is null) = (subject_hash is null) and (code_hash is null) = (person_id is null))
);
create index identity_request_person on identity_request (person_id);
create index identity_request_end on identity_request (ends_at);
alter table identity_request enable row level security;

create table spent_assertion (
  provider text not null,
  assertion_hash bytea not null,
  ends_at timestamptz not null,
  constraint assertion_is_used_once primary key (provider, assertion_hash)
);
create index spent_assertion_end on spent_assertion (ends_at);
alter table spent_assertion enable row level security;
