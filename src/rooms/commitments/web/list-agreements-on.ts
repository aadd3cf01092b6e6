import { isWithin, type ReadTx } from '../../../platform/database/index.ts'
import type { PageContext } from '../../../web/page-context.ts'
import { listAgreements, type ListedAgreement } from '../../agreements/index.ts'

/** The agreements a page lists: today also those that are over or to come, on another day those in force that day. */
export const listAgreementsOn = async (
  tx: ReadTx,
  { day, isOfAnotherDay }: Pick<PageContext, 'day' | 'isOfAnotherDay'>,
  words = '',
): Promise<ListedAgreement[]> => {
  const nearest = await listAgreements(tx, day, words)
  return isOfAnotherDay ? nearest.filter(({ inForceDuring }) => isWithin(inForceDuring, day)) : nearest
}
