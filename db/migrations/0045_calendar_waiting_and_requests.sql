-- A time that was skipped waits for its place, and what waited longest comes back first; whoever has a venue finds what they are asked.
alter table occurrence add column skipped_at timestamptz;
update occurrence set skipped_at = changed_at where state = 'skipped';
alter table occurrence add constraint occurrence_skipped_since_a_moment check (state <> 'skipped' or skipped_at is not null);
create index occurrence_waiting on occurrence (venue_id, starts_at) where state = 'skipped';
create index booking_to_answer on booking (space_id, asked_at) where state = 'requested';
