/** One `KEY=VALUE` of a rule as it is written; `unit` and `per` are the small keys of quantities and amounts. */
export interface WrittenTerm {
  readonly key: string
  readonly operator: string
  readonly value: string
  readonly unit: string | null
  readonly per: string | null
  readonly text: string
}

const shape = /^([A-Z_]+)(<=|>=|=|<|>)(.*?)(?: unit=(.*?))?(?: per=(.*))?$/s

const readTerm = (text: string): WrittenTerm => {
  const [, key = '', operator = '=', value = '', unit = null, per = null] = shape.exec(text) ?? []
  return { key, operator, value: value.trim(), unit, per, text }
}

const readTerms = (rule: string): WrittenTerm[] =>
  rule
    .split(';')
    .map((text) => readTerm(text.trim()))
    .filter(({ text }) => text !== '')

/** The rules of a notation, each with its alternatives (the first is what is agreed first). */
export const readNotation = (notation: string): WrittenTerm[][][] =>
  notation
    .replace(/ \(alternatives\)$/, '')
    .split(' + ')
    .map((rule) => rule.split(' | ').map(readTerms))

/** The terms of a rule of which nothing has been said yet: who says a term takes it, so that none is left out unseen. */
export class UnsaidTerms {
  private readonly terms: WrittenTerm[]

  constructor(terms: readonly WrittenTerm[]) {
    this.terms = [...terms]
  }

  has(key: string): boolean {
    return this.terms.some((term) => term.key === key)
  }

  /** The first term of that key without taking it. */
  find(key: string): WrittenTerm | undefined {
    return this.terms.find((term) => term.key === key)
  }

  /** Takes the first term of that key. */
  take(key: string): WrittenTerm | undefined {
    const at = this.terms.findIndex((term) => term.key === key)
    return at < 0 ? undefined : this.terms.splice(at, 1)[0]
  }

  /** Takes the first term of that key and says it; a term that has no words stays unsaid, and null is returned. */
  say(key: string, inWords: (term: WrittenTerm) => string | null): string | null {
    const term = this.find(key)
    const words = term === undefined ? null : inWords(term)
    if (words !== null) this.take(key)
    return words
  }

  /** Says every term of that key that has words. */
  sayAll(key: string, inWords: (term: WrittenTerm) => string | null): string[] {
    const said: string[] = []
    for (const term of this.terms.filter((one) => one.key === key)) {
      const words = inWords(term)
      if (words === null) continue
      said.push(words)
      this.terms.splice(this.terms.indexOf(term), 1)
    }
    return said
  }

  /** What has no words, as it is written. */
  rest(): string[] {
    return this.terms.map(({ text }) => text)
  }
}
