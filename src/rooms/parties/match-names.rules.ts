/** How sure it is that two names are of one thing. `same`: only case, signs or spaces differ. `likely`: worth asking a person. */
export type NameMatch = 'same' | 'likely' | null

/** What is left of a name without case, signs, spaces and accents: by it names are compared everywhere, as `name_key` does in SQL. */
export const nameKey = (name: string): string => fold(name).replace(/[\s!-/:-@[-`{-~«»“”„‘’‚–—·…´]+/gu, '')

/** Small letters without accents; Danish letters written out. */
const fold = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[æä]/gu, 'ae')
    .replace(/[øö]/gu, 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/gu, '')

/**
 * Whether two names of organisations or units are of one: "Børne- og Ungdomsforvaltningen", "Børn og Ungeforvaltningen" and "BUF" are.
 * Tolerates compounds written apart, endings, a misspelt letter, initials, what stands in brackets. The `places` the agreement is about
 * tell little. Never says anything of names with different numbers in them.
 */
export const matchUnitNames = (one: string, other: string, places: readonly string[] = []): NameMatch => {
  if (nameKey(one) === nameKey(other)) return 'same'
  const [a, b] = [partsOf(bare(one)), partsOf(bare(other))]
  if (numbersIn(bare(one)) !== numbersIn(bare(other)) || a.length === 0 || b.length === 0) return null
  if (isPartOf(one, other) || isPartOf(other, one)) return null
  if (a.join(' ') === b.join(' ') || isInitialsOf(one, b) || isInitialsOf(other, a)) return 'likely'
  return overlap(a, b, placeParts(places)) >= likelyFrom ? 'likely' : null
}

/** Whether a name says that it is of a part of the other: "Byens Hus, Biblioteket" and "Biblioteket i Byens Hus" of "Byens Hus". */
export const isPartOf = (part: string, whole: string): boolean => {
  const [one, other] = [nameKey(bare(part)), nameKey(bare(whole))]
  if (other === '' || one === other) return false
  return (
    part
      .split(/,\s+/u)
      .slice(0, -1)
      .some((_, at, cuts) => nameKey(bare(cuts.slice(0, at + 1).join(' '))) === other) ||
    part
      .split(/\s(?:i|ved|under)\s/u)
      .slice(1)
      .some((_, at, cuts) => nameKey(bare(cuts.slice(at).join(' i '))) === other)
  )
}

/** The words of places, also in the genitive: "Sundstrands Kommune" is of Sundstrand. */
const placeParts = (places: readonly string[]): ReadonlySet<string> =>
  new Set(places.flatMap((place) => [...partsOf(place), ...partsOf(place.replace(/s(?=\s|$)/gu, ''))]))

/**
 * Whether one of two names says all the other says and more of the same: "Lejerforeningen" and "Lejerforeningen Sundstrand". "Fyret og
 * Strand" are two, and says no more of the same than "Fyret".
 */
export const isLongerName = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((name) => ({ parts: partsOf(bare(name)), joined: joinedIn(name) }))
  if (a === undefined || b === undefined || a.joined !== b.joined) return false
  const [fewer, more] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts]
  return fewer.length > 0 && fewer.length < more.length && fewer.every((part) => more.includes(part))
}

/** How many are named in one name. */
const joinedIn = (name: string): number => bare(name).split(/(?<!-)\s+og\s+(?=[\p{Lu}\d])|\s*[/&+]\s*/u).length

/** A name without what stands in brackets, where there is more to it. */
const bare = (name: string): string => name.replace(/\s*\([^)]*\)/gu, ' ').trim() || name

/** Whether two names are of one person: the same but for a middle name, an initial or a slip of the pen. */
export const matchPersonNames = (one: string, other: string): NameMatch => {
  if (nameKey(one) === nameKey(other)) return 'same'
  const [a, b] = [plain(one).split(' '), plain(other).split(' ')]
  if (a.length < 2 || b.length < 2) return null
  const [firsts, lasts] = [isNearly(a[0], b[0]), isNearly(a.at(-1), b.at(-1))]
  if (!firsts || !lasts) return null
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  const middles = fewer.slice(1, -1)
  return middles.every((middle) => more.slice(1, -1).some((known) => isShortFor(middle, known))) ? 'likely' : null
}

const likelyFrom = 0.78

/** Small letters and single spaces, without signs; Danish letters written out. */
const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const numbersIn = (text: string): string => (text.match(/\d+/g) ?? []).join(' ')

/** What many names end in and nobody tells them apart by. */
const heads = [
  'forvaltning',
  'afdeling',
  'center',
  'klub',
  'forening',
  'selskab',
  'organisation',
  'sekretariat',
  'raad',
  'skole',
  'enhed',
  'hus',
  'team',
  'projekt',
  'netvaerk',
  'vejledning',
]

const small = new Set(['og', 'i', 'for', 'af', 'under', 'ved', 'the', 'and', 'paa', 'fra'])

const stem = (word: string): string =>
  word.length <= 4 ? word : word.replace(/(?:erne|ene|ets|ens|es|en|et|er|ne|e|s|n)$/, '')

const sameMeaning: Readonly<Record<string, string>> = {
  ungdomm: 'ung',
  ungdom: 'ung',
  unge: 'ung',
  boern: 'barn',
  boerne: 'barn',
  barn: 'barn',
}

const meaning = (word: string): string => {
  const bare = stem(word)
  return sameMeaning[word] ?? sameMeaning[bare] ?? bare
}

/** A name's parts: its words, compounds cut before a known head ("Ungdomsforvaltningen" → ung, forvaltning), by their stems. */
const partsOf = (name: string): string[] =>
  plain(name)
    .split(' ')
    .filter((word) => word !== '' && !small.has(word))
    .flatMap(cut)
    .map(meaning)
    .filter((part) => part !== '')

const cut = (word: string): string[] => {
  const spelt = word.replace(/centr(?:et|ene|e)s?$/, 'center')
  const head = heads.find((known) => new RegExp(`.{2,}${known}(?:b?en|et|er|erne|ne|s)?$`).test(spelt))
  if (head === undefined) return [spelt]
  return [spelt.slice(0, spelt.lastIndexOf(head)).replace(/s$/, ''), head]
}

const isInitialsOf = (name: string, parts: readonly string[]): boolean => {
  const letters = name.replace(/[.\s]/g, '')
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return false
  const initials = parts.map((part) => part[0]).join('')
  const asked = plain(letters).replace(/ae|oe|aa/g, (pair) => pair[0] ?? '')
  return asked === initials || (asked.length >= 3 && initials.startsWith(asked)) || asked === `k${initials}`
}

/** How much of two names is the same, from 0 to 1, part by part; a slip of the pen counts nearly as much as the same. */
const overlap = (a: readonly string[], b: readonly string[], places: ReadonlySet<string>): number => {
  const weight = (part: string): number => (places.has(part) ? lightly : weightOf(part))
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a]
  const free = [...more]
  let shared = 0
  for (const part of fewer) {
    const at = free.findIndex((one) => one === part)
    const near = at === -1 ? free.findIndex((one) => isNearly(one, part)) : at
    if (near === -1) continue
    shared += weight(part) * (at === -1 ? 0.9 : 1)
    free.splice(near, 1)
  }
  const all = [...fewer, ...free].reduce((sum, part) => sum + weight(part), 0)
  return all === 0 ? 0 : Math.min(1, shared / all)
}

const lightly = 0.4

const weightOf = (part: string): number => (heads.some((head) => part.startsWith(head)) ? lightly : 1)

const isShortFor = (one: string, other: string): boolean =>
  one === other ||
  (one.length === 1 && other.startsWith(one)) ||
  (other.length === 1 && one.startsWith(other)) ||
  isNearly(one, other)

/** Whether two words are the same but for one letter in four or more: left out, put in, changed or swapped with its neighbour. */
const isNearly = (one: string | undefined, other: string | undefined): boolean => {
  if (one === undefined || other === undefined) return false
  if (one === other) return true
  const longest = Math.max(one.length, other.length)
  return longest >= 4 && distance(one, other) <= (longest >= 9 ? 2 : 1)
}

/** Letters to change, leave out, put in or swap, to get from one word to the other. */
const distance = (one: string, other: string): number => {
  let [before, row] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const swap =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap))
    }
    ;[before, row] = [row, next]
  }
  return row.at(-1) ?? 0
}
