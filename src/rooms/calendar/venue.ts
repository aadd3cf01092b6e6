/** `free` whoever arranges something just takes it · `request` whoever has it says yes first · `owner` only those who have it. */
export const bookingRules = ['free', 'request', 'owner'] as const

export type BookingRule = (typeof bookingRules)[number]

export const venuePricePers = ['hour', 'time', 'day'] as const

export type VenuePricePer = (typeof venuePricePers)[number]

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
  /** Whole øre; null = free. */
  readonly priceOere: bigint | null
  readonly pricePer: VenuePricePer | null
  /** A booking nobody has confirmed is released so many days before; null = it is kept. */
  readonly releaseDays: number | null
  readonly isClosed: boolean
  readonly version: number
}

/** What of a venue can be booked by itself; a venue that is not divided has one space without a name. */
export interface Space {
  readonly spaceId: string
  readonly name: string
  readonly capacity: number | null
}
