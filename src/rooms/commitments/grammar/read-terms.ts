import type { Rule } from '../notation.ts'
import { composeSentence } from './compose.ts'
import type { GrammarRule, Placed } from './facts.ts'
import { grammar } from './grammar.ts'
import { tokenise } from './tokens.ts'
import type { Token, Tokens } from './tokens.ts'

/** Which rules can begin with a token, remembered by its text, for a text has few words and the grammar many rules. */
const remembered = new Map<string, GrammarRule[]>()
const mostRemembered = 5000

const rulesFor = (token: Token): GrammarRule[] => {
  const name = `${token.kind}${token.glued ? '+' : ' '}${token.text}`
  const known = remembered.get(name)
  if (known !== undefined) return known
  const rules = grammar.filter((rule) => rule.read.starts?.(token) !== false)
  if (remembered.size >= mostRemembered) remembered.clear()
  if (name.length < 60) remembered.set(name, rules)
  return rules
}

const readAt = (tokens: Tokens, at: number): Placed | undefined => {
  const first = tokens.at(at)
  if (first === undefined) return undefined
  for (const rule of rulesFor(first)) {
    const found = rule.read(tokens, at)
    const last = found === undefined ? undefined : tokens.at(found.to - 1)
    if (found !== undefined && found.to > at && last !== undefined) {
      return { fact: found.value, start: at, end: found.to, from: first.from, to: last.to }
    }
  }
  return undefined
}

/** No sentence that people write holds so much; a longer one is taken piece by piece, so that work stays linear. */
const mostInSentence = 200

/** Reads the terms of a phrase already cut into tokens. */
export const readTokens = (tokens: Tokens): Rule[] => {
  const rules: Rule[] = []
  let sentence: Placed[] = []
  let at = 0
  while (at < tokens.length) {
    const isStop = tokens.at(at)?.kind === 'stop'
    if (isStop || sentence.length >= mostInSentence) {
      rules.push(...composeSentence(sentence))
      sentence = []
    }
    const placed = isStop ? undefined : readAt(tokens, at)
    if (placed !== undefined) sentence.push(placed)
    at = placed?.end ?? at + 1
  }
  return [...rules, ...composeSentence(sentence)]
}

/**
 * Reads when and how much a Danish phrase promises: its rules in reading order, none where it has nothing measurable.
 * Each rule and term carries the span of text it was read from. Time is linear in the phrase's length.
 */
export const readTerms = (phrase: string): Rule[] => readTokens(tokenise(phrase))
