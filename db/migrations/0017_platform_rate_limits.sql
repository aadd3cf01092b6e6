-- How often somebody may try is counted here, for all processes of a municipality. A row says when its subject owes nothing any longer;
-- the subject itself (an address, a mail) stands only as a keyed hash. Unlogged: after a crash everyone may simply begin again.
create unlogged table rate_limit (
  key_hash bytea constraint rate_limit_pkey primary key,
  free_at timestamptz not null
);
create index rate_limit_free on rate_limit (free_at);
alter table rate_limit enable row level security;
