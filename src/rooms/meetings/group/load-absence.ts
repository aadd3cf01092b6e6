import type { ReadTx } from '../../../platform/database/index.ts'
import { type Absence, absencesIn } from './absence.rules.ts'
import { listInvitees } from '../invitations/invitee.queries.ts'
import type { LoadedGroup } from './load-group.ts'

/** So many of a group's last meetings are looked at. */
const lastMeetings = 12

/** The parties of a group that were not represented at its last meetings, where they still sit in it. */
export const loadAbsences = async (tx: ReadTx, { meetings, everyone, members }: LoadedGroup): Promise<Absence[]> => {
  const held = meetings.filter(({ state }) => state === 'held').slice(-lastMeetings)
  const parties = new Map(everyone.map(({ memberId, party }) => [memberId, party]))
  const invitees = await listInvitees(
    tx,
    held.map(({ meetingId }) => meetingId),
  )
  const seen = held.map(({ meetingId }) => ({
    parties: invitees
      .filter((invitee) => invitee.meetingId === meetingId)
      .map(({ memberId, presence }) => ({
        party: parties.get(memberId ?? '') ?? '',
        isRepresented: presence === 'present',
      })),
  }))
  const sitting = new Set(members.map(({ party }) => party))
  return absencesIn(seen).filter(({ party }) => sitting.has(party))
}
