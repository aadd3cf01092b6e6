import { readAs } from '../../src/platform/database/index.ts'
import type { Platform } from '../../src/platform/platform.ts'
import type { Actor } from '../../src/rooms/access/index.ts'
import { recordEvidence } from '../../src/rooms/commitments/record-evidence.ts'

/** Records a note as evidence of a promise; answers with its evidence. */
export const addNote = async (
  platform: Platform,
  party: Actor,
  { commitmentId, note }: { commitmentId: string; note: string },
): Promise<string> => {
  await recordEvidence(platform, party, { commitmentId, happenedOn: '2026-11-20', quantity: 1, note, link: null })
  const row = await readAs(platform, party, (tx) =>
    tx.selectFrom('evidence_note').select('evidence_id').where('note', '=', note).executeTakeFirstOrThrow(),
  )
  return row.evidence_id
}
