import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import type { AgreementVersion } from '../agreement.ts'
import { documentHash } from './canonical-json.rules.ts'
import type { ConfirmedVersion } from './signature.ts'
import { listSignatures } from './signature.queries.ts'

/** What of a version the parties confirm, and who has by the end of the day. */
export const seeConfirmed = async (tx: ReadTx, version: AgreementVersion, day: Day): Promise<ConfirmedVersion> => ({
  number: version.number,
  inForceFrom: version.inForceDuring.from,
  documentHash: documentHash(version.document),
  signatures: await listSignatures(tx, version.agreementVersionId, day),
})
