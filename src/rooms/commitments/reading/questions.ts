import type { ReadCommitment, ReaderQuestion } from '../../agreements/index.ts'

const longestQuote = 80

/** Kinds whose owner is worth a person's time although nothing is measured. */
const alwaysWorth = new Set(['payment', 'staffing', 'presence'])

/**
 * The questions worth asking about promises whose owner is only guessed: those with a term, and those about money and staff.
 * `about` is the path of the activity; each question names the promise's field below it.
 */
export const questionsAbout = (about: string, unsure: readonly ReadCommitment[]): ReaderQuestion[] =>
  unsure
    .filter(({ kind, notation }) => notation !== '' || alwaysWorth.has(kind))
    .map(({ id, kind, text, source }) => ({
      about: `${about}.commitments.${id}.owedBy`,
      text: kind === 'payment' ? `Hvem betaler? »${quote(text)}«` : `Hvem har ansvaret? »${quote(text)}«`,
      source: { ...source },
    }))

const quote = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ')
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote).replace(/\s+\S*$/u, '')} …`
}
