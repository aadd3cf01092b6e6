-- When a new name was written down, so that a mistaken one can be taken back the same day; null for names that were there from the first.
-- An organisation's last name stands with the organisation: the row of the name before it tells when it was followed.
alter table unit_name add column given_at timestamptz;
alter table organisation_name add column followed_at timestamptz;
