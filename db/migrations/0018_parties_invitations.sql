-- Somebody is invited to a post by a link in a mail, of which only a hash is kept. It is used once, until a moment; a new link takes the
-- place of the old one. `made_holder` tells whether the invitation gave the post, or the person held it already; `replaced_holder_id` who
-- left it for them, and gets it back where the invitation is withdrawn in time.
create table invitation (
  invitation_id uuid primary key,
  token_hash bytea not null,
  person_id uuid not null constraint invitation_is_to_a_person references person on delete cascade,
  post_id uuid not null constraint invitation_is_to_a_post references post on delete cascade,
  holder_id uuid constraint invitation_is_to_a_holder references holder on delete set null,
  made_holder boolean not null,
  replaced_holder_id uuid constraint invitation_replaces_a_holder references holder on delete set null,
  email text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  ends_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  constraint invitation_token_is_one unique (token_hash),
  constraint invitation_ends_after_it_was_sent check (ends_at > invited_at),
  constraint invitation_is_accepted_or_withdrawn check (accepted_at is null or withdrawn_at is null)
);
create index invitation_person on invitation (person_id);
create index invitation_post on invitation (post_id);
create index invitation_holder on invitation (holder_id);
create index invitation_replaced_holder on invitation (replaced_holder_id);
create unique index invitation_waits_once_for_a_holder on invitation (holder_id) where accepted_at is null and withdrawn_at is null;
alter table invitation enable row level security;

-- When the person showed that mails to their address reach them; null after the address is changed.
alter table person add column email_confirmed_at timestamptz;
