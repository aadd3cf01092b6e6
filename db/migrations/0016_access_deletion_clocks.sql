-- How long things are kept, as dated data; what must not be deleted yet and why; and what was deleted, as counts alone.
create table deletion_rule (
  purpose text not null,
  kept_for text not null constraint deletion_rule_keeps_for_a_duration check (kept_for ~ '^P([0-9]+Y)?([0-9]+M)?([0-9]+D)?$' and kept_for <> 'P'),
  valid_during daterange not null constraint deletion_rule_valid_some_days check (not isempty(valid_during)),
  counted_from_da text not null,
  counted_from_en text not null,
  basis_da text not null,
  basis_en text not null,
  constraint deletion_rule_one_at_a_time exclude using gist (purpose with =, valid_during with &&)
);
alter table deletion_rule enable row level security;

insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('mail', 'P90D', '[2013-01-01,)', 'mailen blev skrevet', 'the mail was written',
    'Så længe kan en modtager have brug for at se, hvad der blev sendt (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'A receiver may want to see what was sent for so long (GDPR art. 5(1)(e)).'),
  ('session', 'P30D', '[2013-01-01,)', 'indlogningen sluttede', 'the session ended',
    'Så længe kan en fremmed indlogning opklares (art. 32).', 'A strange session may be looked into for so long (art. 32).'),
  ('subject_link', 'P7D', '[2013-01-01,)', 'adressen udløb', 'the address expired',
    'En udløbet adresse bruges ikke til noget (art. 5, stk. 1, litra e).', 'An expired address is of no use (art. 5(1)(e)).'),
  ('draft', 'P1Y', '[2013-01-01,)', 'udkastet sidst blev rettet', 'the draft was last changed',
    'Et udkast, som ingen har bekræftet i et år, er opgivet (art. 5, stk. 1, litra e).', 'A draft nobody confirmed for a year is given up (art. 5(1)(e)).'),
  ('consent', 'P3Y', '[2013-01-01,)', 'samtykket ophørte', 'the consent ended',
    'Det skal kunne vises, at samtykket var der (art. 7, stk. 1); et krav forældes efter tre år (forældelsesloven § 3).',
    'It must be possible to show that the consent was there (art. 7(1)); a claim is barred after three years.'),
  ('data_subject', 'P6M', '[2013-01-01,)', 'personen blev skrevet ind', 'the person was registered',
    'Uden samtykke og uden forløb er der intet formål (art. 5, stk. 1, litra b).', 'Without a consent and without a record there is no purpose (art. 5(1)(b)).'),
  ('subject_request', 'P3Y', '[2013-01-01,)', 'anmodningen blev besvaret', 'the request was answered',
    'Det skal kunne vises, at der blev svaret (art. 5, stk. 2).', 'It must be possible to show that an answer was given (art. 5(2)).'),
  ('person', 'P5Y', '[2013-01-01,)', 'den sidste funktion sluttede', 'the last post ended',
    'Så længe kan der være spørgsmål til, hvem der lovede hvad (art. 6, stk. 1, litra e).', 'Questions of who promised what may come for so long (art. 6(1)(e)).'),
  ('audit_entry', 'P5Y', '[2013-01-01,)', 'det blev skrevet i sporet', 'it was written in the trail',
    'Så længe kan misbrug opklares og straffes (art. 32; straffeloven § 93).', 'Abuse may be looked into and punished for so long (art. 32).');

create table legal_hold (
  legal_hold_id uuid primary key,
  thing text not null,
  ref text not null,
  reason text not null constraint legal_hold_has_a_reason check (reason <> ''),
  set_by text not null,
  set_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  constraint legal_hold_is_lifted_by_somebody check ((lifted_by is null) = (lifted_at is null))
);
create unique index legal_hold_once_at_a_time on legal_hold (thing, ref) where lifted_at is null;
alter table legal_hold enable row level security;

create table deletion_count (
  purpose text not null,
  deleted_on date not null,
  number integer not null constraint deletion_count_counts check (number > 0),
  constraint deletion_counted_once_a_day primary key (purpose, deleted_on)
);
alter table deletion_count enable row level security;

-- Cuts the oldest entries off each chain of the audit trail, up to the first that is younger. What is left verifies from the cut on. Only
-- the program may; answers how many went.
create function cut_audit(before_at timestamptz) returns bigint
language plpgsql security definer set search_path from current as $$
declare
  chain audit_lane;
  last_cut audit_entry;
  gone bigint := 0;
  went bigint;
begin
  if not acting_program() then
    raise insufficient_privilege using message = 'only the program cuts the audit trail';
  end if;
  for chain in select * from audit_lane order by lane for update loop
    select * into last_cut from audit_entry e where e.lane = chain.lane and e.number < coalesce(
      (select min(y.number) from audit_entry y where y.lane = chain.lane and y.happened_at >= before_at), chain.number + 1)
      order by e.number desc limit 1;
    if found then
      delete from audit_entry e where e.lane = chain.lane and e.number <= last_cut.number;
      get diagnostics went = row_count;
      gone := gone + went;
      update audit_lane set cut_number = last_cut.number, cut_hash = last_cut.hash where lane = chain.lane;
    end if;
  end loop;
  return gone;
end
$$;
revoke execute on function cut_audit from public;
