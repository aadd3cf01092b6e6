import type { ResidentLanguage } from '../../../platform/resident-language.ts'

/** Where a phone is written to, as its browser gives it out. */
export interface PushAddress {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** What a phone is told of: one activity, or what a filter lets through. Null = whatever it is. */
export interface PushWish {
  readonly seriesId: string | null
  readonly areaId: string | null
  readonly venueId: string | null
  readonly kind: string | null
  readonly ages: { readonly from: number; readonly to: number } | null
  readonly isFree: boolean
}

export interface PushSubscription extends PushAddress {
  readonly pushSubscriptionId: string
  readonly language: ResidentLanguage
}
