import { isAgentNoun, isAgentPhrase, isTargetWord } from './agents.ts'
import type { Act } from './act.ts'
import type { Roster } from './roster.ts'
import type { SentenceShape } from './sentence-shape.ts'
import type { Token } from './tokens.ts'
import { modalOf, verbFormOf } from './verbs.ts'

/** Somebody a sentence names, as it writes them. `to` is the token after them. */
interface Named {
  names: string[]
  to: number
}

const openers =
  /^(?:i|på|ved|til|fra|efter|foruden|gennem|med|for|under|som|hvis|når|endvidere|samtidig|samtidigt|derudover|desuden|ligeledes|herudover|pt|p\.t|løbende|herefter|derefter|udover|ud|mellem|af|om|inden|senest|hvert|hver|en|én|også|der|her|dog|årligt|mindst|minimum|særligt|særlige|bl\.a|således|samlet|fremadrettet|derfor|siden|indtil|disse|dette|denne|sammen|begge|dagligt|ugentligt|månedligt|kvartalsvis|halvårligt|ønsker)$/u

const isFronted = (first: string): boolean => openers.test(first.replace(/\.$/u, ''))

/** The one who acts in an active sentence, or is acted on in a passive one; `[]` where it is no party, post or group. */
export const subjectOf = ({ shape }: Act, roster: Roster): string[] => {
  const { tokens, finiteAt } = shape
  if (finiteAt === -1) return []
  const bearer = bearerOf(shape, roster)
  if (bearer.length > 0) return bearer
  const named = finiteAt > 0 ? readNamed(shape, 0, roster) : { names: [], to: 0 }
  if (named.names.length > 0 && named.to <= finiteAt) return named.names
  if (shape.isExpletive) return []
  if (finiteAt > 0 && !isFronted(tokens[0]?.lower ?? '')) return []
  return readNamed(shape, afterParticles(tokens, finiteAt + 1), roster).names
}

/** "Det påhviler klubben at", "det er klubbens opgave at", "ansvaret ligger hos klubben": who bears a duty that is the subject. */
const bearerOf = (shape: SentenceShape, roster: Roster): string[] => {
  const genitive =
    /^(?:\p{L}+ )?det (?:\p{L}+ )?er (.{2,50}?)s (?:ansvar|opgave|pligt)(?!\p{L})/iu.exec(shape.text)?.[1] ??
    /^(.{2,50}?)s (?:ansvar|opgaver?|rolle) er(?!\p{L})/iu.exec(shape.text)?.[1]
  if (genitive !== undefined && isAgentPhrase(genitive, roster)) return [genitive]
  const { tokens, finiteAt } = shape
  if (tokens[finiteAt]?.lower === 'påhviler') return readNamed(shape, finiteAt + 1, roster).names
  const isPlaced =
    /^(?:ansvaret|opgaven|tovholderrollen)(?!\p{L})/iu.test(shape.text) && tokens[finiteAt]?.lower === 'ligger'
  return isPlaced ? namedBehindVerb(shape, /^(?:hos|i)$/u, roster) : []
}

const particles =
  /^(?:der|også|delvist|helt|primært|fortrinsvis|sammen|tillige|fælles|årligt|endvidere|desuden|derudover|dog|så|samtidig|samtidigt|sig|derfor|herudover|ligeledes|som|udgangspunkt)$/u

const afterParticles = (tokens: readonly Token[], from: number): number => {
  let at = from
  while (particles.test(tokens[at]?.lower ?? '')) at++
  return at
}

/** Those named after a preposition anywhere in the sentence ("mellem klubben og planen"); the first such group. */
export const namedAfter = (shape: SentenceShape, prepositions: RegExp, roster: Roster): string[] =>
  namedAfterFrom(shape, prepositions, 0, roster)

/** The same, but only behind the verb, where those stand who receive. */
export const namedBehindVerb = (shape: SentenceShape, prepositions: RegExp, roster: Roster): string[] =>
  namedAfterFrom(shape, prepositions, shape.finiteAt + 1, roster)

