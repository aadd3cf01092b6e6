import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getDraft, getSourceText } from '../draft.queries.ts'

/** A draft with the text of its source, for those who may correct it. */
export const loadDraft = (platform: Platform, actor: Actor, draftId: string) =>
  readAs(platform, actor, async (tx) => {
    requirePermission(actor, agreementPolicy.correctDraft)
    const draft = await getDraft(tx, draftId)
    return { draft, source: await getSourceText(tx, draft.sourceDocumentId) }
  })
