/** The ages an activity is for; an open end is null. */
export interface Ages {
  from: number | null
  to: number | null
}

const years = String.raw`(?:\s*|-)(?:år(?:ige)?|års(?:\s?alderen)?)(?![\p{L}])`
const between = new RegExp(String.raw`(?<![\d.,/])(\d{1,2})\s*(?:år\s*)?(?:-|–|—|til|og|/)\s*(\d{1,2})${years}`, 'iu')
const betweenInAge =
  /(?:i alderen|alder(?:en)?:?|mellem|fra)\s+(\d{1,2})\s*(?:år\s*)?(?:-|–|—|til|og)\s*(\d{1,2})(?![\d.,:])(?!\s*(?:kr|timer|uger|gange|pct|%))/iu
const inAge = new RegExp(String.raw`(?:i alderen|mellem)\s+(\d{1,2})\s*(?:-|–|—|til|og)\s*(\d{1,2})(?!\d)`, 'iu')
const above = new RegExp(
  String.raw`(?:over|fra|ældre end|fyldt)\s+(?:de\s+)?(\d{1,2})(?:${years}|(?=[,.;)]|$))|(?<!\d)(\d{1,2})\s?år\s+(?:og\s+)?(?:op(?:efter|ad)?|ældre)|(?<![\d-])(\d{1,2})\s?\+(?!\d)`,
  'iu',
)
const below = new RegExp(String.raw`(?:under|op til|indtil|yngre end|højst)\s+(?:de\s+)?(\d{1,2})${years}`, 'iu')

const isAge = (age: number): boolean => age >= 0 && age <= 99

const pair = (match: RegExpExecArray | null): Ages | null => {
  if (match === null) return null
  const from = Number(match[1])
  const to = Number(match[2])
  return isAge(from) && from < to ? { from, to } : null
}

/** The ages a text names ("i alderen 8-15 år", "13-17-årige", "mellem 8 og 15 år", "over 13 år", "under 18 år"). */
export const readAges = (text: string): Ages | null => {
  const both = pair(between.exec(text)) ?? pair(inAge.exec(text)) ?? agesAfterWord(text)
  if (both !== null) return both
  const over = above.exec(text)
  if (over !== null && looksAtPeople(text, over)) return { from: Number(over[1] ?? over[2] ?? over[3]), to: null }
  const under = below.exec(text)
  if (under !== null) {
    const told = Number(under[1])
    return { from: null, to: /^(?:under|yngre)/iu.test(under[0]) ? told - 1 : told }
  }
  return null
}

const agesAfterWord = (text: string): Ages | null => {
  const match = betweenInAge.exec(text)
  return match !== null &&
    /alder|år/iu.test(text.slice(Math.max(0, match.index - 10), match.index + match[0].length + 8))
    ? pair(match)
    : null
}

const looksAtPeople = (text: string, match: RegExpExecArray): boolean =>
  /år|alder/iu.test(match[0])
    ? !/(?:siden|periode|kontrakt|løbe|gennem|varig)/iu.test(text.slice(Math.max(0, match.index - 20), match.index))
    : /(?:børn|unge|piger|drenge|voksne|personer|borgere|beboere|deltagere|målgruppe)\D{0,20}$/iu.test(
        text.slice(0, match.index),
      )
