-- People and the posts they hold are seen by those who are signed in; the sign-in desk sees them to let people in.
drop policy if exists person_seen_by_the_signed_in on person;
create policy person_seen_by_the_signed_in on person
  using (nullif(current_setting('brobyg.actor', true), '') is not null);

drop policy if exists holder_seen_by_the_signed_in on holder;
create policy holder_seen_by_the_signed_in on holder
  using (nullif(current_setting('brobyg.actor', true), '') is not null);

grant select, insert, update, delete on organisation, plan, area, post, person, holder to brobyg_app;
