-- Mails that come in: each once, who it was from, and what came of it. Of what it says the words and the calendar message are kept, for a
-- month, unless they hold the shape of a CPR number; files never are.
create table incoming_mail (
  incoming_mail_id uuid primary key,
  -- Of its Message-ID, or of all of it where it has none: a mail that comes twice is taken once.
  hash bytea not null constraint incoming_mail_taken_once unique,
  -- What the sender of a webhook calls this delivery.
  once_key text constraint incoming_mail_delivered_once unique,
  received_at timestamptz not null,
  from_address text,
  subject text not null,
  said text not null,
  calendar text,
  about_uid text,
  -- The mail of ours it answers, or that came back.
  mail_id uuid,
  outcome text not null
);
create index incoming_mail_received on incoming_mail (received_at);
create index incoming_mail_about on incoming_mail (about_uid) where about_uid is not null;
alter table incoming_mail enable row level security;

insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('incoming_mail', 'P30D', '[2013-01-01,)', 'mailen kom ind', 'the mail came in',
    'Så længe kan det opklares, hvorfor et svar ikke blev forstået (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'It may be looked into for so long why an answer was not understood (GDPR art. 5(1)(e)).');

-- Whose turn it is to look into a mailbox: one at a time, until a moment, so that one that was killed is followed by another.
create table mailbox_turn (
  mailbox text primary key,
  held_until_at timestamptz not null,
  held_by uuid not null
);
alter table mailbox_turn enable row level security;
