import { sql } from 'kysely'
import type { WriteTx } from '../database/index.ts'
import type { Job } from './job.ts'

/** Queues a job in the caller's transaction: it is there when that commits, and never was when that is undone. */
export const addJob = async (tx: WriteTx, job: Job): Promise<void> => {
  await queue(tx, job, 'replace')
}

/** Queues a job under its key unless one is waiting there already, whose time is then kept. */
export const addJobOnce = async (tx: WriteTx, job: Job & { readonly key: string }): Promise<void> => {
  await queue(tx, job, 'preserve_run_at')
}

/** Takes the job of this key back, if it is waiting. */
export const removeJob = async (tx: WriteTx, key: string): Promise<void> => {
  await sql`select unqueue_job(${key})`.execute(tx)
}

const queue = (tx: WriteTx, { task, payload, at, key }: Job, mode: string) =>
  sql`select queue_job(${task}, ${JSON.stringify(payload)}::json, ${at}::timestamptz, ${key}, ${mode})`.execute(tx)
