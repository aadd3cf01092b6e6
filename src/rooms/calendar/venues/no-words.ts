import { type Language, pick } from '../../../platform/language.ts'
import type { NoReason } from './no-reason.ts'
import { noReasonTexts } from './no-reason.texts.ts'

/** Why a place could not be had, in the reader's language, and what somebody wrote along; '' where nothing is said. */
export const noWords = (because: NoReason | null, words: string, language: Language): string =>
  [because === null ? '' : pick(noReasonTexts, language)[because], words].filter((part) => part !== '').join(' ')

/** What is told of a time: why it is skipped, moved or called off. */
export const reasonWords = (
  { skippedBecause, reason }: { readonly skippedBecause: NoReason | null; readonly reason: string },
  language: Language,
): string => noWords(skippedBecause, reason, language)
