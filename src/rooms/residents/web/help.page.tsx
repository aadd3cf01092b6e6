import type { Child, FC } from 'hono/jsx'
import { directionOf, languageNames, residentLanguages } from '../../../platform/resident-language.ts'
import { residentsTexts } from '../residents.texts.ts'
import { ResidentFrame } from './resident-frame.tsx'
import type { ResidentPage } from './resident-page.ts'
import { residentPaths } from './residents.paths.ts'

/** `/hjaelp`: the languages, and how the pages are used on a phone. */
export const HelpPage: FC<{ page: ResidentPage }> = ({ page }) => {
  const words = residentsTexts[page.language]
  return (
    <ResidentFrame page={page} title={words.helpTitle} under="help">
      <h1>{words.helpTitle}</h1>
      <Part title={words.helpLanguage} text={words.helpLanguageMore}>
        <ul class="res-languages">
          {residentLanguages.map((language) => (
            <li>
              <a
                class={language === page.language ? 'res-chip res-chip-on' : 'res-chip'}
                href={residentPaths.speak(language, residentPaths.help)}
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
      </Part>
      <Part title={words.helpPhone} text={words.helpPhoneMore} />
      <Part title={words.helpCalendar} text={words.helpCalendarMore} />
      <Part title={words.helpPrivacy} text={words.helpPrivacyMore} />
      <Part title={words.helpPeople} text={words.helpPeopleMore}>
        <a href="/kontakter">{words.contacts}</a>
      </Part>
    </ResidentFrame>
  )
}

const Part: FC<{ title: string; text: string; children?: Child }> = ({ title, text, children }) => (
  <section class="res-part">
    <h2>{title}</h2>
    <p>{text}</p>
    {children}
  </section>
)
