import { Refused } from '../../../platform/refused.ts'
import type { AgreedActivity, AgreementDocument, AgreementSection } from '../agreement-format.ts'
import { isDay } from '../agreement-format.schema.ts'
import { splitClauses } from '../clauses.ts'
import type { Place } from './place.rules.ts'

/** What a party writes at a place. `heading` names a new section or activity; no words take a clause out. */
export interface NewWords {
  readonly heading: string
  readonly text: string
}

/** Far more than any section of an agreement; what is longer is no clause. */
const longestText = 20_000

const nowhere = { line: 0, toLine: 0, page: null } as const

/**
 * The document with other words at a place. Throws Refused('proposal_text_too_long'), 'proposal_needs_heading', 'proposal_needs_words'
 * or 'proposal_end_not_a_day'.
 */
export const changeDocument = (document: AgreementDocument, place: Place, typed: NewWords): AgreementDocument => {
  const words = { heading: oneLine(typed.heading), text: tidied(typed.text) }
  if (words.text.length > longestText) throw new Refused('proposal_text_too_long', { most: longestText })
  if (place.kind === 'period') return withEnd(document, words.text)
  if (place.kind === 'new_activity') return withActivity(document, words)
  if (place.kind === 'new_section')
    return withSections(document, place.activityId, (sections) => [...sections, newSection('other', words)])
  return withText(document, place, (text) => {
    if (place.kind === 'section') return words.text
    return place.kind === 'new_clause'
      ? withClauseAfter(text, needed(words.text))
      : withClause(text, place.position, words.text)
  })
}

const tidied = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd().replace(/^( *)[*·▪–-] /u, '$1• '))
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/^\n+|\n+$/g, '')

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const needed = (text: string): string => {
  if (text === '') throw new Refused('proposal_needs_words')
  return text
}

const withEnd = (document: AgreementDocument, to: string): AgreementDocument => {
  const day = to.trim()
  if (day !== '' && !isDay(day)) throw new Refused('proposal_end_not_a_day')
  return { ...document, validDuring: { from: document.validDuring?.from ?? null, to: day === '' ? null : day } }
}

const newSection = (kind: AgreementSection['kind'], words: NewWords): AgreementSection => {
  if (words.heading === '') throw new Refused('proposal_needs_heading')
  return { kind, heading: words.heading, text: needed(words.text), source: nowhere }
}

const withActivity = (document: AgreementDocument, words: NewWords): AgreementDocument => {
  const section = newSection('purpose', words)
  const [first] = document.activities.flatMap(({ sections }) => sections.filter(({ kind }) => kind === 'purpose'))
  return {
    ...document,
    activities: [
      ...document.activities,
      {
        ...blankActivity(freeActivityId(document), words.heading),
        sections: [{ ...section, heading: first?.heading ?? words.heading }],
      },
    ],
  }
}

const blankActivity = (id: string, title: string): AgreedActivity => ({
  id,
  parentId: null,
  role: 'activity',
  focusAreas: [],
  title,
  sections: [],
  contacts: [],
  ages: null,
  venues: [],
  amounts: [],
  reservations: [],
  commitments: [],
  source: nowhere,
})

/** The next number no activity has: `a7` after `a6.2`. */
export const freeActivityId = (...documents: readonly AgreementDocument[]): string => {
  const numbers = documents.flatMap(({ activities }) =>
    activities.map(({ id }) => Number(/^a(\d+)/.exec(id)?.[1] ?? 0)),
  )
  return `a${Math.max(0, ...numbers) + 1}`
}

/** The document with the sections of one activity made anew. */
export const withSections = (
  document: AgreementDocument,
  activityId: string,
  make: (sections: readonly AgreementSection[]) => AgreementSection[],
): AgreementDocument => ({
  ...document,
  activities: document.activities.map((activity) =>
    activity.id === activityId ? { ...activity, sections: make(activity.sections) } : activity,
  ),
})

interface At {
  readonly activityId: string
  readonly section: number
}

/** The document with the text of one section made anew. */
export const withText = (
  document: AgreementDocument,
  { activityId, section }: At,
  make: (text: string) => string,
): AgreementDocument => ({
  ...withSections(document, activityId, (sections) =>
    sections.map((one, at) => (at === section ? { ...one, text: make(one.text) } : one)),
  ),
  otherActivities: document.otherActivities.map((activity) =>
    activity.id === activityId ? { ...activity, text: make(activity.text) } : activity,
  ),
})

/** A new clause stands last, as a bullet where the section ends in bullets. */
const withClauseAfter = (text: string, clause: string): string => {
  const last = text.split('\n').findLast((line) => line.trim() !== '')
  const bullet = /^ *• /.exec(last ?? '')?.[0] ?? ''
  const line = clause.startsWith('• ') ? clause : `${bullet}${clause}`
  return text.trim() === '' ? line : `${text}\n${line}`
}

const withClause = (text: string, position: number, words: string): string => {
  const clause = splitClauses(text)[position]
  if (clause === undefined) return text
  const before = text.slice(0, clause.from)
  const after = text.slice(clause.to)
  if (words !== '') return `${before}${words.replace(/^• /, '')}${after}`
  return joinAround(before, after)
}

/** What is left around words taken out: no empty bullet, no empty line, no two blanks. */
const joinAround = (before: string, after: string): string => {
  const isAlone = /(?:^|\n)[ \t]*(?:[•·▪–-]\s*)?$/u.test(before) && /^[ \t]*(?:\n|$)/u.test(after)
  if (!isAlone) return `${before.trimEnd()}${/^\s/u.test(after) || after === '' ? after : ` ${after}`}`.trim()
  const above = before.replace(/(?:^|\n)[ \t]*(?:[•·▪–-]\s*)?$/u, '')
  const below = after.replace(/^[ \t]*\n?/u, '')
  return above === '' ? below : below === '' ? above : `${above}\n${below}`
}
