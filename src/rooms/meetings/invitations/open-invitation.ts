import { today } from '../../../platform/day.ts'
import { readAs } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { hashOfLink } from '../../calendar/index.ts'
import { listItems } from '../agenda/agenda.queries.ts'
import type { AgendaItem } from '../agenda/agenda.ts'
import { linkActor } from './answer-meeting.ts'
import { findInviteeByLink } from './invitee.queries.ts'
import type { Invitee, Meeting } from '../meeting.ts'
import { findMeetingByLink } from '../meeting-times.queries.ts'
import { loadMinutesByLink, type MinutesByLink } from '../minutes/object-to-minutes.ts'

/** What whoever holds the link of an invitation sees: that meeting, their own answer, and the agenda when it has been sent. */
export interface Invitation {
  readonly invitee: Invitee
  readonly group: string
  readonly times: Pick<Meeting, 'startsAt' | 'endsAt' | 'venue' | 'address' | 'place'>
  readonly state: string
  readonly items: readonly AgendaItem[]
  readonly minutes: MinutesByLink
}

/** Opens an invitation by its link. Throws Refused('invitation_not_found'). */
export const openInvitation = (platform: Platform, token: string): Promise<Invitation> =>
  readAs(platform, linkActor(token), async (tx) => {
    const invitee = await findInviteeByLink(tx, hashOfLink(token))
    const meeting = invitee && (await findMeetingByLink(tx, invitee.meetingId))
    if (invitee === undefined || meeting === undefined) throw new Refused('invitation_not_found')
    const minutes = await loadMinutesByLink(tx, invitee.meetingId, today(platform.clock))
    return { invitee, ...meeting, minutes, items: await listItems(tx, invitee.meetingId) }
  })
