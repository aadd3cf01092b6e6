-- What is published of the calendar is seen by all; drafts and who has booked what by those who take part. A series, its pauses, its times
-- and its bookings are written by whoever arranges it; a venue is kept, and bookings of it are answered, by whoever has it.
-- Who may write is not asked of each row that is read: it looks posts up, and whoever may write sees by the policies for reading.
drop policy if exists venue_seen_by_all on venue;
create policy venue_seen_by_all on venue for select using (true);

drop policy if exists venue_kept_by_who_has_it on venue;
drop policy if exists venue_added_by_who_has_it on venue;
create policy venue_added_by_who_has_it on venue for insert
  with check (arranges(organisation_id, plan_id));
drop policy if exists venue_changed_by_who_has_it on venue;
create policy venue_changed_by_who_has_it on venue for update
  using (arranges(organisation_id, plan_id));
drop policy if exists venue_removed_by_who_has_it on venue;
create policy venue_removed_by_who_has_it on venue for delete
  using (arranges(organisation_id, plan_id));

drop policy if exists space_seen_by_all on space;
create policy space_seen_by_all on space for select using (true);

drop policy if exists space_kept_with_its_venue on space;
drop policy if exists space_added_by_who_keeps_its_venue on space;
create policy space_added_by_who_keeps_its_venue on space for insert
  with check (keeps_venue(venue_id));
drop policy if exists space_changed_by_who_keeps_its_venue on space;
create policy space_changed_by_who_keeps_its_venue on space for update
  using (keeps_venue(venue_id));
drop policy if exists space_removed_by_who_keeps_its_venue on space;
create policy space_removed_by_who_keeps_its_venue on space for delete
  using (keeps_venue(venue_id));

drop policy if exists opening_seen_by_all on opening;
create policy opening_seen_by_all on opening for select using (true);

drop policy if exists opening_kept_with_its_venue on opening;
drop policy if exists opening_added_by_who_keeps_its_venue on opening;
create policy opening_added_by_who_keeps_its_venue on opening for insert
  with check (keeps_venue(venue_id));
drop policy if exists opening_changed_by_who_keeps_its_venue on opening;
create policy opening_changed_by_who_keeps_its_venue on opening for update
  using (keeps_venue(venue_id));
drop policy if exists opening_removed_by_who_keeps_its_venue on opening;
create policy opening_removed_by_who_keeps_its_venue on opening for delete
  using (keeps_venue(venue_id));

drop policy if exists series_seen_where_published on series;
create policy series_seen_where_published on series for select
  using (is_published or (select takes_part()));

drop policy if exists series_written_by_who_arranges_it on series;
drop policy if exists series_added_by_who_arranges_it on series;
create policy series_added_by_who_arranges_it on series for insert
  with check (arranges(organisation_id, plan_id));
drop policy if exists series_changed_by_who_arranges_it on series;
create policy series_changed_by_who_arranges_it on series for update
  using (arranges(organisation_id, plan_id));
drop policy if exists series_removed_by_who_arranges_it on series;
create policy series_removed_by_who_arranges_it on series for delete
  using (arranges(organisation_id, plan_id));

drop policy if exists pause_seen_with_its_series on series_pause;
create policy pause_seen_with_its_series on series_pause for select
  using (exists (select from series s where s.series_id = series_pause.series_id));

drop policy if exists pause_written_by_who_arranges_it on series_pause;
create policy pause_written_by_who_arranges_it on series_pause
  using (arranges_series(series_id));

drop policy if exists occurrence_seen_where_published on occurrence;
create policy occurrence_seen_where_published on occurrence for select
  using (is_published or (select takes_part()));

drop policy if exists occurrence_written_by_who_arranges_it on occurrence;
drop policy if exists occurrence_added_by_who_arranges_it on occurrence;
create policy occurrence_added_by_who_arranges_it on occurrence for insert
  with check (arranges(organisation_id, plan_id));
drop policy if exists occurrence_changed_by_who_arranges_it on occurrence;
create policy occurrence_changed_by_who_arranges_it on occurrence for update
  using (arranges(organisation_id, plan_id));
drop policy if exists occurrence_removed_by_who_arranges_it on occurrence;
create policy occurrence_removed_by_who_arranges_it on occurrence for delete
  using (arranges(organisation_id, plan_id));

