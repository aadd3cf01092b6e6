/** The ages an activity is for; an open end is null. */
export interface Ages {
  from: number | null
  to: number | null
}

const years = String.raw`(?:\s*|-)(?:år(?:ige)?|års(?:\s?alderen)?)(?![\p{L}])`
const between = new RegExp(String.raw`(?<![\d.,/])(\d{1,2})\s*(?:år\s*)?(?:-|–|—|til|og|/)\s*(\d{1,2})${years}`, 'iu')
const inAge = new RegExp(
  String.raw`(?:i alderen|alder(?:en)?:?|aldersgruppen)\s+(\d{1,2})\s*(?:-|–|—|til|og)\s*(\d{1,2})(?!\d)`,
  'iu',
)
const above = new RegExp(
  String.raw`(?:over|fra|ældre end|fyldt)\s+(?:de\s+)?(\d{1,2})(?:${years}|(?=[,.;)]|$))|(?<!\d)(\d{1,2})\s?år\s+(?:og\s+)?(?:op(?:efter|ad)?|ældre)|(?<![\d-])(\d{1,2})\s?\+(?!\d)`,
  'iu',
)
const below = new RegExp(String.raw`(?:under|op til|indtil|yngre end|højst)\s+(?:de\s+)?(\d{1,2})${years}`, 'iu')

const isAge = (age: number): boolean => age >= 0 && age <= 99

/** What a count of years is about where it is no age: how long, how often. */
const isDuration = (before: string): boolean =>
  /(?:om året|gange|i løbet af|periode på|gennem|efter|hver|næste|første|siden|timer|kontrakt\p{L}*|varig\p{L}*|løb\p{L}*)\s+(?:i\s+|over\s+|på\s+)?$/iu.test(
    before.slice(-30),
  )

const pair = (text: string, pattern: RegExp): Ages | null => {
  const match = pattern.exec(text)
  if (match === null || isDuration(text.slice(0, match.index))) return null
  const from = Number(match[1])
  const to = Number(match[2])
  return isAge(from) && from < to ? { from, to } : null
}

const people =
  /børn|\bunge|ungdom|piger|drenge|voksne|personer|borgere|beboere|deltagere|målgruppe|aldersgruppe|alder|mænd|kvinder|elever/iu

const speaksOfPeople = (text: string, match: RegExpExecArray): boolean =>
  people.test(text.slice(Math.max(0, match.index - 60), match.index + match[0].length + 25)) &&
  !isDuration(text.slice(0, match.index))

/** The ages a text names ("i alderen 7-13 år", "13-17-årige", "mellem 8 og 15 år", "over 13 år", "under 18 år"). */
export const readAges = (text: string): Ages | null => {
  const both = pair(text, between) ?? pair(text, inAge)
  if (both !== null) return both
  const over = above.exec(text)
  if (over !== null && speaksOfPeople(text, over)) {
    return { from: Number(over[1] ?? over[2] ?? over[3]), to: null }
  }
  const under = below.exec(text)
  if (under === null || !speaksOfPeople(text, under)) return null
  const told = Number(under[1])
  return { from: null, to: /^(?:under|yngre)/iu.test(under[0]) ? told - 1 : told }
}
