import { sql } from 'kysely'
import type { ReadTx } from '../../../platform/database/index.ts'

/** Somebody looked at, or did something to, a person's record. */
export interface Look {
  readonly happenedAt: Temporal.Instant
  readonly verb: string
  /** The post it was done for; null where no post did it. */
  readonly postId: string | null
  /** The program, the resident themselves, or somebody of the cooperation. */
  readonly by: 'program' | 'resident' | 'post'
}

const mostLooks = 200

/** Who looked at a person's record, the latest first, without the reader's own reading. */
export const listLooks = async (tx: ReadTx, subjectId: string, reader: string | null): Promise<Look[]> => {
  const rows = await tx
    .selectFrom('audit_entry')
    .select(['happened_at as happenedAt', 'verb', 'actor', 'post'])
    .where('about_ref', '=', subjectId)
    .where(sql<boolean>`not (actor = ${reader} and verb = 'subject.read')`)
    .orderBy('happened_at', 'desc')
    .limit(mostLooks)
    .execute()
  return rows.map(({ happenedAt, verb, actor, post }) => ({
    happenedAt,
    verb,
    postId: post === '' ? null : post,
    by:
      actor === 'system' ? 'program' : actor.startsWith('subject:') || actor === 'resident-desk' ? 'resident' : 'post',
  }))
}
