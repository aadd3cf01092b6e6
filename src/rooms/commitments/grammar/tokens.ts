/** Text cut into words, digits and signs, each with its place in the phrase. */

export type TokenKind = 'word' | 'digits' | 'sign' | 'stop'

/**
 * `text` is lower case with `é` and `è` as `e`. `glued` tells that no space stands before the token.
 * `raw` is the token as written. A `stop` ends a sentence.
 */
export interface Token {
  kind: TokenKind
  text: string
  raw: string
  glued: boolean
  from: number
  to: number
}

/** Words whose full stop does not end a sentence. */
const abbreviations = new Set(
  (
    'ca cirka kl kr mio mia max maks min pr pct undt jf fx f eks inkl ekskl evt bl a d dvs osv mv m v nr pt p t vedr stk ' +
    'jan feb febr mar apr jun jul aug sep sept okt nov dec man tirs tors ons fre lør søn ugtl mdr md gns hhv mhp ift udg tlf incl tkr'
  ).split(' '),
)

const monthStart = /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)$/

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && code < 0x250)

const isDigit = (code: number): boolean => code >= 48 && code <= 57

const isSpace = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0 || code === 0x202f

const odd = /[éèà–—‑−]/

const plain = (raw: string): string => {
  const lower = raw.toLowerCase()
  if (!odd.test(lower)) return lower
  return lower
    .replaceAll(/[éè]/g, 'e')
    .replaceAll('à', 'á')
    .replaceAll(/[–—‑−]/g, '-')
}

/** The tokens of a phrase. Counts every look at a token, so that a test can see that reading stays linear. */
export class Tokens {
  readonly all: readonly Token[]
  looks = 0

  constructor(all: readonly Token[]) {
    this.all = all
  }

  get length(): number {
    return this.all.length
  }

  at(index: number): Token | undefined {
    this.looks += 1
    return this.all[index]
  }
}

const daysAndMonths =
  /^(?:(?:man|tirs|ons|tors|fre|lør|søn)(?:dage?)?|ma|ti|on|fr|lø|jan(?:uar)?|febr?(?:uar)?|marts?|april?|maj|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

const numerals = /^(?:en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti)$/

/** `mandag-fredag` and `to-tre` are spans of two words; `SSP-repræsentant` is one word. */
const spans = (left: string): boolean => {
  const text = left.toLowerCase()
  return left.length <= 9 && (daysAndMonths.test(text) || numerals.test(text))
}

const wordEnd = (phrase: string, from: number): number => {
  let to = from
  while (to < phrase.length) {
    const code = phrase.charCodeAt(to)
    const joins =
      code === 45 &&
      isLetter(phrase.charCodeAt(to + 1)) &&
      to > from &&
      !spans(phrase.slice(from, Math.min(to, from + 10)))
    if (!isLetter(code) && !joins) break
    to += 1
  }
  return to
}

const digitsEnd = (phrase: string, from: number): number => {
  let to = from
  while (to < phrase.length && isDigit(phrase.charCodeAt(to))) to += 1
  return to
}

const cut = (phrase: string): Token[] => {
  const tokens: Token[] = []
  let at = 0
  let glued = false
  while (at < phrase.length) {
    const code = phrase.charCodeAt(at)
    if (isSpace(code)) {
      glued = false
      at += 1
      continue
    }
    const kind: TokenKind = isDigit(code) ? 'digits' : isLetter(code) ? 'word' : 'sign'
    const to = kind === 'digits' ? digitsEnd(phrase, at) : kind === 'word' ? wordEnd(phrase, at) : at + 1
    const raw = phrase.slice(at, to)
    tokens.push({ kind, text: plain(raw), raw, glued, from: at, to })
    glued = true
    at = to
  }
  return tokens
}

const endsSentence = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (token === undefined || token.kind !== 'sign') return false
  if (token.text === '!' || token.text === '?' || token.text === '•') return true
  if (token.text !== '.') return false
  if (after === undefined) return true
  if (after.glued || after.kind === 'digits') return false
  if (before !== undefined && (abbreviations.has(before.text) || /^(?:i|ii|iii|iv|\p{L})$/u.test(before.text)))
    return false
  const opens = after.kind === 'word' && after.raw.charAt(0) !== after.text.charAt(0)
  if (before?.kind === 'digits') return opens && !monthStart.test(after.text) && !/dag$/.test(after.text)
  return opens || after.kind === 'sign'
}

/** Cuts a phrase into tokens in one pass. */
export const tokenise = (phrase: string): Tokens => {
  const tokens = cut(phrase)
  return new Tokens(tokens.map((token, at) => (endsSentence(tokens, at) ? { ...token, kind: 'stop' } : token)))
}
