-- Who is signed in, how, and on behalf of which post they act. Of the cookie only a hash is kept; the device is told in coarse words
-- ("Firefox, Android"), so that a person can tell their own sessions apart.
create table session (
  session_id uuid primary key,
  token_hash bytea not null,
  person_id uuid not null,
  post_id uuid,
  method text not null constraint session_method_is_known
    check (method in ('cast', 'passkey', 'mail_link', 'oidc', 'saml', 'invitation')),
  device text not null,
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  constraint session_token_is_one unique (token_hash),
  constraint session_ends_after_it_began check (ends_at > begun_at)
);
create index session_person on session (person_id, seen_at desc);
alter table session enable row level security;
