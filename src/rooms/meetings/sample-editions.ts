import type { WriteTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { listItems } from './agenda.queries.ts'
import { listDecisions, listFollowUps } from './decision.queries.ts'
import { documentOfMinutes } from './document-of-minutes.ts'
import type { Group } from './group.ts'
import { listInvitees } from './invitee.queries.ts'
import { loadGroup } from './load-group.ts'
import { insertEdition } from './minutes.queries.ts'

/** Writes the minutes that the sample says were sent, as the edition that was sent. */
export const writeSampleEditions = async (tx: WriteTx, group: Group, day: Day): Promise<void> => {
  const loaded = await loadGroup(tx, group, day)
  for (const meeting of loaded.meetings) {
    const { meetingId, minutesSentAt } = meeting
    if (minutesSentAt === null) continue
    const document = documentOfMinutes({
      meeting,
      loaded,
      invitees: await listInvitees(tx, [meetingId]),
      items: await listItems(tx, meetingId),
      decisions: await listDecisions(tx, [meetingId]),
      followUps: await listFollowUps(tx, [meetingId]),
    })
    await insertEdition(tx, { meetingId, document, reason: '', writtenAt: minutesSentAt, writtenBy: 'system' })
  }
}
