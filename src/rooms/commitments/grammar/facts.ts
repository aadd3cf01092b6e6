import type { Operator, TermKey } from '../notation.ts'
import type { NounKind } from './nouns.ts'
import type { HowMany } from './numbers.ts'
import type { Parser } from './parser.ts'
import type { Rhythm } from './times.ts'

/** A term that a rule read, before it has its place in the phrase. */
export interface BareTerm {
  key: TermKey
  op: Operator
  value: string
  unit: string | null
  per: string | null
}

/** What the words of a sentence tell about its other facts, without being a term themselves. */
export type Hint =
  | 'payment'
  | 'condition'
  | 'quorum'
  | 'extraordinary'
  | 'written'
  | 'told'
  | 'minutes'
  | 'enquiry'
  | 'notice'
  | 'or'
  | 'request'
  | 'deadline'
  | 'convening'
  | 'hosting'
  | 'chairing'
  | 'widening'
  | 'reduction'
  | 'suppression'
  | 'cancelling'
  | 'present'

/**
 * What one rule read. Periods, counts and money wait for each other ("hvert år … 7 millioner"), so they
 * become terms only when the whole sentence is composed; `terms` are ready as they are.
 */
export type Fact =
  | { is: 'period'; op: Operator; approx: boolean; rhythm: Rhythm; isPaid: boolean }
  | {
      is: 'count'
      many: HowMany
      kind: NounKind
      unit: string | null
      one: string
      per: string | null
      rhythm: Rhythm | null
      year: string | null
    }
  | { is: 'money'; many: HowMany; per: string | null; rhythm: Rhythm | null; year: string | null }
  | { is: 'year'; year: string; alone: BareTerm[] }
  | { is: 'per'; per: string }
  | { is: 'bound'; op: Operator }
  | { is: 'weekdays'; terms: BareTerm[]; rhythm: Rhythm | null }
  | { is: 'terms'; terms: BareTerm[] }
  | { is: 'hint'; hint: Hint }

/** A fact with its place: tokens `start` to `end`, characters `from` to `to`. */
export interface Placed {
  fact: Fact
  start: number
  end: number
  from: number
  to: number
}

/** Terms that belong together, with their place; `afterOr` where an `eller` stands before them. */
export interface Piece {
  terms: BareTerm[]
  from: number
  to: number
  afterOr: boolean
}

/** A rule of the grammar. Its examples are run as tests, so the files of rules read as a manual. */
export interface GrammarRule {
  name: string
  examples: readonly (readonly [phrase: string, notation: string])[]
  read: Parser<Fact>
}

/** A term with `=` unless told otherwise. */
export const term = (key: TermKey, value: string, op: Operator = '='): BareTerm => ({
  key,
  op,
  value,
  unit: null,
  per: null,
})

/** Terms that are ready as they are. */
export const ready = (...terms: BareTerm[]): Fact => ({ is: 'terms', terms })
