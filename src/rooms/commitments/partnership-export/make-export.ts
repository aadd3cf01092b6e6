import { createHash } from 'node:crypto'
import { keepHouse, readAs, type ReadTx } from '../../../platform/database/index.ts'
import { loggedError } from '../../../platform/log.ts'
import { partnershipName } from '../../../platform/partnership-name.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Task, Tasks } from '../../../platform/queue/job.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission, system } from '../../access/index.ts'
import { actAs } from '../../agreements/index.ts'
import { commitmentPolicy } from '../commitment.policy.ts'
import { loadScope } from './load-scope.ts'
import type { PartnershipPart } from './part.ts'
import { getExport, updateExport } from './partnership-export.queries.ts'
import type { PartnershipExport } from './partnership-export.ts'
import { countSteps, writePartnership } from './write-partnership.ts'

/** The task that makes an archive. */
export const makeExportTask = 'make_partnership_export'

/** The tasks of archives, with the parts of every room. */
export const exportTasks = (platform: Platform, parts: readonly PartnershipPart[]): Tasks => ({
  [makeExportTask]: makeExport(platform, parts),
})

/**
 * Makes an archive as whoever asked for it, with what they may see now; each step is told. What goes wrong is logged and told on its page,
 * and is not tried again by itself: it can be asked for anew. One that a killed process had begun is made from the beginning.
 */
const makeExport =
  (platform: Platform, parts: readonly PartnershipPart[]): Task =>
  async (payload) => {
    const found = await findAsked(platform, payload)
    if (found === null || found.finishedAt !== null || found.failedAt !== null) return
    const id = found.partnershipExportId
    try {
      const { actor } = await actAs(platform, found.askedBy, found.askedPost)
      requirePermission(actor, commitmentPolicy.exportPartnership)
      const archive = await writeArchive(platform, { actor, found, parts })
      const sha256 = createHash('sha256').update(archive).digest('hex')
      await keepHouse(platform, actor, (tx) =>
        updateExport(tx, id, { archive, sha256, finished_at: platform.clock.now() }),
      )
    } catch (error) {
      platform.log.error('partnership_export_failed', { export: id, ...loggedError(error) })
      await keepHouse(platform, system, (tx) => updateExport(tx, id, { failed_at: platform.clock.now() }))
    }
  }

const findAsked = async (platform: Platform, payload: unknown): Promise<PartnershipExport | null> => {
  const id =
    typeof payload === 'object' && payload !== null && 'partnershipExportId' in payload
      ? String(payload.partnershipExportId)
      : ''
  try {
    return await readAs(platform, system, (tx) => getExport(tx, id))
  } catch (error) {
    // Deleted before it was made.
    if (error instanceof Refused) return null
    throw error
  }
}

interface Making {
  readonly actor: Actor
  readonly found: PartnershipExport
  readonly parts: readonly PartnershipPart[]
}

const writeArchive = async (platform: Platform, { actor, found, parts }: Making): Promise<Buffer> => {
  const { partnershipExportId, day, planId, language } = found
  const pieces: Uint8Array[] = []
  const tell = (done: number, all: number) =>
    keepHouse(platform, actor, async (tx) => {
      await updateExport(tx, partnershipExportId, { steps: all, steps_done: Math.min(done, all) })
    })
  await readAs(platform, actor, async (tx: ReadTx) => {
    const scope = await loadScope(tx, { day, plan: planId, language })
    await tell(0, countSteps({ scope, parts }))
    await writePartnership(tx, {
      scope,
      parts,
      partnership: partnershipName(platform.config.municipality),
      madeAt: platform.clock.now(),
      baseUrl: platform.config.baseUrl,
      take: (piece) => pieces.push(piece),
      tell,
    })
  })
  return Buffer.concat(pieces)
}
