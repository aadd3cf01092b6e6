import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { WebContext } from '../../../web/page-context.ts'
import { requirePermission } from '../../access/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getDraft, getSourceText } from '../draft.queries.ts'
import { listRelationsToDraft } from '../relation.queries.ts'

/** A draft with the text of its source, for those who may correct it. */
export const loadDraft = (platform: Platform, c: WebContext, draftId: string) =>
  readAs(platform, c.get('actor'), async (tx) => {
    const actor = c.get('actor')
    requirePermission(actor, agreementPolicy.beginDraft)
    const draft = await getDraft(tx, draftId)
    const toThing = await listRelationsToDraft(tx, draftId)
    requirePermission(actor, agreementPolicy.correctDraft, toThing)
    c.set('sight', { permission: agreementPolicy.correctDraft, toThing })
    return { draft, source: await getSourceText(tx, draft.sourceDocumentId) }
  })
