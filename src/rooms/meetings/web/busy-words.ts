import { type Language, pick } from '../../../platform/language.ts'
import { knownTexts } from '../known/known.texts.ts'
import type { LoadedGroup } from '../group/load-group.ts'
import { meetingTexts } from '../meeting.texts.ts'
import type { ProposedDate } from '../planning/propose-dates.rules.ts'
import { sitterWords } from './seat-words.ts'

/** Who cannot on a day that is proposed: by name where they are in another meeting, as a number where their own calendar says so. */
export const busyWords = (
  { busy, elsewhere }: Pick<ProposedDate, 'busy' | 'elsewhere'>,
  { members }: Pick<LoadedGroup, 'members'>,
  { known, language }: { readonly known: number | null; readonly language: Language },
): string[] => {
  const names = members.filter(({ memberId }) => busy.includes(memberId)).map(sitterWords)
  const words = pick(meetingTexts, language)
  const own = pick(knownTexts, language)
  if (names.length === 0 && elsewhere === 0) return [known === null || known === 0 ? words.allFree : own.allFree]
  return [
    ...(names.length === 0 ? [] : [words.busy(names.join(', '))]),
    ...(elsewhere === 0 ? [] : [own.elsewhere(elsewhere, members.length)]),
  ]
}
