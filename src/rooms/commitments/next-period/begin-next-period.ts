import { readAs, type ReadTx } from '../../../platform/database/index.ts'
import { today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import {
  agreementPolicy,
  type AgreementVersion,
  beginDraft,
  getSourceBytes,
  getSourceText,
  getVersionOn,
  listRelationsTo,
  type SourceToKeep,
} from '../../agreements/index.ts'
import { carryDocument } from './carry-document.rules.ts'
import { loadPeriod } from './load-period.ts'
import type { NextSpan } from './next-period.ts'

interface Choice {
  readonly slug: string
  /** The version the person chose promises of. */
  readonly agreementVersionId: string
  readonly span: NextSpan
  /** The reading ids of the promises that come along. */
  readonly kept: ReadonlySet<string>
}

/**
 * Begins a draft of an agreement's next period, with the old one's source beside it. Answers with the draft's id. The old
 * agreement stays as it is. Throws Refused('version_changed_meanwhile').
 */
export const beginNextPeriod = async (platform: Platform, actor: Actor, choice: Choice): Promise<string> => {
  const begun = await readAs(platform, actor, async (tx) => {
    const version = await getVersionToCarry(tx, actor, choice.slug, platform)
    if (version.agreementVersionId !== choice.agreementVersionId) throw new Refused('version_changed_meanwhile')
    const period = await loadPeriod(tx, version, { today: today(platform.clock), from: choice.span.from })
    return { document: carryDocument(period, choice), source: await sourceOf(tx, version) }
  })
  return beginDraft(platform, actor, begun)
}

/** The agreement's version nearest to today, for those who may take it on: its parties. */
export const getVersionToCarry = async (
  tx: ReadTx,
  actor: Actor,
  slug: string,
  platform: Platform,
): Promise<AgreementVersion> => {
  requirePermission(actor, agreementPolicy.beginDraft)
  const version = await getVersionOn(tx, slug, today(platform.clock))
  requirePermission(actor, agreementPolicy.readSource, await listRelationsTo(tx, version.agreementVersionId))
  return version
}

/** A copy of the old source: the draft's places point into it, and it goes its own ways. */
const sourceOf = async (tx: ReadTx, { sourceDocumentId, document }: AgreementVersion): Promise<SourceToKeep> => {
  const { lines } = await getSourceText(tx, sourceDocumentId)
  const { name, mediaType, bytes } = await getSourceBytes(tx, sourceDocumentId)
  return { name, mediaType, sha256: document.source.sha256, bytes, lines }
}
