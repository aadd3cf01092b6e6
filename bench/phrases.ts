import { existsSync } from 'node:fs'
import { readTerms } from '../src/rooms/commitments/grammar/read-terms.ts'
import { meanAgreement, readLabelledPhrases } from '../src/rooms/commitments/grammar/score.ts'
import { formatNotation } from '../src/rooms/commitments/notation.ts'

/** How well and how fast phrases are read: agreement by kind, phrases a second, and whether time grows with length only. */

const notationOf = (phrase: string): string => formatNotation(readTerms(phrase))

const sets = [
  ['learned phrases', new URL('../../shared/phrases/learn.tsv', import.meta.url)],
  ['our own phrases', new URL('../src/rooms/commitments/grammar/phrases.tsv', import.meta.url)],
] as const

/** Processor time, so that a busy machine does not count. */
const seconds = (work: () => void): number => {
  const begun = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(begun)
  return (user + system) / 1_000_000
}

for (const [name, path] of sets) {
  if (!existsSync(path)) {
    console.log(`${name}: not here, left out`)
    continue
  }
  const phrases = readLabelledPhrases(path)
  for (const kind of ['A', 'B', 'C']) {
    const some = phrases.filter((phrase) => phrase.kind === kind)
    if (some.length > 0)
      console.log(`${name}, kind ${kind}: mean F1 ${meanAgreement(some, notationOf).toFixed(3)} of ${some.length}`)
  }
}

const phrases = readLabelledPhrases(sets[1][1]).map(({ phrase }) => phrase)
const rounds = 20
const readAll = (): void => {
  for (const phrase of phrases) readTerms(phrase)
}
readAll()
const spent = seconds(() => {
  for (let round = 0; round < rounds; round += 1) readAll()
})
console.log(`${Math.round((phrases.length * rounds) / spent)} phrases a second`)

const text = `${phrases.join(', ')} `
const ofLength = (length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length)
const perKilobyte = (length: number, times: number): number => {
  const line = ofLength(length)
  return (
    (seconds(() => {
      for (let time = 0; time < times; time += 1) readTerms(line)
    }) *
      1024 *
      1000) /
    (length * times)
  )
}
const small = perKilobyte(1024, 200)
const large = perKilobyte(1024 * 1024, 1)
console.log(
  `one line of 1 KB: ${small.toFixed(3)} ms; of 1 MB: ${(large * 1024).toFixed(0)} ms, ${(large / small).toFixed(2)} times as much a KB`,
)
