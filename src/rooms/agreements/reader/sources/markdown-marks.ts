import { rewriteStyled, strongMark, type StyledText } from './styled-text.ts'

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** `12` as a footnote mark: `¹²`. Anything but digits comes back as it is. */
export const superscript = (digits: string): string =>
  /^\d+$/.test(digits)
    ? digits
        .split('')
        .map((digit) => superscripts.charAt(Number(digit)))
        .join('')
    : digits

const isSpace = (character: string): boolean => character === '' || /\s/.test(character)

const opensWith = (next: string, sign: string): boolean => !isSpace(next) && !sign.includes(next)

/** Opening and closing places of a doubled sign (`**`, `__`), paired in reading order. */
const pairsOf = (text: string, sign: string): { open: number; close: number }[] => {
  const pairs: { open: number; close: number }[] = []
  let open = -1
  let at = text.indexOf(sign)
  while (at >= 0) {
    if (open >= 0 && !isSpace(text.charAt(at - 1))) {
      pairs.push({ open, close: at })
      open = -1
    } else if (open < 0 && opensWith(text.charAt(at + sign.length), sign)) open = at
    at = text.indexOf(sign, at + sign.length)
  }
  return pairs
}

const withStrong = (styled: StyledText, sign: string): StyledText => {
  const pairs = pairsOf(styled.text, sign)
  if (pairs.length === 0) return styled
  const marks = Uint8Array.from(styled.marks)
  const signs = new Set<number>()
  for (const { open, close } of pairs) {
    for (let at = open; at < close; at++) marks[at] = (marks[at] ?? 0) | strongMark
    signs.add(open).add(close)
  }
  let seenTo = 0
  const pattern = new RegExp(sign.replaceAll('*', '\\*'), 'g')
  return rewriteStyled({ ...styled, marks }, pattern, (match) => {
    const at = styled.text.indexOf(match, seenTo)
    seenTo = at + match.length
    return signs.has(at) ? '' : match
  })
}

/** Reads markdown's marks inside a text: strong, emphasis, links, pictures, footnote marks and escaped signs. */
export const applyMarkdown = (styled: StyledText): StyledText => {
  if (!/[*_[\\`]/.test(styled.text)) return styled
  const doubled = rewriteStyled(styled, /(?<!\*)\*{3}(?!\*)/g, () => '**')
  const strong = withStrong(withStrong(doubled, '**'), '__')
  const notes = rewriteStyled(strong, /\[\^\d{1,3}\]/g, (mark) => superscript(mark.slice(2, -1)))
  const pictures = rewriteStyled(notes, /!\[[^\][]{0,300}\]\([^()\s]{0,500}\)/g, () => '')
  const links = rewriteStyled(pictures, /\[[^\][]{1,300}\]\([^()\s]{1,500}\)/g, (link) => {
    const [text = '', address = ''] = link.slice(1, -1).split('](')
    const mail = address.startsWith('mailto:') ? address.slice('mailto:'.length) : ''
    return mail === '' || text.includes('@') ? text : `${text} (${mail})`
  })
  const emphasis = rewriteStyled(links, /(?<![\p{L}\p{N}*\\])\*[^\s*][^*\n]{0,300}\*(?![\p{L}\p{N}*])/gu, (match) =>
    /[\s\\]\*$/.test(match) ? match : match.slice(1, -1),
  )
  const leaning = rewriteStyled(emphasis, /(?<![\p{L}\p{N}_\\])_[^\s_][^_\n]{0,300}_(?![\p{L}\p{N}_])/gu, (match) =>
    /[\s\\]_$/.test(match) ? match : match.slice(1, -1),
  )
  return rewriteStyled(leaning, /\\[\\`*_{}[\]()#+\-.!|<>]/g, (escaped) => escaped.slice(1))
}
