import type { AgreementVenue } from '../agreement-format.ts'
import { sentencesOf } from './read-sentences.ts'
import { withoutMarks } from './find-footnotes.ts'
import type { AnswerLine } from './read-sections.ts'

const takesPlace =
  /(?<![\p{L}])(?:afholdes|afvikles|foregår|foregå|finder sted|finde sted|holdes|holder til|holde til|har base|har sin base|har deres base|holder åbent|benyttes|benytter|benytte|bruges|bruger|bruge|anvendes|anvender|anvende|råder over|er i|ligger i|til huse|mødes|placeres|er placeret|har til huse|har åbent|er der|findes|går gennem|går i)(?![\p{L}])/iu
const lends =
  /^(?<giver>.+?)\s+(?<verb>stiller|lægger|kan stille|vil stille)\s+(?<what>(?:\p{Ll}+\s+){0,2}?(?:\p{Ll}*lokale(?:r|t|rne)?|hus|\p{Ll}*rum))\s+(?:til rådighed|til)/u
const lentTo =
  /(?:leje|brug|lån|benyttelse)\s+af\s+(?<what>.+?)(?=,?\s+(?:til|som|i forbindelse|en dag|\d+ dag)(?![\p{L}])|;|\.?$)/iu
const localArea =
  /^[Ii]\s+(?<area>\p{Lu}[^,.;]*?)\s+(?=(?:afholdes|afvikles|foregår|finder|holdes|benyttes|bruges|anvendes|ligger|mødes|kan|vil|skal|er|stilles))/u
const worksite = /arbejdsplads|kontor|lokale|plads/iu

const itemStart =
  /^(?:(?:og|eller|samt|og\/eller|alternativt|evt\.|eventuelt|bl\.a\.|fx|f\.eks\.|derudover|desuden|også|endvidere|herunder|både|såvel|primært|enten)\s+)*(?:(?:i|på|hos|ved|af)\s+)?(?:(?:et|en|den såkaldte)\s+(?=\p{Ll}+(?:lokale|rum|sal)\b))?/iu

const tidyName = (text: string): string => {
  let name = text.trim().replace(/[\s,.;:]+$/u, '')
  for (let before = ''; before !== name;) {
    before = name
    name = name.replace(itemStart, '').trim()
  }
  return withoutMarks(name)
}

