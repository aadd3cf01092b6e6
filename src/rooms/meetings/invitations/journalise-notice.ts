import { createHash } from 'node:crypto'
import type { WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { system } from '../../access/index.ts'
import { writeJournalOnce } from '../../agreements/index.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { listMunicipalInvitees } from './invitee.queries.ts'
import { dayOfMeeting, type LoadedGroup } from '../group/load-group.ts'
import { agreementsOfGroup } from '../minutes/load-minutes.ts'
import type { Meeting } from '../meeting.ts'

/** What was sent about a meeting, and to whom. */
export interface SentNotice {
  readonly meeting: Meeting
  readonly loaded: LoadedGroup
  readonly about: 'called' | 'moved' | 'cancelled' | 'agenda'
  readonly items: readonly AgendaItem[]
  /** Those it went to. */
  readonly inviteeIds: readonly string[]
}

/** Notes in the agreements' journals what went to somebody of the municipality: each edition once, however often it is sent again. */
export const journaliseNotice = async (tx: WriteTx, { clock }: Platform, sent: SentNotice): Promise<void> => {
  const municipal = await listMunicipalInvitees(tx, sent.meeting.meetingId)
  if (!sent.inviteeIds.some((inviteeId) => municipal.has(inviteeId))) return
  const [event, ref] = [eventOf(sent), editionOf(sent)]
  for (const agreementId of await agreementsOfGroup(tx, sent.loaded))
    await writeJournalOnce(tx, clock, system, { agreementId, event, ref })
}

const eventOf = ({ meeting, loaded, about }: SentNotice) => {
  const of = { group: loaded.group.name, meeting: meeting.number }
  if (about === 'moved') return { ...of, kind: 'notice_moved' as const, on: dayOfMeeting(meeting) }
  const kinds = { called: 'notice_sent', cancelled: 'notice_withdrawn', agenda: 'agenda_sent' } as const
  return { ...of, kind: kinds[about] }
}

/** A notice is another when the meeting is at another time or called off, an agenda when its points are others. */
const editionOf = ({ meeting, about, items }: SentNotice): string => {
  if (about !== 'agenda') return `${meeting.meetingId} ${meeting.sequence}`
  const points = items.map(({ title, body, minutes }) => [title, body, minutes])
  return `${meeting.meetingId} ${createHash('sha256').update(JSON.stringify(points)).digest('hex').slice(0, 16)}`
}
