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

insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('meeting_invitee', 'P1Y', '[2013-01-01,)', 'mødet blev holdt', 'the meeting was held',
    'Mail, besked og stedfortræder bruges kun til at samle folk. Hvem der kom, står i referatet; den uden funktion her står med sin plads (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'Mail, note and substitute serve to gather people alone. Who came stands in the minutes; those without a post here by their seat (GDPR art. 5(1)(e)).'),
  ('member_contact', 'P1Y', '[2013-01-01,)', 'pladsen i gruppen sluttede', 'the seat in the group ended',
    'Så længe kan gruppen have noget at følge op på (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'The group may have something to follow up for so long (GDPR art. 5(1)(e)).');
