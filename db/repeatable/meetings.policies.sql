-- That a group meets, who sits in it and when it meets is known to all who take part. Its papers are seen by those who sit in it, the lead of
-- the forum and administrators, until they are published. Whoever holds the link of an invitation or a poll sees and answers that alone.
drop policy if exists group_seen_by_those_who_take_part on meeting_group;
create policy group_seen_by_those_who_take_part on meeting_group for select
  using ((select takes_part()) or exists (select from meeting m where m.meeting_group_id = meeting_group.meeting_group_id
    and (m.is_published or holds_invitation_to(m.meeting_id)))
    or exists (select from poll p where p.meeting_group_id = meeting_group.meeting_group_id and holds_link_of_poll(p.poll_id)));
drop policy if exists group_made_by_lead on meeting_group;
create policy group_made_by_lead on meeting_group for insert
  with check (acting_program() or leads_forum() or has_duty('administrator'));
drop policy if exists group_changed_by_its_own on meeting_group;
-- Who sits there may hold the group while they write in it; only who runs it changes it.
create policy group_changed_by_its_own on meeting_group for update
  using (keeps_group(meeting_group_id)) with check (runs_group(meeting_group_id)
    -- That its papers tell of nobody is lifted by the lead alone; the function sees the row as it was.
    and (is_person_free or acting_program() or leads_forum() or not is_group_person_free(meeting_group_id)));
drop policy if exists group_removed_by_program on meeting_group;
create policy group_removed_by_program on meeting_group for delete using (acting_program());

drop policy if exists group_reading_by_program on group_reading;
create policy group_reading_by_program on group_reading using (acting_program());
drop policy if exists group_reading_seen on group_reading;
create policy group_reading_seen on group_reading for select using ((select takes_part()));

drop policy if exists group_promise_seen on group_promise;
create policy group_promise_seen on group_promise for select using ((select takes_part()));
drop policy if exists group_promise_written on group_promise;
create policy group_promise_written on group_promise using (keeps_group(meeting_group_id));

drop policy if exists member_seen on group_member;
create policy member_seen on group_member for select using ((select takes_part()));
drop policy if exists member_written on group_member;
create policy member_written on group_member using (runs_group(meeting_group_id));

-- How a seat without a post is reached is for its group alone.
drop policy if exists member_contact_seen on group_member_contact;
create policy member_contact_seen on group_member_contact for select using (keeps_group(group_of_seat(group_member_id)));
drop policy if exists member_contact_written on group_member_contact;
create policy member_contact_written on group_member_contact using (runs_group(group_of_seat(group_member_id)));

drop policy if exists convenorship_seen on convenorship;
create policy convenorship_seen on convenorship for select using ((select takes_part()));
drop policy if exists convenorship_written on convenorship;
create policy convenorship_written on convenorship using (runs_group(meeting_group_id));

drop policy if exists meeting_seen on meeting;
create policy meeting_seen on meeting for select using ((select takes_part()) or is_published or holds_invitation_to(meeting_id));
drop policy if exists meeting_written on meeting;
-- Who sits there may hold a meeting while they write in its papers; what of it they change is compared with the row as it was.
create policy meeting_written on meeting for update using (keeps_group(meeting_group_id)) with check (may_write_meeting(meeting));
drop policy if exists meeting_planned on meeting;
create policy meeting_planned on meeting for insert with check (runs_group(meeting_group_id));
drop policy if exists meeting_removed_with_its_sample on meeting;
create policy meeting_removed_with_its_sample on meeting for delete using (acting_program());

drop policy if exists rotation_seen on rotation_event;
create policy rotation_seen on rotation_event for select using ((select takes_part()));
drop policy if exists rotation_added on rotation_event;
create policy rotation_added on rotation_event for insert with check (keeps_group(meeting_group_id));
drop policy if exists rotation_removed_with_its_sample on rotation_event;
create policy rotation_removed_with_its_sample on rotation_event for delete using (acting_program());

drop policy if exists invitee_kept on meeting_invitee;
create policy invitee_kept on meeting_invitee using (keeps_meeting(meeting_id));
-- Whoever holds a link sees and answers their own invitation. It stays to the meeting it was to: `holds_invitation_to` sees the rows as they were.
drop policy if exists invitee_seen_by_link on meeting_invitee;
create policy invitee_seen_by_link on meeting_invitee for select using (holds_invitation(token_hash));
drop policy if exists invitee_answers_by_link on meeting_invitee;
create policy invitee_answers_by_link on meeting_invitee for update
  using (holds_invitation(token_hash)) with check (holds_invitation(token_hash) and holds_invitation_to(meeting_id));

drop policy if exists standing_item_kept on standing_item;
create policy standing_item_kept on standing_item for select using (keeps_group(meeting_group_id));
drop policy if exists standing_item_written on standing_item;
create policy standing_item_written on standing_item using (runs_group(meeting_group_id));

drop policy if exists item_kept on agenda_item;
create policy item_kept on agenda_item using (keeps_group(meeting_group_id));
drop policy if exists item_seen_by_who_is_invited on agenda_item;
create policy item_seen_by_who_is_invited on agenda_item for select
  using (exists (select from meeting m where m.meeting_id = agenda_item.meeting_id and m.agenda_sent_at is not null
    and holds_invitation_to(m.meeting_id)));

drop policy if exists paper_kept on agenda_paper;
create policy paper_kept on agenda_paper using (keeps_item(agenda_item_id));
drop policy if exists paper_seen_by_who_is_invited on agenda_paper;
create policy paper_seen_by_who_is_invited on agenda_paper for select
  using (exists (select from agenda_item i join meeting m using (meeting_id) where i.agenda_item_id = agenda_paper.agenda_item_id
    and m.agenda_sent_at is not null and holds_invitation_to(m.meeting_id)));

