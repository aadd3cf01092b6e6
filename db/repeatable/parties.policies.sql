-- People and the posts they hold are seen by those who take part today, and by the person; the sign-in desk sees them to let people in.
-- They are written where an agreement comes into force, by the forum's lead and by the administrator.
drop policy if exists person_seen_by_the_signed_in on person;
drop policy if exists person_seen_by_those_who_take_part on person;
create policy person_seen_by_those_who_take_part on person for select
  using ((select takes_part() or acting_desk()) or person_id = (select acting_person()));

drop policy if exists person_added_by_the_lead on person;
create policy person_added_by_the_lead on person for insert
  with check ((select leads_forum() or has_duty('administrator') or acting_desk()));

drop policy if exists person_changed_by_those_who_may on person;
create policy person_changed_by_those_who_may on person for update
  using ((select leads_forum() or has_duty('administrator')) or person_id = (select acting_person()));

-- Whoever accepts an invitation shows that mails to the address reach them.
drop policy if exists person_mail_confirmed_at_the_desk on person;
create policy person_mail_confirmed_at_the_desk on person for update
  using ((select acting_desk()) and exists (select from invitation i
    where i.person_id = person.person_id and i.accepted_at is null and i.withdrawn_at is null));

drop policy if exists person_removed_with_the_sample on person;
create policy person_removed_with_the_sample on person for delete
  using ((select acting_program()) and is_sample);

drop policy if exists holder_seen_by_the_signed_in on holder;
drop policy if exists holder_seen_by_those_who_take_part on holder;
create policy holder_seen_by_those_who_take_part on holder for select
  using ((select takes_part() or acting_desk()) or person_id = (select acting_person()));

drop policy if exists holder_added_by_the_lead on holder;
create policy holder_added_by_the_lead on holder for insert
  with check ((select leads_forum() or has_duty('administrator') or acting_desk()));

drop policy if exists holder_ended_by_the_lead on holder;
create policy holder_ended_by_the_lead on holder for update
  using ((select leads_forum() or has_duty('administrator')));

drop policy if exists holder_removed_with_the_sample on holder;
create policy holder_removed_with_the_sample on holder for delete
  using ((select acting_program()) and (
    exists (select from person p where p.person_id = holder.person_id and p.is_sample)
    or exists (select from post p where p.post_id = holder.post_id and p.is_sample)));

-- A post that has not been held before today can be taken back as if it never was given.
drop policy if exists holder_taken_back_by_the_lead on holder;
create policy holder_taken_back_by_the_lead on holder for delete
  using ((select leads_forum() or has_duty('administrator')) and lower(holder_during) >= (select acting_day()));

drop policy if exists duty_seen_by_those_who_take_part on post_duty;
create policy duty_seen_by_those_who_take_part on post_duty for select
  using ((select takes_part() or acting_desk()));

drop policy if exists duty_given_by_the_administrator on post_duty;
create policy duty_given_by_the_administrator on post_duty
  using ((select has_duty('administrator')));

-- The first person of an empty partnership becomes its administrator at the desk.
drop policy if exists first_duty_given_at_the_desk on post_duty;
create policy first_duty_given_at_the_desk on post_duty for insert
  with check ((select acting_desk()));

-- Invitations are kept by the forum's lead and the administrator; the desk finds one by the hash of its link and notes that it is accepted.
drop policy if exists invitation_kept_by_the_lead on invitation;
create policy invitation_kept_by_the_lead on invitation
  using ((select leads_forum() or has_duty('administrator')));

drop policy if exists invitation_found_at_the_desk on invitation;
create policy invitation_found_at_the_desk on invitation for select
  using ((select acting_desk()));

drop policy if exists invitation_accepted_at_the_desk on invitation;
create policy invitation_accepted_at_the_desk on invitation for update
  using ((select acting_desk()));

grant select, insert on invitation to brobyg_app;
grant update (token_hash, ends_at, accepted_at, withdrawn_at) on invitation to brobyg_app;
grant select, insert, update, delete on organisation, plan, area, post, person to brobyg_app;
grant select, insert, delete on holder, post_duty to brobyg_app;
grant update (holder_during) on holder to brobyg_app;

-- Names of organisations and units are no secret; who is known by another name is for those who take part. When an entry was last said
-- to be right is seen with it, and said by whoever it is about.
drop policy if exists unit_seen_by_all on unit;
create policy unit_seen_by_all on unit for select using (true);

drop policy if exists unit_kept_by_the_lead on unit;
create policy unit_kept_by_the_lead on unit
  using ((select leads_forum() or has_duty('administrator') or acting_desk()));

drop policy if exists unit_name_seen_by_all on unit_name;
create policy unit_name_seen_by_all on unit_name for select using (true);

drop policy if exists unit_name_kept_by_the_lead on unit_name;
create policy unit_name_kept_by_the_lead on unit_name
  using ((select leads_forum() or has_duty('administrator') or acting_desk()));

drop policy if exists unit_place_seen_by_all on unit_place;
create policy unit_place_seen_by_all on unit_place for select using (true);

drop policy if exists unit_place_kept_by_the_lead on unit_place;
create policy unit_place_kept_by_the_lead on unit_place
  using ((select leads_forum() or has_duty('administrator') or acting_desk()));

