import { leaveTrace, type WriteTx, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../actor.ts'
import { requirePermission } from '../permission.ts'
import type { Consent, GivenHow } from './consent.ts'
import { consentPolicy } from './consent.policy.ts'
import { endWhatFollowed, findConsent, insertGiven, upsertWithdrawn } from './consent.queries.ts'
import { askedGivers, consentStanding, mayWithdraw } from './consent.rules.ts'
import { factsOf, getRecord, type SubjectRecord } from './record.ts'

/** Who answers which consent, and how they said it. */
export interface AnswerForm {
  readonly consentId: string
  readonly giverId: string
  readonly how: GivenHow
}

/** Writes that somebody gave a consent, on paper or by word of mouth, as the one who heard it. Throws as `giveConsent`. */
export const recordGiven = (platform: Platform, actor: Actor, form: AnswerForm & { givenOn: Day }): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, consentPolicy.recordAnswer, await nearness(tx, form.consentId))
    await giveConsent(tx, platform, actor, form)
  })

/**
 * Gives a consent in the caller's transaction. Throws Refused('consent_not_found'), Refused('consent_over') where it is withdrawn or
 * expired, Refused('not_theirs_to_give') where it is not asked of them, Refused('given_on_wrong') for a day not yet here.
 */
export const giveConsent = async (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  { consentId, giverId, how, givenOn }: AnswerForm & { givenOn: Day },
): Promise<void> => {
  const { consent, record } = await loadConsent(tx, consentId)
  const day = today(platform.clock)
  const facts = factsOf(record, consent)
  if (['withdrawn', 'expired'].includes(consentStanding(facts, day).state)) throw new Refused('consent_over')
  if (Temporal.PlainDate.compare(givenOn, day) > 0) throw new Refused('given_on_wrong')
  if (!askedGivers(facts, day).includes(giverId)) throw new Refused('not_theirs_to_give')
  if (consent.answers.some((answer) => answer.giverId === giverId)) return
  await insertGiven(tx, { consentId, giverId, how, ...recording(platform, actor) }, givenOn)
  leaveTrace(tx, {
    verb: 'consent.given',
    thing: 'consent',
    ref: consentId,
    about: consent.dataSubjectId,
    facts: { how },
  })
}

/**
 * Withdraws a consent, and with it, in the same transaction, every access and every address that followed from it. Also how somebody says
 * no to one they are asked for. Throws Refused('consent_not_found') or Refused('not_theirs_to_withdraw').
 */
export const withdrawConsent = (platform: Platform, actor: Actor, form: AnswerForm): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, consentPolicy.withdraw, await nearness(tx, form.consentId))
    await endConsent(tx, platform, actor, form)
  })

/** Withdraws a consent in the caller's transaction; throws as `withdrawConsent`. */
export const endConsent = async (
  tx: WriteTx,
  platform: Platform,
  actor: Actor,
  { consentId, giverId, how }: AnswerForm,
): Promise<void> => {
  const { consent, record } = await loadConsent(tx, consentId)
  const day = today(platform.clock)
  const facts = factsOf(record, consent)
  if (consentStanding(facts, day).state === 'withdrawn') return
  if (!mayWithdraw(facts, giverId, day)) throw new Refused('not_theirs_to_withdraw')
  const answer = { consentId, giverId, how, ...recording(platform, actor) }
  leaveTrace(tx, {
    verb: 'consent.withdrawn',
    thing: 'consent',
    ref: consentId,
    about: consent.dataSubjectId,
    facts: { how },
  })
  await upsertWithdrawn(tx, answer, day)
  await endWhatFollowed(tx, consentId, answer.recordedAt)
}

/** A consent and the record it is about. Throws Refused('consent_not_found'). */
export const loadConsent = async (
  tx: WriteTx,
  consentId: string,
): Promise<{ consent: Consent; record: SubjectRecord }> => {
  const consent = await findConsent(tx, consentId)
  if (consent === undefined) throw new Refused('consent_not_found')
  return { consent, record: await getRecord(tx, consent.dataSubjectId) }
}

/** What the actor is to a consent: row-level security shows it to those alone whom it concerns. Throws Refused('consent_not_found'). */
export const nearness = async (tx: WriteTx, consentId: string) => {
  if ((await findConsent(tx, consentId)) === undefined) throw new Refused('consent_not_found')
  return new Set(['self', 'circle'] as const)
}

const recording = (platform: Platform, actor: Actor) => ({
  recordedBy: actor.personId ?? '',
  recordedAt: platform.clock.now(),
})
