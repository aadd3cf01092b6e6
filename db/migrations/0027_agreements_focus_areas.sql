-- Focus areas change with every funding period, so they are rows with the days they hold, never a list in the code. The administrator
-- keeps them; drafts are begun with those that hold.
create table focus_area (
  focus_area_id uuid primary key,
  name text not null constraint focus_area_has_a_name check (name <> ''),
  valid_during daterange not null constraint focus_area_holds_some_days check (not isempty(valid_during)),
  source text not null,
  constraint focus_area_once_at_a_time exclude using gist (lower(name) with =, valid_during with &&)
);
alter table focus_area enable row level security;

insert into focus_area (focus_area_id, name, valid_during, source)
select gen_random_uuid(), name, valid_during::daterange, source from (values
  ('Børn, unge og familie', '[2011-01-01,2015-01-01)', 'Landsbyggefonden, 2011-14-midlerne'),
  ('Uddannelse, beskæftigelse og erhverv', '[2011-01-01,2015-01-01)', 'Landsbyggefonden, 2011-14-midlerne'),
  ('Beboernetværk, inddragelse og demokrati', '[2011-01-01,2015-01-01)', 'Landsbyggefonden, 2011-14-midlerne'),
  ('Sundhed', '[2011-01-01,2015-01-01)', 'Landsbyggefonden, 2011-14-midlerne'),
  ('Udsatte grupper', '[2011-01-01,2015-01-01)', 'Landsbyggefonden, 2011-14-midlerne'),
  ('Kultur og fritid', '[2011-01-01,2015-01-01)', 'Landsbyggefonden, 2011-14-midlerne'),
  ('Image og kommunikation', '[2011-01-01,2015-01-01)', 'Landsbyggefonden, 2011-14-midlerne'),
  ('Tryghed og trivsel', '[2015-01-01,2019-01-01)', 'Landsbyggefonden, 2015-18-midlerne'),
  ('Kriminalpræventiv indsats', '[2015-01-01,2019-01-01)', 'Landsbyggefonden, 2015-18-midlerne'),
  ('Uddannelse og beskæftigelse', '[2015-01-01,2019-01-01)', 'Landsbyggefonden, 2015-18-midlerne'),
  ('Forebyggelse og forældreansvar', '[2015-01-01,2019-01-01)', 'Landsbyggefonden, 2015-18-midlerne'),
  ('Uddannelse og livschancer', '[2019-01-01,2027-01-01)', 'Landsbyggefonden, 2019-26-midlerne'),
  ('Beskæftigelse', '[2019-01-01,2027-01-01)', 'Landsbyggefonden, 2019-26-midlerne'),
  ('Kriminalitetsforebyggelse', '[2019-01-01,2027-01-01)', 'Landsbyggefonden, 2019-26-midlerne'),
  ('Sammenhængskraft og medborgerskab', '[2019-01-01,2027-01-01)', 'Landsbyggefonden, 2019-26-midlerne')
) known (name, valid_during, source);
