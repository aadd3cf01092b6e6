import type { ReadTx } from '../../../platform/database/index.ts'
import type { WebContext } from '../../../web/page-context.ts'
import type { Permission } from '../../access/index.ts'
import { type AgreementVersion, agreementPolicy, listRelationsTo } from '../../agreements/index.ts'

/** Tells the page what the actor is to the version it shows, and who else may see it. */
export const lookAt = async (
  c: WebContext,
  tx: ReadTx,
  version: Pick<AgreementVersion, 'agreementVersionId' | 'isPublished'>,
  permission: Permission = version.isPublished ? agreementPolicy.readPublished : agreementPolicy.readUnpublished,
): Promise<void> => {
  c.set('sight', { permission, toThing: await listRelationsTo(tx, version.agreementVersionId) })
}
