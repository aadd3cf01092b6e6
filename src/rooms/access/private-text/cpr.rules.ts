import { Refused } from '../../../platform/refused.ts'
import { type DigitGroup, digitGroups } from './digit-groups.ts'

/** Where in a text something stands, in UTF-16 units. */
export interface TextSpan {
  readonly at: number
  readonly length: number
}

/** How the digits of a CPR number fall into groups: its birth date's, then its serial number's. */
interface Shape {
  readonly birth: readonly number[]
  readonly serial: readonly number[]
  /** What may stand between the parts of the birth date, and between those of the serial number. */
  readonly inner: RegExp
  readonly middle: RegExp
}

const nothing = /^$/
const oneSpace = /^ $/
const anyGap = /^(?:[\s\-./_:;,|·•*'’()=~]|nr|og){0,6}$/
const tightGap = /^ {0,2}[-_/.:]? ?\n? {0,2}$|^ ?\n ?$/
const ones = (count: number): number[] => Array.from({ length: count }, () => 1)

const allShapes: readonly Shape[] = [
  { birth: [10], serial: [], inner: nothing, middle: nothing },
  { birth: [12], serial: [], inner: nothing, middle: nothing },
  { birth: [6], serial: [4], inner: nothing, middle: anyGap },
  { birth: [8], serial: [4], inner: nothing, middle: anyGap },
  { birth: [6], serial: [2, 2], inner: oneSpace, middle: tightGap },
  { birth: [6], serial: ones(4), inner: oneSpace, middle: tightGap },
  { birth: [2, 2, 2], serial: [4], inner: /^ ?[-./ ] ?$/, middle: tightGap },
  { birth: [2, 2, 4], serial: [4], inner: /^ ?[-./ ] ?$/, middle: tightGap },
  { birth: [2, 2, 2], serial: [2, 2], inner: oneSpace, middle: /^ ?[- ] ?$/ },
  { birth: ones(6), serial: ones(4), inner: /^[-._ ]{1,3}$/, middle: /^[-._\n ]{1,5}$/ },
  { birth: ones(6), serial: [4], inner: /^[-._ ]{1,3}$/, middle: /^[-._\n ]{1,5}$/ },
  { birth: ones(8), serial: ones(4), inner: /^[-._ ]{1,3}$/, middle: /^[-._\n ]{1,5}$/ },
]

const shapesBeginningWith = Map.groupBy(allShapes, ({ birth }) => birth[0] ?? 0)

const uuid = /(?<![0-9a-z])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-z])/giu

/**
 * Every place in a text that has the shape of a CPR number: a possible birth date and four digits, however they are
 * written and divided. The check digit is not asked for: numbers given out since 2007 need not fit it. In doubt it is one.
 */
export const findCprShapes = (text: string): TextSpan[] => {
  const groups = digitGroups(text)
  const found: TextSpan[] = []
  const ids = groups.length < 3 ? [] : [...text.matchAll(uuid)].map(({ index }) => ({ at: index, length: 36 }))
  for (let first = 0; first < groups.length; first += 1) {
    const count = shapeAt(text, groups, first)
    const [begin, end] = [groups[first]?.at ?? 0, groups[first + count - 1]?.end ?? 0]
    if (count === 0 || ids.some((id) => begin >= id.at && end <= id.at + id.length)) continue
    found.push({ at: begin, length: end - begin })
    first += count - 1
  }
  return found
}

/** How many groups from here on are a CPR number; 0 where none is. The cheapest questions come first: texts may be long. */
const shapeAt = (text: string, groups: readonly DigitGroup[], first: number): number => {
  const length = groups[first]?.digits.length ?? 0
  for (const shape of shapesBeginningWith.get(length) ?? []) {
    const count = shape.birth.length + shape.serial.length
    if (!hasLengths(shape, groups, first)) continue
    if (isWrittenInPieces(shape) && isPartOfLongerRow(groups, first, count)) continue
    const taken = groups.slice(first, first + count)
    if (hasGaps(shape, taken) && isBirthDate(taken) && isAlone(text, taken, shape)) return count
  }
  return 0
}

const hasLengths = ({ birth, serial }: Shape, groups: readonly DigitGroup[], first: number): boolean =>
  birth.every((length, i) => groups[first + i]?.digits.length === length) &&
  serial.every((length, i) => groups[first + birth.length + i]?.digits.length === length)

const hasGaps = ({ birth, inner, middle }: Shape, taken: readonly DigitGroup[]): boolean => {
  const gapsFit = taken.every(
    ({ gap }, i) => i === 0 || (gap !== null && (i === birth.length ? middle : inner).test(gap)),
  )
  return gapsFit && (birth.length !== 3 || taken[1]?.gap?.trim() === taken[2]?.gap?.trim())
}