const namedAfterFrom = (shape: SentenceShape, prepositions: RegExp, from: number, roster: Roster): string[] => {
  for (const [at, token] of shape.tokens.entries()) {
    if (at < from || !prepositions.test(token.lower)) continue
    const { names } = readNamed(shape, at + 1, roster)
    if (names.length > 0) return names
  }
  return []
}

/** Those named straight after the verb ("betaler Socialforvaltningen"). */
export const objectOf = ({ tokens, verbAt, ...shape }: SentenceShape, roster: Roster): string[] =>
  verbAt === -1 ? [] : readNamed({ tokens, verbAt, ...shape }, afterParticles(tokens, verbAt + 1), roster).names

/** Those the cooperation is for, where the sentence says so after "for", "til" or "over for" ("for områdets beboere"). */
export const targetsIn = (shape: SentenceShape): string[] => {
  const { tokens } = shape
  for (const [at, token] of tokens.entries()) {
    if (!/^(?:for|til|overfor)$/u.test(token.lower) || tokens[at - 1]?.lower === 'forhold') continue
    const near = tokens.slice(at + 1, at + 6).findIndex(({ text }) => isTargetWord(text))
    if (near === -1) continue
    const end = at + 1 + near
    const between = tokens.slice(at + 1, end)
    if (between.every(({ isWord, text }) => isWord && verbFormOf(text) === null && !/^(?:at|i|af|om|fra)$/u.test(text)))
      return [withoutArticle(shape.text.slice(between[0]?.from ?? tokens[end]?.from, tokens[end]?.to))]
  }
  return []
}

/**
 * Those who act and are neither party nor post, by the words the sentence has for them: "Pigerne vælger …",
 * "Den, der indkalder, …"; `null` where the sentence begins otherwise.
 */
export const doersInOwnWords = ({ text, tokens, finiteAt, isPassive }: SentenceShape): string | null => {
  if (isPassive) return null
  const whoever = /^[Dd]en, der [^,.;]{2,60}(?=,)/u.exec(text)?.[0]
  if (whoever !== undefined) return whoever.charAt(0).toLowerCase() + whoever.slice(1)
  if (finiteAt < 1 || finiteAt > 9) return null
  const before = tokens.slice(0, finiteAt)
  const head = before.slice(0, 3).findIndex((token) => isTargetWord(token.text))
  const words = before.slice(0, head + 1)
  const behind = before[head + 1]
  const isPlain = words.every(({ isWord, lower }) => isWord && !isFronted(lower))
  if (!isPlain || (behind !== undefined && !/^(?:på|fra|i|mellem|over|under|med)$/u.test(behind.lower))) return null
  return head === -1 || before.some((token) => token.text === ',') ? null : text.slice(words[0]?.from, words.at(-1)?.to)
}

/** Those behind "af" in the passive that are neither party nor post: "drives af beboerne selv", "af den, der er vært". */
export const doersBehindBy = ({ text, tokens, verbAt }: SentenceShape): string | null => {
  const whoever = /(?<!\p{L})af (de[nm],? (?:der|som) [^,.;]{2,60})/u.exec(text)?.[1]
  if (whoever !== undefined) return whoever
  const by = tokens.findIndex(({ lower }, at) => at > verbAt && at <= verbAt + 3 && lower === 'af')
  const near = by === -1 ? -1 : tokens.slice(by + 1, by + 3).findIndex((token) => isTargetWord(token.text))
  return near === -1 ? null : text.slice(tokens[by + 1]?.from, tokens[by + 1 + near]?.to)
}

/** Reads a party, post or group from a token on, and those joined to it by commas, "og" or "samt". */
const readNamed = (shape: SentenceShape, from: number, roster: Roster): Named => {
  const parts: { from: number; to: number }[] = []
  const { tokens } = shape
  let at = from
  let joinedByAnd = false
  while (at < tokens.length) {
    const to = endOfOne(shape, at, roster)
    if (to === null) break
    parts.push({ from: at, to })
    const joint = jointAt(tokens, to)
    if (joint === 0) break
    const next = endOfOne(shape, to + joint, roster)
    if (next === null) break
    joinedByAnd ||= tokens[to]?.text !== ','
    at = to + joint
  }
  const last = parts.at(-1)
  const names = parts.map((part) => textOf(shape, part.from, part.to))
  if (last === undefined) return { names: [], to: from }
  return { names: joinedByAnd || names.length < 2 ? withGenitive(names) : [names.join(', ')], to: last.to }
}

