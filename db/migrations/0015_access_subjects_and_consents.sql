-- Residents the cooperation works for, what they agreed may be shared, and the circle around each that follows from it. Residents have no
-- account. The least is kept: what somebody wants to be called, a birth month for those under age, how to reach them. Posts and
-- organisations stand as ids only, because this room knows no others.
create table data_subject (
  data_subject_id uuid primary key,
  called text not null constraint subject_is_called_something check (called <> ''),
  -- null = of age
  birth_month text constraint subject_birth_month_is_a_month check (birth_month ~ '^(19|20)[0-9]{2}-(0[1-9]|1[0-2])$'),
  mail text,
  phone text,
  registered_post_id uuid,
  registered_by text not null,
  registered_at timestamptz not null,
  is_sample boolean not null default false
);
create index data_subject_by_mail on data_subject (lower(mail)) where mail is not null;
create index data_subject_by_post on data_subject (registered_post_id);
alter table data_subject enable row level security;

create table guardianship (
  guardianship_id uuid primary key,
  child_id uuid not null constraint guardianship_is_of_a_child references data_subject,
  guardian_id uuid not null constraint guardianship_is_held_by_somebody references data_subject,
  holds_custody boolean not null,
  guardianship_during daterange not null constraint guardianship_during_some_days check (not isempty(guardianship_during)),
  constraint guardianship_is_not_of_oneself check (child_id <> guardian_id),
  constraint guardianship_once_at_a_time exclude using gist (child_id with =, guardian_id with =, guardianship_during with &&)
);
create index guardianship_child on guardianship (child_id);
create index guardianship_guardian on guardianship (guardian_id);
alter table guardianship enable row level security;

-- Which kinds of data a consent may name, and for which purposes; words a municipality may add to.
create table data_kind (
  data_kind text primary key,
  da text not null,
  en text not null,
  position smallint not null
);
alter table data_kind enable row level security;
insert into data_kind (data_kind, da, en, position) values
  ('name', 'Navn', 'Name', 1),
  ('contact', 'Mail og telefon', 'Mail and phone', 2),
  ('birth_month', 'Fødselsmåned', 'Month of birth', 3),
  ('wishes', 'Ønsker til fritid og job', 'Wishes for leisure and work', 4),
  ('attendance', 'Om I er kommet til det aftalte', 'Whether you came to what was agreed', 5),
  ('support', 'Særlige behov for hjælp', 'Special needs for help', 6),
  ('school', 'Skole og klassetrin', 'School and grade', 7),
  ('economy', 'Om der er brug for hjælp til betaling', 'Whether help with payment is needed', 8);

create table consent_purpose (
  consent_purpose text primary key,
  da text not null,
  en text not null,
  position smallint not null
);
alter table consent_purpose enable row level security;
insert into consent_purpose (consent_purpose, da, en, position) values
  ('leisure', 'Finde en forening eller et fritidstilbud', 'Finding a club or a leisure offer', 1),
  ('guide', 'Følgeskab af en frivillig', 'Company of a volunteer', 2),
  ('job', 'Finde et fritidsjob eller en praktikplads', 'Finding a youth job or a placement', 3),
  ('counselling', 'Rådgivning til familien', 'Counselling for the family', 4),
  ('school', 'Samarbejde med skole eller klub', 'Working with school or club', 5);

create table consent (
  consent_id uuid primary key,
  data_subject_id uuid not null constraint consent_is_about_somebody references data_subject,
  consent_purpose text not null constraint consent_has_a_known_purpose references consent_purpose,
  purpose text not null constraint consent_says_what_for check (purpose <> ''),
  is_material boolean not null,
  consent_during daterange not null constraint consent_has_an_end check (not isempty(consent_during) and not upper_inf(consent_during)),
  recorded_post_id uuid,
  recorded_by text not null,
  recorded_at timestamptz not null
);
create index consent_data_subject on consent (data_subject_id);
create index consent_consent_purpose on consent (consent_purpose);
create index consent_by_end on consent (upper(consent_during));
alter table consent enable row level security;

