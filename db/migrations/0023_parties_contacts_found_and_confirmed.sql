-- Who to call is found by any of their names, however they are spelled: each name is kept a second time without case, signs and Danish
-- letters ("Østerby" is "oesterby"), so that thousands are looked through at once. Whether an entry is still right is asked by a link in a
-- mail, of which only a hash is kept; what the answer cannot change by itself (somebody left, a mail address, which signs in) waits here
-- for the lead.
create function fold_name(name text) returns text language sql immutable strict parallel safe
return trim(regexp_replace(lower(regexp_replace(normalize(
  replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(normalize(name, nfc),
    'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe'), 'å', 'aa'), 'Å', 'aa'), 'ö', 'oe'), 'Ö', 'oe'), 'ä', 'ae'), 'Ä', 'ae'), 'ß', 'ss'),
  nfd), '[\u0300-\u036f]', '', 'g')), '[^a-z0-9]+', ' ', 'g'));

alter table organisation add column folded_name text generated always as (fold_name(name)) stored;
alter table organisation_name add column folded_name text generated always as (fold_name(name)) stored;
alter table plan add column folded_name text generated always as (fold_name(name)) stored;
alter table unit_name add column folded_name text generated always as (fold_name(name)) stored;
alter table post add column folded_title text generated always as (fold_name(title)) stored;
alter table person add column folded_name text generated always as (fold_name(name)) stored;
alter table alias add column folded_name text generated always as (fold_name(name)) stored;

-- Titles in Danish order, æ, ø and å after z, whatever the database's own order is.
alter table post add column sorted_title text collate "C"
  generated always as (translate(lower(title), 'æøåÆØÅ', '{|}{|}')) stored;

create table confirmation_link (
  token_hash bytea constraint confirmation_link_is_one primary key,
  person_id uuid not null constraint confirmation_is_asked_of_a_person references person on delete cascade,
  asked_by text not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  constraint confirmation_link_ends_after_it_was_sent check (ends_at > asked_at)
);
create index confirmation_link_person on confirmation_link (person_id);
alter table confirmation_link enable row level security;

create table contact_answer (
  contact_answer_id uuid primary key,
  holder_id uuid not null constraint contact_answer_is_about_a_holder references holder on delete cascade,
  is_gone boolean not null,
  email text,
  answered_at timestamptz not null,
  settled_at timestamptz,
  constraint contact_answer_says_something check (is_gone or email is not null)
);
create index contact_answer_holder on contact_answer (holder_id);
create unique index contact_answer_waits_once on contact_answer (holder_id) where settled_at is null;
alter table contact_answer enable row level security;
