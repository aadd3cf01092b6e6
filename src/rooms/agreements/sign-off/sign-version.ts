import { leaveTrace, type ReadTx, writeAs } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { listHoldersOfPost } from '../../parties/index.ts'
import { agreementPolicy } from '../agreement.policy.ts'
import { getVersionNumbered } from '../agreement.queries.ts'
import { writeJournal } from '../journal/write-journal.ts'
import { listRelationsTo } from '../relation.queries.ts'
import { documentHash } from './canonical-json.rules.ts'
import type { Signatory } from './signature.ts'
import { insertSignature } from './signature.queries.ts'
import { requireSignable } from './signature.rules.ts'

interface SeenVersion {
  readonly slug: string
  readonly number: number
  /** The post they acted for when they saw it. */
  readonly postId: string
  /** The hash of the document they saw. */
  readonly documentHash: string
}

/**
 * Confirms a version on behalf of the organisation of the post the actor holds today: a declaration of intent, once per organisation and
 * version, never undone. Throws Refused('post_not_held_that_day'), 'document_is_another', 'version_is_over' or 'signed_already'.
 */
export const signVersion = (platform: Platform, actor: Actor, seen: SeenVersion): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const version = await getVersionNumbered(tx, seen.slug, seen.number)
    const { agreementId, agreementVersionId, number } = version
    requirePermission(actor, agreementPolicy.signVersion, await listRelationsTo(tx, agreementVersionId))
    const day = today(platform.clock)
    const hash = documentHash(version.document)
    requireSignable(seen, { postId: actor.postId, documentHash: hash, inForceDuring: version.inForceDuring }, day)
    const signatory = await getSignatory(tx, actor, day)
    const signedAt = platform.clock.now()
    await insertSignature(tx, { agreementVersionId, signatory, documentHash: hash, signedAt, signedOn: day })
    await writeJournal(tx, platform.clock, actor, {
      agreementId,
      ref: agreementVersionId,
      event: { kind: 'version_confirmed', version: number, organisation: signatory.organisation },
    })
    leaveTrace(tx, {
      verb: 'version.confirmed',
      thing: 'agreement_version',
      ref: agreementVersionId,
      facts: { version: number },
    })
  })

/** The actor in the post they act for, as it is called and held on the day. Throws Refused('post_not_held_that_day'). */
export const getSignatory = async (tx: ReadTx, actor: Actor, day: Day): Promise<Signatory> => {
  const holders = actor.postId === null ? [] : await listHoldersOfPost(tx, actor.postId, { from: day })
  const holder = holders.find(
    ({ personId, from }) => personId === actor.personId && Temporal.PlainDate.compare(from, day) <= 0,
  )
  if (holder === undefined) throw new Refused('post_not_held_that_day')
  const post = [holder.title, holder.unit, holder.plan].filter((part) => part !== null).join(', ')
  return { ...holder, post }
}
