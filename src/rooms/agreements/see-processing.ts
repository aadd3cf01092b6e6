import { readAs } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Platform } from '../../platform/platform.ts'
import { type Actor, requirePermission } from '../access/index.ts'
import { type HeldPost, listHoldersOfDuty } from '../parties/index.ts'
import { agreementPolicy } from './agreement.policy.ts'
import { listInForce } from './agreement.queries.ts'
import { processingOf } from './processing.rules.ts'
import type { AgreementProcessing } from './processing.ts'

/** An agreement in force, read as processing of personal data. */
export interface ListedProcessing extends AgreementProcessing {
  readonly slug: string
  readonly title: string
}

/** The processing that the agreements in force on a day lead to, and who watches over it. */
export interface ProcessingRecord {
  readonly agreements: readonly ListedProcessing[]
  readonly officers: readonly HeldPost[]
}

/** Reads the agreements in force on the day as processing of personal data. */
export const seeProcessing = (platform: Platform, actor: Actor, day: Day): Promise<ProcessingRecord> => {
  requirePermission(actor, agreementPolicy.readProcessing)
  return readAs(platform, actor, async (tx) => ({
    agreements: (await listInForce(tx, day)).map(({ slug, title, document }) => ({
      slug,
      title,
      ...processingOf(document),
    })),
    officers: await listHoldersOfDuty(tx, 'data_protection', day),
  }))
}
