-- Polls about a time hold names and mail addresses of people from outside: they are kept for a while after they closed, and then go.
insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('poll', 'P90D', '[2013-01-01,)', 'afstemningen lukkede', 'the poll closed',
    'Så længe kan gruppen have brug for at se, hvorfor en tid blev valgt (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'The group may need to see for so long why a time was chosen (GDPR art. 5(1)(e)).');
create index poll_closes on poll (closes_at);
