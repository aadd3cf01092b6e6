-- A session is seen and ended by its person; the desk finds it by the hash of its cookie; the lead and the administrator end the
-- sessions of someone whose post they end.
drop policy if exists session_of_its_person on session;
create policy session_of_its_person on session
  using (person_id = (select acting_person()));

drop policy if exists session_at_the_desk on session;
create policy session_at_the_desk on session
  using ((select acting_desk() or acting_program()));

drop policy if exists session_ended_by_the_lead on session;
create policy session_ended_by_the_lead on session for update
  using ((select leads_forum() or has_duty('administrator')));

-- To end them they must see them: once the person holds no post, and not before.
drop policy if exists session_of_those_who_left on session;
create policy session_of_those_who_left on session for select
  using ((select leads_forum() or has_duty('administrator'))
    and not exists (select from holder h where h.person_id = session.person_id and h.holder_during @> acting_day()));

grant select, insert, delete on session to brobyg_app;
grant update (post_id, token_hash, seen_at, ended_at) on session to brobyg_app;

-- Links to sign in are asked for and opened at the desk, made by the program, and ended by their person, whose address changes.
drop policy if exists sign_in_request_at_the_desk on sign_in_request;
create policy sign_in_request_at_the_desk on sign_in_request
  using ((select acting_desk() or acting_program()));

drop policy if exists sign_in_link_at_the_desk on sign_in_link;
create policy sign_in_link_at_the_desk on sign_in_link
  using ((select acting_desk() or acting_program()));

drop policy if exists sign_in_link_of_its_person on sign_in_link;
create policy sign_in_link_of_its_person on sign_in_link
  using (person_id = (select acting_person()));

-- A passkey is seen and removed by its person; the desk finds it by its credential and counts its use.
drop policy if exists passkey_of_its_person on passkey;
create policy passkey_of_its_person on passkey
  using (person_id = (select acting_person()));

drop policy if exists passkey_at_the_desk on passkey;
create policy passkey_at_the_desk on passkey for select
  using ((select acting_desk()));

drop policy if exists passkey_used_at_the_desk on passkey;
create policy passkey_used_at_the_desk on passkey for update
  using ((select acting_desk()));

drop policy if exists passkey_challenge_at_the_desk on passkey_challenge;
create policy passkey_challenge_at_the_desk on passkey_challenge
  using ((select acting_desk() or acting_program()));

grant select, insert, delete on sign_in_request, sign_in_link, passkey, passkey_challenge to brobyg_app;
grant update (ends_at, used_at) on sign_in_link to brobyg_app;
grant update (counter, used_at) on passkey to brobyg_app;

-- Whom a provider's subject is, is seen and cut by the person, and by the desk when they come to sign in.
drop policy if exists identity_of_its_person on federated_identity;
create policy identity_of_its_person on federated_identity
  using (person_id = (select acting_person())) with check (false);

drop policy if exists identity_at_the_desk on federated_identity;
create policy identity_at_the_desk on federated_identity
  using ((select acting_desk() or acting_program()));

drop policy if exists identity_request_at_the_desk on identity_request;
create policy identity_request_at_the_desk on identity_request
  using ((select acting_desk()));

drop policy if exists assertion_spent_at_the_desk on spent_assertion;
create policy assertion_spent_at_the_desk on spent_assertion
  using ((select acting_desk()));

grant select, insert, delete on federated_identity, identity_request, spent_assertion to brobyg_app;
grant update (seen_at) on federated_identity to brobyg_app;
grant update (code_hash, subject_hash, person_id, ends_at) on identity_request to brobyg_app;