/** How many tokens join two named ones: ",", "og", "samt", "såvel som", ", og"; 0 for none. */
const jointAt = (tokens: readonly Token[], at: number): number => {
  const word = tokens[at]?.lower
  if (word === 'såvel') return tokens[at + 1]?.lower === 'som' ? 2 : 0
  if (word === ',') return /^(?:og|samt|eller)$/u.test(tokens[at + 1]?.lower ?? '') ? 2 : 1
  return word === 'og' || word === 'samt' || word === '/' || word === 'eller' ? 1 : 0
}

const nounPhraseStop =
  /^(?:foruden|udover|ud|inden|senest|derfor|desuden|endvidere|i|på|til|fra|med|om|at|der|som|ved|efter|mellem|under|over|hos|gennem|sig|ikke|løbende|også|og|eller|samt|men|hvor|når|hvis|for|af|én|gang|gange|minimum|mindst|kvartalsvis|årligt|ugentligt|månedligt|mhp|ift)$/u

/** The token after a name of several words that the agreement gives ("Sammen på Kajen"), or `null`. */
const endOfKnownName = ({ text, tokens }: SentenceShape, from: number, roster: Roster): number | null => {
  const first = tokens[from]
  if (first === undefined || !/^\p{Lu}/u.test(first.text)) return null
  const rest = text.slice(first.from, first.from + 80).toLowerCase()
  const ends = (roster.names.get(first.lower) ?? [])
    .filter((name) => name.includes(' ') && rest.startsWith(name) && !/^\p{L}/u.test(rest.slice(name.length)))
    .map((name) => first.from + name.length)
  const end = Math.max(-1, ...ends)
  const to = end === -1 ? -1 : tokens.findIndex((token) => token.from >= end)
  return end === -1 ? null : to === -1 ? tokens.length : to
}

/** The token after one named somebody, or `null` if none stands here. */
const endOfOne = (shape: SentenceShape, from: number, roster: Roster): number | null => {
  const { tokens } = shape
  const known = endOfKnownName(shape, from, roster)
  if (known !== null) return known
  let at = from
  while (at < Math.min(from + 8, tokens.length)) {
    const token = tokens[at]
    if (token === undefined || at === shape.finiteAt || !isNounish(tokens, at, from)) return null
    if (token.text.endsWith('-') && /^(?:og|eller)$/u.test(tokens[at + 1]?.lower ?? '')) {
      at += 2
      continue
    }
    if (isHead(shape, at, from, roster)) break
    at++
  }
  if (at >= Math.min(from + 8, tokens.length)) return null
  const end = endOfHead(tokens, at + 1, shape.finiteAt)
  const to = endOfTail(tokens, end, shape.finiteAt)
  return isAgentPhrase(textOf(shape, from, end), roster) ? to : null
}

const isNounish = (tokens: readonly Token[], at: number, from: number): boolean => {
  const token = tokens[at]
  if (token === undefined || !token.isWord || modalOf(token.text) !== null) return false
  if (nounPhraseStop.test(token.lower)) return false
  const form = verbFormOf(token.text)?.form
  return form === undefined || form === 'participle' || (at === from && token.text === 'Indkalder')
}

