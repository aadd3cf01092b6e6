/** How somebody showed who they are. `cast`: chosen among the invented people while Brobyg is tried out. */
export type SignInMethod = 'cast' | 'passkey' | 'mail_link' | 'oidc' | 'saml' | 'invitation'

/** A time somebody is signed in, from a browser. */
export interface Session {
  readonly sessionId: string
  readonly personId: string
  /** The post chosen to act for; null until one is chosen. */
  readonly postId: string | null
  readonly method: SignInMethod
  /** The browser in coarse words: "Firefox, Android". */
  readonly device: string
  readonly begunAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** A session just begun, with the secret for the cookie: it is kept nowhere else. */
export interface BegunSession {
  readonly sessionId: string
  readonly token: string
}
