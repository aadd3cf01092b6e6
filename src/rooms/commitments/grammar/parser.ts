import type { Token, Tokens } from './tokens.ts'

/** What a parser found, and the index of the first token after it. */
export interface Found<T> {
  value: T
  to: number
}

/**
 * Looks at the tokens from `at` on, a bounded way ahead, and finds something or nothing. `starts` tells whether it can
 * begin with a token, so that most rules need not be tried at all; `mayPass` that it may succeed without reading;
 * `ofToken` is there if it reads exactly one token, whatever stands around it.
 */
export interface Parser<T> {
  (tokens: Tokens, at: number): Found<T> | undefined
  readonly starts?: (token: Token) => boolean
  readonly mayPass?: boolean
  readonly ofToken?: (token: Token) => T | undefined
}

type Read<T> = (tokens: Tokens, at: number) => Found<T> | undefined
type Starts = (token: Token) => boolean

const always: Starts = () => true

const startsOf = (part: Parser<unknown>): Starts => part.starts ?? always

const parser = <T>(read: Read<T>, starts: Starts, mayPass = false): Parser<T> =>
  Object.assign(read, { starts, mayPass })

/** A parser written by hand, which can only begin where `first` can. */
export const beginningWith = <T>(first: Parser<unknown>, read: Read<T>): Parser<T> => parser(read, startsOf(first))

const tokenAs = <T>(ofToken: (token: Token) => T | undefined): Parser<T> => {
  const read: Read<T> = (tokens, at) => {
    const found = tokens.at(at)
    const value = found === undefined ? undefined : ofToken(found)
    return value === undefined ? undefined : { value, to: at + 1 }
  }
  return Object.assign(read, { starts: (first: Token) => ofToken(first) !== undefined, ofToken })
}

/** One token that fits. */
export const token = (fits: (token: Token) => boolean): Parser<Token> =>
  tokenAs((found) => (fits(found) ? found : undefined))

/** Any word, any run of digits. */
export const anyWord: Parser<Token> = token((found) => found.kind === 'word')
export const anyDigits: Parser<Token> = token((found) => found.kind === 'digits')

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
  const read: Read<string> = (tokens, at) => {
    for (const row of rowsByFirst.get(tokens.at(at)?.text ?? '') ?? []) {
      const to = rowEnd(tokens, at, row)
      if (to !== undefined) return { value: row.join(' '), to }
    }
    return undefined
  }
  return parser(read, (first) => rowsByFirst.has(first.text))
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

/** A word that this expression fits. */
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

/** A row can begin with its first part, and with the next where the parts before it may be passed over. */
const rowStarts = (parts: readonly Parser<unknown>[]): Starts => {
  const firm = parts.findIndex((part) => part.mayPass !== true)
  const openers = (firm < 0 ? parts : parts.slice(0, firm + 1)).map(startsOf)
  return (first) => openers.some((starts) => starts(first))
}

/** The parts one after the other. */
export function seq<T extends readonly unknown[]>(...parts: { [K in keyof T]: Parser<T[K]> }): Parser<T>
export function seq(...parts: Parser<unknown>[]): Parser<unknown[]> {
  const read: Read<unknown[]> = (tokens, at) => {
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
  return parser(
    read,
    rowStarts(parts),
    parts.every((part) => part.mayPass === true),
  )
}

/** The first of the parsers that finds something. */
export const oneOf = <T extends readonly unknown[]>(
  ...choices: { [K in keyof T]: Parser<T[K]> }
): Parser<T[number]> => {
  const all: readonly Parser<T[number]>[] = choices
  const read: Read<T[number]> = (tokens, at) => {
    for (const choice of all) {
      const found = choice(tokens, at)
      if (found !== undefined) return found
    }
    return undefined
  }
  const starts = all.map(startsOf)
  return parser(
    read,
    (first) => starts.some((one) => one(first)),
    all.some((choice) => choice.mayPass === true),
  )
}

/** The part, or `null` where it is not. */
export const opt = <T>(part: Parser<T>): Parser<T | null> =>
  parser<T | null>((tokens, at) => part(tokens, at) ?? { value: null, to: at }, startsOf(part), true)

export const map = <T, U>(part: Parser<T>, turn: (value: T) => U): Parser<U> => pick<T, U>(part, turn)

/** Like `map`, but finds nothing where `turn` gives `undefined`. */
export const pick = <T, U>(part: Parser<T>, turn: (value: T) => U | undefined): Parser<U> => {
  const { ofToken } = part
  if (ofToken !== undefined) {
    return tokenAs((found) => {
      const value = ofToken(found)
      return value === undefined ? undefined : turn(value)
    })
  }
  const read: Read<U> = (tokens, at) => {
    const found = part(tokens, at)
    const value = found === undefined ? undefined : turn(found.value)
    return found === undefined || value === undefined ? undefined : { value, to: found.to }
  }
  return parser(read, startsOf(part), part.mayPass)
}

/** The part, read once where several rules ask for it at the same token. */
export const shared = <T>(part: Parser<T>): Parser<T> => {
  const last = new WeakMap<Tokens, { at: number; found: Found<T> | undefined }>()
  const read: Read<T> = (tokens, at) => {
    const known = last.get(tokens)
    if (known !== undefined && known.at === at) return known.found
    const found = part(tokens, at)
    last.set(tokens, { at, found })
    return found
  }
  return parser(read, startsOf(part), part.mayPass)
}

/** The parts of a list, at most twelve, with a separator between them. */
export const listOf = <T>(part: Parser<T>, separator: Parser<unknown>): Parser<T[]> => {
  const read: Read<T[]> = (tokens, at) => {
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
  return parser(read, startsOf(part))
}

/** Nothing read; succeeds where the part does not stand. */
export const not = (part: Parser<unknown>): Parser<null> =>
  parser(
    (tokens, at) => (part(tokens, at) === undefined ? { value: null, to: at } : undefined),
    () => false,
    true,
  )

/** Nothing read; succeeds where the part stands. */
export const ahead = (part: Parser<unknown>): Parser<null> =>
  parser(
    (tokens, at) => (part(tokens, at) === undefined ? undefined : { value: null, to: at }),
    () => false,
    true,
  )
