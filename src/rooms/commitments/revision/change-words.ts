import { type Language, pick } from '../../../platform/language.ts'
import { moneyInWords, termInWords } from '../../agreements/index.ts'
import { type Cost, costsBetween, type PromiseChanges, type ToldPromise } from './promise-changes.rules.ts'
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
  return [
    before.notation !== after.notation && words.termMoved(term(before), term(after)),
    before.owedBy.join() !== after.owedBy.join() && words.ownerMoved(names(before.owedBy), names(after.owedBy)),
    before.owedTo.join() !== after.owedTo.join() && words.receiverMoved(names(before.owedTo), names(after.owedTo)),
    before.kind !== after.kind && words.kindMoved(words.kinds[before.kind][0], words.kinds[after.kind][0]),
    ...costsInWords(costsBetween([before], [after]), language),
  ].filter((sentence) => typeof sentence === 'string')
}

/** How the price moves, one sentence each: "Prisen stiger med 3.000 kr. om året pr. plan." */
export const costsInWords = (costs: readonly Cost[], language: Language): string[] => {
  const words = pick(revisionTexts, language)
  return costs.map(({ oere, isYearly, per }) => {
    const amount = `AMOUNT=${Math.abs(oere) / 100} DKK${isYearly ? '/YEAR' : ''}${per === null ? '' : ` per=${per}`}`
    const sum = termInWords(amount, language) ?? moneyInWords(Math.abs(oere), language)
    return oere > 0 ? words.costsMore(sum) : words.costsLess(sum)
  })
}
