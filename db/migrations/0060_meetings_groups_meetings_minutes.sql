-- Groups that meet: who sits in them, who calls the meetings and in which turn, the meetings with their agenda and minutes, what was decided
-- and who follows up. A meeting is a time in the calendar; that and where it is stands there alone. A group's promises are named by the life
-- they have through all versions of their agreement. What has been approved is never changed: a correction is a new edition.
create table meeting_group (
  meeting_group_id uuid primary key,
  name text not null constraint group_has_a_name check (name <> ''),
  kind text not null constraint group_kind_is_known check (kind in ('forum', 'following', 'coordination', 'cooperation', 'network', 'focus', 'other')),
  -- The name of a forum that several agreements may share, folded; null = it is no forum.
  forum_key text constraint forum_named_once unique,
  -- The agreement it was read in, and the place there; null = it was made by hand, or is a forum of several.
  agreement_id uuid constraint group_is_of_an_agreement references agreement on delete cascade,
  activity text not null default '',
  convening text not null constraint group_convening_is_known check (convening in ('fixed', 'rotation', 'unsaid')),
  -- Nothing about persons may stand in its papers.
  is_person_free boolean not null default false,
  -- At the latest so many days before: the notice, the agenda.
  notice_days integer constraint group_notice_is_before check (notice_days >= 0),
  agenda_days integer constraint group_agenda_is_before check (agenda_days >= 0),
  -- After so many days without an objection, minutes that were sent stand.
  objection_days integer not null default 14 constraint group_objections_take_days check (objection_days between 1 and 90),
  quorum integer constraint group_quorum_is_some check (quorum > 0),
  usual_minutes integer not null default 120 constraint group_meets_a_while check (usual_minutes between 15 and 720),
  -- Who should call the meetings some day, as the agreement says it; candidates by name.
  handover_words text not null default '',
  handover_candidates text[] not null default '{}',
  handover_on date,
  made_at timestamptz not null,
  made_by text not null,
  ended_at timestamptz,
  version integer not null default 0,
  is_sample boolean not null default false
);
create index meeting_group_agreement on meeting_group (agreement_id);
alter table meeting_group enable row level security;

-- Versions whose groups have been read.
create table group_reading (
  agreement_version_id uuid primary key constraint group_reading_of_a_version references agreement_version on delete cascade,
  read_at timestamptz not null
);
alter table group_reading enable row level security;

create table group_promise (
  meeting_group_id uuid not null constraint group_promise_of_a_group references meeting_group on delete cascade,
  lineage_id uuid not null,
  role text not null constraint group_promise_role_is_known check (role in ('cadence', 'convening', 'about')),
  constraint group_has_a_promise_once primary key (meeting_group_id, lineage_id)
);
create index group_promise_lineage on group_promise (lineage_id);
alter table group_promise enable row level security;

-- A seat: a post, or somebody the agreement names who has none here. `takes_turns`: calls meetings when it is their turn, in the order of
-- `position`; who comes later comes last.
create table group_member (
  group_member_id uuid primary key,
  meeting_group_id uuid not null constraint member_of_a_group references meeting_group on delete cascade,
  position integer not null,
  name text not null constraint member_has_a_name check (name <> ''),
  post_id uuid constraint member_is_a_post references post,
  organisation_id uuid constraint member_is_of_an_organisation references organisation,
  plan_id uuid constraint member_is_of_a_plan references plan,
  -- How to reach a member without a post here.
  contact_name text not null default '',
  contact_mail text not null default '',
  is_guest boolean not null default false,
  takes_turns boolean not null default false,
  origin text not null constraint member_origin_is_known check (origin in ('read', 'by_hand')),
  sits_during daterange not null constraint member_sits_some_days check (not isempty(sits_during)),
  added_at timestamptz not null,
  added_by text not null,
  constraint member_sits_once_at_a_time exclude using gist (meeting_group_id with =, post_id with =, sits_during with &&) where (post_id is not null)
);
create index group_member_group on group_member (meeting_group_id, position);
create index group_member_post on group_member (post_id);
create index group_member_organisation on group_member (organisation_id);
create index group_member_plan on group_member (plan_id);
alter table group_member enable row level security;

