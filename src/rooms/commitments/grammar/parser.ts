import type { Token, Tokens } from './tokens.ts'

/** What a parser found, and the index of the first token after it. */
export interface Found<T> {
  value: T
  to: number
}

/** Looks at the tokens from `at` on, a bounded way ahead, and finds something or nothing. */
export type Parser<T> = (tokens: Tokens, at: number) => Found<T> | undefined

/** One token that fits. */
export const token =
  (fits: (token: Token) => boolean): Parser<Token> =>
  (tokens, at) => {
    const found = tokens.at(at)
    return found !== undefined && fits(found) ? { value: found, to: at + 1 } : undefined
  }

/**
 * One of these words, with its full stop where it has one (`ca.`). Words in a row are read in a row; a comma in the
 * string parts one choice from the next: `word('straks, hurtigst muligt')`.
 */
export const word = (...choices: string[]): Parser<string> => {
  const rowsByFirst = Map.groupBy(
    choices
      .flatMap((choice) => choice.split(', '))
      .map((choice) => choice.split(' '))
      .toSorted((one, other) => other.length - one.length),
    (row) => row[0] ?? '',
  )
  return (tokens, at) => {
    for (const row of rowsByFirst.get(tokens.at(at)?.text ?? '') ?? []) {
      const to = rowEnd(tokens, at, row)
      if (to !== undefined) return { value: row.join(' '), to }
    }
    return undefined
  }
}

const rowEnd = (tokens: Tokens, at: number, row: readonly string[]): number | undefined => {
  let to = at
  for (const text of row) {
    if (tokens.at(to)?.text !== text) return undefined
    to += 1
    const dot = tokens.at(to)
    if (dot !== undefined && dot.glued && dot.kind === 'sign' && dot.text === '.') to += 1
  }
  return to
}

/** A word that one of these expressions fits as a whole. */
export const like = (pattern: RegExp): Parser<string> =>
  map(
    token((found) => found.kind === 'word' && pattern.test(found.text)),
    (found) => found.text,
  )

/** One of these signs. */
export const sign = (...choices: string[]): Parser<string> =>
  map(
    token((found) => found.kind === 'sign' && choices.includes(found.text)),
    (found) => found.text,
  )

/** The parts one after the other. */
export function seq<T extends readonly unknown[]>(...parts: { [K in keyof T]: Parser<T[K]> }): Parser<T>
export function seq(...parts: Parser<unknown>[]): Parser<unknown[]> {
  return (tokens, at) => {
    const values: unknown[] = []
    let to = at
    for (const part of parts) {
      const found = part(tokens, to)
      if (found === undefined) return undefined
      values.push(found.value)
      to = found.to
    }
    return { value: values, to }
  }
}

/** The first of the parsers that finds something. */
export const oneOf =
  <T extends readonly unknown[]>(...choices: { [K in keyof T]: Parser<T[K]> }): Parser<T[number]> =>
  (tokens, at) => {
    for (const choice of choices) {
      const found = choice(tokens, at)
      if (found !== undefined) return found
    }
    return undefined
  }

/** The part, or `null` where it is not. */
export const opt =
  <T>(part: Parser<T>): Parser<T | null> =>
  (tokens, at) =>
    part(tokens, at) ?? { value: null, to: at }

export const map =
  <T, U>(part: Parser<T>, turn: (value: T) => U): Parser<U> =>
  (tokens, at) => {
    const found = part(tokens, at)
    return found === undefined ? undefined : { value: turn(found.value), to: found.to }
  }

/** Like `map`, but finds nothing where `turn` gives `undefined`. */
export const pick =
  <T, U>(part: Parser<T>, turn: (value: T) => U | undefined): Parser<U> =>
  (tokens, at) => {
    const found = part(tokens, at)
    const value = found === undefined ? undefined : turn(found.value)
    return found === undefined || value === undefined ? undefined : { value, to: found.to }
  }

/** The parts of a list, at most twelve, with a separator between them. */
export const listOf =
  <T>(part: Parser<T>, separator: Parser<unknown>): Parser<T[]> =>
  (tokens, at) => {
    const first = part(tokens, at)
    if (first === undefined) return undefined
    const values = [first.value]
    let to = first.to
    while (values.length < 12) {
      const between = separator(tokens, to)
      const next = between === undefined ? undefined : part(tokens, between.to)
      if (next === undefined) break
      values.push(next.value)
      to = next.to
    }
    return { value: values, to }
  }

/** The part after at most `most` other tokens of the same sentence. */
export const within =
  <T>(most: number, part: Parser<T>): Parser<T> =>
  (tokens, at) => {
    for (let skipped = 0; skipped <= most; skipped += 1) {
      const found = part(tokens, at + skipped)
      if (found !== undefined) return found
      const next = tokens.at(at + skipped)
      if (next === undefined || next.kind === 'stop') return undefined
    }
    return undefined
  }

/** Nothing read; succeeds where the part does not stand. */
export const not =
  (part: Parser<unknown>): Parser<null> =>
  (tokens, at) =>
    part(tokens, at) === undefined ? { value: null, to: at } : undefined

/** Nothing read; succeeds where the part stands. */
export const ahead =
  (part: Parser<unknown>): Parser<null> =>
  (tokens, at) =>
    part(tokens, at) === undefined ? undefined : { value: null, to: at }
