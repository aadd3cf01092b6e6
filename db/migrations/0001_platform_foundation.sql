-- What every room stands on: spans beside ids in one exclusion constraint ("this venue, that time") take btree_gist,
-- and cookies are signed with a key that all processes of a municipality share.
create extension if not exists btree_gist with schema public;

create table signing_key (
  signing_key_id uuid constraint signing_key_pkey primary key,
  secret bytea not null constraint signing_key_is_long check (octet_length(secret) >= 32),
  made_at timestamptz not null
);
