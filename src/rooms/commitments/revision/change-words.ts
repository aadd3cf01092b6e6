import { type Language, pick } from '../../../platform/language.ts'
import { moneyInWords, termInWords } from '../../agreements/index.ts'
import { type PromiseChanges, type ToldPromise, yearlyCost } from './promise-changes.rules.ts'
import { revisionTexts } from './revision.texts.ts'

/** Who owes it, to whom, and when or how much: "Bølgen → Molen, en gang om året". */
const termsInWords = (promise: ToldPromise, language: Language): string => {
  const words = pick(revisionTexts, language)
  const owners = promise.owedBy.length > 0 ? promise.owedBy.join(', ') : words.ownerUnknown
  return [words.owes(owners, promise.owedTo.join(', ')), termInWords(promise.notation, language)]
    .filter((part) => part !== null)
    .join(', ')
}

export const addedInWords = (promise: ToldPromise, language: Language): string =>
  `${pick(revisionTexts, language).addedOne}: ${termsInWords(promise, language)}`

export const droppedInWords = (promise: ToldPromise, language: Language): string =>
  `${pick(revisionTexts, language).droppedOne}: ${termsInWords(promise, language)}`

/** What changed in a promise, one sentence each: its term, its owner, its receiver, what it costs a year. */
export const movedInWords = ({ before, after }: PromiseChanges['moved'][number], language: Language): string[] => {
  const words = pick(revisionTexts, language)
  const term = (promise: ToldPromise) => termInWords(promise.notation, language) ?? words.noTerm
  const names = (list: readonly string[]) => (list.length > 0 ? list.join(', ') : words.nobody)
  const cost = costInWords(before, after, language)
  return [
    before.notation !== after.notation && words.termMoved(term(before), term(after)),
    before.owedBy.join() !== after.owedBy.join() && words.ownerMoved(names(before.owedBy), names(after.owedBy)),
    before.owedTo.join() !== after.owedTo.join() && words.receiverMoved(names(before.owedTo), names(after.owedTo)),
    before.kind !== after.kind && words.kindMoved(words.kinds[before.kind][0], words.kinds[after.kind][0]),
    cost,
  ].filter((sentence) => typeof sentence === 'string')
}

const costInWords = (before: ToldPromise, after: ToldPromise, language: Language): string | null => {
  const [was, is] = [yearlyCost(before.notation), yearlyCost(after.notation)]
  return was === null || is === null || was === is ? null : moreOrLessInWords(is - was, language)
}

/** "3.000 kr. mere om året", "3.000 kr. mindre om året", "det samme om året". */
export const moreOrLessInWords = (oere: number, language: Language): string => {
  const words = pick(revisionTexts, language)
  if (oere === 0) return words.costsTheSame
  const sum = moneyInWords(Math.abs(oere), language)
  return oere > 0 ? words.costsMore(sum) : words.costsLess(sum)
}

/** What a promise costs a year, where it says so: "12.000 kr. om året". */
export const yearlyInWords = (promise: ToldPromise, language: Language): string | null => {
  const cost = yearlyCost(promise.notation)
  return cost === null ? null : pick(revisionTexts, language).aYear(moneyInWords(cost, language))
}
