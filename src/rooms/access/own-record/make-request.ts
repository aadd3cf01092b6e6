import { leaveTrace, readAs, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../actor.ts'
import { endConsent, loadConsent } from '../consent/answer-consent.ts'
import { consentStanding, mayWithdraw } from '../consent/consent.rules.ts'
import { factsOf, getRecord } from '../consent/record.ts'
import { listOwnSubjects, listSelves } from '../consent/subject.queries.ts'
import { countDeletion, deleteNeverGiven, deleteSubjectIfFree } from '../deletion/deletion.queries.ts'
import { requirePermission } from '../permission.ts'
import { withdrawingSelf } from './own-record.ts'
import { answerRequestRow, insertRequest, listRequests, type RequestKind } from './request.queries.ts'
import { residentPolicy } from './resident.policy.ts'

export interface RequestForm {
  readonly dataSubjectId: string
  readonly kind: RequestKind
  readonly text: string
}

/** What became of a request at once. */
export interface MadeRequest {
  readonly number: number
  readonly deletedAtOnce: number
  /** Whether nothing is left, so that there is nothing to come back to. */
  readonly isGone: boolean
}

/**
 * Asks for what is kept to be corrected or deleted: the officer sees it under a number. Asking for deletion withdraws every consent the
 * resident may withdraw, and deletes at once what no rule keeps; a legal hold keeps all. Throws Refused('subject_not_found').
 */
export const makeRequest = (platform: Platform, actor: Actor, form: RequestForm): Promise<MadeRequest> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, residentPolicy.makeRequest, new Set(['self']))
    const own = await listOwnSubjects(tx)
    if (!own.some(({ dataSubjectId }) => dataSubjectId === form.dataSubjectId)) throw new Refused('subject_not_found')
    const subjectRequestId = newId<'subject_request'>()
    const consentsGone = form.kind === 'deletion' ? await giveUpConsents(tx, platform, actor, form.dataSubjectId) : 0
    const receivedAt = platform.clock.now()
    const number = await insertRequest(tx, { ...form, subjectRequestId, receivedAt, deletedAtOnce: consentsGone })
    const about = form.dataSubjectId
    leaveTrace(tx, {
      verb: 'request.made',
      thing: 'subject_request',
      ref: subjectRequestId,
      about,
      facts: { number, kind: form.kind },
    })
    const isGone = form.kind === 'deletion' && (await deleteSubject(tx, platform, form.dataSubjectId))
    return { number, deletedAtOnce: consentsGone + (isGone ? 1 : 0), isGone }
  })

const giveUpConsents = async (tx: WriteTx, platform: Platform, actor: Actor, subjectId: string): Promise<number> => {
  const day = today(platform.clock)
  const selves = await listSelves(tx)
  const record = await getRecord(tx, subjectId)
  const gone = await deleteNeverGiven(tx, subjectId)
  for (const consent of record.consents) {
    const facts = factsOf(record, consent)
    const isOver = ['withdrawn', 'expired'].includes(consentStanding(facts, day).state)
    const wasGiven = consent.answers.some(({ givenOn }) => givenOn !== null)
    const giverId = selves.find((self) => mayWithdraw(facts, self, day))
    if (isOver || !wasGiven || giverId === undefined) continue
    await endConsent(tx, platform, actor, { consentId: consent.consentId, giverId, how: 'signed_link' })
  }
  if (gone > 0) await countDeletion(tx, 'consent', day, gone)
  return gone
}

const deleteSubject = async (tx: WriteTx, platform: Platform, subjectId: string): Promise<boolean> => {
  const isGone = await deleteSubjectIfFree(tx, subjectId)
  if (!isGone) return false
  await countDeletion(tx, 'data_subject', today(platform.clock), 1)
  leaveTrace(tx, { verb: 'subject.deleted', thing: 'data_subject', ref: subjectId, about: subjectId })
  return true
}

/** Withdraws a consent as the resident who reads it. Throws Refused('consent_not_found') or Refused('not_theirs_to_withdraw'). */
export const withdrawOwnConsent = (platform: Platform, actor: Actor, consentId: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, residentPolicy.readOwnRecord, new Set(['self']))
    const { consent, record } = await loadConsent(tx, consentId)
    const giverId = await withdrawingSelf(tx, platform, [record, consent])
    await endConsent(tx, platform, actor, { consentId, giverId, how: 'signed_link' })
    leaveTrace(tx, {
      verb: 'consent.withdrawn_by_resident',
      thing: 'consent',
      ref: consentId,
      about: consent.dataSubjectId,
    })
  })

/** What residents asked for, for the data-protection officer. */
export const listOpenRequests = (platform: Platform, actor: Actor) =>
  readAs(platform, actor, (tx) => {
    requirePermission(actor, residentPolicy.listRequests)
    return listRequests(tx)
  })

/** Answers a request. Throws Refused('request_not_found'). */
export const answerRequest = (
  platform: Platform,
  actor: Actor,
  form: { subjectRequestId: string; answer: string },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, residentPolicy.answerRequest)
    const answeredBy = actor.personId ?? ''
    await answerRequestRow(tx, form.subjectRequestId, {
      answer: form.answer,
      answeredBy,
      answeredAt: platform.clock.now(),
    })
    leaveTrace(tx, { verb: 'request.answered', thing: 'subject_request', ref: form.subjectRequestId })
  })
