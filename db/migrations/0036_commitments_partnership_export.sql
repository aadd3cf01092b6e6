-- A whole partnership taken out as one archive: who asked for it and as of which day, how far its making has come, and the archive itself
-- until it is deleted a week later. It holds names and work mails, so it is for the one who asked alone.
create table partnership_export (
  partnership_export_id uuid primary key,
  asked_by text not null,
  asked_post text,
  plan_id uuid,
  plan_name text,
  stood_on date not null,
  language text not null constraint export_language_is_known check (language in ('da', 'en')),
  asked_at timestamptz not null,
  steps integer not null constraint export_has_steps check (steps > 0),
  steps_done integer not null default 0,
  finished_at timestamptz,
  failed_at timestamptz,
  archive bytea,
  sha256 text,
  constraint export_finished_with_an_archive check ((finished_at is null) = (archive is null) and (archive is null) = (sha256 is null)),
  constraint export_ends_one_way check (finished_at is null or failed_at is null)
);
create unique index export_made_one_at_a_time on partnership_export (asked_by) where finished_at is null and failed_at is null;
alter table partnership_export enable row level security;

insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('partnership_export', 'P7D', '[2013-01-01,)', 'der blev bedt om afleveringen', 'the closing record was asked for',
    'Filen er hentet inden en uge; den kan laves igen (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'The file is fetched within a week; it can be made again (GDPR art. 5(1)(e)).');
