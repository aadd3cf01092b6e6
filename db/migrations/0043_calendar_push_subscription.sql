-- Phones that want to be told when an activity, or what a filter lets through, is cancelled or moved: an address at the browser's push
-- service and the keys to write to it alone, with no name. Only the program sees them. The keys that messages are signed with are made once.
create table push_subscription (
  push_subscription_id uuid primary key,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  language text not null,
  -- One activity; null = what the rest lets through.
  series_id uuid constraint push_is_about_a_series references series on delete cascade,
  area_id uuid constraint push_is_about_an_area references area on delete cascade,
  venue_id uuid constraint push_is_about_a_venue references venue on delete cascade,
  kind text,
  age_from integer,
  age_to integer,
  is_free boolean not null default false,
  made_at timestamptz not null,
  constraint push_once_about_the_same unique nulls not distinct (endpoint, series_id, area_id, venue_id, kind, age_from, age_to, is_free)
);
create index push_series on push_subscription (series_id);
create index push_area on push_subscription (area_id);
create index push_venue on push_subscription (venue_id);
alter table push_subscription enable row level security;

create table vapid_key (
  vapid_key_id uuid primary key,
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null
);
alter table vapid_key enable row level security;

insert into deletion_rule (purpose, kept_for, valid_during, counted_from_da, counted_from_en, basis_da, basis_en) values
  ('push_subscription', 'P1Y', '[2013-01-01,)', 'telefonen bad om besked', 'the phone asked to be told',
    'Så længe kan nogen have glæde af beskeder uden at bede om det igen (databeskyttelsesforordningen art. 5, stk. 1, litra e).',
    'Somebody may want to be told for so long without asking again (GDPR art. 5(1)(e)).');