-- Somebody's record is seen by the circle around them, by the post that registered them while it asks for a consent, and by themselves or
-- whoever holds custody of them, through a link. The desk finds a record by its mail address and tells nobody. The data-protection officer
-- sees that a consent exists, who answered it and whom it lets in, and not whose name it is about. Records are deleted by
-- delete_free_subject alone.
drop policy if exists subject_seen_by_the_circle on data_subject;
create policy subject_seen_by_the_circle on data_subject for select
  using (data_subject_id in (select seen_subjects()) or data_subject_id in (select own_subjects())
    or (select acting_program() or acting_resident_desk()));

drop policy if exists subject_registered_by_a_post on data_subject;
create policy subject_registered_by_a_post on data_subject for insert
  with check (registered_post_id in (select acting_posts()) or (select acting_program()));

drop policy if exists subject_corrected_by_the_circle on data_subject;
create policy subject_corrected_by_the_circle on data_subject for update
  using (data_subject_id in (select seen_subjects()));

drop policy if exists guardianship_seen_by_the_circle on guardianship;
create policy guardianship_seen_by_the_circle on guardianship for select
  using (child_id in (select watched_subjects()) or child_id in (select own_subjects())
    or guardian_id in (select acting_selves()) or (select acting_program()));

drop policy if exists guardianship_written_by_the_circle on guardianship;
create policy guardianship_written_by_the_circle on guardianship for insert
  with check (child_id in (select watched_subjects()) or (select acting_program()));

drop policy if exists guardianship_changed_by_the_circle on guardianship;
create policy guardianship_changed_by_the_circle on guardianship for update
  using (child_id in (select watched_subjects()));

drop policy if exists data_kind_seen_by_all on data_kind;
create policy data_kind_seen_by_all on data_kind for select using (true);

drop policy if exists consent_purpose_seen_by_all on consent_purpose;
create policy consent_purpose_seen_by_all on consent_purpose for select using (true);

-- One in the circle sees the consent that lets them in and those they asked for themselves, not what else the person agreed to.
drop policy if exists consent_seen_by_the_circle on consent;
create policy consent_seen_by_the_circle on consent for select
  using (consent_id in (select circle_consents()) or consent_id in (select own_consents())
    or recorded_post_id in (select acting_posts()) and data_subject_id in (select watched_subjects())
    or (select has_duty('data_protection')));

drop policy if exists consent_asked_for_by_a_post on consent;
create policy consent_asked_for_by_a_post on consent for insert
  with check (recorded_post_id in (select acting_posts()) and data_subject_id in (select watched_subjects())
    or (select acting_program()));

drop policy if exists consent_deleted_at_their_wish on consent;
create policy consent_deleted_at_their_wish on consent for delete
  using ((select acting_program()) or data_subject_id in (select own_subjects()) and was_never_given(consent_id));

drop policy if exists kind_seen_with_its_consent on consent_data_kind;
create policy kind_seen_with_its_consent on consent_data_kind for select
  using (exists (select from consent c where c.consent_id = consent_data_kind.consent_id));

drop policy if exists kind_written_with_its_consent on consent_data_kind;
create policy kind_written_with_its_consent on consent_data_kind for insert
  with check (exists (select from consent c where c.consent_id = consent_data_kind.consent_id
    and (c.recorded_post_id in (select acting_posts()) or (select acting_program()))));

drop policy if exists answer_seen_with_its_consent on consent_giver;
create policy answer_seen_with_its_consent on consent_giver for select
  using (exists (select from consent c where c.consent_id = consent_giver.consent_id));

drop policy if exists answer_written_by_giver_or_circle on consent_giver;
create policy answer_written_by_giver_or_circle on consent_giver for insert
  with check (case when (select acting_subject()) is not null then how = 'signed_link' and giver_id in (select acting_selves())
      and consent_id in (select own_consents())
    else (select acting_program()) or how <> 'signed_link' and (consent_id in (select circle_consents())
      or exists (select from consent c where c.consent_id = consent_giver.consent_id and c.recorded_post_id in (select acting_posts())))
    end);

