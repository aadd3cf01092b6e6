import { leaveTrace, type ReadTx, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import type { Consent, DataSubject, Guardianship } from './consent.ts'
import { consentPolicy } from './consent.policy.ts'
import { listConsents } from './consent.queries.ts'
import type { ConsentFacts } from './consent.rules.ts'
import { shownSubject } from './shown-subject.rules.ts'
import { findSubject, listGuardianships, listSubjects } from './subject.queries.ts'

/** What is kept about somebody here, as far as the one who reads may see it. */
export interface SubjectRecord {
  readonly subject: DataSubject
  readonly guardianships: readonly Guardianship[]
  /** Today's guardians, by name. */
  readonly guardians: readonly DataSubject[]
  readonly consents: readonly Consent[]
}

/** Why somebody opens a record: told in the audit trail, as a code. */
export type ReadingReason = 'consent' | 'own_record' | 'request' | 'journey' | 'job' | 'counselling'

/**
 * Reads a person's record and leaves a trace that it was read, of whom, by whom and why: the only way a room opens one. A field no consent
 * names to the reader is null. Throws Refused('subject_not_found') for one outside whose circle the actor is, as for one who is not there.
 */
export const readRecord = (
  platform: Platform,
  actor: Actor,
  subjectId: string,
  why: ReadingReason,
): Promise<SubjectRecord> =>
  writeAs(platform, actor, async (tx) => {
    const record = await getRecord(tx, subjectId)
    requirePermission(actor, consentPolicy.readRecord, new Set(['circle']))
    traceReading(tx, subjectId, why)
    return { ...record, subject: shownSubject(record, actor) }
  })

/** Tells the audit trail that a record was read, for a reader that already is in a transaction. */
export const traceReading = (tx: WriteTx, subjectId: string, why: ReadingReason): void =>
  leaveTrace(tx, { verb: 'subject.read', thing: 'data_subject', ref: subjectId, about: subjectId, facts: { why } })

/** A person's record. Throws Refused('subject_not_found'). */
export const getRecord = async (tx: ReadTx, subjectId: string): Promise<SubjectRecord> => {
  const subject = await findSubject(tx, subjectId)
  if (subject === undefined) throw new Refused('subject_not_found')
  const guardianships = await listGuardianships(tx, [subjectId])
  const guardianIds = guardianships.map(({ guardianId }) => guardianId)
  return {
    subject,
    guardianships,
    guardians: guardianIds.length === 0 ? [] : await listSubjects(tx, guardianIds),
    consents: await listConsents(tx, { about: [subjectId] }),
  }
}

/** What the rules ask of one of the record's consents. */
export const factsOf = (record: Pick<SubjectRecord, 'subject' | 'guardianships'>, consent: Consent): ConsentFacts => ({
  consent,
  givers: consent.answers,
  custody: record.guardianships,
  birthMonth: record.subject.birthMonth,
})
