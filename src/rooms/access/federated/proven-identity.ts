/** Who a provider says has come, once its proof has been checked. It tells no name: who a person is here, Brobyg knows. */
export interface ProvenIdentity {
  /** The provider's own lasting name for the person. */
  readonly subject: string
  /** The mail address the provider vouches for; null where it vouches for none. */
  readonly mail: string | null
}

/** Why a proof was not believed, as a code for the log: never a word of what it said. */
export type ProofFault =
  | 'provider_away'
  | 'turned_back'
  | 'browser_unknown'
  | 'request_unknown'
  | 'code_unknown'
  | 'token_invalid'
  | 'response_malformed'
  | 'algorithm_refused'
  | 'signature_invalid'
  | 'audience_wrong'
  | 'issuer_wrong'
  | 'recipient_wrong'
  | 'too_early'
  | 'too_late'
  | 'assertion_replayed'
  | 'subject_missing'
  | 'subject_not_lasting'
  | 'subject_is_cpr'
  | 'organisation_foreign'
  | 'assurance_too_low'

/** A proof that is not believed. */
export class NotProven extends Error {
  readonly fault: ProofFault

  constructor(fault: ProofFault, options?: ErrorOptions) {
    super(fault, options)
    this.name = 'NotProven'
    this.fault = fault
  }
}
