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

grant select, insert, update, delete on venue, space, opening, series, series_pause, occurrence, booking, collision_note, area_near
  to brobyg_app;