-- Who calls the meetings where they do not take turns, from a day to a day.
create table convenorship (
  convenorship_id uuid primary key,
  meeting_group_id uuid not null constraint convenorship_of_a_group references meeting_group on delete cascade,
  group_member_id uuid not null constraint convenorship_of_a_member references group_member on delete cascade,
  convenes_during daterange not null constraint convenorship_lasts_some_days check (not isempty(convenes_during)),
  why text not null default '',
  decided_at timestamptz not null,
  decided_by text not null,
  constraint group_has_one_convenor_at_a_time exclude using gist (meeting_group_id with =, convenes_during with &&)
);
create index convenorship_member on convenorship (group_member_id);
alter table convenorship enable row level security;

create table meeting (
  meeting_id uuid primary key,
  meeting_group_id uuid not null constraint meeting_of_a_group references meeting_group on delete cascade,
  number integer not null,
  occurrence_id uuid not null constraint meeting_stands_in_the_calendar references occurrence,
  convenor_member_id uuid constraint meeting_is_called_by_a_member references group_member,
  state text not null constraint meeting_state_is_known check (state in ('planned', 'called', 'held', 'cancelled')),
  is_extraordinary boolean not null default false,
  -- Where those far away take part.
  remote_url text not null default '',
  called_at timestamptz,
  called_by text,
  agenda_sent_at timestamptz,
  held_at timestamptz,
  cancelled_at timestamptz,
  reason text not null default '',
  -- Of the minutes: when they were sent, and when they came to stand, as approved or because nobody objected.
  minutes_sent_at timestamptz,
  minutes_stand_at timestamptz,
  minutes_stand_as text constraint minutes_stand_as_is_known check (minutes_stand_as in ('approved', 'unobjected')),
  is_published boolean not null default false,
  evidence_id uuid,
  -- The invitation's SEQUENCE (RFC 5545).
  sequence integer not null default 0,
  version integer not null default 0,
  made_at timestamptz not null,
  made_by text not null,
  constraint meeting_numbered_once unique (meeting_group_id, number),
  constraint meeting_is_one_time unique (occurrence_id),
  constraint meeting_called_by_somebody check ((called_at is null) = (called_by is null)),
  constraint minutes_stand_as_something check ((minutes_stand_at is null) = (minutes_stand_as is null))
);
create index meeting_convenor on meeting (convenor_member_id);
alter table meeting enable row level security;

-- Whose turn it was, and what became of it; never changed, always added to.
create table rotation_event (
  meeting_group_id uuid not null constraint rotation_of_a_group references meeting_group on delete cascade,
  number integer not null,
  kind text not null constraint rotation_kind_is_known check (kind in ('turn', 'skip', 'swap', 'returned')),
  group_member_id uuid not null constraint rotation_of_a_member references group_member on delete cascade,
  other_member_id uuid constraint rotation_with_another references group_member on delete cascade,
  meeting_id uuid constraint rotation_for_a_meeting references meeting on delete cascade,
  reason text not null default '',
  happened_on date not null,
  noted_at timestamptz not null,
  noted_by text not null,
  constraint rotation_in_one_order primary key (meeting_group_id, number),
  constraint swap_is_between_two check ((kind = 'swap') = (other_member_id is not null))
);
create index rotation_event_member on rotation_event (group_member_id);
create index rotation_event_other on rotation_event (other_member_id);
create index rotation_event_meeting on rotation_event (meeting_id);
alter table rotation_event enable row level security;

-- Who is asked to a meeting, what they answered, and whether they came. A link answers without an account: only its hash is kept.
create table meeting_invitee (
  meeting_invitee_id uuid primary key,
  meeting_id uuid not null constraint invitee_of_a_meeting references meeting on delete cascade,
  group_member_id uuid constraint invitee_is_a_member references group_member on delete cascade,
  name text not null constraint invitee_has_a_name check (name <> ''),
  mail text not null default '',
  person_id uuid constraint invitee_is_a_person references person,
  answer text not null default 'none' constraint invitee_answer_is_known check (answer in ('none', 'yes', 'no', 'perhaps')),
  answered_at timestamptz,
  answered_by_way text constraint invitee_answers_some_way check (answered_by_way in ('page', 'link', 'mail')),
  note text not null default '',
  -- Another time they asked for, until the convenor has answered.
  proposed_starts_at timestamptz,
  proposed_ends_at timestamptz,
  -- Who comes in their place.
  substitute text not null default '',
  presence text constraint invitee_presence_is_known check (presence in ('present', 'excused', 'missing')),
  token_hash bytea constraint invitee_link_known_once unique,
  -- What their calendar last told: RFC 5546 orders answers by SEQUENCE, then DTSTAMP.
  last_sequence integer,
  last_stamp timestamptz,
  invited_at timestamptz,
  constraint invitee_proposes_a_whole_time check ((proposed_starts_at is null) = (proposed_ends_at is null))
);
create index meeting_invitee_meeting on meeting_invitee (meeting_id);
create index meeting_invitee_member on meeting_invitee (group_member_id);
create index meeting_invitee_person on meeting_invitee (person_id);
alter table meeting_invitee enable row level security;

