import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import { today } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { Refused } from '../../platform/refused.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { listRelationsTo } from '../agreements/index.ts'
import { commitmentPolicy } from './commitment.policy.ts'
import { getReservationForUpdate, insertSettlement } from './reservation.queries.ts'
import type { Settlement } from './reservation.rules.ts'

interface SettlementForm {
  readonly reservationId: string
  /** How many settlements the person had before them. */
  readonly settlements: number
  readonly outcome: Settlement['outcome']
  /** The last day it applied, as an ISO day; null where it goes on. */
  readonly endedOn: string | null
}

/**
 * Says that a reservation goes on, or that it ended on a day; the promises that hang on it follow from today. Answers with where it stands.
 * Throws Refused('reservation_settled_meanwhile') or Refused('reservation_ended_too_early').
 */
export const settleReservation = (
  platform: Platform,
  actor: Actor,
  form: SettlementForm,
): Promise<{ readonly slug: string; readonly activityId: string }> =>
  writeAs(platform, actor, async (tx) => {
    const reservation = await getReservationForUpdate(tx, form.reservationId)
    const toActivity = await listRelationsTo(tx, reservation.agreementVersionId, reservation.activityId)
    requirePermission(actor, commitmentPolicy.settleReservation, toActivity)
    if (reservation.settlements !== form.settlements) throw new Refused('reservation_settled_meanwhile')
    if (form.endedOn !== null && reservation.from !== null && form.endedOn < reservation.from)
      throw new Refused('reservation_ended_too_early', { from: reservation.from })
    await insertSettlement(tx, {
      reservationId: form.reservationId,
      number: form.settlements + 1,
      outcome: form.outcome,
      endedOn: form.outcome === 'ended' ? form.endedOn : null,
      settledOn: today(platform.clock).toString(),
      settledBy: actor.personId ?? 'system',
      settledAt: platform.clock.now(),
    })
    leaveTrace(tx, {
      verb: 'reservation.settled',
      thing: 'reservation',
      ref: form.reservationId,
      facts: { outcome: form.outcome },
    })
    return reservation
  })
