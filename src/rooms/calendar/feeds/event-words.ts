import { writeAbout } from '../../../platform/icalendar/timed-event.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { agesWords, priceWords } from '../calendar-words.ts'
import type { ListedOccurrence } from '../listed-occurrence.ts'
import { isMoved } from '../occurrence.ts'
import { seriesTexts } from '../series.texts.ts'
import { feedTexts } from './feed.texts.ts'

/** Where the pages are that events lead to, and the language they are told in. */
export interface Telling {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly language: Language
}

/** Where it is: venue, address and what is said beside it; each part once. */
export const placeWords = ({ venue, address, series, area }: ListedOccurrence): string =>
  [...new Set([venue, address, series.place].filter((part) => part !== null && part !== ''))].join(', ') || (area ?? '')

/** The name of a language by its ISO 639 code. */
export const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code

/** What it costs, for whom it is, who goes along, in which languages, who arranges it, how one gets in; a line each. */
const factLines = (listed: ListedOccurrence, language: Language): string[] => {
  const words = pick(feedTexts, language)
  const { series, entrance, organisation } = listed
  const price = priceWords(series, language)
  return [
    words.who(agesWords(series, language)),
    ...(price === null ? [] : [words.price(price)]),
    ...(series.languages.length === 0
      ? []
      : [words.languages(series.languages.map((code) => languageName(code, language)).join(', '))]),
    ...(series.goesAlong === '' ? [] : [words.goesAlong(series.goesAlong)]),
    ...(entrance === null || entrance === '' ? [] : [words.entrance(entrance)]),
    words.by(organisation),
    ...(series.signUp === 'open' ? [words.signUp] : []),
  ]
}

/** What a calendar says of a series and, where it is moved or called off, of one of its times. */
export const aboutTime = (listed: ListedOccurrence, { baseUrl, language }: Telling, isItself: boolean): string => {
  const words = pick(feedTexts, language)
  const { series, state, reason } = listed
  const isOff = isItself && state === 'cancelled'
  const news = isItself ? [...(isMoved(listed) && !isOff ? [words.moved] : []), ...(reason === '' ? [] : [reason])] : []
  const lines = [...news, ...(series.summary === '' ? [] : [series.summary]), ...factLines(listed, language)]
  return writeAbout({
    summary: isOff ? words.cancelled(series.title) : series.title,
    description: lines.join('\n'),
    location: placeWords(listed),
    position: listed.position,
    categories: [pick(seriesTexts, language).kinds[series.kind]],
    url: `${baseUrl}/kalender/${isItself ? `gang/${listed.occurrenceId}` : series.seriesId}`,
  })
}
