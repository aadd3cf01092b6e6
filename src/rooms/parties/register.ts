import type { Day } from '../../platform/day.ts'
import type { DaySpan } from '../../platform/database/index.ts'
import type { OrganisationKind } from './party.ts'

/** A name something had, and the last day it had it; null = it has no such day. */
export interface EarlierName {
  readonly name: string
  readonly until: Day | null
}

/** A post as it stood on a day. */
export interface PlacedPost {
  readonly postId: string
  readonly organisationId: string
  readonly unitId: string | null
  readonly title: string
  readonly plan: string | null
  readonly holder: string | null
  readonly aliases: readonly string[]
}

/** A unit as it was called and placed on a day. */
export interface PlacedUnit {
  readonly unitId: string
  readonly organisationId: string
  readonly parentUnitId: string | null
  readonly name: string
  readonly during: DaySpan
  /** Every name with the days it holds, the first first. */
  readonly names: readonly DatedName[]
  readonly aliases: readonly string[]
}

/** A name with the days it holds. */
export interface DatedName {
  readonly name: string
  readonly from: Day | null
  readonly to: Day | null
}

/** An organisation as it was called on a day. */
export interface PlacedOrganisation {
  readonly organisationId: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly names: readonly DatedName[]
  readonly aliases: readonly string[]
}

export interface Register {
  readonly organisations: readonly PlacedOrganisation[]
  readonly units: readonly PlacedUnit[]
  readonly posts: readonly PlacedPost[]
}

/** A unit with what lies under it. */
export interface UnitBranch extends PlacedUnit {
  readonly units: readonly UnitBranch[]
  readonly posts: readonly PlacedPost[]
}

/** An organisation with what lies under it. */
export interface OrganisationBranch extends PlacedOrganisation {
  readonly units: readonly UnitBranch[]
  readonly posts: readonly PlacedPost[]
  readonly postCount: number
}

/** An organisation of a large register, with how many posts it has. */
export interface ListedOrganisation extends PlacedOrganisation {
  readonly postCount: number
}

/** Two names that are still to be told apart, or known to be one. */
export interface OpenSameness {
  readonly samenessId: string
  readonly kind: 'organisation' | 'unit' | 'post'
  readonly id: string
  readonly known: string
  readonly name: string
  /** What the name stands for, where that is registered. */
  readonly otherId: string | null
}

export interface DatedPlan {
  readonly planId: string
  readonly name: string
  readonly during: DaySpan | null
}

export interface PlacedArea {
  readonly areaId: string
  readonly name: string
  readonly district: string | null
}

/** Something of the register that was looked for, with where it lies. */
export interface FoundThing {
  readonly kind: 'organisation' | 'unit' | 'post'
  readonly id: string
  readonly name: string
  /** Who holds a post that day. */
  readonly holder: string | null
  readonly plan: string | null
  readonly unit: string | null
  readonly organisation: string | null
}

export interface FoundInRegister {
  readonly things: readonly FoundThing[]
  readonly total: number
}
