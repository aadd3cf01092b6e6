import type { Language } from '../../platform/language.ts'

/** Somebody asked for a link at a mail address; whether anyone is known there is looked up later. */
export interface SignInRequest {
  readonly signInRequestId: string
  readonly address: string
  /** The hash of the asking browser's secret: the link opens there alone. */
  readonly browserHash: Buffer
  /** The path on this site they were on their way to. */
  readonly nextPath: string
  readonly language: Language
  readonly askedAt: Temporal.Instant
}

/** A link that lets one person in once, from the browser that asked for it. */
export interface SignInLink {
  readonly signInLinkId: string
  readonly personId: string
  readonly browserHash: Buffer
  readonly endsAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** What a link that was opened comes to. `over`: its time is up, or a newer one took its place. */
export type LinkStanding = 'good' | 'other_browser' | 'used' | 'over' | 'unknown'

/** Someone whose mail comes to an address. */
export interface PersonAtDoor {
  readonly personId: string
  readonly name: string
}
