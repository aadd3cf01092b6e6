import { readFileSync } from 'node:fs'

/** A phrase with the notation a person gave it. `kind` is A (agreements), B (programmes) or C (looser sources). */
export interface LabelledPhrase {
  phrase: string
  notation: string
  kind: string
}

/** Reads a tab-separated file of phrases: phrase, notation, kind. The first line names the columns. */
export const readLabelledPhrases = (path: string | URL): LabelledPhrase[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [phrase, notation, kind] = line.split('\t')
      return phrase === undefined || notation === undefined ? [] : [{ phrase, notation, kind: kind ?? '' }]
    })

/** The parts that are compared: each `KEY=VALUE`, with `unit=` and `per=` as small keys of their own. */
const parts = (notation: string): string[] =>
  notation
    .replace(' (alternatives)', '')
    .split(/;| \+ | \| /)
    .flatMap((term) => term.split(/ (?=unit=|per=)/))
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** How well two notations agree, 0 to 1: the harmonic mean of precision and recall over their parts. */
export const agreement = (wanted: string, got: string): number => {
  const expected = parts(wanted)
  const left = parts(got)
  const all = expected.length + left.length
  if (all === 0) return 1
  const hits = expected.filter((part) => {
    const at = left.indexOf(part)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return (2 * hits.length) / all
}

/** The mean agreement over labelled phrases, read by `read`. */
export const meanAgreement = (phrases: readonly LabelledPhrase[], read: (phrase: string) => string): number =>
  phrases.reduce((sum, { phrase, notation }) => sum + agreement(notation, read(phrase)), 0) / phrases.length
