-- Rights come from the agreement, so only the forum's lead and the administrator bring one into force.
-- A published version is for everyone; one that is not is for its parties, the forum's lead, the administrator and the data-protection
-- officer, who must know of every processing it leads to. A draft and its source
-- are for the organisation it was begun for, the lead and the administrator; the source of a version for its parties too.
drop policy if exists source_seen_by_the_signed_in on source_document;
drop policy if exists source_seen_with_its_draft_or_version on source_document;
create policy source_seen_with_its_draft_or_version on source_document for select
  using (exists (select from draft d where d.source_document_id = source_document.source_document_id)
    or exists (select from agreement_version v
      where v.source_document_id = source_document.source_document_id and works_with(v.agreement_version_id)));

drop policy if exists source_received_by_those_who_take_part on source_document;
create policy source_received_by_those_who_take_part on source_document for insert
  with check ((select takes_part()));

drop policy if exists source_removed_with_the_sample on source_document;
create policy source_removed_with_the_sample on source_document for delete
  using ((select acting_program()) and is_sample);

drop policy if exists draft_seen_by_the_signed_in on draft;
drop policy if exists draft_of_its_organisation on draft;
create policy draft_of_its_organisation on draft
  using (organisation_id in (select acting_organisations()) or (select leads_forum() or has_duty('administrator')));

drop policy if exists correction_seen_by_the_signed_in on draft_correction;
drop policy if exists correction_seen_with_its_draft on draft_correction;
create policy correction_seen_with_its_draft on draft_correction
  using (exists (select from draft d where d.draft_id = draft_correction.draft_id));

drop policy if exists version_seen_by_all_when_published on agreement_version;
create policy version_seen_by_all_when_published on agreement_version for select
  using (is_published or works_with(agreement_version_id) or (select has_duty('data_protection')));

drop policy if exists version_written_by_the_signed_in on agreement_version;
drop policy if exists version_confirmed_by_the_lead on agreement_version;
create policy version_confirmed_by_the_lead on agreement_version for insert
  with check ((select leads_forum() or has_duty('administrator')));

drop policy if exists version_of_the_sample_removed on agreement_version;
create policy version_of_the_sample_removed on agreement_version for delete
  using ((select acting_program()) and exists (select from agreement a where a.agreement_id = agreement_version.agreement_id and a.is_sample));

drop policy if exists party_seen_with_its_version on agreement_party;
create policy party_seen_with_its_version on agreement_party for select
  using (exists (select from agreement_version v where v.agreement_version_id = agreement_party.agreement_version_id));

drop policy if exists party_written_with_its_version on agreement_party;
create policy party_written_with_its_version on agreement_party for insert
  with check ((select leads_forum() or has_duty('administrator')));

drop policy if exists named_post_seen_with_its_version on agreement_post;
create policy named_post_seen_with_its_version on agreement_post for select
  using (exists (select from agreement_version v where v.agreement_version_id = agreement_post.agreement_version_id));

drop policy if exists named_post_written_with_its_version on agreement_post;
create policy named_post_written_with_its_version on agreement_post for insert
  with check ((select leads_forum() or has_duty('administrator')));

grant select, insert, delete on source_document, agreement, agreement_version to brobyg_app;
grant select, insert on agreement_party, agreement_post to brobyg_app;
grant select, insert, delete on draft to brobyg_app;
grant update (document, revision, changed_at, closed_at) on draft to brobyg_app;
grant select, insert on draft_correction to brobyg_app;