create table consent_data_kind (
  consent_id uuid not null constraint kind_is_of_a_consent references consent on delete cascade,
  data_kind text not null constraint consent_names_a_known_kind references data_kind,
  constraint consent_names_a_kind_once primary key (consent_id, data_kind)
);
create index consent_data_kind_kind on consent_data_kind (data_kind);
alter table consent_data_kind enable row level security;

-- An answer to a consent: given, or withdrawn, or both in turn. Withdrawn without having been given = they said no.
create table consent_giver (
  consent_id uuid not null constraint giver_answers_a_consent references consent on delete cascade,
  giver_id uuid not null constraint giver_is_somebody references data_subject,
  given_on date,
  how text not null constraint consent_given_in_a_known_way check (how in ('paper', 'spoken', 'signed_link')),
  recorded_by text not null,
  recorded_at timestamptz not null,
  withdrawn_on date,
  withdrawn_at timestamptz,
  withdrawn_by text,
  constraint consent_answered_once_by_each primary key (consent_id, giver_id),
  constraint answer_says_something check (given_on is not null or withdrawn_at is not null),
  constraint withdrawal_is_whole check (num_nulls(withdrawn_on, withdrawn_at, withdrawn_by) in (0, 3))
);
create index consent_giver_giver on consent_giver (giver_id);
alter table consent_giver enable row level security;

-- The circle around a person: who sees the record, and by which consent. A row counts only while its consent is in force.
create table circle_member (
  circle_member_id uuid primary key,
  data_subject_id uuid not null constraint circle_is_around_somebody references data_subject,
  consent_id uuid not null constraint circle_follows_from_a_consent references consent on delete cascade,
  post_id uuid,
  organisation_id uuid,
  side text not null constraint circle_side_is_known check (side in ('shares', 'receives')),
  circle_during daterange not null constraint circle_during_some_days check (not isempty(circle_during)),
  ended_at timestamptz,
  constraint circle_member_is_a_post_or_an_organisation check (num_nonnulls(post_id, organisation_id) = 1),
  constraint circle_member_once_by_a_consent unique nulls not distinct (consent_id, post_id, organisation_id, side)
);
create index circle_member_subject on circle_member (data_subject_id);
create index circle_member_post on circle_member (post_id);
create index circle_member_organisation on circle_member (organisation_id);
alter table circle_member enable row level security;

-- Addresses sent by mail that open what is kept about somebody, or one consent to answer. Of the secret only a hash is kept.
create table subject_link (
  subject_link_id uuid primary key,
  token_hash bytea not null,
  data_subject_id uuid not null constraint subject_link_is_for_somebody references data_subject on delete cascade,
  -- null = opens what is kept about them
  consent_id uuid constraint subject_link_asks_for_a_consent references consent on delete cascade,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz,
  constraint subject_link_token_is_one unique (token_hash)
);
create index subject_link_subject on subject_link (data_subject_id);
create index subject_link_consent on subject_link (consent_id);
alter table subject_link enable row level security;

create table subject_session (
  subject_session_id uuid primary key,
  token_hash bytea not null,
  data_subject_id uuid not null constraint subject_session_is_of_somebody references data_subject on delete cascade,
  begun_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  constraint subject_session_token_is_one unique (token_hash)
);
create index subject_session_subject on subject_session (data_subject_id);
alter table subject_session enable row level security;

-- What a resident asks for about what is kept: outlives the person's record, as a number and a date.
create table subject_request (
  subject_request_id uuid primary key,
  number integer generated always as identity,
  data_subject_id uuid constraint subject_request_is_about_somebody references data_subject on delete set null,
  kind text not null constraint subject_request_kind_is_known check (kind in ('deletion', 'correction')),
  text text not null,
  deleted_at_once integer not null default 0,
  received_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  answer text,
  constraint subject_request_numbered_once unique (number)
);
create index subject_request_subject on subject_request (data_subject_id);
alter table subject_request enable row level security;
