-- Who comes to one time of an activity, where it has sign-up: the name of a guardian and one way to reach them, how many children come, and
-- nothing more. Who cannot come in waits in the order they signed up. A link held by hash cancels; a sign-up that is cancelled is deleted.
create table sign_up (
  sign_up_id uuid primary key,
  occurrence_id uuid not null constraint sign_up_is_for_an_occurrence references occurrence on delete cascade,
  guardian text not null constraint sign_up_has_a_name check (guardian <> ''),
  phone text,
  email text,
  -- The phone or mail as it is compared: one sign-up for each.
  contact_key text not null,
  children integer not null constraint sign_up_is_for_some_children check (children between 1 and 8),
  -- What they are told in.
  language text not null,
  state text not null constraint sign_up_state_is_known check (state in ('coming', 'waiting')),
  token_hash bytea not null,
  -- Of the form it was sent by: sent twice, it is one.
  form_hash bytea not null,
  signed_at timestamptz not null,
  constraint sign_up_can_be_reached check (phone is not null or email is not null),
  constraint sign_up_once_a_guardian unique (occurrence_id, contact_key),
  constraint sign_up_once_a_form unique (form_hash),
  constraint sign_up_found_by_its_link unique (token_hash)
);
create index sign_up_in_order on sign_up (occurrence_id, signed_at, sign_up_id);
alter table sign_up enable row level security;

insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('sign_up', 'P30D', '[2013-01-01,)', 'aktiviteten fandt sted', 'the activity took place',
    'Så længe kan arrangøren have noget at følge op på (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'The organiser may have something to follow up for so long (GDPR art. 5(1)(e)).');
