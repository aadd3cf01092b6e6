import { leaveTrace, writeAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import { loadConsent, nearness } from './answer-consent.ts'
import type { Consent, DataSubject } from './consent.ts'
import { consentPolicy } from './consent.policy.ts'
import { listConsents } from './consent.queries.ts'
import { askedGivers, consentStanding, isToBeRenewed, type Standing } from './consent.rules.ts'
import { factsOf, type SubjectRecord, traceReading } from './record.ts'
import { shownSubject } from './shown-subject.rules.ts'
import { listGuardianships, listSubjects } from './subject.queries.ts'

/** A consent as a list shows it. */
export interface ListedConsent {
  readonly consent: Consent
  readonly subject: DataSubject
  readonly standing: Standing
  readonly isToBeRenewed: boolean
}

/** The consents that let the actor in, and those their post asked for. Leaves a trace for each person named. */
export const readConsents = (platform: Platform, actor: Actor): Promise<ListedConsent[]> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, consentPolicy.listConsents)
    const consents = await listConsents(tx)
    leaveTrace(tx, { verb: 'consent.listed', thing: 'consent', facts: { number: consents.length } })
    if (consents.length === 0) return []
    const ids = [...new Set(consents.map(({ dataSubjectId }) => dataSubjectId))]
    const subjects = new Map((await listSubjects(tx, ids)).map((subject) => [subject.dataSubjectId, subject]))
    const guardianships = Map.groupBy(await listGuardianships(tx, ids), ({ childId }) => childId)
    for (const ref of subjects.keys())
      leaveTrace(tx, { verb: 'subject.listed', thing: 'data_subject', ref, about: ref })
    const day = today(platform.clock)
    return consents.flatMap((consent) => {
      const subject = subjects.get(consent.dataSubjectId)
      if (subject === undefined) return []
      const facts = factsOf({ subject, guardianships: guardianships.get(subject.dataSubjectId) ?? [] }, consent)
      return [{ consent, subject, standing: consentStanding(facts, day), isToBeRenewed: isToBeRenewed(facts, day) }]
    })
  })

/** One consent with the record it is about, as the reader may see it. */
export interface ReadConsent extends ListedConsent {
  readonly record: SubjectRecord
  /** Ids of those it is to be given by. */
  readonly asked: readonly string[]
}

/** Reads one consent, which leaves a trace that the record was read. Throws Refused('consent_not_found'). */
export const readConsent = (platform: Platform, actor: Actor, consentId: string): Promise<ReadConsent> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, consentPolicy.readRecord, await nearness(tx, consentId))
    const { consent, record } = await loadConsent(tx, consentId)
    traceReading(tx, consent.dataSubjectId, 'consent')
    const day = today(platform.clock)
    const facts = factsOf(record, consent)
    return {
      consent,
      record,
      subject: shownSubject(record, actor),
      standing: consentStanding(facts, day),
      isToBeRenewed: isToBeRenewed(facts, day),
      asked: askedGivers(facts, day),
    }
  })
