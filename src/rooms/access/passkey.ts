/** A key in somebody's phone, computer or security key that signs them in. Here is only its public half. */
export interface Passkey {
  readonly passkeyId: string
  readonly personId: string
  /** The authenticator's own name for the key, base64url. */
  readonly credentialId: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** How often the authenticator says it was used; 0 throughout where it does not count. */
  readonly counter: number
  /** How a browser reaches the authenticator: `internal`, `usb`, `hybrid`. */
  readonly transports: readonly string[]
  /** What its person calls it. */
  readonly name: string
  readonly registeredAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}
