import { placeAround } from './find-parts.ts'
import { bestLikeness, foldText } from './match-words.ts'
import type { DraftActivity } from './read-activities.ts'
import { answerText } from './read-sections.ts'

const sameName = (one: string, other: string): boolean => foldText(one).trim() === foldText(other).trim()

/** The areas an activity names for itself ("Uddannelse; Beskæftigelse"), as the sub-agreements are called where they are known. */
const namedAreas = (draft: DraftActivity, areas: readonly string[]): string[] =>
  draft.answers
    .filter(({ kind }) => kind === 'focus_areas')
    .flatMap(({ lines }) => lines.flatMap(({ text }) => text.split(/[;,]/u)))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => areas.find((area) => sameName(area, text) || bestLikeness([area], text) >= 0.9) ?? text)

const tellsOnlyWhere = /^[^.]{0,40}(?:beskrevet|fremgår|se)\s[^.]{0,80}delaftale[^.]{0,60}\.?$/iu

/** What a second mention says that the first did not. */
const newAnswers = (first: DraftActivity, second: DraftActivity) => {
  const told = new Set(first.answers.map(({ lines }) => answerText(lines)))
  return second.answers.filter(({ lines }) => {
    const text = answerText(lines)
    return text !== '' && !told.has(text) && !tellsOnlyWhere.test(text)
  })
}

/**
 * Brings the mentions of one activity together: named under several sub-agreements it is one activity, under the first of
 * them, that serves all of their areas.
 */
export const shareActivities = (drafts: readonly DraftActivity[]): DraftActivity[] => {
  const areas = drafts.filter(({ role }) => role === 'sub_agreement').map(({ title }) => title)
  const shared: DraftActivity[] = []
  for (const draft of drafts) {
    const first = shared.find(
      (one) => draft.role === 'activity' && one.role === 'activity' && sameName(one.title, draft.title),
    )
    if (first === undefined) shared.push({ ...draft, answers: [...draft.answers] })
    else {
      const added = newAnswers(first, draft)
      first.focusAreas.push(...draft.focusAreas)
      first.answers.push(...added)
      if (added.length > 0) first.place = placeAround([first.place, ...added.map(({ place }) => place)])
    }
  }
  return shared.map((draft) => ({
    ...draft,
    focusAreas: draft.role === 'whole' ? areas : [...new Set([...draft.focusAreas, ...namedAreas(draft, areas)])],
  }))
}
