/** A way to sign in beside our own, such as the organisation's identity provider: where it begins, and its words. */
export interface OtherWay {
  readonly href: string
  readonly label: string
}
