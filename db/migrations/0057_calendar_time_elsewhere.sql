-- One time may take place elsewhere than its activity usually does: it is moved to another venue, all of it, until its rule is laid anew.
-- `venue_id` of a time stays where it takes place.
alter table occurrence add column elsewhere_venue_id uuid constraint occurrence_moved_to_a_venue references venue;
create index occurrence_elsewhere on occurrence (elsewhere_venue_id);
