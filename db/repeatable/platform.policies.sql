-- The application reads the key it signs cookies with and makes the first one; a key is never changed in place.
grant select, insert on signing_key to brobyg_app;

-- A mail is seen by the person it is to, and by the program that sends it and clears it away.
drop policy if exists mail_seen_by_its_receiver on mail;
create policy mail_seen_by_its_receiver on mail for select
  using (person_id = (select acting_person()) or (select acting_program()));

drop policy if exists mail_written_by_the_signed_in on mail;
create policy mail_written_by_the_signed_in on mail for insert
  with check (nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists mail_sent_by_the_program on mail;
create policy mail_sent_by_the_program on mail for update
  using ((select acting_program()));

drop policy if exists mail_cleared_by_the_program on mail;
create policy mail_cleared_by_the_program on mail for delete
  using ((select acting_program()));

-- Its files are seen by whoever sees the mail. Who writes a mail to another may add its files without reading either.
drop policy if exists mail_file_seen_with_its_mail on mail_file;
create policy mail_file_seen_with_its_mail on mail_file for select
  using ((select acting_program()) or exists (select from mail m where m.mail_id = mail_file.mail_id));

drop policy if exists mail_file_written_by_the_signed_in on mail_file;
create policy mail_file_written_by_the_signed_in on mail_file for insert
  with check (nullif(current_setting('brobyg.actor', true), '') is not null);

grant select, insert, delete on mail to brobyg_app;
grant update (sent_at, failed_at, failure) on mail to brobyg_app;
grant select, insert on mail_file to brobyg_app;

-- What came in by mail is taken and cleared away by the program; beside it only an administrator sees it.
drop policy if exists incoming_mail_seen_by_administrators on incoming_mail;
create policy incoming_mail_seen_by_administrators on incoming_mail for select
  using ((select has_duty('administrator')));

drop policy if exists incoming_mail_taken_by_the_program on incoming_mail;
create policy incoming_mail_taken_by_the_program on incoming_mail for insert
  with check ((select acting_program()));

drop policy if exists incoming_mail_settled_by_the_program on incoming_mail;
create policy incoming_mail_settled_by_the_program on incoming_mail for update
  using ((select acting_program()));

drop policy if exists incoming_mail_cleared_by_the_program on incoming_mail;
create policy incoming_mail_cleared_by_the_program on incoming_mail for delete
  using ((select acting_program()));

grant select, insert, delete on incoming_mail to brobyg_app;
grant update (outcome, about_uid, mail_id) on incoming_mail to brobyg_app;

drop policy if exists mailbox_turn_taken_by_the_program on mailbox_turn;
create policy mailbox_turn_taken_by_the_program on mailbox_turn
  using ((select acting_program())) with check ((select acting_program()));

grant select, insert, update, delete on mailbox_turn to brobyg_app;
grant execute on function queue_job, unqueue_job to brobyg_app;

-- The audit trail is written by append_audit alone. It is read by the data-protection officer and the program; whoever it is about, and
-- whoever acted, reads their own lines. The heads of the chains are no secret to the officer.
drop policy if exists audit_entry_read_by_those_it_concerns on audit_entry;
create policy audit_entry_read_by_those_it_concerns on audit_entry for select
  using ((select has_duty('data_protection')) or actor = (select acting_person())::text
    or about_ref in (select own::text from own_trails() own));

drop policy if exists audit_lane_read_by_the_officer on audit_lane;
create policy audit_lane_read_by_the_officer on audit_lane for select
  using ((select has_duty('data_protection')));

grant select on audit_entry, audit_lane to brobyg_app;
grant execute on function append_audit to brobyg_app;

-- Turns are counted by the doorkeeper alone, who acts for nobody and sees nothing else.
drop policy if exists turns_counted_by_the_doorkeeper on rate_limit;
create policy turns_counted_by_the_doorkeeper on rate_limit
  using (nullif(current_setting('brobyg.actor', true), '') = 'doorkeeper')
  with check (nullif(current_setting('brobyg.actor', true), '') = 'doorkeeper');

grant select, insert, update, delete on rate_limit to brobyg_app;

-- What the house changed without a trace is counted and read by the functions alone.
drop policy if exists untold_change_kept_from_all on untold_change;
create policy untold_change_kept_from_all on untold_change using (false);

grant execute on function public_change, note_untold_change to brobyg_app;
