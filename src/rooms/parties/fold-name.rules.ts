/**
 * A name without case, signs and Danish letters, as the database keeps each beside itself (`fold_name`): "Østerby, Aase-Marie" is
 * "oesterby aase marie". What is typed is folded the same way before it is looked for.
 */
export const foldName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[æøåöäß]/giu, (letter) => spelledOut.get(letter.toLowerCase()) ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const spelledOut: ReadonlyMap<string, string> = new Map([
  ['æ', 'ae'],
  ['ø', 'oe'],
  ['å', 'aa'],
  ['ö', 'oe'],
  ['ä', 'ae'],
  ['ß', 'ss'],
])

const mostWords = 6

/** The words somebody looks for, folded; more than a few are not looked for. */
export const soughtWords = (typed: string): string[] =>
  [...new Set(foldName(typed.slice(0, 200)).split(' '))].filter((word) => word !== '').slice(0, mostWords)

const shortestMended = 4
const mostMeant = 8

/**
 * The known words a misspelt one may mean: those that begin with it but for one letter changed, left out, put in or swapped with its
 * neighbour; the nearest in length first. Words of fewer than four letters are not mended: they would mean anything.
 */
export const wordsMeant = (misspelt: string, known: Iterable<string>): string[] => {
  if (misspelt.length < shortestMended) return []
  const meant = [...known].filter((word) => beginsNearly(word, misspelt))
  return meant.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, mostMeant)
}

/**
 * Of a misspelt word, what its beginning and its end are: whatever it may mean begins with the one or has the other in it, since one slip
 * cannot be in both. Null for a word that is not mended.
 */
export const partsKept = (misspelt: string): { readonly beginning: string; readonly end: string } | null => {
  if (misspelt.length < shortestMended) return null
  const middle = Math.floor((misspelt.length - 1) / 2)
  return { beginning: misspelt.slice(0, middle), end: misspelt.slice(middle + 1) }
}

const beginsNearly = (word: string, misspelt: string): boolean =>
  [-1, 0, 1].some((more) => isOneSlipAway(word.slice(0, misspelt.length + more), misspelt))

/** Whether one word becomes the other by one letter changed, left out, put in, or two neighbours swapped. */
export const isOneSlipAway = (one: string, other: string): boolean => {
  const apart = one.length - other.length
  if (apart < -1 || apart > 1) return false
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  const [a, b] = [one.slice(at), other.slice(at)]
  if (apart === 1) return a.slice(1) === b
  if (apart === -1) return a === b.slice(1)
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
}
