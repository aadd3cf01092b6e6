import type { FC } from 'hono/jsx'
import { dayWords } from '../../../platform/resident-dates.ts'
import {
  directionOf,
  languageNames,
  residentLanguages,
  type ResidentLanguage,
} from '../../../platform/resident-language.ts'
import { fromToWords, type ListedOccurrence, weekBeside } from '../../calendar/index.ts'
import { everything, listPath } from '../filter.ts'
import { type Poster, type PosterAsked, paperSizes, posterPath } from '../poster.ts'
import { residentsTexts } from '../residents.texts.ts'
import { ageWords, costWords } from '../told.ts'
import { dayOf, isOff, Written } from './happening-line.tsx'
import { QrCode } from './qr-code.tsx'
import { ResidentFrame } from './resident-frame.tsx'
import type { ResidentPage } from './resident-page.ts'

interface PosterProps {
  page: ResidentPage
  poster: Poster
  /** The address people use, without a slash at the end. */
  baseUrl: string
}

/** `/plakat`: a week on paper for a stairway, with a square that leads to what is on right now. */
export const PosterPage: FC<PosterProps> = ({ page, poster, baseUrl }) => {
  const words = residentsTexts[page.language]
  const languages = [page.language, ...poster.also.filter((language) => language !== page.language)]
  const days = Array.from({ length: 7 }, (_, number) => poster.week.monday.add({ days: number }))
  const listed = days.map((day) => ({ day, ofDay: poster.occurrences.filter((one) => dayOf(one).equals(day)) }))
  return (
    <ResidentFrame page={page} title={words.posterTitle}>
      <PosterChoices page={page} poster={poster} />
      <article class={`poster poster-${poster.size}`}>
        <header>
          <h1>
            <Said languages={languages} words={(language) => residentsTexts[language].posterTitle} />
          </h1>
          <p class="poster-place">
            <Written text={[poster.area, page.partnership].filter((name) => name !== null).join(', ')} />
            {' · '}
            {words.week} {poster.week.number}
          </p>
        </header>
        {poster.occurrences.length === 0 && <p>{words.posterNothing}</p>}
        <div class="poster-days">
          {listed
            .filter(({ ofDay }) => ofDay.length > 0)
            .map(({ day, ofDay }) => (
              <section>
                <h2>
                  <Said languages={languages} words={(language) => dayWords(day, page.today, language)} />
                </h2>
                <ul>
                  {ofDay.map((occurrence) => (
                    <PosterLine occurrence={occurrence} language={page.language} />
                  ))}
                </ul>
              </section>
            ))}
        </div>
        <footer class="poster-foot">
          <QrCode
            address={`${baseUrl}${listPath({ ...everything, areaId: poster.areaId })}`}
            label={words.posterScan}
          />
          <p>
            <Said languages={languages} words={(language) => residentsTexts[language].posterScan} />
            <bdi class="poster-address" dir="ltr">
              {baseUrl.replace(/^https?:\/\//, '')}
            </bdi>
          </p>
        </footer>
      </article>
    </ResidentFrame>
  )
}

/** The same said in several languages, each on a line of its own that runs its own way. */
const Said: FC<{ languages: readonly ResidentLanguage[]; words: (language: ResidentLanguage) => string }> = (props) => (
  <>
    {props.languages.map((language) => (
      <span class="said" lang={language} dir={directionOf(language)}>
        {props.words(language)}
      </span>
    ))}
  </>
)

const PosterLine: FC<{ occurrence: ListedOccurrence; language: ResidentLanguage }> = ({ occurrence, language }) => {
  const words = residentsTexts[language]
  const { series, venue, address } = occurrence
  const where = [venue, series.place, address].filter((part) => part !== null && part !== '')
  const told = [ageWords(series, language), costWords(series, language)].filter((part) => part !== null)
  return (
    <li class={isOff(occurrence) ? 'poster-off' : ''}>
      <p class="poster-hour">{fromToWords(occurrence, language)}</p>
      <div>
        <p class="poster-name">
          <Written text={series.title} />
        </p>
        <p>
          {isOff(occurrence) && <b>{words.cancelled}. </b>}
          <Written text={where.join(', ') || (occurrence.area ?? '')} />
        </p>
        <p class="poster-told">{told.join(' · ')}</p>
      </div>
    </li>
  )
}

interface Choice {
  readonly text: string
  readonly to: PosterAsked
  readonly isOn: boolean
  readonly lang?: string
}

const PosterChoices: FC<{ page: ResidentPage; poster: Poster }> = ({ page, poster }) => {
  const words = residentsTexts[page.language]
  const also = (language: ResidentLanguage) =>
    poster.also.includes(language)
      ? poster.also.filter((one) => one !== language)
      : residentLanguages.filter((one) => one === language || poster.also.includes(one))
  return (
    <div class="poster-choices">
      <p class="poster-ways">
        <a href={posterPath({ ...poster, week: weekBeside(poster.week, -1) })}>{words.before}</a>{' '}
        <a href={posterPath({ ...poster, week: weekBeside(poster.week, 1) })}>{words.after}</a>{' '}
        <button class="ds-button" type="button" data-skriv-ud="" hidden>
          {words.print}
        </button>
      </p>
      <Row
        label={words.area}
        choices={[
          { text: words.any, to: { ...poster, areaId: null }, isOn: poster.areaId === null },
          ...poster.areas.map(({ areaId, name }) => ({
            text: name,
            to: { ...poster, areaId },
            isOn: poster.areaId === areaId,
            lang: 'da',
          })),
        ]}
      />
      <Row
        label={words.size}
        choices={paperSizes.map((size) => ({
          text: size.toUpperCase(),
          to: { ...poster, size },
          isOn: poster.size === size,
        }))}
      />
      <Row
        label={words.alsoIn}
        choices={residentLanguages
          .filter((language) => language !== page.language)
          .map((language) => ({
            text: languageNames[language],
            to: { ...poster, also: also(language) },
            isOn: poster.also.includes(language),
            lang: language,
          }))}
      />
    </div>
  )
}

const Row: FC<{ label: string; choices: readonly Choice[] }> = ({ label, choices }) => (
  <p class="poster-row">
    <span>{label}:</span>
    {choices.map(({ text, to, isOn, lang }) => (
      <a
        class={isOn ? 'res-chip res-chip-on' : 'res-chip'}
        href={posterPath(to)}
        lang={lang}
        aria-current={isOn ? 'true' : undefined}
      >
        {text}
      </a>
    ))}
  </p>
)
