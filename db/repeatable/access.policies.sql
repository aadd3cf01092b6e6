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

grant select, insert, delete on session to brobyg_app;
grant update (post_id, token_hash, seen_at, ended_at) on session to brobyg_app;
