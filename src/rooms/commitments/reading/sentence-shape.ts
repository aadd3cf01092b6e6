import { tokensOf } from './tokens.ts'
import type { Token } from './tokens.ts'
import { isRatherNoun, modalOf, verbFormOf, verbInNoun } from './verbs.ts'
import type { Modal } from './verbs.ts'

/**
 * What a sentence looks like to the rules of this room: its main verb, who stands before and after it.
 * `finiteAt` is the token of the verb that Danish puts in the second place, -1 in a phrase without one.
 * `verb` is the verb that carries the meaning ("vil … samarbejde" → `samarbejde`), for a phrase without a finite verb
 * the one its first words are made of ("Koordinering af …" → `koordinere`); `null` if it is unknown.
 * `isPassive` holds for "afholdes", "vil blive afholdt" and "er ansat".
 */
export interface SentenceShape {
  text: string
  tokens: Token[]
  finiteAt: number
  verbAt: number
  verb: string | null
  modal: Modal | null
  isPassive: boolean
  isExpletive: boolean
}

const subordinators = new Set(
  `som at hvis når mens hvor da fordi såfremt hvem hvad hvordan hvilket hvilke hvis inden selvom eftersom hvoraf hvortil
   hvorved`.split(/\s+/u),
)

const auxiliaries = new Set(['er', 'var', 'har', 'bliver', 'blev', 'får'])

/** Reads the shape of one sentence, or of a bullet that need not be one. */
export const shapeOf = (text: string): SentenceShape => {
  const tokens = tokensOf(text)
  const finiteAt = findFinite(tokens)
  if (finiteAt === -1) return phraseShape(text, tokens)
  const finite = tokens[finiteAt]
  const modal = finite === undefined ? null : modalOf(finite.text)
  const isExpletive = tokens
    .slice(0, finiteAt + 3)
    .some((token, at) => token.lower === 'der' && isExpletiveAt(tokens, at))
  const own = finite === undefined ? null : (verbFormOf(finite.text) ?? verbFormOf(finite.lower.replace(/r$/u, '')))
  const carried = modal !== null || (finite !== undefined && auxiliaries.has(finite.lower))
  const main = carried ? findCarried(tokens, finiteAt, modal !== null) : null
  return {
    text,
    tokens,
    finiteAt,
    verbAt: main?.at ?? finiteAt,
    verb: main?.lemma ?? own?.lemma ?? null,
    modal,
    isPassive: main === null ? own?.form === 'passive' : main.isPassive,
    isExpletive,
  }
}

const phraseShape = (text: string, tokens: Token[]): SentenceShape => {
  const start = tokens.findIndex((token) => token.isWord && token.lower !== 'at')
  const shape = { text, tokens, finiteAt: -1, verbAt: -1, modal: null, isPassive: false, isExpletive: false }
  for (let at = Math.max(start, 0); at < Math.min(start + 4, tokens.length); at++) {
    const word = tokens[at]?.text ?? ''
    const known = verbFormOf(word)
    if (known !== null && (at === start || known.form === 'infinitive'))
      return { ...shape, verbAt: at, verb: known.lemma }
    const made = verbInNoun(word)
    if (made !== null) return { ...shape, verbAt: at, verb: made }
  }
  return { ...shape, verb: null }
}

/**
 * The first verb that stands in no subordinate clause. A relative clause ends at a comma before a verb, or, where the
 * comma is missing, at the second verb that is not joined to the first by "og".
 */
const findFinite = (tokens: readonly Token[]): number => {
  const afterCondition = endOfVerbFirst(tokens)
  if (afterCondition !== -1) return afterCondition
  let verbsInside = -1
  for (const at of tokens.keys()) {
    const before = tokens[at - 1]
    if (isFinite(tokens, at)) {
      const joined = before !== undefined && /^(?:og|eller|samt|der|som|at|kan|skal|vil)$/u.test(before.lower)
      if (verbsInside === -1 || before?.text === ',' || (verbsInside > 0 && !joined)) return at
      verbsInside++
    } else if (opensSubordinate(tokens, at)) verbsInside = Math.max(verbsInside, 0)
  }
  return -1
}

/** "Ønsker en part …, sender den …": a condition that begins with its verb; the act is the verb after the comma. */
const endOfVerbFirst = (tokens: readonly Token[]): number => {
  if (!/^\p{Lu}/u.test(tokens[0]?.text ?? '') || !isFinite(tokens, 0)) return -1
  const comma = tokens.findIndex((token, at) => token.text === ',' && isFinite(tokens, at + 1))
  return comma === -1 ? -1 : comma + 1
}

const isFinite = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined || !token.isWord) return false
  if (modalOf(token.text) !== null) return true
  if (
    token.text === 'Indkalder' &&
    at === 0 &&
    /^(?:er|har|skal|sender|laver|sørger|står)$/u.test(tokens[1]?.lower ?? '')
  )
    return false
  if (isRatherNoun(token.text)) return isVerbByPlace(tokens, at)
  const known = verbFormOf(token.text)
  if (known === null || known.form === 'infinitive' || known.form === 'participle') return auxiliaries.has(token.lower)
  return !isNounHere(tokens, at, token)
}

