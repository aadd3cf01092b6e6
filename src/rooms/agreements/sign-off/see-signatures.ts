import type { ReadTx } from '../../../platform/database/index.ts'
import type { AgreementVersion } from '../agreement.ts'
import { documentHash } from './canonical-json.rules.ts'
import type { ConfirmedVersion } from './signature.ts'
import { listSignatures } from './signature.queries.ts'

/** What of a version the parties confirm, and who has. */
export const seeConfirmed = async (tx: ReadTx, version: AgreementVersion): Promise<ConfirmedVersion> => ({
  number: version.number,
  inForceFrom: version.inForceDuring.from,
  documentHash: documentHash(version.document),
  signatures: await listSignatures(tx, version.agreementVersionId),
})
