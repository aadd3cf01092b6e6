import { newId } from '../../platform/id.ts'
import { leaveTrace, writeAs } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requireNoCprInLines, requireNoCprWithin, requirePermission } from '../access/index.ts'
import type { AgreementDocument } from './agreement-format.ts'
import { agreementPolicy } from './agreement.policy.ts'
import type { SourceToKeep } from './agreement.ts'
import { insertDraft, insertSource } from './draft.queries.ts'
import { findActingOrganisation } from './relation.queries.ts'

interface ReadSource {
  readonly source: SourceToKeep
  readonly document: AgreementDocument
}

/**
 * Keeps the source as it came and begins a draft with what was read from it. Answers with the draft's id.
 * Throws Refused('cpr_in_document'), 'cpr_inside_file' or 'cpr_not_allowed' where there is a CPR number in it.
 */
export const beginDraft = (platform: Platform, actor: Actor, read: ReadSource): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, agreementPolicy.beginDraft)
    requireNoCprInLines(read.source.lines)
    requireNoCprWithin(read.document, 'cpr_inside_file')
    requireNoCprWithin(read.source.name)
    const now = platform.clock.now()
    const by = actor.personId ?? 'system'
    const sourceDocumentId = newId<'source_document'>()
    const draftId = newId<'draft'>()
    await insertSource(tx, { sourceDocumentId, source: read.source, receivedAt: now, receivedBy: by, isSample: false })
    const organisationId = await findActingOrganisation(tx)
    await insertDraft(tx, {
      draftId,
      sourceDocumentId,
      organisationId,
      document: read.document,
      begunAt: now,
      begunBy: by,
    })
    leaveTrace(tx, { verb: 'draft.begun', thing: 'draft', ref: draftId })
    return draftId
  })