/** "Forvaltningen leder projektet" but "leder af projektet", "den daglige leder". */
const isVerbByPlace = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (
    next === undefined ||
    !next.isWord ||
    /^(?:af|i|for|på|fra|og|pt|ved|i|er|har|skal|vil|deltager)$/u.test(next.lower)
  )
    return false
  const form = verbFormOf(next.text)?.form
  if (form === 'present' || form === 'passive' || modalOf(next.text) !== null) return false
  return before === undefined || /^\p{Lu}/u.test(before.text) || /(?:en|et|ne)$/u.test(before.lower)
}

/** "aftaler om", "de samarbejder", "den løbende drift": a word that is a plural noun as well is one after these. */
const isNounHere = (tokens: readonly Token[], at: number, token: Token): boolean => {
  if (
    !/^(?:aftaler|samarbejder|arbejder|kontakter|støtter|besøger|priser|brugers|starter|bruger|tilbyder|afsætter|køber|ydes?)$/u.test(
      token.lower,
    )
  )
    return false
  const before = tokens[at - 1]?.lower
  return (
    before === undefined ||
    /(?:^(?:af|om|til|med|for|de|på|i|ved|nye|lokale|to|tre|fire|øvrige)|ige|ske)$/u.test(before)
  )
}

const opensSubordinate = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined) return false
  if (token.lower === 'der') return !isExpletiveAt(tokens, at)
  if (token.lower === 'da' && tokens[at - 1]?.lower === 'indtil') return false
  if (token.lower === 'som') return !comparesAt(tokens, at)
  return subordinators.has(token.lower)
}

/** "såvel som", "som minimum", "som en del af": no relative clause begins here. */
const comparesAt = (tokens: readonly Token[], at: number): boolean =>
  /^(?:såvel|ligesom|både)$/u.test(tokens[at - 1]?.lower ?? '') ||
  /^(?:udgangspunkt|minimum|regel|hovedregel|oftest|led|supplement|del|en|et|opfølgning)$/u.test(
    tokens[at + 1]?.lower ?? '',
  )

/** "Der afholdes", "afholdes der", "kan der": a place holder for the subject, not "who". */
const isExpletiveAt = (tokens: readonly Token[], at: number): boolean => {
  if (tokens[at]?.lower !== 'der') return false
  const before = tokens[at - 1]
  if (before === undefined) return true
  if (isFinite(tokens, at - 1) || /^(?:men|og|derudover|endvidere)$/u.test(before.lower)) return true
  return before.text === ',' && at < 4 && !isFinite(tokens, at + 1)
}

interface Carried {
  at: number
  lemma: string
  isPassive: boolean
}

/** The verb after a modal ("skal … orienteres") or an auxiliary ("er ansat", "har ansvaret for" has none). */
const findCarried = (tokens: readonly Token[], finiteAt: number, afterModal: boolean): Carried | null => {
  let becomes = false
  for (let at = finiteAt + 1; at < tokens.length; at++) {
    const token = tokens[at]
    if (token === undefined || opensSubordinate(tokens, at)) return null
    if (token.lower === 'blive' || token.lower === 'blevet') becomes = true
    const known = verbFormOf(token.text)
    if (known === null || known.lemma === 'blive' || isNounAfter(tokens[at - 1])) continue
    if (afterModal && !becomes && known.form === 'infinitive') {
      if (known.lemma === 'være' || known.lemma === 'have') return carriedAfter(tokens, at, known.lemma)
      return { at, lemma: known.lemma, isPassive: false }
    }
    if (afterModal && !becomes && known.lemma === 'mødes') return { at, lemma: 'mødes', isPassive: false }
    if (afterModal && known.form === 'passive') return { at, lemma: known.lemma, isPassive: true }
    if ((!afterModal || becomes) && known.form === 'participle')
      return { at, lemma: known.lemma, isPassive: isPassiveOf(tokens, finiteAt) }
  }
  return null
}

/** "i samarbejde", "et arbejde": the word is a noun after these. */
const isNounAfter = (before: Token | undefined): boolean =>
  before !== undefined && /^(?:i|et|det|på|af|en|den|deres|fælles|tæt)$/u.test(before.lower)

const carriedAfter = (tokens: readonly Token[], at: number, lemma: string): Carried => {
  const next = tokens.slice(at + 1, at + 5).findIndex((token) => verbFormOf(token.text)?.form === 'participle')
  const found = next === -1 ? undefined : verbFormOf(tokens[at + 1 + next]?.text ?? '')
  return found === null || found === undefined
    ? { at, lemma, isPassive: false }
    : { at: at + 1 + next, lemma: found.lemma, isPassive: true }
}

const isPassiveOf = (tokens: readonly Token[], finiteAt: number): boolean => tokens[finiteAt]?.lower !== 'har'
