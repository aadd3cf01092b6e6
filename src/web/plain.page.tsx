import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Language } from '../platform/language.ts'
import { assetHref } from './assets.ts'

interface PlainPageProps {
  language: Language
  title: string
  sentences: readonly string[]
  /** A way on, or null where there is none. */
  link: { href: string; text: string } | null
}

/** A page that needs no database: for when there is none. */
export const PlainPage: FC<PlainPageProps> = ({ language, title, sentences, link }) => (
  <>
    {raw('<!doctype html>')}
    <html lang={language} data-color-scheme="auto">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · Brobyg`}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assetHref('brobyg.css')} />
      </head>
      <body>
        <header class="masthead">
          <span class="brand">Brobyg</span>
        </header>
        <main class="page">
          <h1>{title}</h1>
          {sentences.map((sentence, index) => (
            <p class={index === 0 ? 'lead' : undefined}>{sentence}</p>
          ))}
          {link && (
            <p>
              <a href={link.href}>{link.text}</a>
            </p>
          )}
        </main>
      </body>
    </html>
  </>
)