-- What stands on every agenda of a group.
create table standing_item (
  standing_item_id uuid primary key,
  meeting_group_id uuid not null constraint standing_item_of_a_group references meeting_group on delete cascade,
  position integer not null,
  title text not null constraint standing_item_has_a_title check (title <> ''),
  body text not null default '',
  minutes integer constraint standing_item_takes_a_while check (minutes > 0)
);
create index standing_item_group on standing_item (meeting_group_id);
alter table standing_item enable row level security;

-- A point of an agenda; without a meeting it waits for the next. Its number lasts. What was said of it stands with it until the minutes do.
create table agenda_item (
  agenda_item_id uuid primary key,
  meeting_group_id uuid not null constraint item_of_a_group references meeting_group on delete cascade,
  meeting_id uuid constraint item_of_a_meeting references meeting on delete cascade,
  number integer not null,
  position integer not null,
  kind text not null constraint item_kind_is_known check (kind in ('standing', 'proposed', 'carried', 'proposal', 'promise', 'collision', 'follow_up', 'sharing')),
  title text not null constraint item_has_a_title check (title <> ''),
  body text not null default '',
  minutes integer constraint item_takes_a_while check (minutes > 0),
  -- What it is about, where that stands elsewhere: a page of Brobyg.
  path text not null default '',
  ref_id uuid,
  carried_from_id uuid constraint item_carried_from_another references agenda_item on delete set null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  said text not null default '',
  said_version integer not null default 0,
  said_at timestamptz,
  said_by text,
  is_carried boolean not null default false,
  version integer not null default 0,
  constraint item_numbered_once unique (meeting_group_id, number)
);
create index agenda_item_meeting on agenda_item (meeting_id);
create index agenda_item_carried_from on agenda_item (carried_from_id);
alter table agenda_item enable row level security;

create table agenda_paper (
  agenda_paper_id uuid primary key,
  agenda_item_id uuid not null constraint paper_of_an_item references agenda_item on delete cascade,
  name text not null constraint paper_has_a_name check (name <> ''),
  media_type text not null,
  bytes bytea not null,
  sha256 text not null,
  added_at timestamptz not null,
  added_by text not null
);
create index agenda_paper_item on agenda_paper (agenda_item_id);
alter table agenda_paper enable row level security;

-- Minutes as they were sent or approved, whole; a later edition says why.
create table minutes_edition (
  minutes_edition_id uuid primary key,
  meeting_id uuid not null constraint minutes_of_a_meeting references meeting on delete cascade,
  number integer not null,
  document jsonb not null,
  reason text not null default '',
  written_at timestamptz not null,
  written_by text not null,
  constraint minutes_numbered_once unique (meeting_id, number),
  constraint minutes_corrected_for_a_reason check (number = 1 or reason <> '')
);
alter table minutes_edition enable row level security;

create table minutes_objection (
  minutes_objection_id uuid primary key,
  minutes_edition_id uuid not null constraint objection_to_minutes references minutes_edition on delete cascade,
  group_member_id uuid constraint objection_of_a_member references group_member on delete cascade,
  said text not null constraint objection_says_something check (said <> ''),
  objected_at timestamptz not null,
  objected_by text not null
);
create index minutes_objection_edition on minutes_objection (minutes_edition_id);
create index minutes_objection_member on minutes_objection (group_member_id);
alter table minutes_objection enable row level security;

