import { isPlaceWord } from './word-shapes.ts'
import type { TextWord } from './text-words.ts'

const rollCall =
  /(?:^|\n|[.;] )[ \t]*(?:[-*•·\d.)]+[ \t]*)?(?:til ?stede|ref|deltagere|deltog|fraværende|afbud|referent|ordstyrer|mødeleder|dirigent|ansvarlig|ansvarlige|tovholder|tovholdere|kontakt|kontaktperson|opgaver|medlemmer|indkaldt|inviteret|gæster|observatører|formand|kasserer|suppleant|suppleanter|bestyrelse|gruppen|oplægsholder|fra beboerne|hjælpere|holdet)\b[^:\n]{0,30}:(?<list>[^\n]*)|(?:afbud|tak|oplæg) (?:fra|v\/|ved) (?<from>[^.\n]*)/giu
const speech = /(?:^|\n)[ \t]*(?<list>\p{Lu}\p{Ll}+)(?=:\s(?:["»”“]|Jeg|Vi|Det|Man|Jo|Nej|Ja|Men|Hvad|Hvorfor|Kan))/gu

interface Item {
  readonly at: number
  readonly end: number
}

/** The words of roll calls, and of speakers before what they say, that may be names by where they stand. */
export const listedWords = (words: readonly TextWord[], text: string): Set<number> => {
  const items = [...text.matchAll(rollCall), ...text.matchAll(speech)].flatMap(itemsOf).toSorted((a, b) => a.at - b.at)
  const listed = new Set<number>()
  let next = 0
  for (const [i, word] of words.entries()) {
    while ((items[next]?.end ?? Infinity) < word.end) next += 1
    const item = items[next]
    if (item === undefined) break
    const beginsItem = /^$|[,:;&/(\n]\s*$|(?:og|fra) ?$|^ $/.test(word.before.slice(-8))
    if (word.at >= item.at && beginsItem && word.isCapital) listed.add(i)
  }
  return listed
}

/** The items of a list, each from behind its last word of an organisation: all of "Teknik og Miljøforvaltningen" is one. */
const itemsOf = (match: RegExpExecArray): Item[] => {
  const list = match.groups?.['list'] ?? match.groups?.['from'] ?? ''
  const from = match.index + match[0].length - list.length
  return [...list.matchAll(/[^,;&(]+/g)].map((item) => {
    const places = [...item[0].matchAll(/[^\s/]+/g)].filter(([part]) => isPlaceWord(part.toLowerCase()))
    const last = places.at(-1)
    const begin = last === undefined ? 0 : last.index + last[0].length
    return { at: from + item.index + begin, end: from + item.index + item[0].length }
  })
}
