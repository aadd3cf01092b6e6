/** What of a seat can be recognised in the agreement's words. */
interface Seat {
  readonly name: string
  readonly party: string
  readonly holder: string | null
}

/** Words that tell nobody apart. */
const common = new Set([
  'den',
  'det',
  'de',
  'en',
  'et',
  'i',
  'på',
  'for',
  'af',
  'og',
  'med',
  'der',
  'lokal',
  'lokale',
  'fra',
  'til',
])

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !common.has(word))

/** A noun without its endings: "klubberne" and "klubbens" are "klub". */
const stemOf = (word: string): string =>
  word
    .replace(/s$/u, '')
    .replace(/(?:erne|ene|en|et|er|ne|e)$/u, '')
    .replace(/([bdfgklmnprt])\1$/u, '$1')

/** The last part of a compound is what it is: "ungdomsklubben" is one of "klubberne". */
const isOne = (sought: string, there: string): boolean => {
  const [wanted, found] = [stemOf(sought), stemOf(there)]
  return found === wanted || (wanted.length >= 4 && found.endsWith(wanted))
}

const means = (candidate: string, { name, party, holder }: Seat): boolean => {
  const sought = wordsIn(candidate)
  const seat = wordsIn(`${name} ${party} ${holder ?? ''}`)
  return sought.length > 0 && sought.every((word) => seat.some((other) => isOne(word, other)))
}

/** Whether the agreement names whoever sits there among those who might call the meetings some day. Pure. */
export const isCandidate = (seat: Seat, candidates: readonly string[]): boolean =>
  candidates.some((candidate) => means(candidate, seat))

/** The seats, those whom the agreement names first; pure. */
export const candidatesFirst = <One extends Seat>(seats: readonly One[], candidates: readonly string[]): One[] =>
  seats.toSorted((a, b) => Number(isCandidate(b, candidates)) - Number(isCandidate(a, candidates)))
