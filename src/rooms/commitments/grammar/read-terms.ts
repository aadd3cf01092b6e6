import type { Rule } from '../notation.ts'
import { composeSentence } from './compose.ts'
import type { Placed } from './facts.ts'
import { grammar } from './grammar.ts'
import { tokenise } from './tokens.ts'
import type { Tokens } from './tokens.ts'

const readAt = (tokens: Tokens, at: number): Placed | undefined => {
  for (const rule of grammar) {
    const found = rule.read(tokens, at)
    const first = tokens.at(at)
    const last = tokens.at(Math.max(at, (found?.to ?? 0) - 1))
    if (found !== undefined && found.to > at && first !== undefined && last !== undefined) {
      return { fact: found.value, start: at, end: found.to, from: first.from, to: last.to }
    }
  }
  return undefined
}

/** Reads the terms of a phrase already cut into tokens. */
export const readTokens = (tokens: Tokens): Rule[] => {
  const rules: Rule[] = []
  let sentence: Placed[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens.at(at)
    if (token?.kind === 'stop') {
      rules.push(...composeSentence(sentence))
      sentence = []
    }
    const placed = token?.kind === 'sign' && token.text !== '/' && token.text !== '½' ? undefined : readAt(tokens, at)
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
