-- The application reads the key it signs cookies with and makes the first one; a key is never changed in place.
grant select, insert on signing_key to brobyg_app;

-- A mail is seen by the person it is to, and by the program that sends it and clears it away.
drop policy if exists mail_seen_by_its_receiver on mail;
create policy mail_seen_by_its_receiver on mail for select
  using (nullif(current_setting('brobyg.actor', true), '') in (person_id::text, 'system'));

drop policy if exists mail_written_by_the_signed_in on mail;
create policy mail_written_by_the_signed_in on mail for insert
  with check (nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists mail_sent_by_the_program on mail;
create policy mail_sent_by_the_program on mail for update
  using (nullif(current_setting('brobyg.actor', true), '') = 'system');

drop policy if exists mail_cleared_by_the_program on mail;
create policy mail_cleared_by_the_program on mail for delete
  using (nullif(current_setting('brobyg.actor', true), '') = 'system');

grant select, insert, delete on mail to brobyg_app;
grant update (sent_at) on mail to brobyg_app;
grant execute on function queue_job, unqueue_job to brobyg_app;
