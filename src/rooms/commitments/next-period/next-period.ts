import type { AgreementVersion, Contact } from '../../agreements/index.ts'
import type { Commitment } from '../commitment.ts'
import type { Reservation } from '../reservation.ts'
import type { Standing } from '../state/state.ts'

/** Why a promise may be left behind when the agreement goes on; the words come from next-period.texts. */
export type DropReason = 'reservation_ended' | 'over' | 'broken_all_along' | 'never_used'

/** A promise of the period that ends, as it stands, and why it may be left behind. */
export interface CarriedPromise {
  readonly commitment: Commitment
  readonly activity: string
  readonly standing: Standing
  readonly mayDrop: DropReason | null
}

/** A holder the agreement names and who holds the post today; null where nobody does. */
export interface RefreshedHolder {
  readonly post: string
  readonly party: string
  readonly was: string | null
  readonly now: string | null
}

/** What a person chooses among when an agreement is taken into its next period. */
export interface PeriodToCarry {
  readonly version: AgreementVersion
  readonly promises: readonly CarriedPromise[]
  /** Reservations that are over by then: they do not come along. */
  readonly lapsed: readonly Reservation[]
  readonly holders: readonly RefreshedHolder[]
  readonly refresh: (contact: Contact) => Contact
}

/** The days of the next period, as ISO days. */
export interface NextSpan {
  readonly from: string
  readonly to: string | null
}
