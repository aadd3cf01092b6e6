import type { IncomingHandlers } from './platform/mail/incoming/take-incoming-mail.ts'
import { findCprShapes } from './rooms/access/index.ts'

/** What is done with mails that come in. */
export const mailHandlers: IncomingHandlers = {
  scheduling: (_tx, { about }) => Promise.resolve({ code: 'about_nothing', aboutUid: about?.aboutUid ?? null }),
  mayKeep: (text) => findCprShapes(text).length === 0,
}
