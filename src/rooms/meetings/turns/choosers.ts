import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { listHoldersOfDuty } from '../../parties/index.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { agreementsOfGroup } from '../minutes/load-minutes.ts'
import { listLeads } from './choosers.queries.ts'
import type { Sitter } from './mail-member.ts'

/**
 * Who is asked to choose a convenor: the leads of the group's agreements; where they have none, those who lead any forum, and then whoever
 * administers the partnership. Where there is nobody of them, all who sit there.
 */
export const listChoosers = async (tx: ReadTx, loaded: LoadedGroup, day: Day): Promise<readonly Sitter[]> => {
  const leads = await listLeads(tx, day)
  const agreements = await agreementsOfGroup(tx, loaded)
  const own = leads.filter(({ agreementId }) => agreements.has(agreementId))
  const choosers = [own, leads, await listHoldersOfDuty(tx, 'administrator', day)].find((some) => some.length > 0)
  return choosers ?? loaded.members.filter(({ isGuest }) => !isGuest)
}