-- Minutes are added, never changed.
drop policy if exists minutes_seen on minutes_edition;
create policy minutes_seen on minutes_edition for select
  using (keeps_meeting(meeting_id) or holds_invitation_to(meeting_id));
drop policy if exists minutes_added on minutes_edition;
create policy minutes_added on minutes_edition for insert with check (keeps_meeting(meeting_id));
drop policy if exists minutes_removed_with_their_sample on minutes_edition;
create policy minutes_removed_with_their_sample on minutes_edition for delete using (acting_program());

drop policy if exists objection_seen on minutes_objection;
create policy objection_seen on minutes_objection for select
  using (exists (select from minutes_edition e where e.minutes_edition_id = minutes_objection.minutes_edition_id and keeps_meeting(e.meeting_id)));
drop policy if exists objection_added on minutes_objection;
create policy objection_added on minutes_objection for insert
  with check (exists (select from minutes_edition e where e.minutes_edition_id = minutes_objection.minutes_edition_id
    and (keeps_meeting(e.meeting_id) or holds_invitation_to(e.meeting_id))));
drop policy if exists objection_removed_with_its_sample on minutes_objection;
create policy objection_removed_with_its_sample on minutes_objection for delete using (acting_program());

-- What a meeting counted for is settled by the program.
drop policy if exists meeting_evidence_seen on meeting_evidence;
create policy meeting_evidence_seen on meeting_evidence for select using (keeps_meeting(meeting_id));
drop policy if exists meeting_evidence_kept_by_program on meeting_evidence;
create policy meeting_evidence_kept_by_program on meeting_evidence using (acting_program());

drop policy if exists decision_seen on group_decision;
create policy decision_seen on group_decision for select
  using (keeps_group(meeting_group_id) or exists (select from meeting m where m.meeting_id = group_decision.meeting_id and m.is_published));
drop policy if exists decision_written on group_decision;
create policy decision_written on group_decision using (keeps_group(meeting_group_id));

drop policy if exists follow_up_kept on follow_up;
create policy follow_up_kept on follow_up for select using (keeps_group(meeting_group_id));
drop policy if exists follow_up_agreed on follow_up;
create policy follow_up_agreed on follow_up for insert with check (keeps_group(meeting_group_id));
drop policy if exists follow_up_removed_with_its_sample on follow_up;
create policy follow_up_removed_with_its_sample on follow_up for delete using (acting_program());
drop policy if exists follow_up_seen_by_its_owner on follow_up;
create policy follow_up_seen_by_its_owner on follow_up for select using (post_id in (select acting_posts()));
drop policy if exists follow_up_done_by_its_owner on follow_up;
drop policy if exists follow_up_settled on follow_up;
create policy follow_up_settled on follow_up for update
  using (keeps_group(meeting_group_id) or post_id in (select acting_posts())) with check (may_settle_follow_up(follow_up));

drop policy if exists poll_kept on poll;
create policy poll_kept on poll using (keeps_group(meeting_group_id));
drop policy if exists poll_seen_by_link on poll;
create policy poll_seen_by_link on poll for select using (holds_link_of_poll(poll_id));
drop policy if exists poll_time_kept on poll_time;
create policy poll_time_kept on poll_time using (keeps_poll(poll_id));
drop policy if exists poll_time_seen_by_link on poll_time;
create policy poll_time_seen_by_link on poll_time for select using (holds_link_of_poll(poll_id));
drop policy if exists poll_invitee_kept on poll_invitee;
create policy poll_invitee_kept on poll_invitee using (keeps_poll(poll_id));
drop policy if exists poll_invitee_by_link on poll_invitee;
create policy poll_invitee_by_link on poll_invitee for select using (holds_poll_link(token_hash));
drop policy if exists poll_invitee_answers_by_link on poll_invitee;
create policy poll_invitee_answers_by_link on poll_invitee for update
  using (holds_poll_link(token_hash)) with check (holds_poll_link(token_hash) and holds_link_of_poll(poll_id));
drop policy if exists poll_answer_given on poll_answer;
create policy poll_answer_given on poll_answer using (answers_as(poll_invitee_id));

-- A meeting's time in the calendar is changed by the group it is of, also where another organisation put it there.
drop policy if exists meeting_time_changed_by_its_group on occurrence;
create policy meeting_time_changed_by_its_group on occurrence for update using (keeps_meeting_time(occurrence_id));
drop policy if exists meeting_booked_by_its_group on booking;
create policy meeting_booked_by_its_group on booking using (occurrence_id is not null and keeps_meeting_time(occurrence_id));

-- The address is a key to somebody's calendar, and when they are busy is theirs: others are told numbers alone (count_busy_elsewhere).
drop policy if exists known_calendar_of_its_person on known_calendar;
create policy known_calendar_of_its_person on known_calendar
  using (acting_program() or (person_id = acting_person() and (select takes_part())));

grant select, insert, update, delete on meeting_group, group_promise, group_member, group_member_contact, convenorship, meeting, meeting_invitee, standing_item,
  agenda_item, agenda_paper, group_decision, follow_up, poll, poll_time, poll_invitee, poll_answer, known_calendar to brobyg_app;
grant select, insert, delete on meeting_evidence to brobyg_app;
-- What is only added to.
grant select, insert, delete on group_reading, rotation_event, minutes_edition, minutes_objection to brobyg_app;
