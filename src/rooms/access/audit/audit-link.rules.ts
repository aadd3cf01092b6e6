import { createHash } from 'node:crypto'
import type { AuditEntry } from './audit-entry.ts'

/** How many lanes the trail has. */
export const laneCount = 16

/** What a lane begins from: the hash before its first entry. */
export const laneSeed = (lane: number): string => createHash('sha256').update(`brobyg audit lane ${lane}`).digest('hex')

/**
 * The hash an entry has when it is number so and so of its lane and follows the hash `before`: the same as append_audit in
 * db/migrations/0010_platform_audit_trail.sql.
 */
export const linkOf = (before: string, entry: AuditEntry, number: number): string => {
  const { lane, micros, actor, post, request, verb, thing, ref, about, facts } = entry
  const text = [lane, number, micros, actor, post, request, verb, thing, ref, about, facts].join('\u001f')
  return createHash('sha256').update(before, 'hex').update(text, 'utf8').digest('hex')
}