drop policy if exists organisation_name_seen_by_all on organisation_name;
create policy organisation_name_seen_by_all on organisation_name for select using (true);

drop policy if exists organisation_name_kept_by_the_lead on organisation_name;
create policy organisation_name_kept_by_the_lead on organisation_name
  using ((select leads_forum() or has_duty('administrator') or acting_desk()));

drop policy if exists post_unit_seen_by_all on post_unit;
create policy post_unit_seen_by_all on post_unit for select using (true);

drop policy if exists post_unit_kept_by_the_lead on post_unit;
create policy post_unit_kept_by_the_lead on post_unit
  using ((select leads_forum() or has_duty('administrator') or acting_desk()));

drop policy if exists alias_seen_by_those_who_take_part on alias;
create policy alias_seen_by_those_who_take_part on alias for select
  using ((select takes_part() or acting_desk()) or person_id is null);

drop policy if exists alias_settled_by_the_lead on alias;
create policy alias_settled_by_the_lead on alias
  using ((select leads_forum() or has_duty('administrator')));

-- What a person is called besides goes with their name.
drop policy if exists alias_forgotten_with_its_person on alias;
create policy alias_forgotten_with_its_person on alias for delete
  using ((select acting_program()) and person_id is not null);

drop policy if exists confirmation_seen_with_its_holder on holder_confirmation;
create policy confirmation_seen_with_its_holder on holder_confirmation for select
  using (exists (select from holder h where h.holder_id = holder_confirmation.holder_id));

drop policy if exists confirmation_given_by_those_who_take_part on holder_confirmation;
drop policy if exists confirmation_given_by_its_holder on holder_confirmation;
create policy confirmation_given_by_its_holder on holder_confirmation for insert
  with check ((select acting_program())
    or exists (select from holder h where h.holder_id = holder_confirmation.holder_id and h.person_id = (select acting_person())));

grant select, insert, update, delete on unit, unit_name, unit_place, organisation_name, post_unit, alias to brobyg_app;
grant select, insert, delete on holder_confirmation to brobyg_app;

-- What is handed over is for whoever leaves the post and whoever comes after, the forum's lead and the administrator; each writes as themselves,
-- and nothing is changed afterwards.
drop policy if exists handover_seen_by_those_it_is_between on handover_note;
create policy handover_seen_by_those_it_is_between on handover_note for select
  using ((select leads_forum() or has_duty('administrator')) or hands_over(holder_id));

drop policy if exists handover_noted_by_those_it_is_between on handover_note;
create policy handover_noted_by_those_it_is_between on handover_note for insert
  with check (written_by = (select acting_person())::text
    and ((select leads_forum() or has_duty('administrator')) or hands_over(holder_id)));

drop policy if exists contract_look_of_its_person on contract_look;
create policy contract_look_of_its_person on contract_look using (person_id = (select acting_person()));

grant select, insert on handover_note, contract_look to brobyg_app;
-- What is asked and remembered about sameness is seen by those who take part; what a merge moved by those who may undo it.
drop policy if exists sameness_seen_by_those_who_take_part on sameness;
create policy sameness_seen_by_those_who_take_part on sameness for select
  using ((select takes_part()));

drop policy if exists sameness_settled_by_the_lead on sameness;
create policy sameness_settled_by_the_lead on sameness
  using ((select leads_forum() or has_duty('administrator')));

drop policy if exists merge_seen_by_the_lead on merge;
create policy merge_seen_by_the_lead on merge for select
  using ((select leads_forum() or has_duty('administrator')));

drop policy if exists merge_removed_with_the_sample on merge;
create policy merge_removed_with_the_sample on merge for delete
  using ((select acting_program()));

drop policy if exists move_seen_with_its_merge on merge_move;
create policy move_seen_with_its_merge on merge_move for select
  using (exists (select from merge m where m.merge_id = merge_move.merge_id));

grant select, insert, update, delete on sameness to brobyg_app;
grant select, delete on merge to brobyg_app;
grant select on merge_move to brobyg_app;
-- A link that asks somebody to confirm their entry is made by the parties to an agreement that names them, by the lead and by the
-- administrator; the contact door finds it by its hash. What is answered is written by the person and settled by the lead.
drop policy if exists confirmation_link_kept_by_those_who_ask on confirmation_link;
create policy confirmation_link_kept_by_those_who_ask on confirmation_link
  using ((select leads_forum() or has_duty('administrator')) or asks_as_party(person_id));

drop policy if exists confirmation_link_found_at_the_door on confirmation_link;
create policy confirmation_link_found_at_the_door on confirmation_link for select
  using (current_setting('brobyg.actor', true) = 'contact-door');

drop policy if exists contact_answer_given_by_its_person on contact_answer;
create policy contact_answer_given_by_its_person on contact_answer
  using (exists (select from holder h where h.holder_id = contact_answer.holder_id and h.person_id = (select acting_person())));

drop policy if exists contact_answer_settled_by_the_lead on contact_answer;
create policy contact_answer_settled_by_the_lead on contact_answer
  using ((select leads_forum() or has_duty('administrator')));

grant select, insert, delete on confirmation_link to brobyg_app;
grant select, insert on contact_answer to brobyg_app;
grant update (settled_at) on contact_answer to brobyg_app;
