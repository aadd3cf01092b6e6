import { keepHouse, type ReadTx, type WriteTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import type { AgreementVersion } from '../agreement.ts'
import { carryClauses, type StandingClause } from './carry-clauses.rules.ts'
import { insertClauses, listClauses, listVersionsWithoutClauses } from './clause.queries.ts'
import { clausesIn } from './clauses-in.rules.ts'

/** Gives the versions that were confirmed before clauses were kept theirs. Does nothing where all have them. */
export const recordMissingClauses = (platform: Platform): Promise<void> =>
  keepHouse(platform, system, async (tx) => {
    for (const { agreementVersionId, document } of await listVersionsWithoutClauses(tx))
      await insertClauses(tx, agreementVersionId, carryClauses([], clausesIn(document), newId<'clause'>))
  })

/** The clauses of a version; one without any gets some for now. */
export const clausesOf = async (
  tx: ReadTx,
  version: Pick<AgreementVersion, 'agreementVersionId' | 'document'>,
): Promise<StandingClause[]> => {
  const kept = await listClauses(tx, version.agreementVersionId)
  return kept.length > 0 ? kept : carryClauses([], clausesIn(version.document), newId<'clause'>)
}

/** The clauses of a version, written down where they were not. */
export const ensureClauses = async (
  tx: WriteTx,
  version: Pick<AgreementVersion, 'agreementVersionId' | 'document'>,
): Promise<StandingClause[]> => {
  const kept = await listClauses(tx, version.agreementVersionId)
  if (kept.length > 0) return kept
  const clauses = carryClauses([], clausesIn(version.document), newId<'clause'>)
  await insertClauses(tx, version.agreementVersionId, clauses)
  return clauses
}
