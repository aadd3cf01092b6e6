import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { pick } from '../platform/language.ts'
import { AsOfBar, atDay, ChooseDay } from './as-of.tsx'
import { assetHref } from './assets.ts'
import { Menu, type MenuName } from './menu.tsx'
import type { PageContext } from './page-context.ts'
import { shellTexts } from './shell.texts.ts'
import { WhySeen } from './why-seen.tsx'

/** A bridge of two piers, drawn small. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5cab"/><path d="M4 12h24M8 12v12M24 12v12M8 23c0-10 16-10 16 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>',
)}`

interface FrameProps {
  page: PageContext
  title: string
  /** Which entry of the menu this page stands under. */
  under?: MenuName | 'home'
  wide?: boolean
  children?: Child
}

/** The frame of every page: skip link, masthead with menu and who is acting, content, footer. */
export const Frame: FC<FrameProps> = ({ page, title, under, wide, children }) => {
  const words = pick(shellTexts, page.language)
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={page.language} data-color-scheme="auto">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} · Brobyg`}</title>
          <meta name="color-scheme" content="light dark" />
          <link rel="stylesheet" href={assetHref('brobyg.css')} />
          <link rel="icon" href={icon} type="image/svg+xml" />
        </head>
        <body>
          <a class="ds-skip-link skip" href="#indhold">
            {words.skip}
          </a>
          <Masthead page={page} under={under} />
          {page.hasSample && <SampleNotice page={page} />}
          <main id="indhold" class={wide ? 'page page-wide' : 'page'}>
            {page.isOfAnotherDay && <AsOfBar page={page} />}
            {page.hasDay && !page.isOfAnotherDay && <ChooseDay page={page} />}
            {children}
          </main>
          <footer class="footer">
            <WhySeen page={page} />
            <p>{words.footer}</p>
            <p class="footer-ways">
              <a href="/mine-oplysninger">{words.ownRecord}</a>
              <a
                href={languageHref(page)}
                hreflang={page.language === 'da' ? 'en' : 'da'}
                lang={page.language === 'da' ? 'en' : 'da'}
              >
                {words.otherLanguage}
              </a>
            </p>
          </footer>
        </body>
      </html>
    </>
  )
}

const languageHref = (page: PageContext): string =>
  `/sprog/${page.language === 'da' ? 'en' : 'da'}?til=${encodeURIComponent(page.path)}`

const Masthead: FC<{ page: PageContext; under: FrameProps['under'] }> = ({ page, under }) => {
  const words = pick(shellTexts, page.language)
  const isSignedIn = page.actor.personId !== null
  return (
    <header class="masthead">
      <a class="brand" href={atDay(page, '/')}>
        Brobyg<span class="brand-place"> · {page.partnership}</span>
      </a>
      <Menu page={page} under={under === 'home' ? undefined : under} />
      <div class="acting">
        {isSignedIn ? (
          <>
            <span class="acting-who">
              <a href="/indstillinger">{page.actor.name}</a>
              <span class="acting-for"> · {page.actor.onBehalfOf ?? words.noPost}</span>
            </span>
            <form method="post" action="/log-ud">
              <button class="quiet" type="submit">
                {words.signOut}
              </button>
            </form>
          </>
        ) : (
          <>
            <span class="acting-for">{words.youSeeThisAsVisitor}</span>
            <a href={`/log-ind?til=${encodeURIComponent(page.path)}`}>{words.signIn}</a>
          </>
        )}
      </div>
    </header>
  )
}

const SampleNotice: FC<{ page: PageContext }> = ({ page }) => {
  const words = pick(shellTexts, page.language)
  return (
    <aside class="sample-notice" aria-label={words.sampleNotice}>
      <p>{words.sampleNotice}</p>
      {page.actor.relations.has('holder') && (
        <form method="post" action="/proeven/fjern">
          <button class="quiet" type="submit">
            {words.sampleRemove}
          </button>
        </form>
      )}
    </aside>
  )
}

/** The trail of pages above this one. */
export const Crumbs: FC<{ page: PageContext; trail: readonly { href: string; text: string }[]; here: string }> = ({
  page,
  trail,
  here,
}) => (
  <nav class="crumbs" aria-label={pick(shellTexts, page.language).crumbs}>
    <ol>
      {trail.map((step) => (
        <li>
          <a href={step.href}>{step.text}</a>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
)
