import { z } from 'zod'
import { type Language, pick } from '../../../platform/language.ts'
import { type StandingKey, standingTexts } from './standing.texts.ts'

const said = z.object({ title: z.string(), body: z.string() })

export const itemWords = z.object({ da: said, en: said })

/** What the program wrote as a point, by language. */
export type ItemWords = z.infer<typeof itemWords>

/** What a point says. */
interface Said {
  readonly title: string
  readonly body: string
}

/** The language points are kept in. */
const kept: Language = 'da'

/** Something in every language. */
export const inEvery = <Told>(write: (language: Language) => Told): Record<Language, Told> => ({
  da: write('da'),
  en: write('en'),
})

/** A point in the reader's language, where it stands as the program wrote it; what people wrote stays as they did. */
export const inLanguage = <Item extends Said & { readonly words: ItemWords | null }>(
  item: Item,
  language: Language,
): Item => {
  const { title, body, words } = item
  if (words === null) return item
  return {
    ...item,
    title: title === words[kept].title ? words[language].title : title,
    body: body === words[kept].body ? words[language].body : body,
  }
}

/** What is kept of a point as typed: words of the program's that were left as they are, in whichever language they were shown, are its own still. */
export const keptAs = (words: ItemWords | null, { title, body }: Said): Said => {
  if (words === null) return { title, body }
  const all = Object.values(words)
  return {
    title: all.some((one) => one.title === title) ? words[kept].title : title,
    body: all.some((one) => one.body === body) ? words[kept].body : body,
  }
}

/** A standing item of the program's, as it says it itself. */
export const standingPoint = (key: StandingKey, language: Language = kept): Said => {
  const { title, body = '' } = pick(standingTexts, language).points[key]
  return { title, body }
}

/** What of a standing item is the program's, by language, beside what the group has written; null = all of it is the group's. */
export const wordsOfStanding = (item: Said & { readonly wordsKey: StandingKey | null }): ItemWords | null => {
  const { wordsKey, title, body } = item
  if (wordsKey === null) return null
  const own = standingPoint(wordsKey, kept)
  return inEvery((language) => {
    const told = standingPoint(wordsKey, language)
    return { title: title === own.title ? told.title : title, body: body === own.body ? told.body : body }
  })
}
