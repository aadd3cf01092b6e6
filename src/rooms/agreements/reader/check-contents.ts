import type { AgreedActivity } from '../agreement-format.ts'
import type { TextBlock } from './blocks.ts'
import { cellText, type PlacedBlock } from './find-parts.ts'
import type { FormTemplate } from './form-template.ts'
import { bestLikeness, foldText } from './match-words.ts'

const entryText = (text: string): string => text.replace(/[\t\s.…]*\d{0,3}$/u, '').trim()

const entriesOf = (placed: PlacedBlock[]): { text: string; source: TextBlock['place'] }[] =>
  placed.flatMap(({ part, block, isPartHeading }) => {
    if (part !== 'contents' || isPartHeading) return []
    const text = entryText(block.kind === 'row' ? cellText(block.cells[0]) : block.text)
    return text.length < 4 ? [] : [{ text, source: block.place }]
  })

const letters = (text: string): string => foldText(text).replace(/[^\p{L}\d]/gu, '')

/**
 * The entries of the table of contents, between the headings of the activities and of the other parties, that name no
 * activity found: the reader may have missed one.
 */
export const findUnmetEntries = (
  placed: PlacedBlock[],
  activities: AgreedActivity[],
  template: FormTemplate,
): { text: string; source: TextBlock['place'] }[] => {
  const wordings = (part: string): string[] => template.parts.find((one) => one.part === part)?.wordings ?? []
  const entries = entriesOf(placed)
  const first = entries.findIndex(
    ({ text }) => bestLikeness(wordings('activities'), text.split(/\s[-–]\s/u)[0] ?? '') >= 0.9,
  )
  const last = entries.findIndex(
    ({ text }) => bestLikeness(wordings('otherParties'), text.split(/\s[-–]\s/u)[0] ?? '') >= 0.85,
  )
  if (first < 0 || last < first) return []
  return entries
    .slice(first + 1, last)
    .filter(
      ({ text }) =>
        !activities.some(({ title }) => letters(text).includes(letters(title)) || bestLikeness([title], text) >= 0.8),
    )
}
