-- A person's private calendar address, which mails they want, and which warnings they have had. Of the address only a hash is kept.
create table calendar_link (
  calendar_link_id uuid primary key,
  person_id uuid not null constraint calendar_link_belongs_to_a_person references person on delete cascade,
  token_hash bytea not null,
  language text not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  constraint calendar_link_token_is_one unique (token_hash)
);
create index calendar_link_person on calendar_link (person_id);
create unique index calendar_link_one_open_a_person on calendar_link (person_id) where ended_at is null;
alter table calendar_link enable row level security;

create table mail_choice (
  person_id uuid primary key constraint mail_choice_is_of_a_person references person on delete cascade,
  wants_weekly boolean not null,
  wants_warnings boolean not null,
  language text not null,
  changed_at timestamptz not null
);
alter table mail_choice enable row level security;

create table warning (
  person_id uuid not null constraint warning_is_to_a_person references person on delete cascade,
  ending_key text not null,
  days_before integer not null,
  given_at timestamptz not null,
  constraint warning_given_once primary key (person_id, ending_key, days_before)
);
alter table warning enable row level security;
