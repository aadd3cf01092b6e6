import { leaveTrace, readAs, type ReadTx, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import { findId, newId } from '../../../platform/id.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addJob } from '../../../platform/queue/queue.queries.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, type Relations, requirePermission, tellExport } from '../../access/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { type AskedScope, loadScope } from './load-scope.ts'
import { makeExportTask } from './make-export.ts'
import type { PartnershipPart } from './part.ts'
import { deleteExports, getArchive, getExport, insertExport } from './partnership-export.queries.ts'
import type { PartnershipExport } from './partnership-export.ts'
import { countSteps } from './write-partnership.ts'

/** What has been is taken out, not what may come. Throws Refused('export_day_to_come'). */
export const requireDayCome = (day: Day, on: Day): void => {
  if (Temporal.PlainDate.compare(day, on) > 0) throw new Refused('export_day_to_come')
}

/**
 * Asks for the whole partnership as one archive; it is made as a job, as the one who asks. Answers with its id. Throws
 * Refused('export_day_to_come'), 'plan_not_found' or 'partnership_export_under_way'.
 */
export const askForExport = (
  platform: Platform,
  actor: Actor,
  { asked, parts }: { asked: AskedScope; parts: readonly PartnershipPart[] },
): Promise<string> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, commitmentPolicy.exportPartnership)
    requireDayCome(asked.day, today(platform.clock))
    const scope = await loadScope(tx, asked)
    const partnershipExportId = newId<'partnership_export'>()
    await insertExport(tx, {
      partnershipExportId,
      askedBy: actor.personId ?? 'system',
      askedPost: actor.postId,
      planId: scope.planId,
      plan: scope.plan,
      day: scope.day,
      language: scope.language,
      askedAt: platform.clock.now(),
      steps: countSteps({ scope, parts }),
    })
    await addJob(tx, { task: makeExportTask, payload: { partnershipExportId }, at: null, key: null })
    leaveTrace(tx, {
      verb: 'export.asked',
      thing: 'partnership_export',
      ref: partnershipExportId,
      facts: { versions: scope.versions.length },
    })
    return partnershipExportId
  })

/** How far an archive has come, for whoever asked for it. Throws Refused('partnership_export_not_found'). */
export const seeExport = (platform: Platform, actor: Actor, id: string): Promise<PartnershipExport> =>
  readAs(platform, actor, (tx) => findOwn(tx, actor, id))

const findOwn = async (tx: ReadTx, actor: Actor, id: string): Promise<PartnershipExport> => {
  requirePermission(actor, commitmentPolicy.exportPartnership)
  const found = await getExport(tx, findId(id) ?? '')
  const toExport: Relations = new Set(found.askedBy === actor.personId ? ['self' as const] : [])
  requirePermission(actor, commitmentPolicy.fetchPartnershipExport, toExport)
  return found
}

/** A finished archive with its bytes; that it was taken is told. Throws Refused('partnership_export_not_found'). */
export const fetchArchive = async (platform: Platform, actor: Actor, id: string) => {
  const fetched = await readAs(platform, actor, async (tx) => {
    const found = await findOwn(tx, actor, id)
    return { found, archive: await getArchive(tx, found.partnershipExportId) }
  })
  await tellExport(platform, actor, {
    thing: 'partnership_export',
    ref: fetched.found.partnershipExportId,
    format: 'zip',
  })
  return fetched
}

/** Deletes an archive before its time. Throws Refused('partnership_export_not_found'). */
export const deleteExport = (platform: Platform, actor: Actor, id: string): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { partnershipExportId } = await findOwn(tx, actor, id)
    await deleteExports(tx, [partnershipExportId])
    leaveTrace(tx, { verb: 'export.deleted', thing: 'partnership_export', ref: partnershipExportId })
  })
