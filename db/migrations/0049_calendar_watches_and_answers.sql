-- Who is told of larger events and what they answer, and the mail that asks whether something was held. Of each address that acts without
-- signing in only a hash is kept.
create table event_watch (
  event_watch_id uuid primary key,
  post_id uuid not null constraint watch_is_of_a_post references post on delete cascade,
  -- Null = everywhere.
  area_id uuid constraint watch_is_for_an_area references area,
  chosen_at timestamptz not null,
  chosen_by text not null,
  constraint watch_once_for_an_area unique nulls not distinct (post_id, area_id)
);
create index event_watch_area on event_watch (area_id);
alter table event_watch enable row level security;

-- What somebody has been told of a larger event: `told_of` is when and where it was to be, so that they hear of it once more when that changes.
create table event_invitation (
  -- The time it was about; it may since have been taken out of the calendar, and that is told too.
  occurrence_id uuid not null,
  series_id uuid not null constraint invitation_is_to_a_series references series on delete cascade,
  post_id uuid not null constraint invitation_is_to_a_post references post on delete cascade,
  person_id uuid not null constraint invitation_went_to_a_person references person on delete cascade,
  told_at timestamptz not null,
  told_of text not null,
  is_off boolean not null default false,
  token_hash bytea not null,
  ends_at timestamptz not null,
  constraint event_told_once_of primary key (occurrence_id, post_id, person_id),
  constraint event_invitation_link_is_one unique (token_hash)
);
create index event_invitation_series on event_invitation (series_id);
create index event_invitation_post on event_invitation (post_id);
create index event_invitation_person on event_invitation (person_id, told_at);
alter table event_invitation enable row level security;

-- Whether a post takes part in a larger event, and what it brings. Whom to call is for those who arrange it.
create table event_answer (
  occurrence_id uuid not null constraint answer_is_about_a_time references occurrence on delete cascade,
  post_id uuid not null constraint answer_is_of_a_post references post on delete cascade,
  is_coming boolean not null,
  brings text not null default '',
  contact text not null default '',
  answered_at timestamptz not null,
  answered_by text not null,
  constraint event_answered_once_by_a_post primary key (occurrence_id, post_id)
);
create index event_answer_post on event_answer (post_id);
alter table event_answer enable row level security;

-- Lets whoever has the mail say once of one time that it was held.
create table held_link (
  token_hash bytea primary key,
  occurrence_id uuid not null constraint held_link_is_for_an_occurrence references occurrence on delete cascade,
  person_id uuid not null constraint held_link_is_of_a_person references person on delete cascade,
  post_id uuid not null constraint held_link_acts_for_a_post references post on delete cascade,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  constraint held_link_ends_later check (made_at < ends_at)
);
create index held_link_occurrence on held_link (occurrence_id);
create index held_link_person on held_link (person_id);
create index held_link_post on held_link (post_id);
alter table held_link enable row level security;

-- Who does not want that mail.
create table held_mail_stop (
  person_id uuid primary key constraint held_mail_stopped_by_a_person references person on delete cascade,
  stopped_at timestamptz not null
);
alter table held_mail_stop enable row level security;
