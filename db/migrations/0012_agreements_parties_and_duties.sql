-- Rights come from the agreement: which organisations are party to a version, which posts it names, for which activity, and which of
-- them leads the forum. A draft belongs to the organisation it was begun for. A few duties are given to posts, not to people.
create table agreement_party (
  agreement_version_id uuid not null constraint party_is_to_a_version references agreement_version on delete cascade,
  organisation_id uuid not null constraint party_is_an_organisation references organisation,
  plan_id uuid constraint party_takes_part_with_a_plan references plan,
  constraint party_once_to_a_version unique nulls not distinct (agreement_version_id, organisation_id, plan_id)
);
create index agreement_party_organisation on agreement_party (organisation_id);
create index agreement_party_plan on agreement_party (plan_id);
alter table agreement_party enable row level security;

create table agreement_post (
  agreement_version_id uuid not null constraint named_post_is_of_a_version references agreement_version on delete cascade,
  post_id uuid not null constraint named_post_is_a_post references post,
  activity_id text not null,
  is_lead boolean not null,
  constraint post_named_once_in_an_activity primary key (agreement_version_id, post_id, activity_id)
);
create index agreement_post_post on agreement_post (post_id);
alter table agreement_post enable row level security;

create table post_duty (
  post_id uuid not null constraint duty_is_of_a_post references post on delete cascade,
  duty text not null constraint duty_is_known check (duty in ('administrator', 'data_protection')),
  constraint duty_given_once primary key (post_id, duty)
);
alter table post_duty enable row level security;

alter table draft add column organisation_id uuid constraint draft_is_begun_for_an_organisation references organisation;
create index draft_organisation on draft (organisation_id);

-- Versions confirmed before parties were kept get them from their own contacts.
with contact as (
  select v.agreement_version_id, '' as activity_id, c.value as contact from agreement_version v,
    jsonb_array_elements(v.document -> 'contacts') c
  union all
  select v.agreement_version_id, a.value ->> 'id', c.value from agreement_version v,
    jsonb_array_elements(v.document -> 'activities') a, jsonb_array_elements(a.value -> 'contacts') c
  union all
  select v.agreement_version_id, 'lead', v.document #> '{coordination,lead}' from agreement_version v
    where jsonb_typeof(v.document #> '{coordination,lead}') = 'object'
), named as (
  select c.agreement_version_id, c.activity_id, o.organisation_id, plan.plan_id, p.post_id
  from contact c join organisation o on o.name = c.contact ->> 'party'
  left join plan on plan.name = c.contact ->> 'plan'
  left join post p on p.organisation_id = o.organisation_id and lower(p.title) = lower(c.contact ->> 'post')
    and p.plan_id is not distinct from plan.plan_id and p.unit is not distinct from c.contact ->> 'unit'
    or c.activity_id = 'lead' and p.organisation_id = o.organisation_id and p.unit is not distinct from c.contact ->> 'unit'
      and exists (select from holder h join person using (person_id) where h.post_id = p.post_id and person.name = c.contact ->> 'holder')
), party as (
  insert into agreement_party select distinct agreement_version_id, organisation_id, plan_id from named
)
insert into agreement_post
  select agreement_version_id, post_id, case activity_id when 'lead' then '' else activity_id end, bool_or(activity_id = 'lead')
  from named where post_id is not null group by 1, 2, 3;
