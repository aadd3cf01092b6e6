-- A commitment is seen by whoever may see the version it was read from.
drop policy if exists commitment_seen_with_its_version on commitment;
create policy commitment_seen_with_its_version on commitment for select
  using (exists (select 1 from agreement_version v where v.agreement_version_id = commitment.agreement_version_id));

drop policy if exists commitment_written_by_the_signed_in on commitment;
create policy commitment_written_by_the_signed_in on commitment for insert
  with check (nullif(current_setting('brobyg.actor', true), '') is not null);

grant select, insert on commitment to brobyg_app;
