-- How people show who they are: by a link in a mail, or by a passkey. Of links, challenges and browsers only hashes are kept; of a
-- passkey the public key, with which nobody can sign in.

-- Who asks for a link is answered before it is looked up whether the address is known; a job looks it up and takes the row away.
create table sign_in_request (
  sign_in_request_id uuid primary key,
  address text not null,
  browser_hash bytea not null,
  next_path text not null,
  language text not null,
  asked_at timestamptz not null
);
alter table sign_in_request enable row level security;

create table sign_in_link (
  sign_in_link_id uuid primary key,
  person_id uuid not null constraint sign_in_link_is_to_a_person references person on delete cascade,
  token_hash bytea not null,
  browser_hash bytea not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_link_token_is_one unique (token_hash)
);
create index sign_in_link_person on sign_in_link (person_id);
alter table sign_in_link enable row level security;

create table passkey (
  passkey_id uuid primary key,
  person_id uuid not null constraint passkey_is_of_a_person references person on delete cascade,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  registered_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_credential_is_one unique (credential_id)
);
create index passkey_person on passkey (person_id);
alter table passkey enable row level security;

create table passkey_challenge (
  passkey_challenge_id uuid primary key,
  challenge_hash bytea not null,
  browser_hash bytea not null,
  person_id uuid,
  ends_at timestamptz not null,
  constraint passkey_challenge_is_one unique (challenge_hash)
);
alter table passkey_challenge enable row level security;

-- A mail that is of no use after a moment is not sent after it, and is cleared away once it is sent.
alter table mail add ends_at timestamptz;

create index person_by_mail on person (lower(email));
