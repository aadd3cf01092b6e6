import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getVersionOn } from '../agreement.queries.ts'
import { listRelationsTo } from '../relation.queries.ts'
import { deleteCaseReference, insertCaseReference } from './case-reference.queries.ts'
import type { CaseReference } from './journal.ts'

type Change = (tx: WriteTx, agreementId: string, reference: CaseReference) => Promise<unknown>

const changeReferences = (
  platform: Platform,
  actor: Actor,
  slug: string,
  todo: { change: Change; verb: string; reference: CaseReference },
) =>
  writeAs(platform, actor, async (tx) => {
    const { agreementId, agreementVersionId } = await getVersionOn(tx, slug, today(platform.clock))
    requirePermission(actor, agreementPolicy.writeJournal, await listRelationsTo(tx, agreementVersionId))
    const { change, verb, reference } = todo
    const number = reference.number.replaceAll(/\s+/g, ' ').trim()
    if (number === '' || number.length > 60) throw new Refused('number_needed')
    await change(tx, agreementId, { kind: reference.kind, number })
    leaveTrace(tx, { verb, thing: 'agreement', ref: agreementId, facts: { kind: reference.kind } })
  })

/** Adds a number of a case or a document to an agreement; one that is there stays once. Throws Refused('number_needed'). */
export const addCaseReference = (platform: Platform, actor: Actor, slug: string, reference: CaseReference) =>
  changeReferences(platform, actor, slug, { change: insertCaseReference, verb: 'case_reference.added', reference })

/** Removes a number from an agreement. */
export const removeCaseReference = (platform: Platform, actor: Actor, slug: string, reference: CaseReference) =>
  changeReferences(platform, actor, slug, { change: deleteCaseReference, verb: 'case_reference.removed', reference })
