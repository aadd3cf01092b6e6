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

grant select, insert, delete on mail to brobyg_app;
grant update (sent_at) on mail to brobyg_app;
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
