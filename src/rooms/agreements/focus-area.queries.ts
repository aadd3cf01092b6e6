import { readDaySpan, type ReadTx, refuseOn, writeDaySpan, type WriteTx } from '../../platform/database/index.ts'
import { findId } from '../../platform/id.ts'
import { Refused } from '../../platform/refused.ts'
import type { FocusArea } from './focus-area.ts'

/** Every focus area there has been, by name. */
export const listFocusAreas = async (tx: ReadTx): Promise<FocusArea[]> => {
  const rows = await tx
    .selectFrom('focus_area')
    .select(['focus_area_id as focusAreaId', 'name', 'valid_during as validDuring', 'source'])
    .orderBy('name')
    .orderBy('focus_area_id')
    .execute()
  return rows.map((row) => ({ ...row, validDuring: readDaySpan(row.validDuring) }))
}

/** Writes the area as new, or in the place of the one with its id. Throws Refused('focus_area_twice'). */
export const writeFocusArea = async (tx: WriteTx, area: FocusArea): Promise<void> => {
  const { focusAreaId: focus_area_id, name, source } = area
  const row = { name, source, valid_during: writeDaySpan(area.validDuring) }
  try {
    await tx
      .insertInto('focus_area')
      .values({ focus_area_id, ...row })
      .onConflict((conflict) => conflict.column('focus_area_id').doUpdateSet(row))
      .execute()
  } catch (error) {
    throw refuseOn(error, { focus_area_once_at_a_time: () => new Refused('focus_area_twice', { name }) })
  }
}

/** Takes an area out that was written by mistake. Throws Refused('focus_area_not_found'). */
export const deleteFocusArea = async (tx: WriteTx, focusAreaId: string): Promise<void> => {
  const id = findId(focusAreaId)
  if (id === undefined) throw new Refused('focus_area_not_found')
  const { numDeletedRows } = await tx.deleteFrom('focus_area').where('focus_area_id', '=', id).executeTakeFirst()
  if (numDeletedRows === 0n) throw new Refused('focus_area_not_found')
}
