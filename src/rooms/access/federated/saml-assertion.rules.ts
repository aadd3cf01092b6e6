import type { ProofFault } from './proven-identity.ts'

/** One way an assertion says its bearer may be known. */
export interface Confirmation {
  readonly method: string
  readonly recipient: string | null
  readonly inResponseTo: string | null
  readonly notBefore: string | null
  readonly notOnOrAfter: string | null
}

/** What is looked at in an assertion whose signature was found good. */
export interface SignedAssertion {
  readonly id: string
  readonly issuer: string
  readonly subject: { readonly name: string; readonly format: string }
  readonly confirmations: readonly Confirmation[]
  readonly notBefore: string | null
  readonly notOnOrAfter: string | null
}

/** How far two clocks may differ. */
const skew = Temporal.Duration.from({ seconds: 60 })

const lastingFormats = [
  'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName',
]

const bearer = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'

/**
 * The confirmation that lets the bearer in now, or why none does. The request it answers stands in it, under the signature; what the
 * envelope says of that is not read.
 */
export const confirmationNow = (
  assertion: SignedAssertion,
  expected: { issuer: string; recipient: string; now: Temporal.Instant },
): (Confirmation & { readonly inResponseTo: string; readonly endsAt: Temporal.Instant }) | ProofFault => {
  if (assertion.issuer !== expected.issuer) return 'issuer_wrong'
  if (!lastingFormats.includes(assertion.subject.format)) return 'subject_not_lasting'
  const whole = whyNotNow(assertion, expected.now)
  if (whole !== null) return whole
  const ours = assertion.confirmations.filter(
    ({ method, recipient }) => method === bearer && recipient === expected.recipient,
  )
  const faults: ProofFault[] = []
  for (const confirmation of ours) {
    const fault = whyNotNow(confirmation, expected.now)
    const endsAt = momentOf(confirmation.notOnOrAfter)
    const { inResponseTo } = confirmation
    if (fault === null && endsAt !== null && inResponseTo !== null)
      return { ...confirmation, inResponseTo, endsAt: endsAt.add(skew) }
    faults.push(fault ?? 'request_unknown')
  }
  return faults[0] ?? 'recipient_wrong'
}

/** Why a span does not hold the moment; it must say when it ends. */
const whyNotNow = (
  span: { notBefore: string | null; notOnOrAfter: string | null },
  now: Temporal.Instant,
): ProofFault | null => {
  const [from, until] = [momentOf(span.notBefore), momentOf(span.notOnOrAfter)]
  if (until === null || (from === null && span.notBefore !== null)) return 'response_malformed'
  if (from !== null && Temporal.Instant.compare(now.add(skew), from) < 0) return 'too_early'
  return Temporal.Instant.compare(now.subtract(skew), until) >= 0 ? 'too_late' : null
}

const momentOf = (written: string | null): Temporal.Instant | null => {
  if (written === null || !/^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(written)) return null
  try {
    return Temporal.Instant.from(written)
  } catch {
    return null
  }
}
