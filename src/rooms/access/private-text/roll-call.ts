import { isPlaceWord } from './word-shapes.ts'
import type { TextWord } from './text-words.ts'

const rollCall =
  /(?:^|\n|[.;] )[ \t]*(?:[-*•·\d.)]+[ \t]*)?(?:til ?stede|ref|deltagere|deltog|fraværende|afbud|referent|ordstyrer|mødeleder|dirigent|ansvarlig|ansvarlige|tovholder|tovholdere|kontakt|kontaktperson|opgaver|medlemmer|indkaldt|inviteret|gæster|observatører|formand|kasserer|suppleant|suppleanter|bestyrelse|gruppen|oplægsholder|fra beboerne|hjælpere|holdet)\b[^:\n]{0,30}:(?<list>[^\n]*)|(?:afbud|tak|oplæg) (?:fra|v\/|ved) (?<from>[^.\n]*)/giu
const speech = /(?:^|\n)[ \t]*(?<list>\p{Lu}\p{Ll}+)(?=:\s(?:["»”“]|Jeg|Vi|Det|Man|Jo|Nej|Ja|Men|Hvad|Hvorfor|Kan))/gu

/** The words of roll calls, and of speakers before what they say, that may be names by where they stand. */
export const listedWords = (words: readonly TextWord[], text: string): Set<number> => {
  const lists = [...text.matchAll(rollCall), ...text.matchAll(speech)].map((match) => {
    const list = match.groups?.['list'] ?? match.groups?.['from'] ?? ''
    const at = match.index + match[0].lastIndexOf(list)
    return { at, end: at + list.length, list }
  })
  return new Set(
    words.flatMap((word, i) => {
      const isInList = lists.some(
        ({ at, end, list }) => word.at >= at && word.end <= end && !isOfPlaces(list, word.at - at),
      )
      const beginsItem = /^$|[,:;&/(\n]\s*$|(?:og|fra) ?$|^ $/.test(word.before)
      return isInList && beginsItem && word.isCapital ? [i] : []
    }),
  )
}

/** Whether the item of a list that begins or stands here is an organisation: "Teknik og Miljøforvaltningen". */
const isOfPlaces = (list: string, at: number): boolean => {
  const item = /^[^,;&(\n]*/.exec(list.slice(at))?.[0] ?? ''
  return item.split(/[\s/]+/).some((part) => isPlaceWord(part.toLowerCase()))
}