drop policy if exists booking_seen_by_those_who_take_part on booking;
create policy booking_seen_by_those_who_take_part on booking for select
  using ((select takes_part()));

drop policy if exists booking_asked_by_who_arranges on booking;
create policy booking_asked_by_who_arranges on booking for insert
  with check (arranges(organisation_id, null));

drop policy if exists booking_answered_by_who_keeps_the_venue on booking;
create policy booking_answered_by_who_keeps_the_venue on booking for update
  using (arranges(organisation_id, null) or keeps_space(space_id));

drop policy if exists booking_removed_with_its_series on booking;
create policy booking_removed_with_its_series on booking for delete
  using (arranges(organisation_id, null));

grant select, insert, update, delete on venue, space, opening, series, series_pause, occurrence, booking, collision_note, area_near
  to brobyg_app;

-- Who signed up is seen by those who arrange it and by whoever holds the link; the program writes it for people without an account.
drop policy if exists sign_up_seen_by_who_arranges_or_holds_its_link on sign_up;
create policy sign_up_seen_by_who_arranges_or_holds_its_link on sign_up for select
  using (acting_program() or holds_sign_up(token_hash) or arranges_occurrence(occurrence_id));

drop policy if exists sign_up_written_by_the_program on sign_up;
create policy sign_up_written_by_the_program on sign_up
  using ((select acting_program()));

grant select, insert, update, delete on sign_up to brobyg_app;

-- Which phones are told of what is the program's alone, and so are the keys it signs with.
drop policy if exists push_subscription_is_the_programs on push_subscription;
create policy push_subscription_is_the_programs on push_subscription
  using ((select acting_program()));

drop policy if exists vapid_key_is_the_programs on vapid_key;
create policy vapid_key_is_the_programs on vapid_key
  using ((select acting_program()));

grant select, insert, delete on push_subscription to brobyg_app;
grant select, insert on vapid_key to brobyg_app;

-- Open data is read by all, and brought up to date by the program alone.
drop policy if exists open_feed_read_by_all on open_feed;
create policy open_feed_read_by_all on open_feed for select using (true);

drop policy if exists open_feed_kept_by_the_program on open_feed;
create policy open_feed_kept_by_the_program on open_feed for update
  using ((select acting_program()));

drop policy if exists open_item_read_by_all on open_item;
create policy open_item_read_by_all on open_item for select using (true);

drop policy if exists open_item_kept_by_the_program on open_item;
create policy open_item_kept_by_the_program on open_item
  using ((select acting_program()));

grant select, update on open_feed to brobyg_app;
grant select, insert, update, delete on open_item to brobyg_app;

drop policy if exists collision_note_seen_by_those_who_take_part on collision_note;
create policy collision_note_seen_by_those_who_take_part on collision_note for select
  using ((select takes_part()));

drop policy if exists collision_noted_by_who_leads_or_arranges on collision_note;
create policy collision_noted_by_who_leads_or_arranges on collision_note
  using (arranges_series(series_id) or arranges_series(other_id));

drop policy if exists area_near_seen_by_all on area_near;
create policy area_near_seen_by_all on area_near for select using (true);

drop policy if exists area_near_placed_by_the_lead on area_near;
create policy area_near_placed_by_the_lead on area_near
  using ((select leads_forum() or has_duty('administrator')));

drop policy if exists outside_calendar_seen_by_those_who_take_part on outside_calendar;
create policy outside_calendar_seen_by_those_who_take_part on outside_calendar for select
  using ((select takes_part()));

drop policy if exists outside_calendar_written_by_who_arranges on outside_calendar;
create policy outside_calendar_written_by_who_arranges on outside_calendar
  using (arranges(organisation_id, plan_id));

-- An address may be the key to a private calendar.
drop policy if exists outside_source_of_who_arranges on outside_source;
create policy outside_source_of_who_arranges on outside_source
  using (exists (select from outside_calendar c where c.outside_calendar_id = outside_source.outside_calendar_id
    and arranges(c.organisation_id, c.plan_id)));

grant select, insert, update, delete on outside_calendar, outside_source to brobyg_app;

