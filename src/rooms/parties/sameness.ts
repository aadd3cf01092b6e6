import type { PostToRegister } from './party.ts'

/** What can stand under two names. */
export type SamenessKind = 'organisation' | 'plan' | 'unit' | 'post' | 'person'

/** Who an agreement names: its posts with where they are and who holds them, its other parties, and the places it is about. */
export interface NamedInAgreement {
  readonly posts: readonly PostToRegister[]
  readonly others: readonly string[]
  readonly places: readonly string[]
}

interface Known {
  readonly id: string
  /** The name today first, then earlier and other names. */
  readonly names: readonly string[]
}

/** What the register knows by name. */
export interface KnownNames {
  /** `people`: the keys of the names of those who hold or held a post there, and of an organisation's plans. */
  readonly organisations: readonly (Known & { readonly people: readonly string[] })[]
  readonly plans: readonly Known[]
  readonly units: readonly (Known & { readonly organisationId: string; readonly people: readonly string[] })[]
  readonly posts: readonly (Known & {
    readonly organisationId: string
    readonly planId: string | null
    readonly unitId: string | null
  })[]
  readonly people: readonly Known[]
  /** What a person said is another: the known thing, and the key of the name. */
  readonly others: readonly { readonly id: string; readonly key: string }[]
}

/** What a name may be another name for: something known, or (`id` null) something named before it in the same agreement. */
export interface SamenessCandidate {
  readonly id: string | null
  readonly name: string
}

/** Where a unit or a post is, as the agreement says it. */
export type NamedPlace = Pick<PostToRegister, 'organisation' | 'plan' | 'unit'>

/** A name that is nearly, but not quite, one that is known. The first candidate is the one proposed. */
export interface SamenessQuestion {
  /** Stays the same while the names do. */
  readonly key: string
  readonly kind: SamenessKind
  readonly name: string
  readonly place: NamedPlace | null
  readonly candidates: readonly SamenessCandidate[]
}

/** What a person says: the same as a candidate (its place among them), another, or to be settled later. */
export type SamenessAnswer = { readonly same: SamenessCandidate } | 'another' | 'later'

/** Answers by the key of their question. */
export type SamenessAnswers = ReadonlyMap<string, SamenessAnswer>
