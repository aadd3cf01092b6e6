import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './modules.ts'

const contractsFolder = join(projectRoot, '../shared/contracts')

/** The texts of the real contracts that lie beside the project, or none where they are missing. */
export const realContracts = (): string[] =>
  existsSync(contractsFolder)
    ? readdirSync(contractsFolder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(join(contractsFolder, name), 'utf8'))
    : []

const nameWord = String.raw`['"’]?\p{Lu}[\p{L}'"’-]*\.?`
const holder = new RegExp(String.raw`\bpt\. *(?<name>${nameWord}(?: ${nameWord}){1,3})`, 'gu')

/** Every pair of neighbouring words in the names that follow "pt." in a contract. */
export const holderNamePairs = (contract: string): string[] => {
  const names = [...contract.matchAll(holder)].map((match) => (match.groups?.['name'] ?? '').split(' '))
  return [...new Set(names.flatMap((words) => words.slice(1).map((word, i) => `${words[i] ?? ''} ${word}`)))]
}

const planName = /helhedsplan\w*\s+['"‘’“](?<name>[^'"‘’“”\n]{3,40})['"’”]/giu
const titlePlace = /^KONTRAKT .* I (?<name>\p{Lu}+)$/mu
const inTitleCase = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase()

/** The district and the plans of a contract, as it writes them. */
export const placeNames = (contract: string): string[] => {
  const district = titlePlace.exec(contract)?.groups?.['name']
  const plans = [...contract.matchAll(planName)].flatMap((match) => match.groups?.['name'] ?? [])
  return [...new Set([...(district === undefined ? [] : [inTitleCase(district)]), ...plans])]
}

const runLength = 8
const wordsOf = (text: string): string[] =>
  text
    .replace(/<[^>\n]*>/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Every run of eight consecutive words in a text. */
export const wordRuns = (text: string): Set<string> => {
  const words = wordsOf(text)
  return new Set(
    words.slice(0, Math.max(0, words.length - runLength + 1)).map((_, i) => words.slice(i, i + runLength).join(' ')),
  )
}

const formQuestion = /\p{Lu}[^.?!\n\t<>]*\?(?: *\(?Herunder[^.<>\n\t]*)?/gu
const heading = /^(?![-•➤*])\p{Lu}[^.?!:\t<>]*$/u
const longestHeading = 20
const timesInAForm = 3

const sentencesOf = (contract: string): string[] =>
  contract.split(/[.?!:]\s|[\n\t•]|<[^>\n]*>/).map((part) => part.trim())

/** What every contract of the form repeats and is nobody's sentence: its questions, headings, and what stands thrice. */
export const formWords = (contracts: readonly string[]): string[] => {
  const lines = contracts.flatMap((contract) => contract.split('\n').map((line) => line.trim()))
  const sentences = Map.groupBy(contracts.flatMap(sentencesOf), (sentence) => sentence)
  return [
    ...contracts.flatMap((contract) => contract.match(formQuestion) ?? []),
    ...lines.filter((line) => heading.test(line) && line.split(' ').length <= longestHeading),
    ...[...sentences].filter(([, places]) => places.length >= timesInAForm).map(([sentence]) => sentence),
  ]
}

/** Runs of eight words that stand within one sentence of a contract and not in the words of its form. */
export const ownRuns = (contracts: readonly string[]): Set<string> => {
  const form = new Set(formWords(contracts).flatMap((words) => [...wordRuns(words)]))
  const runs = contracts.flatMap(sentencesOf).flatMap((sentence) => [...wordRuns(sentence)])
  return new Set(runs.filter((run) => !form.has(run)))
}