-- A season and its wishes are seen by both sides of the promise. Whoever owes it opens it and says yes; whoever works with the agreement wishes
-- for their own and takes it back.
drop policy if exists season_seen_by_both_sides on season;
create policy season_seen_by_both_sides on season for select
  using (arranges(organisation_id, plan_id) or works_on_promise(lineage_id));

drop policy if exists season_opened_by_who_owes_it on season;
create policy season_opened_by_who_owes_it on season
  using (arranges(organisation_id, plan_id));

drop policy if exists season_area_seen_with_its_season on season_area;
create policy season_area_seen_with_its_season on season_area for select
  using (sees_season(season_id));

drop policy if exists season_area_written_with_its_season on season_area;
create policy season_area_written_with_its_season on season_area
  using (agrees_season(season_id));

drop policy if exists wish_seen_by_both_sides on season_wish;
create policy wish_seen_by_both_sides on season_wish for select
  using (sees_season(season_id));

drop policy if exists wish_written_by_who_wishes on season_wish;
create policy wish_written_by_who_wishes on season_wish for insert
  with check (state = 'wished' and sees_season(season_id) and arranges(organisation_id, plan_id));

drop policy if exists wish_changed_by_either_side on season_wish;
create policy wish_changed_by_either_side on season_wish for update
  using (agrees_season(season_id) or state = 'wished' and arranges(organisation_id, plan_id))
  with check (agrees_season(season_id) or state in ('wished', 'withdrawn') and arranges(organisation_id, plan_id));

-- A post chooses to be told of larger events; the program tells. What it answers is seen by whoever arranges them.
drop policy if exists watch_chosen_by_its_post on event_watch;
create policy watch_chosen_by_its_post on event_watch
  using (acting_program() or post_id in (select acting_posts()));

drop policy if exists event_told_by_the_program on event_invitation;
create policy event_told_by_the_program on event_invitation
  using ((select acting_program()));

drop policy if exists event_invitation_found_at_the_door on event_invitation;
create policy event_invitation_found_at_the_door on event_invitation for select
  using (current_setting('brobyg.actor', true) = 'event-door');

drop policy if exists event_answer_seen_by_who_arranges on event_answer;
create policy event_answer_seen_by_who_arranges on event_answer for select
  using (exists (select from occurrence o where o.occurrence_id = event_answer.occurrence_id and arranges(o.organisation_id, o.plan_id)));

drop policy if exists event_answer_given_by_its_post on event_answer;
create policy event_answer_given_by_its_post on event_answer
  using (acting_program() or post_id in (select acting_posts()));

drop policy if exists held_link_made_by_the_program on held_link;
create policy held_link_made_by_the_program on held_link
  using ((select acting_program()));

drop policy if exists held_link_found_at_the_door on held_link;
create policy held_link_found_at_the_door on held_link for select
  using (current_setting('brobyg.actor', true) = 'held-door');

drop policy if exists held_link_used_by_its_person on held_link;
create policy held_link_used_by_its_person on held_link for update
  using (person_id = (select acting_person()));

drop policy if exists held_link_seen_by_its_person on held_link;
create policy held_link_seen_by_its_person on held_link for select
  using (person_id = (select acting_person()));

drop policy if exists booking_link_made_by_the_program on booking_link;
create policy booking_link_made_by_the_program on booking_link
  using ((select acting_program()));

drop policy if exists booking_link_found_at_the_door on booking_link;
create policy booking_link_found_at_the_door on booking_link for select
  using (current_setting('brobyg.actor', true) = 'booking-door');

drop policy if exists booking_link_used_by_its_person on booking_link;
create policy booking_link_used_by_its_person on booking_link for update
  using (person_id = (select acting_person()));

drop policy if exists booking_link_seen_by_its_person on booking_link;
create policy booking_link_seen_by_its_person on booking_link for select
  using (person_id = (select acting_person()));

drop policy if exists held_mail_stopped_by_its_person on held_mail_stop;
create policy held_mail_stopped_by_its_person on held_mail_stop
  using (acting_program() or person_id = (select acting_person()));

grant select, insert, update, delete on season, season_area, event_watch, event_invitation, event_answer to brobyg_app;
grant select, insert, update, delete on held_link, booking_link, held_mail_stop to brobyg_app;
grant select, insert, update, delete on season_wish to brobyg_app;
