import type { IncomingScheduling } from '../../../platform/mail/incoming/take-incoming-mail.ts'
import { readScheduling } from './read-scheduling.ts'
import type { SchedulingMessage, SchedulingRefusal } from './scheduling.ts'
import { settleMessage } from './settle-message.rules.ts'
import { settleWords } from './settle-words.rules.ts'
import type { SchedulingSender, Settled, StandingMeeting } from './settled.ts'

/** What a mail that came in means. */
export interface SettledMail {
  /** The meeting it is about, as the message or the mail it answers tells. */
  readonly uid: string | null
  readonly settled: Settled
  readonly message: SchedulingMessage | null
  /** Why its calendar message could not be read; its words count then. */
  readonly refused: SchedulingRefusal | null
}

/** The meeting a mail seems to be about, before it is looked up: the UID its calendar tells, else that of the mail it answers. */
export const uidOfIncoming = (incoming: IncomingScheduling): string | null => readOf(incoming).uid

/** Reads a mail and says what it means for the meeting that stands. `standingOf` answers null where no meeting has the UID. */
export const settleIncoming = (
  incoming: IncomingScheduling,
  standingOf: (uid: string) => StandingMeeting | null,
): SettledMail => {
  const { uid, message, refused } = readOf(incoming)
  const standing = uid === null ? null : standingOf(uid)
  const { mail, receivedAt } = incoming
  const sender: SchedulingSender = {
    address: mail.from?.address ?? null,
    tokenOf:
      standing === null
        ? null
        : incoming.tokenOf(
            standing.uid,
            standing.invited.map(({ address }) => address),
          ),
    receivedAt,
  }
  const settled =
    message === null
      ? settleWords(standing, { text: mail.text, name: mail.from?.name ?? '', isAutomatic: mail.isAutomatic }, sender)
      : settleMessage(standing, message, sender)
  return { uid, settled, message, refused }
}

const readOf = ({ mail, about }: IncomingScheduling): Omit<SettledMail, 'settled'> => {
  const uidOfMail = about?.aboutUid ?? null
  if (mail.calendar === null) return { uid: uidOfMail, message: null, refused: null }
  const { content, method } = mail.calendar
  const read = readScheduling(content, { from: mail.from?.address ?? null, method })
  if ('refused' in read) return { uid: uidOfMail, message: null, refused: read.refused }
  return { uid: read.message.uid, message: read.message, refused: null }
}