/** Cuts a list at its commas and its "og", "eller", "og/eller", but not inside brackets or a name's own "og". */
const cutList = (text: string): string[] => {
  const parts: string[] = []
  let depth = 0
  let from = 0
  const cut = (to: number, next: number): void => {
    parts.push(text.slice(from, to))
    from = next
  }
  for (const match of text.matchAll(
    /[()]|,(?!\s*\d{4}\s)\s*(?:(?:og|eller|samt)\s+)?|;\s*|\s+(?:og\/eller|samt)\s+|\s+(?:eller|og)\s+(?=(?:alternativt|i|på|hos|ved|et|en|den|det|de|diverse|\p{Lu}\p{Ll}+(?:'s|s)?\s)(?![\p{L}]))|\s+og\s+/gu,
  )) {
    if (match[0] === '(') depth += 1
    else if (match[0] === ')') depth -= 1
    else if (depth === 0) cut(match.index, match.index + match[0].length)
  }
  parts.push(text.slice(from))
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const placeIn = /\s(?:i|på|ved)\s+(?<area>\p{Lu}[\p{L}\d.'’/-]*(?:\s+(?:\p{Lu}|\d)[\p{L}\d.'’/-]*)*)/u

const areaOf = (name: string): string | null => {
  const bracket = /\((\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)\)$/u.exec(name)?.[1]
  if (bracket !== undefined) return bracket
  const area = placeIn.exec(` ${name}`)?.groups?.['area']
  return area === undefined ||
    /^(?:Klub|Jobcenter|Center|Café|Sundhedscenter)\s/u.test(area) ||
    /\d{3}|(?:lokale\S*|cent(?:er|ret|eret)|hus(?:et)?|hal(?:len)?|klub(?:ben)?|skolen?|bibliotek(?:et)?|kirken?|gymnasium|caf[eé]\S*|rådgivning\S*|kontor\S*|'s?)$/iu.test(
      area,
    )
    ? null
    : area
}

const isNothing = (name: string): boolean =>
  name.length < 3 ||
  /^(?:dette|disse|denne|samme|det samme|de samme)(?![\p{L}])/iu.test(name) ||
  /^(?:der|det|de|den|dette|disse|andre|ingen|ikke|efter behov|mv|m\.m|m\.v|osv|relevant|-|–)\.?$/iu.test(name) ||
  /^ingen\b/iu.test(name)

/** "Fyrets lokaler i Molen og/eller Tangparken": a bare place name takes over the words before the place above it. */
const completed = (parts: string[]): string[] => {
  let head: string | null = null
  return parts.map((part) => {
    const name = tidyName(part)
    const own = /^(?<head>.*?(?:lokale|lokaler|rum|sale?)\S*)\s+(?:i|på)\s+\p{Lu}/u.exec(name)?.groups?.['head'] ?? null
    const isBareWord = /^\p{Lu}[\p{L}]+$/u.test(name) && !/^(?:i|på|hos)\s/iu.test(part.trim())
    const full = isBareWord && head !== null ? `${head} i ${name}` : name
    head = own ?? (isBareWord ? head : null)
    return full
  })
}

const address = /^\p{Lu}[\p{L}.’' -]*\s\d{1,3}\s?\p{L}?\.?(?:,.*)?$/u

const splitAndJoin = (text: string): string[] => {
  const raw = cutList(text)
  const joined: string[] = []
  for (const part of raw) {
    const last = joined.at(-1)
    const isAddress = last !== undefined && address.test(part) && !/\d/u.test(last)
    const isRoom = isAddress || (last !== undefined && /^(?:lokale|rum|sal|stuen|opgang|nr\.?)\s*\S{0,4}$/iu.test(part))
    if (isRoom) {
      joined[joined.length - 1] = `${last}, ${part}`
      continue
    }
    const isHalf =
      last !== undefined &&
      /(?:-|^\p{L}+)$/u.test(last) &&
      /^\p{Ll}/u.test(part) &&
      !/^(?:i|på|hos|ved|diverse|de|den|det|en|et)\s/u.test(part) &&
      /^(?:lokaler|gårdrum|rum|sale?|fælles\S*)$/iu.test(last)
    if (isHalf) joined[joined.length - 1] = `${last} og ${part}`
    else joined.push(part)
  }
  return joined
}

const venuesIn = (list: string, area: string | null, line: AnswerLine): AgreementVenue[] =>
  completed(splitAndJoin(list))
    .flatMap(withBracket)
    .filter((name) => !isNothing(name))
    .map((name) => ({ name, area: area ?? areaOf(name), source: line.place }))

/** "et lokale i Parken (evt. med kontor på Vejen)" names two places. */
const withBracket = (name: string): string[] => {
  const match = /^(.*?)\s*\((?:evt\.?|eventuelt|samt|og)?\s*(?:med|også)?\s*(\S.*?)\)\s*$/iu.exec(name)
  const inner = match?.[2]
  return match === null || inner === undefined || !/\s(?:i|på|ved)\s\p{Lu}/u.test(` ${inner}`)
    ? [name]
    : [tidyName(match[1] ?? ''), tidyName(inner)]
}

const afterVerb = (sentence: string): string | null => {
  const match = takesPlace.exec(sentence)
  if (match === null) return null
  const rest = sentence.slice(match.index + match[0].length)
  const verb = match[0].toLowerCase()
  if (/^(?:benytte|bruge|anvende|råder|går gennem)/u.test(verb) && !/^\s+(?:i|på|hos|ved)\s/u.test(rest)) return rest
  const start =
    /(?:^|\s)(?:i|på|hos|ved)\s+(?!(?:forbindelse|samarbejde|regi|stedet|perioden|alt|skift|tværs|hverdage|weekend\p{L}*|løbet|skoleåret|ferie\p{L}*|sommer\p{L}*|vinter\p{L}*|forår\p{L}*|efterår\p{L}*|dagtim\p{L}*|aften\p{L}*|\p{L}+dage|aftale|det omfang|højere)(?![\p{L}]))/u.exec(
      rest,
    )
  return start === null ? null : rest.slice(start.index)
}

const hasPlaceWord =
  /lokale|sal|rum|bibliotek|park|plads|hus|center|centre|klub|skole|bold|bane|hal|gård|værested|haven|torv|kontor|institution|kælder|køkken|café|cafe|have|vej|gade/iu

const venuesOfSentence = (sentence: string, line: AnswerLine, isFirst: boolean): AgreementVenue[] => {
  const area = localArea.exec(sentence)?.groups?.['area']?.trim() ?? null
  const lender = lends.exec(sentence)?.groups
  if (lender !== undefined) {
    const giver = (lender['giver'] ?? '')
      .replace(/^.*(?:mulighed for,?\s+at|derudover|desuden|endvidere)\s+/iu, '')
      .trim()
    const what = (lender['what'] ?? 'lokale').replace(/^(?:desuden|også|endvidere|gerne|altid|evt\.)\s+/iu, '')
    return [{ name: `${what} hos ${giver}`, area: areaOf(giver), source: line.place }]
  }
  const lent = lentTo.exec(sentence)?.groups?.['what']
  if (lent !== undefined && hasPlaceWord.test(`${lent} ${sentence}`)) {
    return [{ name: tidyName(lent), area: area ?? areaOf(lent), source: line.place }]
  }
  const list = afterVerb(sentence)
  if (list !== null) return venuesIn(list, area, line)
  const starts = /^(?:Udgangspunktet(?:\s\S+){0,5}?\ser|Stedet er|Lokalet er)\s+(?<list>.+)$/u.exec(sentence)?.groups?.[
    'list'
  ]
  if (starts !== undefined) return venuesIn(starts, area, line)
  const has = /\bha(?:r|ve)\s+(?<what>.+)$/u.exec(sentence)?.groups?.['what']
  if (has !== undefined && worksite.test(has)) {
    const at = /\s(?:i|på|hos|ved)\s+(?<list>\p{Lu}.+)$/u.exec(has)?.groups?.['list']
    return at === undefined ? [] : venuesIn(at, area, line)
  }
  const isBareList =
    !takesPlace.test(sentence) &&
    !/\s(?:er|bliver|skal|kan|vil|har|stiller|indgår|aftales?|arbejder|sker|sørger|koordinerer)\s/iu.test(sentence)
  return isBareList && (isFirst || line.bullet > 0 || hasPlaceWord.test(sentence)) ? venuesIn(sentence, area, line) : []
}

const circumstance =
  /\s+(?:ved (?:dårligt|godt|behov)(?: vejr)?|i (?:sommer|vinter)(?:en|halvåret|perioden)|i (?:foråret|efteråret|ferierne|skoleåret|dagtimerne)|på skift|efter aftale)(?![\p{L}])/giu

/** When and in what weather is not where. */
const withoutCircumstance = (text: string): string => text.replace(circumstance, '')

/** No sentence about a place is longer; what is longer is no sentence. */
const isSentence = (text: string): boolean => text.length <= 3000

/** Sentences, cut once more where a second area begins: "I A holdes …, og i B bruges …". */
const clausesOf = (text: string): string[] =>
  sentencesOf(text)
    .filter(isSentence)
    .flatMap((sentence) =>
      sentence.split(
        /,?\s+(?:og|mens|samt)\s+(?=i\s+\p{Lu}\S*(?:\s\S+)?\s(?:afholdes|foregår|holdes|benyttes|bruges|anvendes|mødes)\s)/u,
      ),
    )

/** The places an answer about venues names, lists cut into their places, each with its area where the text tells one. */
export const readVenues = (lines: AnswerLine[]): AgreementVenue[] => {
  const venues = lines.flatMap((line) =>
    clausesOf(withoutCircumstance(line.text)).flatMap((sentence, at) => venuesOfSentence(sentence, line, at === 0)),
  )
  return venues.filter(
    (venue, at) => venues.findIndex((other) => other.name.toLowerCase() === venue.name.toLowerCase()) === at,
  )
}
