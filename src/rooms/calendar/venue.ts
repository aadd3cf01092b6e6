/** `free` whoever arranges something just takes it · `request` whoever has it says yes first · `owner` only those who have it. */
export const bookingRules = ['free', 'request', 'owner'] as const

export type BookingRule = (typeof bookingRules)[number]

/** A place where something can be held. */
export interface Venue {
  readonly venueId: string
  readonly name: string
  readonly areaId: string | null
  readonly organisationId: string | null
  readonly planId: string | null
  readonly address: string | null
  /** The way in, in words. */
  readonly entrance: string | null
  readonly isInformal: boolean
  readonly bookingRule: BookingRule
  readonly conditions: string | null
  readonly version: number
}
