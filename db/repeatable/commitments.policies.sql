-- A commitment, its corrections and its evidence are seen by whoever may see the version it was read from; they are written by its
-- parties, the forum's lead and the administrator, and never changed. What was said about evidence is for these too.
drop policy if exists commitment_seen_with_its_version on commitment;
create policy commitment_seen_with_its_version on commitment for select
  using (exists (select 1 from agreement_version v where v.agreement_version_id = commitment.agreement_version_id));

drop policy if exists commitment_written_by_the_signed_in on commitment;
drop policy if exists commitment_written_by_a_party on commitment;
create policy commitment_written_by_a_party on commitment for insert
  with check (works_with(agreement_version_id));

drop policy if exists correction_seen_with_its_commitment on commitment_correction;
create policy correction_seen_with_its_commitment on commitment_correction for select
  using (exists (select 1 from commitment c where c.commitment_id = commitment_correction.commitment_id));

drop policy if exists correction_written_by_the_signed_in on commitment_correction;
drop policy if exists correction_written_by_a_party on commitment_correction;
create policy correction_written_by_a_party on commitment_correction for insert
  with check (exists (select from commitment c where c.commitment_id = commitment_correction.commitment_id and works_with(c.agreement_version_id)));

drop policy if exists evidence_seen_with_its_commitment on evidence;
create policy evidence_seen_with_its_commitment on evidence for select
  using (exists (select 1 from commitment c where c.commitment_id = evidence.commitment_id));

drop policy if exists evidence_written_by_the_signed_in on evidence;
drop policy if exists evidence_written_by_a_party on evidence;
create policy evidence_written_by_a_party on evidence for insert
  with check (exists (select from commitment c where c.commitment_id = evidence.commitment_id and works_with(c.agreement_version_id)));

drop policy if exists note_for_the_signed_in on evidence_note;
drop policy if exists note_for_the_parties on evidence_note;
create policy note_for_the_parties on evidence_note
  using (exists (select from evidence e join commitment c on c.commitment_id = e.commitment_id
    where e.evidence_id = evidence_note.evidence_id and works_with(c.agreement_version_id)));

grant select, insert on commitment, commitment_correction, evidence, evidence_note to brobyg_app;

-- A calendar address, the choice of mails and the warnings given are one person's. The feed's door finds an address by its hash; the
-- program sees choices and warnings to send the mails.
drop policy if exists calendar_link_seen_by_its_person on calendar_link;
create policy calendar_link_seen_by_its_person on calendar_link
  using (nullif(current_setting('brobyg.actor', true), '') = person_id::text);

drop policy if exists calendar_link_found_at_the_door on calendar_link;
create policy calendar_link_found_at_the_door on calendar_link for select
  using (nullif(current_setting('brobyg.actor', true), '') = 'calendar-door');

drop policy if exists mail_choice_of_its_person on mail_choice;
create policy mail_choice_of_its_person on mail_choice
  using (nullif(current_setting('brobyg.actor', true), '') in (person_id::text, 'system'));

drop policy if exists warning_of_its_person on warning;
create policy warning_of_its_person on warning
  using (nullif(current_setting('brobyg.actor', true), '') in (person_id::text, 'system'));

grant select, insert on calendar_link to brobyg_app;
grant update (ended_at) on calendar_link to brobyg_app;
grant select, insert, update on mail_choice to brobyg_app;
grant select, insert on warning to brobyg_app;

-- Reservations, what hangs on them, what became of them and the plans for anchoring follow the version they belong to.
drop policy if exists reservation_seen_with_its_version on reservation;
create policy reservation_seen_with_its_version on reservation for select
  using (exists (select 1 from agreement_version v where v.agreement_version_id = reservation.agreement_version_id));

drop policy if exists reservation_written_by_the_signed_in on reservation;
drop policy if exists reservation_written_by_a_party on reservation;
create policy reservation_written_by_a_party on reservation for insert
  with check (works_with(agreement_version_id));

drop policy if exists reservation_promise_seen_with_its_reservation on reservation_promise;
create policy reservation_promise_seen_with_its_reservation on reservation_promise for select
  using (exists (select 1 from reservation r where r.reservation_id = reservation_promise.reservation_id));

drop policy if exists reservation_promise_written_by_the_signed_in on reservation_promise;
drop policy if exists reservation_promise_written_by_a_party on reservation_promise;
create policy reservation_promise_written_by_a_party on reservation_promise for insert
  with check (exists (select from reservation r where r.reservation_id = reservation_promise.reservation_id and works_with(r.agreement_version_id)));

drop policy if exists settlement_seen_with_its_reservation on reservation_settlement;
create policy settlement_seen_with_its_reservation on reservation_settlement for select
  using (exists (select 1 from reservation r where r.reservation_id = reservation_settlement.reservation_id));

drop policy if exists settlement_written_by_the_signed_in on reservation_settlement;
drop policy if exists settlement_written_by_a_party on reservation_settlement;
create policy settlement_written_by_a_party on reservation_settlement for insert
  with check (exists (select from reservation r where r.reservation_id = reservation_settlement.reservation_id and works_with(r.agreement_version_id)));

drop policy if exists anchoring_seen_with_its_version on anchoring_plan;
create policy anchoring_seen_with_its_version on anchoring_plan for select
  using (exists (select 1 from agreement_version v where v.agreement_version_id = anchoring_plan.agreement_version_id));

drop policy if exists anchoring_written_by_the_signed_in on anchoring_plan;
drop policy if exists anchoring_written_by_a_party on anchoring_plan;
create policy anchoring_written_by_a_party on anchoring_plan for insert
  with check (works_with(agreement_version_id));

grant select, insert on reservation, reservation_promise, reservation_settlement, anchoring_plan to brobyg_app;

-- A closing record is for whoever asked for it, as long as they lead the forum or administer the partnership; the program deletes it in time.
drop policy if exists partnership_export_of_the_asker on partnership_export;
create policy partnership_export_of_the_asker on partnership_export
  using (asked_by = (select acting_person())::text and (select leads_forum() or has_duty('administrator')));

drop policy if exists partnership_export_seen_by_the_program on partnership_export;
create policy partnership_export_seen_by_the_program on partnership_export for select using ((select acting_program()));

drop policy if exists partnership_export_failed_by_the_program on partnership_export;
create policy partnership_export_failed_by_the_program on partnership_export for update using ((select acting_program()));

drop policy if exists partnership_export_deleted_by_the_program on partnership_export;
create policy partnership_export_deleted_by_the_program on partnership_export for delete using ((select acting_program()));

grant select, insert, delete on partnership_export to brobyg_app;
grant update (steps, steps_done, finished_at, failed_at, archive, sha256) on partnership_export to brobyg_app;
