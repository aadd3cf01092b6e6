import type { ReadTx } from '../../../platform/database/index.ts'
import { newId } from '../../../platform/id.ts'
import {
  type AgreementDocument,
  type AgreementVersion,
  carryClauses,
  clausesIn,
  clausesOf,
  rereadChanged,
} from '../../agreements/index.ts'
import { carryPromises } from './carry-promises.ts'
import { type CarriedLife, currentReading, isWithdrawn } from './life.ts'
import { listLives } from './life.queries.ts'
import { type PromiseChanges, promiseChanges, type ToldPromise } from './promise-changes.rules.ts'

/** What would become of a version's promises, were the document to follow it: the same as when it does. */
export const previewChanges = async (
  tx: ReadTx,
  version: AgreementVersion,
  proposed: AgreementDocument,
): Promise<PromiseChanges> => {
  const document = rereadChanged(version.document, proposed)
  const clausesBefore = await clausesOf(tx, version)
  const clauses = carryClauses(clausesBefore, clausesIn(document), newId<'clause'>)
  const lives = await listLives(tx, version.agreementVersionId)
  const standing = { document: version.document, clauses: clausesBefore, lives, from: version.inForceDuring.from }
  return promiseChanges(told(lives), told(carryPromises(standing, { document, clauses })))
}

const told = (lives: readonly CarriedLife[]): ToldPromise[] =>
  lives
    .filter((life) => !isWithdrawn(life))
    .map((life) => ({ ...currentReading(life), lineageId: life.lineageId, readingId: life.readingId }))