drop policy if exists answer_taken_back_by_giver_or_circle on consent_giver;
create policy answer_taken_back_by_giver_or_circle on consent_giver for update
  using (case when (select acting_subject()) is not null then giver_id in (select acting_selves())
    else (select acting_program()) or exists (select from consent c where c.consent_id = consent_giver.consent_id)
      and not (select has_duty('data_protection')) end);

drop policy if exists circle_seen_with_its_consent on circle_member;
create policy circle_seen_with_its_consent on circle_member for select
  using (exists (select from consent c where c.consent_id = circle_member.consent_id));

drop policy if exists circle_written_with_its_consent on circle_member;
create policy circle_written_with_its_consent on circle_member for insert
  with check (exists (select from consent c where c.consent_id = circle_member.consent_id
    and c.data_subject_id = circle_member.data_subject_id
    and (c.recorded_post_id in (select acting_posts()) or (select acting_program()))));

-- Links and residents' sessions are the desk's alone; a post that asks for a consent sends one, and does not see it again.
drop policy if exists subject_link_at_the_desk on subject_link;
create policy subject_link_at_the_desk on subject_link
  using ((select acting_resident_desk() or acting_program()));

drop policy if exists subject_link_sent_by_the_circle on subject_link;
create policy subject_link_sent_by_the_circle on subject_link for insert
  with check (exists (select from consent c where c.consent_id = subject_link.consent_id) and not (select has_duty('data_protection')));

drop policy if exists subject_session_at_the_desk on subject_session;
create policy subject_session_at_the_desk on subject_session
  using ((select acting_resident_desk() or acting_program()));

drop policy if exists request_seen_by_officer_and_resident on subject_request;
create policy request_seen_by_officer_and_resident on subject_request for select
  using ((select has_duty('data_protection')) or data_subject_id in (select own_subjects()));

drop policy if exists request_made_by_the_resident on subject_request;
create policy request_made_by_the_resident on subject_request for insert
  with check (data_subject_id in (select own_subjects()));

drop policy if exists request_answered_by_the_officer on subject_request;
create policy request_answered_by_the_officer on subject_request for update
  using ((select has_duty('data_protection')));

drop policy if exists request_cleared_by_the_program on subject_request;
create policy request_cleared_by_the_program on subject_request for delete
  using ((select acting_program()));

drop policy if exists deletion_rule_seen_by_all on deletion_rule;
create policy deletion_rule_seen_by_all on deletion_rule for select using (true);

drop policy if exists legal_hold_of_the_officer on legal_hold;
create policy legal_hold_of_the_officer on legal_hold
  using ((select has_duty('data_protection')));

drop policy if exists deletion_count_seen_by_the_officer on deletion_count;
create policy deletion_count_seen_by_the_officer on deletion_count for select
  using ((select has_duty('data_protection')));

grant select, insert on data_subject, guardianship to brobyg_app;
grant select, insert, delete on consent to brobyg_app;
grant update (called, birth_month, mail, phone) on data_subject to brobyg_app;
grant update (guardianship_during) on guardianship to brobyg_app;
grant select on data_kind, consent_purpose, deletion_rule, deletion_count to brobyg_app;
grant select, insert on consent_data_kind, consent_giver, circle_member to brobyg_app;
grant update (withdrawn_on, withdrawn_at, withdrawn_by) on consent_giver to brobyg_app;
grant select, insert, delete on subject_link, subject_session to brobyg_app;
grant update (used_at, ended_at) on subject_link to brobyg_app;
grant update (ended_at) on subject_session to brobyg_app;
grant select, insert, delete on subject_request to brobyg_app;
grant update (answered_at, answered_by, answer, deleted_at_once) on subject_request to brobyg_app;
grant select, insert on legal_hold to brobyg_app;
grant update (lifted_by, lifted_at) on legal_hold to brobyg_app;
grant execute on function end_what_followed, count_deletion, remove_sample_subjects, delete_free_subject, cut_audit to brobyg_app;