const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Day, month and year can be a birth date. Hospitals give those without a number one whose day is 60 too high. */
const isBirthDate = (taken: readonly DigitGroup[]): boolean => {
  const digits = taken.map((group) => group.digits).join('')
  const day = Number(digits.slice(0, 2))
  const last = longestMonth[Number(digits.slice(2, 4)) - 1] ?? 0
  const isDay = (candidate: number): boolean => candidate >= 1 && candidate <= last
  if (digits.length === 10) return isDay(day) || isDay(day - 60)
  const year = Number(digits.slice(4, 8))
  return isDay(day) && year >= 1858 && year <= 2057
}

const isAlone = (text: string, taken: readonly DigitGroup[], shape: Shape): boolean => {
  const [begin, end] = [taken[0]?.at ?? 0, taken.at(-1)?.end ?? 0]
  return !isInsideLongerCode(text, begin, end) && !isKnownOtherwise(text, begin, end, shape)
}

/** A letter beside the number does not hide it ("cpr010190…"), but more digits or a row of hex letters do. */
const isInsideLongerCode = (text: string, begin: number, end: number): boolean => {
  const before = /[\p{L}\p{Nd}]*$/u.exec(text.slice(Math.max(0, begin - 40), begin))?.[0] ?? ''
  const after = /^[\p{L}\p{Nd}]*/u.exec(text.slice(end, end + 40))?.[0] ?? ''
  if (/\p{Nd}/u.test(before + after)) return true
  return before.length + after.length >= 4 && /^[a-f]+$/i.test(before + after)
}

const isWrittenInPieces = ({ birth }: Shape): boolean => birth.length > 1

// "01.01.2013-31.12.2016" and a row of phone numbers in pairs hold no CPR number, though a stretch of them looks like one.
const isPartOfLongerRow = (groups: readonly DigitGroup[], first: number, count: number): boolean => {
  const joins = /^[-./: ]$/
  const before = groups[first]?.gap ?? null
  const after = groups[first + count]?.gap ?? null
  return (before !== null && joins.test(before)) || (after !== null && joins.test(after))
}

const money = /^ ?(?:kr\b|kroner|dkk|,-|;-|,\d\d\b|\.\d{3}\b)/i
const clockOrYear = /^(?:19|20)\d\d$/
const postTown =
  /^ (?:K(?:ø|oe)benhavn|Kbh|Frederiksberg|Aarhus|Århus|Odense|Aalborg|Ålborg|[A-ZÆØÅ][a-zæøå]+(?: [NSVØKC]| [SN][VØ])\b)/u
const otherNumbers = /(?:\bisbn|\bp-nummer|produktionsenhed\p{L}*|\bean|\bgln|\bcvr)[\s:.-]*(?:nr|nummer)?[\s:.-]*$/iu
const account = /(?:konto|reg)\p{L}*\.?[\s:]*(?:nr\.?|nummer)?[\s:]*\d{4}[\s-]+$/iu

const isKnownOtherwise = (text: string, begin: number, end: number, shape: Shape): boolean => {
  const before = text.slice(Math.max(0, begin - 30), begin)
  if (/(?:\+|\b00)$/.test(before) && !isWrittenInPieces(shape) && shape.serial.length === 0) return true
  if (shape.birth[0] === 10) return otherNumbers.test(before) || account.test(before)
  if (shape.birth[0] === 8 && otherNumbers.test(before)) return true
  if (!isWrittenInPieces(shape) || shape.serial.length !== 1) return false
  const [written, after] = [text.slice(begin, end), text.slice(end, end + 24)]
  if (shape.birth[2] === 4 && clockOrYear.test(written.slice(-4)) && /[./-]/.test(written)) return true
  return /[./-].*\s\d{4}$/s.test(written) && (money.test(after) || postTown.test(after))
}

/** Throws Refused('cpr_not_allowed') where a text holds the shape of a CPR number. The number is not in what is thrown. */
export const requireNoCpr = (text: string): void => {
  if (findCprShapes(text).length > 0) throw new Refused('cpr_not_allowed')
}

/** What stands in the place of a number. */
export const cprMask = '●●●●●●-●●●●'

/** The text with every CPR shape masked. */
export const maskCpr = (text: string): string => {
  let [masked, from] = ['', 0]
  for (const { at, length } of findCprShapes(text)) {
    masked += text.slice(from, at) + cprMask
    from = at + length
  }
  return masked + text.slice(from)
}
