-- When a post goes from one holder to the next, what is under way is handed over line by line: what was said of a thing and whether it is
-- handed over stand under the holding that is left. Rows are only added; the last about a thing is what holds.
create table handover_note (
  handover_note_id uuid primary key,
  holder_id uuid not null constraint handover_is_of_a_holding references holder on delete cascade,
  thing text not null constraint handover_thing_is_known
    check (thing in ('promise', 'reservation', 'anchoring', 'draft', 'proposal', 'invitation', 'question')),
  thing_ref text not null,
  note text not null constraint handover_note_is_a_line check (char_length(note) <= 500),
  is_handed_over boolean not null,
  written_by text not null,
  written_at timestamptz not null
);
create index handover_note_holder on handover_note (holder_id, written_at);
alter table handover_note enable row level security;

-- That somebody new in a post has opened a living agreement: the first time only, and theirs alone to see.
create table contract_look (
  person_id uuid not null constraint contract_look_is_of_a_person references person on delete cascade,
  post_id uuid not null constraint contract_look_is_for_a_post references post on delete cascade,
  looked_at timestamptz not null,
  constraint contract_looked_at_first_once primary key (person_id, post_id)
);
create index contract_look_post on contract_look (post_id);
alter table contract_look enable row level security;
