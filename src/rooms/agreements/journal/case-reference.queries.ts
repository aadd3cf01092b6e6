import type { ReadTx, WriteTx } from '../../../platform/database/index.ts'
import type { CaseReference } from './journal.ts'

/** The numbers an agreement is kept under, cases first; none where the actor may not see them. */
export const listCaseReferences = (tx: ReadTx, agreementId: string): Promise<CaseReference[]> =>
  tx
    .selectFrom('case_reference')
    .select(['kind', 'number'])
    .where('agreement_id', '=', agreementId)
    .orderBy('kind')
    .orderBy('number')
    .$narrowType<{ kind: CaseReference['kind'] }>()
    .execute()

/** Writes a number of the agreement; one that is there stays once. */
export const insertCaseReference = (tx: WriteTx, agreementId: string, { kind, number }: CaseReference) =>
  tx
    .insertInto('case_reference')
    .values({ agreement_id: agreementId, kind, number })
    .onConflict((conflict) => conflict.constraint('case_referred_to_once').doNothing())
    .execute()

/** Removes a number from the agreement. */
export const deleteCaseReference = (tx: WriteTx, agreementId: string, { kind, number }: CaseReference) =>
  tx
    .deleteFrom('case_reference')
    .where('agreement_id', '=', agreementId)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .execute()
