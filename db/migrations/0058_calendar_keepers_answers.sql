-- Why a place was not to be had is kept as a code and told in the reader's language; what somebody wrote along stands beside it. A mail that
-- asks whether a place will be used holds a link that says so, for one booking and once; only its hash is kept.
alter table booking add column answer_code text constraint booking_answer_code_is_known check (answer_code in
  ('gave_way', 'taken_already', 'not_confirmed', 'taken_back'));
alter table occurrence add column skipped_because text constraint occurrence_skipped_for_a_known_reason check (skipped_because in
  ('gave_way', 'taken_already', 'not_confirmed', 'said_no', 'given_up', 'taken_back'));

create temporary table told_as on commit drop as select * from (values
  ('gave_way', 'Vi fik flere ønsker om samme tid, og en anden fik stedet. Du er velkommen til at spørge om en anden tid.'),
  ('taken_already', 'Noget andet har allerede stedet på det tidspunkt.'),
  ('not_confirmed', 'Ingen bekræftede, at stedet skulle bruges, så det blev givet fri.'),
  ('said_no', 'Stedet kunne ikke fås.')) as told (code, words);
update booking b set answer_code = t.code, answer = '' from told_as t where b.answer = t.words and t.code <> 'said_no';
update occurrence o set skipped_because = t.code, reason = '' from told_as t where o.state = 'skipped' and o.reason = t.words;
alter table occurrence add constraint occurrence_tells_why_while_skipped check (skipped_because is null or state = 'skipped');

drop function if exists give_way(uuid, uuid, text, timestamptz);

create table booking_link (
  token_hash bytea primary key,
  booking_id uuid not null constraint booking_link_is_for_a_booking references booking on delete cascade,
  person_id uuid not null constraint booking_link_is_of_a_person references person on delete cascade,
  post_id uuid not null constraint booking_link_acts_for_a_post references post on delete cascade,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  constraint booking_link_ends_later check (made_at < ends_at)
);
create index booking_link_booking on booking_link (booking_id);
create index booking_link_person on booking_link (person_id);
create index booking_link_post on booking_link (post_id);
alter table booking_link enable row level security;
