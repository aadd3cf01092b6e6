-- How a seat without a post is reached is known in its group alone, so it stands by itself: who sits in a group is known to all who take part.
create table group_member_contact (
  group_member_id uuid primary key constraint contact_of_a_member references group_member on delete cascade,
  name text not null default '',
  mail text not null default '',
  constraint member_contact_tells_something check (name <> '' or mail <> '')
);
alter table group_member_contact enable row level security;

insert into group_member_contact (group_member_id, name, mail)
  select group_member_id, contact_name, contact_mail from group_member where contact_name <> '' or contact_mail <> '';
alter table group_member drop column contact_name, drop column contact_mail;

-- Who begins to take turns while they sit there comes last, and owes nothing for what was before.
alter table group_member add column turns_from_on date;

-- When what their calendar last told was written there.
alter table meeting_invitee rename column last_stamp to last_stamped_at;
