-- What it takes for a version to be followed by the next. `meant_during` keeps the days a version was to be in force before it was
-- succeeded: its promises are judged over them on every day it was, so that a day asked about later answers as it did. The next version
-- is written before the one before ends, since the lead's right to write it comes from that one: the two overlap until both are written.
-- Every wording a proposal has had is kept, also those of others that it was merged with.
alter table agreement_version add column meant_during daterange;
alter table agreement_version drop constraint agreement_one_version_in_force_at_a_time;
alter table agreement_version add constraint agreement_one_version_in_force_at_a_time
  exclude using gist (agreement_id with =, in_force_during with &&) deferrable initially immediate;

create or replace function succeed_version(version uuid, from_on date) returns void
language plpgsql security definer set search_path from current as $$
begin
  if not (leads_forum() or has_duty('administrator')) then
    raise exception using errcode = '42501', message = 'a version is succeeded by a decision';
  end if;
  update agreement_version
    set in_force_during = daterange(lower(in_force_during), from_on), meant_during = coalesce(meant_during, in_force_during)
    where agreement_version_id = version;
end
$$;

create table proposal_edition (
  proposal_id uuid not null constraint edition_is_of_a_proposal references proposal on delete cascade,
  revision integer not null,
  base_version_id uuid not null constraint edition_is_against_a_version references agreement_version on delete cascade,
  document jsonb not null,
  written_by text not null,
  written_at timestamptz not null,
  constraint edition_written_in_turn primary key (proposal_id, revision)
);
create index proposal_edition_base on proposal_edition (base_version_id);
alter table proposal_edition enable row level security;
