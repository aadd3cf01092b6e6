import { html } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { WriteTx } from '../../platform/database/index.ts'
import { formatDay, formatMoment } from '../../platform/dates.ts'
import { type Language, pick } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Holder } from './holder.ts'
import { hashOfToken, invitationUrl } from './invitation-link.ts'
import { invitationMailTexts } from './invitation-mail.texts.ts'
import { postWords } from './party.ts'

interface ToMail {
  readonly holder: Holder
  readonly email: string
  readonly token: string
  readonly endsAt: Temporal.Instant
  /** The name of whoever invites; null = the program. */
  readonly invitedBy: string | null
  readonly language: Language
}

interface Words {
  readonly language: Language
  readonly lines: readonly string[]
  readonly accept: string
  readonly url: string
  readonly foot: readonly string[]
}

/** Queues the mail with an invitation's link; where there is no mail server it is not written, since its link would lie there. */
export const mailInvitation = async (tx: WriteTx, platform: Platform, invited: ToMail): Promise<void> => {
  const { smtpUrl, baseUrl, municipality } = platform.config
  if (smtpUrl === null) return
  const { holder, language } = invited
  const texts = pick(invitationMailTexts, language)
  const partnership = municipality.charAt(0).toUpperCase() + municipality.slice(1).replaceAll('_', ' ')
  const told = { name: holder.name, post: postWords(holder), partnership, invitedBy: invited.invitedBy }
  const words = {
    language,
    lines: [texts.hello(told.name), texts.intro(told), texts.what, texts.from(formatDay(holder.from, language))],
    accept: texts.accept,
    url: invitationUrl(baseUrl, invited.token),
    foot: [texts.ends(formatMoment(invited.endsAt, language)), texts.why],
  }
  await queueMail(tx, platform.clock, {
    personId: holder.personId,
    address: invited.email,
    subject: texts.subject(told),
    plain: `${[...words.lines, `${words.accept}:\n${words.url}`, ...words.foot].join('\n\n')}\n`,
    html: String(await html`<!doctype html>${<MailBody words={words} />}`),
    stopUrl: null,
    endsAt: invited.endsAt,
    onceKey: `invitation ${hashOfToken(invited.token).toString('hex')}`,
  })
}

const ink = '#1b2430'
const soft = '#566172'

const MailBody: FC<{ words: Words }> = ({ words }) => (
  <html lang={words.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Brobyg</title>
    </head>
    <body style={`margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:${ink};background:#ffffff`}>
      <div style="max-width:36rem">
        {words.lines.map((line) => (
          <p>{line}</p>
        ))}
        <p style="margin:24px 0">
          <a
            href={words.url}
            style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5cab;color:#ffffff;text-decoration:none"
          >
            {words.accept}
          </a>
        </p>
        {words.foot.map((line) => (
          <p style={`color:${soft};font-size:14px`}>{line}</p>
        ))}
      </div>
    </body>
  </html>
)
