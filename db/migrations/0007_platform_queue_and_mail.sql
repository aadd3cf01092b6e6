-- Jobs are queued in the transaction that wants them, mail waits in a table of its own. The queue's tables stand in a schema beside
-- this one, named after it, which the application may not enter: it adds and takes back jobs through these two functions, which run
-- with their owner's rights and the search path of this migration.
create function queue_job(task text, payload json, run_at timestamptz, job_key text, key_mode text) returns void
language plpgsql security definer set search_path from current as $$
begin
  execute pg_catalog.format('select %I.add_job($1, $2, run_at => $3, max_attempts => 12, job_key => $4, job_key_mode => $5)',
    pg_catalog.current_schema() || '_queue') using task, payload, run_at, job_key, key_mode;
end
$$;
revoke execute on function queue_job from public;

create function unqueue_job(job_key text) returns void
language plpgsql security definer set search_path from current as $$
begin
  execute pg_catalog.format('select %I.remove_job($1)', pg_catalog.current_schema() || '_queue') using job_key;
end
$$;
revoke execute on function unqueue_job from public;

-- `once_key` tells what a mail is about, so that it is written once however often the work is tried again.
create table mail (
  mail_id uuid primary key,
  person_id uuid not null,
  address text not null,
  subject text not null,
  plain text not null,
  html text not null,
  stop_url text,
  once_key text not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  constraint mail_written_once unique (once_key)
);
create index mail_person on mail (person_id, queued_at);
alter table mail enable row level security;
