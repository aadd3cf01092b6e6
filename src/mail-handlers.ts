import type { IncomingHandlers } from './platform/mail/incoming/take-incoming-mail.ts'
import type { Platform } from './platform/platform.ts'
import { findCprShapes } from './rooms/access/index.ts'
import { takeAnswerByMail } from './rooms/meetings/index.ts'

/** What is done with mails that come in. */
export const mailHandlers = (platform: Platform): IncomingHandlers => ({
  scheduling: (tx, incoming) => takeAnswerByMail(tx, platform, incoming),
  mayKeep: (text) => findCprShapes(text).length === 0,
})
