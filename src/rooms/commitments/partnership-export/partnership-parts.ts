import { agreementParts } from './agreement-parts.ts'
import type { PartnershipPart } from './part.ts'
import { partyParts } from './party-parts.ts'
import { promiseParts } from './promise-parts.ts'

/** Every part this room and those before it have, in the order the report tells them. Later rooms hand theirs in beside these. */
export const partnershipParts: readonly PartnershipPart[] = [...promiseParts, ...agreementParts, ...partyParts]
