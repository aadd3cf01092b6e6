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
