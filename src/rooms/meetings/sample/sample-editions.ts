import type { WriteTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { listItems } from '../agenda/agenda.queries.ts'
import { listDecisions, listFollowUps } from '../minutes/decision.queries.ts'
import { documentOfMinutes } from '../minutes/document-of-minutes.ts'
import type { Group } from '../group/group.ts'
import { listInvitees } from '../invitations/invitee.queries.ts'
import { loadGroup } from '../group/load-group.ts'
import { insertEdition } from '../minutes/minutes.queries.ts'

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
