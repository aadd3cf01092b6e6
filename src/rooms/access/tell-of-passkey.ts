import type { Clock } from '../../platform/clock.ts'
import type { WriteTx } from '../../platform/database/index.ts'
import { type Language, pick } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { htmlMail, type MailWords, plainMail } from '../../platform/mail/write-mail.tsx'
import { signInMailTexts } from './sign-in-mail.texts.ts'

/** A passkey that was just registered, and where its person has their mail. */
interface NewPasskey {
  readonly passkeyId: string
  readonly personId: string
  readonly personName: string
  readonly address: string
  readonly language: Language
  /** Where the person sees and removes it. */
  readonly settingsUrl: string
}

/** Tells a person by mail that they have a new passkey: whoever made it in their place does not do so unseen. */
export const tellOfPasskey = async (tx: WriteTx, clock: Clock, made: NewPasskey): Promise<void> => {
  const words = pick(signInMailTexts, made.language)
  const mail: MailWords = {
    language: made.language,
    hello: words.hello(made.personName),
    intro: words.newPasskeyIntro,
    parts: [],
    links: [{ words: words.seePasskeys, url: made.settingsUrl }],
    why: words.whyNewPasskey,
    ways: [],
  }
  await queueMail(tx, clock, {
    personId: made.personId,
    address: made.address,
    subject: words.newPasskeySubject,
    plain: plainMail(mail),
    html: await htmlMail(mail),
    stopUrl: null,
    onceKey: `passkey ${made.passkeyId}`,
  })
}