/** A head is an agent's noun, or a capitalised name that no lower-case noun follows; a genitive is never one. */
const isHead = (shape: SentenceShape, at: number, from: number, roster: Roster): boolean => {
  const token = shape.tokens[at]
  if (token === undefined) return false
  const next = shape.tokens[at + 1]
  const isGenitive =
    /[^s]s$/u.test(token.lower) &&
    next !== undefined &&
    isNounish(shape.tokens, at + 1, at) &&
    !/^(?:kursus|hus)$/u.test(token.lower)
  if (isGenitive && !/(?:ungdomshus|kulturhus|medborgerhus)$/u.test(token.lower)) return false
  if (isAgentNoun(token.text)) return true
  const isName = /^['‘’"]?[\p{Lu}\d]\p{L}*/u.test(token.text) && !/^\d+$/u.test(token.text)
  return isName && isAgentPhrase(textOf(shape, from, at + 1), roster)
}

/** Names go on over capitalised words, quoted names and "&". */
const endOfHead = (tokens: readonly Token[], from: number, finiteAt = -1): number => {
  let at = from
  while (at !== finiteAt && isNamePart(tokens, at)) at++
  if (tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' && tokens[at + 1]?.isWord === true) at += 3
  return at
}

const isNamePart = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.text === '&') return true
  if (/^['‘’"]?\p{Lu}/u.test(token.text)) return true
  return token.isWord && isAgentNoun(token.text) && tokens[at - 1]?.text !== ','
}

const tailPreposition = /^(?:i|fra|for|på|af|under|hos|ved)$/u

/** "projektlederen for Guiderne i KFF": a preposition with a name or an agent behind it belongs to the one before. */
const endOfTail = (tokens: readonly Token[], from: number, finiteAt: number): number => {
  let end = from
  while (tailPreposition.test(tokens[end]?.lower ?? '')) {
    let at = end + 1
    if (/^(?:en|et)$/u.test(tokens[at]?.lower ?? '')) return end
    while (at < end + 5 && tokens[at]?.isWord === true && !isTailHead(tokens, at) && isTailWord(tokens, at)) at++
    if (
      !isTailHead(tokens, at) ||
      (tokens[end]?.lower === 'på' && !isAgentNoun(tokens[endOfHead(tokens, at + 1, finiteAt) - 1]?.text ?? ''))
    )
      return end
    end = endOfHead(tokens, at + 1, finiteAt)
  }
  return end
}

const isTailHead = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined || !token.isWord) return false
  const isGenitive =
    /[^s]s$/u.test(token.lower) && /^\p{L}/u.test(tokens[at + 1]?.text ?? '') && !/hus$/u.test(token.lower)
  return !isGenitive && (isAgentNoun(token.text) || /^['‘’"]?\p{Lu}/u.test(token.text))
}

const isTailWord = (tokens: readonly Token[], at: number): boolean =>
  !nounPhraseStop.test(tokens[at]?.lower ?? '') &&
  verbFormOf(tokens[at]?.text ?? '') === null &&
  modalOf(tokens[at]?.text ?? '') === null

const textOf = ({ text, tokens }: SentenceShape, from: number, to: number): string =>
  text.slice(tokens[from]?.from, tokens[to - 1]?.to).replace(/\s+/gu, ' ')

/** "Helhedsplanens koordinator og leder": the second shares the first one's genitive. */
const withGenitive = (names: readonly string[]): string[] => {
  let owner = ''
  return names.map((name) => {
    const genitive = /^(\p{L}*helhedsplan(?:en|erne)s) /iu.exec(name)?.[1]
    if (genitive !== undefined) owner = genitive
    else if (owner !== '' && /^\p{Ll}+(?<!en|et|ne)$/u.test(name)) return `${owner} ${name}`
    else owner = ''
    return name
  })
}

/**
 * A name without the article in front of it: "de lokale jobkonsulenter" → "lokale jobkonsulenter". What is a name or no
 * noun without it keeps it: "Den Lange Mole", "de unge", "de to ledere".
 */
export const withoutArticle = (name: string): string =>
  /^de (?:unge|ældre|frivillige|ledige|pårørende|to|tre|fire|fem|seks)(?!\p{L})/iu.test(name)
    ? name
    : name.replace(/^(?:[Dd]e[nt]?|[Ee][nt]|[Dd]enne|[Dd]ette|[Dd]isse) (?=\p{Ll}|\p{Lu}{2})/u, '')
