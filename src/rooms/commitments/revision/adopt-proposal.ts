import type { WriteTx } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import { newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import type { Actor } from '../../access/index.ts'
import {
  type AgreementDocument,
  type AgreementVersion,
  bringNextIntoForce,
  carryClauses,
  clausesIn,
  ensureClauses,
  insertParties,
  rereadChanged,
  writeJournal,
} from '../../agreements/index.ts'
import type { SamenessAnswers } from '../../parties/index.ts'
import { registerChange } from '../register-parties.ts'
import { insertReservations } from '../reservation.queries.ts'
import { reservationsOf } from '../reservation.rules.ts'
import { carryPromises } from './carry-promises.ts'
import { writePromisesIn } from './document-promises.rules.ts'
import { currentReading, isWithdrawn } from './life.ts'
import { copyAnchoringPlans, copySettlements, insertLives, listLives } from './life.queries.ts'
import { tellOfVersionTask } from './tell-of-version.ts'

interface Adopted {
  readonly before: AgreementVersion
  readonly document: AgreementDocument
  readonly from: Day
  /** Which of the names it newly has are of what is known; null = as proposed. */
  readonly answers: SamenessAnswers | null
}

/**
 * Makes an adopted proposal the agreement's next version, in the transaction of the decision: clauses and promises keep who they are,
 * what hangs on them goes on, whom it newly names is registered, and those whose promises change are told. Answers with the version's id. Throws as `bringNextIntoForce`
 * and `registerChange`.
 */
export const adopt = async (
  tx: WriteTx,
  { platform, actor }: { platform: Platform; actor: Actor },
  { before, from, answers, ...proposed }: Adopted,
): Promise<string> => {
  const clausesBefore = await ensureClauses(tx, before)
  const reread = rereadChanged(before.document, proposed.document)
  const clauses = carryClauses(clausesBefore, clausesIn(reread), newId<'clause'>)
  const lives = await listLives(tx, before.agreementVersionId)
  const standing = { document: before.document, clauses: clausesBefore, lives, from: before.inForceDuring.from }
  const carried = carryPromises(standing, { document: reread, clauses })
  const document = writePromisesIn(reread, carried)
  const [confirmedAt, confirmedBy] = [platform.clock.now(), actor.personId ?? 'system']
  const said = { at: confirmedAt, by: confirmedBy }
  const named = await registerChange(tx, { before: before.document, document, from, answers, said })
  const agreementVersionId = await bringNextIntoForce(tx, {
    before,
    document,
    clauses,
    from,
    leaving: named.leaving,
    confirmedAt,
    confirmedBy,
    today: today(platform.clock),
  })
  await insertParties(tx, agreementVersionId, named)
  await insertLives(tx, agreementVersionId, carried)
  const promises = carried
    .filter((life) => !isWithdrawn(life))
    .map((life) => ({ id: life.readingId, ...currentReading(life) }))
  await insertReservations(tx, agreementVersionId, reservationsOf(document.activities, promises))
  await copySettlements(tx, before.agreementVersionId, agreementVersionId)
  await copyAnchoringPlans(tx, before.agreementVersionId, agreementVersionId)
  await writeJournal(tx, platform.clock, actor, {
    agreementId: before.agreementId,
    ref: agreementVersionId,
    event: { kind: 'version_in_force', version: before.number + 1, from },
  })
  await addJob(tx, { task: tellOfVersionTask, payload: { agreementVersionId }, at: null, key: null })
  return agreementVersionId
}
