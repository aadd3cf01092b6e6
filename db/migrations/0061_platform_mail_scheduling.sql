-- Mails can carry a calendar message and files, are answered to an address of their own, and tell whether they came through.
alter table mail
  -- What the mail is about beside its once key: mails about the same thing to the same person are shown as one conversation.
  add about_uid text,
  -- Where answers go; the token in it tells which invitation they answer.
  add reply_to text,
  add reply_token text,
  -- In whose name it is sent; null = the program's.
  add reply_name text,
  add calendar_method text constraint mail_calendar_method_is_known check (calendar_method in
    ('PUBLISH', 'REQUEST', 'REPLY', 'ADD', 'CANCEL', 'REFRESH', 'COUNTER', 'DECLINECOUNTER')),
  add calendar text,
  -- `refused` by the receiver's server for good · `unreachable` so far, and tried again · `bounced` came back · `delayed` is late.
  add failed_at timestamptz,
  add failure text constraint mail_failure_is_known check (failure in ('refused', 'unreachable', 'bounced', 'delayed')),
  add constraint mail_fails_for_a_reason check ((failed_at is null) = (failure is null)),
  add constraint mail_calendar_has_a_method check ((calendar is null) = (calendar_method is null)),
  add constraint mail_answer_has_its_token check ((reply_to is null) = (reply_token is null));
create index mail_about on mail (about_uid, person_id, queued_at) where about_uid is not null;
create index mail_reply_token on mail (reply_token) where reply_token is not null;

-- Files that go with a mail, and go when it does.
create table mail_file (
  mail_file_id uuid primary key,
  mail_id uuid not null constraint mail_file_goes_with_a_mail references mail on delete cascade,
  position integer not null,
  name text not null constraint mail_file_has_a_name check (name <> ''),
  content_type text not null,
  content bytea not null constraint mail_file_is_small_enough check (octet_length(content) <= 10485760)
);
create index mail_file_of_mail on mail_file (mail_id);
alter table mail_file enable row level security;
