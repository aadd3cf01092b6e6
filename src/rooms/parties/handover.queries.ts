import { sql } from 'kysely'
import type { ReadTx, WriteTx } from '../../platform/database/index.ts'
import { newId } from '../../platform/id.ts'
import type { Relations } from '../access/index.ts'
import type { HandoverNote } from './handover.ts'

/** What the actor of the transaction is to the change of hands in which a holding is left. */
export const listRelationsToHandover = async (tx: ReadTx, holderId: string): Promise<Relations> => {
  const { rows } = await sql<{ readonly has: boolean }>`select hands_over(${holderId}::uuid) as has`.execute(tx)
  return new Set(rows[0]?.has === true ? ['post_holder'] : [])
}

/** What was last said of each thing, by whom; none where the actor may not see it. */
export const listHandoverNotes = async (tx: ReadTx, holderId: string): Promise<HandoverNote[]> => {
  const { rows } = await sql<HandoverNote>`
    select distinct on (n.thing, n.thing_ref) n.thing, n.thing_ref as ref, n.note, n.is_handed_over as "isHandedOver",
      coalesce(p.name, '') as "writtenBy", n.written_at as "writtenAt"
    from handover_note n left join person p on p.person_id::text = n.written_by
    where n.holder_id = ${holderId}::uuid
    order by n.thing, n.thing_ref, n.written_at desc, n.handover_note_id desc`.execute(tx)
  return rows
}

interface NewNote extends Omit<HandoverNote, 'writtenBy'> {
  readonly holderId: string
  readonly personId: string
}

/** Writes what is said of a thing; what was said before stays. */
export const insertHandoverNote = (tx: WriteTx, note: NewNote) =>
  tx
    .insertInto('handover_note')
    .values({
      handover_note_id: newId<'handover_note'>(),
      holder_id: note.holderId,
      thing: note.thing,
      thing_ref: note.ref,
      note: note.note,
      is_handed_over: note.isHandedOver,
      written_by: note.personId,
      written_at: note.writtenAt,
    })
    .execute()

/** Since when each of these holdings was last said to be right. */
export const listConfirmations = async (
  tx: ReadTx,
  holderIds: readonly string[],
): Promise<Map<string, Temporal.Instant>> => {
  const { rows } = await sql<{ holderId: string; confirmedAt: Temporal.Instant }>`
    select holder_id as "holderId", max(confirmed_at) as "confirmedAt" from holder_confirmation
    where holder_id = any (${[...holderIds]}::uuid[]) group by holder_id`.execute(tx)
  return new Map(rows.map(({ holderId, confirmedAt }) => [holderId, confirmedAt]))
}
