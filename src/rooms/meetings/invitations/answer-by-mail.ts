import type { WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { IncomingScheduling, Outcome } from '../../../platform/mail/incoming/take-incoming-mail.ts'
import { findCprShapes } from '../../access/index.ts'
import { writeAnswer } from './answer-meeting.ts'
import { meetingOfUid } from './invitation-calendar.ts'
import { insertInvitee, listInvitees, updateInvitee } from './invitee.queries.ts'
import type { Invitee, Meeting } from '../meeting.ts'
import { findMeeting, getMeetingForUpdate } from '../meeting.queries.ts'
import type { Settled, StandingMeeting } from '../scheduling/settled.ts'
import { settleIncoming, uidOfIncoming } from '../scheduling/settle-incoming.ts'
import { tellOneInvited } from './tell-invited.ts'

/** Takes an answer to an invitation that came by mail, in the transaction that takes the mail. */
export const takeAnswerByMail = async (
  tx: WriteTx,
  platform: Platform,
  incoming: IncomingScheduling,
): Promise<Outcome> => {
  const uid = uidOfIncoming(incoming)
  const found = uid === null ? undefined : await findStanding(tx, uid)
  const { settled } = settleIncoming(incoming, (asked) => (asked === uid ? (found?.standing ?? null) : null))
  if (found !== undefined) await take(tx, platform, found, settled)
  return { code: `${settled.do}_${settled.why}`, aboutUid: uid }
}

interface Found {
  readonly meeting: Meeting
  readonly invitees: readonly Invitee[]
  readonly standing: StandingMeeting
}

const findStanding = async (tx: WriteTx, uid: string): Promise<Found | undefined> => {
  const meetingId = meetingOfUid(uid)
  if (meetingId === null || (await findMeeting(tx, meetingId)) === undefined) return undefined
  const meeting = await getMeetingForUpdate(tx, meetingId)
  const invitees = await listInvitees(tx, [meetingId])
  return {
    meeting,
    invitees,
    standing: {
      uid,
      sequence: meeting.sequence,
      // What calendars count here is changes of when and where alone.
      timeSetAt: meeting.sequence,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      isCancelled: meeting.state === 'cancelled',
      invited: invitees
        .filter(({ mail }) => mail !== '')
        .map(({ mail, name, lastStamp, lastSequence }) => ({
          address: mail.toLowerCase(),
          name,
          lastStamp,
          lastSequence,
        })),
    },
  }
}

/** What somebody wrote along, unless it has the shape of a CPR number, which is kept nowhere. */
const kept = (text: string): string => (findCprShapes(text).length > 0 ? '' : text.slice(0, 500))

const take = async (tx: WriteTx, platform: Platform, found: Found, settled: Settled): Promise<void> => {
  const of = (address: string | null) => found.invitees.find(({ mail }) => mail.toLowerCase() === address)
  if (settled.do === 'ignore') return
  if (settled.do === 'ask') return askConvenor(tx, found, settled, of(settled.byInvitationOf))
  const invitee = of(settled.of)
  if (invitee === undefined) return
  if (settled.do === 'refresh') return tellOneInvited(tx, invitee, 'called', keyNow(platform))
  const told = { sequence: settled.sequence, stamp: settled.stamp }
  const said = { note: kept(settled.comment), way: 'mail' as const, told }
  if (settled.do === 'delegate') {
    const substitute = kept(settled.toName === '' ? settled.to : settled.toName)
    await writeAnswer(tx, platform, invitee, { ...said, answer: 'no', substitute, proposed: null })
  } else if (settled.do === 'counter') {
    const answer = settled.answer === 'yes' || settled.answer === 'no' ? settled.answer : 'perhaps'
    await writeAnswer(tx, platform, invitee, { ...said, answer, substitute: '', proposed: settled.proposes })
  } else if (settled.isToEarlierTime) {
    // It says nothing of the time that stands: it is kept as told, and they are asked again.
    await updateInvitee(tx, invitee.inviteeId, { told, note: said.note })
    await tellOneInvited(tx, invitee, 'moved', keyNow(platform))
  } else await writeAnswer(tx, platform, invitee, { ...said, answer: settled.answer, substitute: '', proposed: null })
}

const keyNow = ({ clock }: Platform): string => `again ${clock.now()}`

/** Somebody must look at it: words alone stand with whoever wrote them; who was not invited stands as a guest, with what they said. */
const askConvenor = async (
  tx: WriteTx,
  { meeting, invitees }: Found,
  asked: Extract<Settled, { do: 'ask' }>,
  byInvitationOf: Invitee | undefined,
): Promise<void> => {
  const note = kept(asked.comment)
  if (asked.why !== 'not_invited') {
    if (byInvitationOf !== undefined && note !== '') await updateInvitee(tx, byInvitationOf.inviteeId, { note })
    return
  }
  const mail = asked.address ?? ''
  if (mail === '' || invitees.some((one) => one.mail.toLowerCase() === mail)) return
  const name = kept(asked.name === '' ? mail : asked.name)
  const inviteeId = await insertInvitee(tx, {
    meetingId: meeting.meetingId,
    memberId: null,
    name,
    mail,
    personId: null,
  })
  await updateInvitee(tx, inviteeId, { note })
}
