-- A published version is for everyone; sources, drafts and unpublished versions are for those who are signed in.
drop policy if exists source_seen_by_the_signed_in on source_document;
create policy source_seen_by_the_signed_in on source_document
  using (nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists draft_seen_by_the_signed_in on draft;
create policy draft_seen_by_the_signed_in on draft
  using (nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists correction_seen_by_the_signed_in on draft_correction;
create policy correction_seen_by_the_signed_in on draft_correction
  using (nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists version_seen_by_all_when_published on agreement_version;
create policy version_seen_by_all_when_published on agreement_version for select
  using (is_published or nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists version_written_by_the_signed_in on agreement_version;
create policy version_written_by_the_signed_in on agreement_version for insert
  with check (nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists version_of_the_sample_removed on agreement_version;
create policy version_of_the_sample_removed on agreement_version for delete
  using (nullif(current_setting('brobyg.actor', true), '') is not null
    and exists (select 1 from agreement a where a.agreement_id = agreement_version.agreement_id and a.is_sample));

grant select, insert, delete on source_document, agreement, agreement_version to brobyg_app;
grant select, insert, update, delete on draft to brobyg_app;
grant select, insert on draft_correction to brobyg_app;
