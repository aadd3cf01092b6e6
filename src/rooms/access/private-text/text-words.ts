/** A word of a text with what stands around it. */
export interface TextWord {
  readonly text: string
  readonly lower: string
  readonly at: number
  readonly end: number
  /** What stands between the word before and this one. */
  readonly before: string
  /** What stands between this word and the next. */
  readonly after: string
  readonly isCapital: boolean
  /** A capital means nothing here: the word opens a line, a sentence, a quotation or what follows a colon. */
  readonly opens: boolean
}

const word = /\p{L}[\p{L}\p{M}]*(?:[-'’]\p{L}[\p{L}\p{M}]*)*/gu
// A full stop after one of these ends no sentence.
const shortened = new Set(
  'hr fr frk dr brdr fam iflg mht nr kl ca pt tlf mobil vedr ang inkl ekskl bl dvs evt fx f.eks st v m.fl mfl osv jf pkt pr sml stk tidl red adm afd'.split(
    ' ',
  ),
)
const opening = /[.!?…:\n\r\u2028»"“”•*|\t(]|(?:^|\s)[-–—·]\s/

/** The words of a text, in order. */
export const textWords = (text: string): TextWord[] => {
  const matches = [...text.matchAll(word)]
  const hasMarks = /\p{M}/u.test(text)
  return matches.map((match, i): TextWord => {
    const previous = matches[i - 1]
    const before = text.slice(previous === undefined ? 0 : previous.index + previous[0].length, match.index)
    const end = match.index + match[0].length
    return {
      text: match[0],
      lower: (hasMarks ? match[0].normalize('NFC') : match[0]).toLowerCase(),
      at: match.index,
      end,
      before,
      after: text.slice(end, matches[i + 1]?.index ?? text.length),
      isCapital: isCapital(match[0]),
      opens: previous === undefined || opensAfter(before, previous[0]),
    }
  })
}

const isCapital = (text: string): boolean => {
  const first = text.charCodeAt(0)
  return first < 128 ? first < 97 : /^\p{Lu}/u.test(text)
}

const opensAfter = (before: string, previous: string): boolean => {
  if (before === ' ' || before === ', ') return false
  const isShortened = shortened.has(previous.toLowerCase()) || /^\p{Lu}$/u.test(previous)
  return opening.test(isShortened ? before.replace(/^\./, '') : before)
}

/** The forms a word may have without its genitive: "Fatimas", "Jonas'", "Ali's". */
export const withoutGenitive = (lower: string): string[] => {
  const plain = /['’]/.test(lower.slice(-2)) ? lower.replace(/['’]s?$/, '') : lower
  return plain.endsWith('s') ? [plain, plain.slice(0, -1)] : [plain]
}

/** Whether a word may be a genitive, with the sign after it counted in. */
export const isGenitive = ({ lower, after }: TextWord): boolean =>
  lower.endsWith('s') || /^['’]/.test(after) || /[xz]$/.test(lower)
