import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { assetHref } from '../../../web/assets.ts'
import { SharedIslandScript } from '../../../web/island-script.tsx'
import { directionOf, languageNames, residentLanguages } from '../../../platform/resident-language.ts'
import { residentsTexts } from '../residents.texts.ts'
import { KeptNote } from './app-parts.tsx'
import type { ResidentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

type Entry = 'list' | 'help'

interface FrameProps {
  page: ResidentPage
  title: string
  under?: Entry
  children?: Child
}

/** The frame of every page for residents: the way in their language runs, and four places to go at the thumb. */
export const ResidentFrame: FC<FrameProps> = ({ page, title, under, children }) => {
  const words = residentsTexts[page.language]
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={page.language} dir={directionOf(page.language)} data-color-scheme="auto">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <title>{`${title} · ${page.partnership}`}</title>
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" content="#0b5cab" />
          <link rel="stylesheet" href={assetHref('resident-pages.css')} />
          <link rel="manifest" href="/manifest.webmanifest" />
          <link rel="icon" href={assetHref('icon-192.png')} type="image/png" />
          <link rel="apple-touch-icon" href={assetHref('icon-192.png')} />
          <SharedIslandScript island="resident" />
        </head>
        <body class="res">
          <a class="ds-skip-link skip" href="#indhold">
            {words.skip}
          </a>
          <header class="res-top">
            <a class="res-brand" href={residentPaths.list}>
              <bdi lang="da">{page.partnership}</bdi>
            </a>
            <Places page={page} under={under} />
            <Speak page={page} />
          </header>
          <main id="indhold" class="res-page">
            <KeptNote page={page} />
            {children}
          </main>
          <Foot page={page} />
        </body>
      </html>
    </>
  )
}

const icons = {
  list: 'M5 4v3M15 4v3M3 8h14M4 5.5h12a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1z',
  contacts: 'M6 3 4 5c-1 5 6 12 11 11l2-2-3.5-2.5-2 1.5c-1.5-.7-3.3-2.5-4-4L9 7z',
  own: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c0-3 2.7-4.5 6-4.5s6 1.5 6 4.5',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c-2.5 2-3 4.5-3 7s.5 5 3 7c2.5-2 3-4.5 3-7s-.5-5-3-7z',
}

const Places: FC<{ page: ResidentPage; under: Entry | undefined }> = ({ page, under }) => {
  const words = residentsTexts[page.language]
  return (
    <nav class="res-places" aria-label={words.menu}>
      <ul>
        <Place href={residentPaths.list} icon={icons.list} text={words.happening} isHere={under === 'list'} />
        <Place href="/kontakter" icon={icons.contacts} text={words.contacts} />
        <Place href="/mine-oplysninger" icon={icons.own} text={words.ownRecord} />
        <Place href={residentPaths.help} icon={icons.help} text={words.help} isHere={under === 'help'} />
      </ul>
    </nav>
  )
}

const Place: FC<{ href: string; icon: string; text: string; isHere?: boolean }> = ({ href, icon, text, isHere }) => (
  <li>
    <a href={href} aria-current={isHere ? 'page' : undefined}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <path d={icon} />
      </svg>
      {text}
    </a>
  </li>
)

/** The six languages, each by its own name; a link remembers the choice and comes back here. */
const Speak: FC<{ page: ResidentPage }> = ({ page }) => (
  <details class="res-speak">
    <summary>
      <span class="visually-hidden">{residentsTexts[page.language].language}: </span>
      {languageNames[page.language]}
    </summary>
    <ul>
      {residentLanguages.map((language) => (
        <li>
          <a
            href={residentPaths.speak(language, page.path)}
            lang={language}
            hreflang={language}
            dir={directionOf(language)}
            aria-current={language === page.language ? 'true' : undefined}
          >
            {languageNames[language]}
          </a>
        </li>
      ))}
    </ul>
  </details>
)

const Foot: FC<{ page: ResidentPage }> = ({ page }) => {
  const words = residentsTexts[page.language]
  return (
    <footer class="res-foot">
      {page.hasSample && <p>{words.sample}</p>}
      <p>{words.seenByAll}</p>
      <p class="res-partners">
        {words.forPartners}: <a href="/overblik">{words.overview}</a> <a href="/aftaler">{words.agreements}</a>{' '}
        <a href="/log-ind">{words.signIn}</a>
      </p>
    </footer>
  )
}
