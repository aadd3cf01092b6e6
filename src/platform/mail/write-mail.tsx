import { html } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { directionOf, type ResidentLanguage } from '../resident-language.ts'

/** A point of a mail: its words, what stands beside them, and where more can be read. */
export interface MailPoint {
  readonly words: string
  readonly told: string
  readonly url: string
}

/** A mail's words before they become plain text and HTML. */
export interface MailWords {
  readonly language: ResidentLanguage
  readonly hello: string
  readonly intro: string
  readonly parts: readonly {
    readonly heading: string | null
    readonly points: readonly MailPoint[]
    readonly more: string | null
  }[]
  readonly links: readonly { readonly words: string; readonly url: string }[]
  readonly why: string
  readonly ways: readonly { readonly words: string; readonly url: string }[]
}

/** Writes a mail as plain text. */
export const plainMail = (mail: MailWords): string => {
  const parts = mail.parts.flatMap(({ heading, points, more }) => [
    ...(heading === null ? [] : [heading.toUpperCase()]),
    ...points.flatMap(({ words, told, url }) => [`- ${words}\n  ${told}\n  ${url}`]),
    ...(more === null ? [] : [more]),
  ])
  const links = mail.links.map(({ words, url }) => `${words}: ${url}`)
  const foot = [mail.why, ...mail.ways.map(({ words, url }) => `${words}: ${url}`)].join('\n')
  return [mail.hello, mail.intro, ...parts, ...links, '-- ', foot].join('\n\n').replace('-- \n\n', '-- \n') + '\n'
}

const ink = '#1b2430'
const soft = '#566172'

/** Writes a mail as simple HTML that any mail program shows; styles stand in the tags, as mail programs want them. */
export const htmlMail = async (mail: MailWords): Promise<string> =>
  String(await html`<!doctype html>${<MailBody mail={mail} />}`)

const MailBody: FC<{ mail: MailWords }> = ({ mail }) => (
  <html lang={mail.language} dir={directionOf(mail.language)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Brobyg</title>
    </head>
    <body style={`margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:${ink};background:#ffffff`}>
      <div style="max-width:36rem">
        <p>{mail.hello}</p>
        <p>{mail.intro}</p>
        {mail.parts.map(({ heading, points, more }) => (
          <>
            {heading !== null && <h2 style="font-size:18px;margin:24px 0 8px">{heading}</h2>}
            {points.map((point) => (
              <p style="margin:0 0 12px;padding-left:12px;border-left:3px solid #0b5cab">
                <Link url={point.url}>{point.words}</Link>
                <br />
                <span style={`color:${soft};font-size:15px`}>{point.told}</span>
              </p>
            ))}
            {more !== null && <p>{more}</p>}
          </>
        ))}
        {mail.links.map(({ words, url }) => (
          <p>
            <Link url={url}>{words}</Link>
          </p>
        ))}
        <p style={`margin-top:32px;color:${soft};font-size:14px`}>
          {mail.why}{' '}
          {mail.ways.map(({ words, url }, at) => (
            <>
              {at > 0 && ' · '}
              <Link url={url}>{words}</Link>
            </>
          ))}
        </p>
      </div>
    </body>
  </html>
)

const Link: FC<{ url: string; children?: Child }> = ({ url, children }) => (
  <a href={url} style="color:#0b5cab">
    {children}
  </a>
)