create table group_decision (
  group_decision_id uuid primary key,
  meeting_group_id uuid not null constraint decision_of_a_group references meeting_group on delete cascade,
  meeting_id uuid not null constraint decision_of_a_meeting references meeting on delete cascade,
  agenda_item_id uuid constraint decision_on_an_item references agenda_item on delete set null,
  number integer not null,
  decided text not null constraint decision_says_something check (decided <> ''),
  decided_on date not null,
  -- The revision it is carried out by, where it touches a promise.
  path text not null default '',
  written_at timestamptz not null,
  written_by text not null,
  constraint decision_numbered_once unique (meeting_group_id, number)
);
create index group_decision_meeting on group_decision (meeting_id);
create index group_decision_item on group_decision (agenda_item_id);
alter table group_decision enable row level security;

-- What somebody does about it, owed by a post, also of another organisation.
create table follow_up (
  follow_up_id uuid primary key,
  meeting_group_id uuid not null constraint follow_up_of_a_group references meeting_group on delete cascade,
  meeting_id uuid constraint follow_up_of_a_meeting references meeting on delete cascade,
  agenda_item_id uuid constraint follow_up_on_an_item references agenda_item on delete set null,
  number integer not null,
  task text not null constraint follow_up_says_something check (task <> ''),
  group_member_id uuid constraint follow_up_of_a_member references group_member on delete set null,
  post_id uuid constraint follow_up_of_a_post references post,
  due_on date,
  done_on date,
  done_by text,
  note text not null default '',
  written_at timestamptz not null,
  written_by text not null,
  version integer not null default 0,
  constraint follow_up_numbered_once unique (meeting_group_id, number)
);
create index follow_up_meeting on follow_up (meeting_id);
create index follow_up_item on follow_up (agenda_item_id);
create index follow_up_member on follow_up (group_member_id);
create index follow_up_post on follow_up (post_id);
alter table follow_up enable row level security;

-- Which of some times suits: asked by a link, answered without an account.
create table poll (
  poll_id uuid primary key,
  meeting_group_id uuid not null constraint poll_of_a_group references meeting_group on delete cascade,
  title text not null constraint poll_has_a_title check (title <> ''),
  note text not null default '',
  asked_at timestamptz not null,
  asked_by text not null,
  closes_at timestamptz not null,
  closed_at timestamptz,
  meeting_id uuid constraint poll_led_to_a_meeting references meeting on delete set null,
  version integer not null default 0
);
create index poll_group on poll (meeting_group_id);
create index poll_meeting on poll (meeting_id);
alter table poll enable row level security;

create table poll_time (
  poll_time_id uuid primary key,
  poll_id uuid not null constraint poll_time_of_a_poll references poll on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint poll_time_ends_after_it_starts check (starts_at < ends_at),
  constraint poll_asks_of_a_time_once unique (poll_id, starts_at, ends_at)
);
alter table poll_time enable row level security;

create table poll_invitee (
  poll_invitee_id uuid primary key,
  poll_id uuid not null constraint poll_invitee_of_a_poll references poll on delete cascade,
  group_member_id uuid constraint poll_invitee_is_a_member references group_member on delete cascade,
  name text not null constraint poll_invitee_has_a_name check (name <> ''),
  mail text not null default '',
  language text not null default 'da',
  token_hash bytea not null constraint poll_link_known_once unique,
  answered_at timestamptz,
  note text not null default ''
);
create index poll_invitee_poll on poll_invitee (poll_id);
create index poll_invitee_member on poll_invitee (group_member_id);
alter table poll_invitee enable row level security;

create table poll_answer (
  poll_invitee_id uuid not null constraint poll_answer_of_an_invitee references poll_invitee on delete cascade,
  poll_time_id uuid not null constraint poll_answer_on_a_time references poll_time on delete cascade,
  answer text not null constraint poll_answer_is_known check (answer in ('yes', 'no', 'perhaps')),
  constraint poll_answered_once primary key (poll_invitee_id, poll_time_id)
);
create index poll_answer_time on poll_answer (poll_time_id);
alter table poll_answer enable row level security;

-- A meeting is in the calendar as what it is.
alter table series drop constraint series_kind_is_known;
alter table series add constraint series_kind_is_known check (kind in
  ('sport', 'culture', 'creative', 'homework', 'club', 'family', 'health', 'counselling', 'party', 'meeting', 'other'));
