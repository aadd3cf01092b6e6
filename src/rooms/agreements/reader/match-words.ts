const functionWords = new Set(
  'af at de den der det disse eller en er et evt eventuelle for fra fx har herunder hhv hvilke hvilken hvordan i ift med mv og om paa pa samt skal som til ved vil'.split(
    ' ',
  ),
)

/**
 * Lower-cases a text and folds away what differs between people who write the same word: Danish letters
 * (`å`, `aa` and `a` become one), accents, soft hyphens and footnote signs.
 */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u00ad¹²³⁰-⁹]/gu, '')
    .replace(/æ|ae/gu, 'a')
    .replace(/ø|oe/gu, 'o')
    .replace(/å|aa/gu, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

/** The folded words of a text, in order. */
export const foldedWords = (text: string): string[] => foldText(text).match(/[\p{L}\d]+/gu) ?? []

/** The folded words that carry meaning; a text of function words alone keeps them all. */
const tellingWords = (text: string): string[] => {
  const words = foldedWords(text)
  const telling = words.filter((word) => !functionWords.has(word))
  return telling.length > 0 ? telling : words
}

/** The number of letters to add, drop or change between two words, or `limit + 1` when it is more than `limit`. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = a[row - 1] === b[column - 1] ? 0 : 1
      const around = Math.min(previous[column] ?? limit, current[column - 1] ?? limit) + 1
      current.push(Math.min(around, (previous[column - 1] ?? limit) + change))
    }
    previous = current
  }
  return previous[b.length] ?? limit + 1
}

/** Two words are the same but for an ending or a slip of the pen; the first letter is hardly ever the slip. */
const isSameWord = (a: string, b: string): boolean => {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 5 || a[0] !== b[0]) return false
  if (Math.abs(a.length - b.length) <= 4 && (a.startsWith(b) || b.startsWith(a))) return true
  const allowed = shorter >= 8 ? 2 : 1
  return editDistance(a, b, allowed) <= allowed
}

const wordsOfWordings = new Map<string, string[]>()

/** The words of a template's wording, folded once. */
const wordingWords = (wording: string): string[] => {
  const known = wordsOfWordings.get(wording)
  if (known !== undefined) return known
  const words = tellingWords(wording)
  if (wordsOfWordings.size > 1000) wordsOfWordings.clear()
  wordsOfWordings.set(wording, words)
  return words
}

const likenessOf = (wanted: string[], given: string[]): number => {
  if (wanted.length === 0 || given.length === 0) return 0
  const met = new Set<number>()
  let found = 0
  for (const word of wanted) {
    let isThere = false
    given.forEach((other, at) => {
      if (!isSameWord(word, other)) return
      met.add(at)
      isThere = true
    })
    if (isThere) found += 1
  }
  const recall = found / wanted.length
  const precision = met.size / given.length
  if (wanted.length === 1 && precision < 0.5) return precision
  return 0.65 * recall + 0.35 * precision
}

/**
 * How well a text answers to the best of several wordings, 0–1: mostly how much of the wording it holds, partly how
 * little else it holds. Spelling slips, endings and order do not matter.
 */
export const bestLikeness = (wordings: string[], text: string): number => {
  const given = tellingWords(text)
  return Math.max(0, ...wordings.map((wording) => likenessOf(wordingWords(wording), given)))
}
