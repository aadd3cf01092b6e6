import { type ReadTx, type WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import { type ResidentLanguage, toResidentLanguage } from '../../../platform/resident-language.ts'
import type { PushAddress, PushSubscription, PushWish } from './push-subscription.ts'

interface NewSubscription {
  readonly address: PushAddress
  readonly wish: PushWish
  readonly language: ResidentLanguage
  readonly madeAt: Temporal.Instant
}

/** Writes a wish unless the phone has it already. */
export const insertSubscription = async (tx: WriteTx, { address, wish, ...rest }: NewSubscription): Promise<void> => {
  await tx
    .insertInto('push_subscription')
    .values({
      push_subscription_id: newId<'push_subscription'>(),
      endpoint: address.endpoint,
      p256dh: address.p256dh,
      auth: address.auth,
      language: rest.language,
      series_id: wish.seriesId,
      area_id: wish.areaId,
      venue_id: wish.venueId,
      kind: wish.kind,
      age_from: wish.ages?.from ?? null,
      age_to: wish.ages?.to ?? null,
      is_free: wish.isFree,
      made_at: rest.madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What a time is, as wishes ask of it. */
export interface TimeAsked {
  readonly seriesId: string
  readonly areaId: string | null
  readonly venueId: string | null
  readonly kind: string
  readonly ageFrom: number | null
  readonly ageTo: number | null
  readonly isFree: boolean
}

/** The phones that want to be told of a time, each once. */
export const listSubscriptionsFor = async (tx: ReadTx, time: TimeAsked): Promise<string[]> => {
  const rows = await tx
    .selectFrom('push_subscription')
    .select('push_subscription_id')
    .distinctOn('endpoint')
    .where((eb) =>
      eb.or([
        eb('series_id', '=', time.seriesId),
        eb.and([
          eb('series_id', 'is', null),
          eb.or([eb('area_id', 'is', null), eb('area_id', '=', time.areaId)]),
          eb.or([eb('venue_id', 'is', null), eb('venue_id', '=', time.venueId)]),
          eb.or([eb('kind', 'is', null), eb('kind', '=', time.kind)]),
          eb.or([eb('age_to', 'is', null), eb('age_to', '>=', time.ageFrom ?? 0)]),
          eb.or([eb('age_from', 'is', null), eb('age_from', '<=', time.ageTo ?? 200)]),
          ...(time.isFree ? [] : [eb('is_free', '=', false)]),
        ]),
      ]),
    )
    .orderBy('endpoint')
    .execute()
  return rows.map(({ push_subscription_id }) => push_subscription_id)
}

export const findSubscription = async (tx: ReadTx, id: string): Promise<PushSubscription | undefined> => {
  const row = await tx
    .selectFrom('push_subscription')
    .selectAll()
    .where('push_subscription_id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      pushSubscriptionId: row.push_subscription_id,
      endpoint: row.endpoint,
      p256dh: row.p256dh,
      auth: row.auth,
      language: toResidentLanguage(row.language),
    }
  )
}

/** Forgets a phone: all it wanted to be told of. Answers how many wishes went. */
export const deleteEndpoint = async (tx: WriteTx, endpoint: string): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('push_subscription')
    .where('endpoint', '=', endpoint)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

export const listSubscriptionsBefore = (tx: ReadTx, moment: Temporal.Instant) =>
  tx
    .selectFrom('push_subscription')
    .select('push_subscription_id as id')
    .where('made_at', '<', moment)
    .orderBy('push_subscription_id')
    .execute()

export const deleteSubscriptions = async (tx: WriteTx, ids: readonly string[]): Promise<number> => {
  const { numDeletedRows } = await tx
    .deleteFrom('push_subscription')
    .where('push_subscription_id', 'in', ids)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
