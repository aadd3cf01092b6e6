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

-- Clauses, signatures and the numbers of cases follow what they belong to. A proposal is for the parties: it is written by those of the
-- organisation that made it, until it is put; comments are the parties' own; the lead and the administrator decide.
drop policy if exists clause_seen_with_its_version on clause;
create policy clause_seen_with_its_version on clause for select
  using (exists (select from agreement_version v where v.agreement_version_id = clause.agreement_version_id));

drop policy if exists clause_written_with_its_version on clause;
create policy clause_written_with_its_version on clause for insert
  with check ((select leads_forum() or has_duty('administrator')));

drop policy if exists proposal_seen_by_the_parties on proposal;
create policy proposal_seen_by_the_parties on proposal for select
  using (works_with(base_version_id));

drop policy if exists proposal_made_by_a_party on proposal;
create policy proposal_made_by_a_party on proposal for insert
  with check (works_with(base_version_id));

drop policy if exists proposal_changed_by_its_party on proposal;
create policy proposal_changed_by_its_party on proposal for update
  using (organisation_id in (select acting_organisations()) or (select leads_forum() or has_duty('administrator')));

drop policy if exists edition_seen_with_its_proposal on proposal_edition;
create policy edition_seen_with_its_proposal on proposal_edition for select
  using (exists (select from proposal p where p.proposal_id = proposal_edition.proposal_id));

drop policy if exists edition_written_by_whoever_changes_the_proposal on proposal_edition;
create policy edition_written_by_whoever_changes_the_proposal on proposal_edition for insert
  with check (exists (select from proposal p where p.proposal_id = proposal_edition.proposal_id
    and (p.organisation_id in (select acting_organisations()) or (select leads_forum() or has_duty('administrator')))));

drop policy if exists comment_seen_with_its_proposal on proposal_comment;
create policy comment_seen_with_its_proposal on proposal_comment for select
  using (exists (select from proposal p where p.proposal_id = proposal_comment.proposal_id));

drop policy if exists comment_written_by_a_party on proposal_comment;
create policy comment_written_by_a_party on proposal_comment for insert
  with check (exists (select from proposal p where p.proposal_id = proposal_comment.proposal_id));

drop policy if exists decision_seen_with_its_version on proposal_decision;
create policy decision_seen_with_its_version on proposal_decision for select
  using (exists (select from proposal p where p.proposal_id = proposal_decision.proposal_id)
    or exists (select from agreement_version v where v.agreement_version_id = proposal_decision.new_version_id));

drop policy if exists decision_taken_down_by_the_lead on proposal_decision;
create policy decision_taken_down_by_the_lead on proposal_decision for insert
  with check ((select leads_forum() or has_duty('administrator')));

drop policy if exists signature_seen_with_its_version on version_signature;
create policy signature_seen_with_its_version on version_signature for select
  using (exists (select from agreement_version v where v.agreement_version_id = version_signature.agreement_version_id));

-- On behalf of the post that the one who acts holds that day, for its own organisation, where that is party to the version.
drop policy if exists signature_given_by_whoever_acts on version_signature;
create policy signature_given_by_whoever_acts on version_signature for insert
  with check (person_id = (select acting_person()) and post_id in (select acting_posts()) and signed_on = (select acting_day())
    and signs_for(agreement_version_id)
    and exists (select from holder h join post p using (post_id)
      where h.holder_id = version_signature.holder_id and h.holder_during = version_signature.held_during
        and p.organisation_id = version_signature.organisation_id));

drop policy if exists signature_request_seen_by_the_parties on signature_request;
create policy signature_request_seen_by_the_parties on signature_request for select
  using (works_with(agreement_version_id));

drop policy if exists signature_request_sent_by_the_lead on signature_request;
create policy signature_request_sent_by_the_lead on signature_request for insert
  with check ((select leads_forum() or has_duty('administrator')));

drop policy if exists case_reference_seen_by_the_parties on case_reference;
create policy case_reference_seen_by_the_parties on case_reference
  using (exists (select from agreement_version v where v.agreement_id = case_reference.agreement_id and works_with(v.agreement_version_id)));

drop policy if exists journal_seen_by_the_parties on journal_entry;
create policy journal_seen_by_the_parties on journal_entry
  using (exists (select from agreement_version v where v.agreement_id = journal_entry.agreement_id and works_with(v.agreement_version_id)));

grant select, insert on clause, proposal, proposal_edition, proposal_comment, proposal_decision, version_signature, journal_entry to brobyg_app;
grant update (title, reason, wanted_from_on, document, revision, put_at, withdrawn_at, base_version_id) on proposal to brobyg_app;
grant select, insert, delete on case_reference to brobyg_app;
grant execute on function succeed_version to brobyg_app;
grant select, insert on signature_request to brobyg_app;
grant update (shared_at, shared_by, document_number) on journal_entry to brobyg_app;

-- Focus areas are everybody's to read and the administrator's to keep.
drop policy if exists focus_area_read_by_all on focus_area;
create policy focus_area_read_by_all on focus_area for select using (true);

drop policy if exists focus_area_kept_by_the_administrator on focus_area;
create policy focus_area_kept_by_the_administrator on focus_area
  using ((select has_duty('administrator'))) with check ((select has_duty('administrator')));
grant select, insert, update, delete on focus_area to brobyg_app;
