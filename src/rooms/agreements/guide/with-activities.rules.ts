import type { AgreedActivity, AgreementDocument } from '../agreement-format.ts'
import { byHand } from './typed-blocks.rules.ts'

const sameTitle = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * The activities with those typed, one a line, that were not there; one that stands under another area serves this one too.
 * None is taken out. Null where nothing is new.
 */
export const withActivities = (
  { activities }: AgreementDocument,
  parentId: string | null,
  text: string,
): AgreedActivity[] | null => {
  const parent = activities.find(({ id }) => id === parentId)
  const areas = parent?.focusAreas ?? []
  let became = [...activities]
  for (const title of text.split('\n').map((line) => line.replace(/^\s*[•*–-]\s+/u, '').trim())) {
    if (title === '') continue
    const known = became.find((one) => one.role === 'activity' && sameTitle(one.title, title))
    if (known === undefined) became = withNew(became, { title, parentId, focusAreas: [...areas] })
    else if (areas.some((area) => !known.focusAreas.includes(area)))
      became = became.map((one) =>
        one === known ? { ...one, focusAreas: [...new Set([...one.focusAreas, ...areas])] } : one,
      )
  }
  return became.every((one, at) => one === activities[at]) && became.length === activities.length ? null : became
}

const withNew = (
  activities: AgreedActivity[],
  added: Pick<AgreedActivity, 'title' | 'parentId' | 'focusAreas'>,
): AgreedActivity[] => {
  const family = (one: AgreedActivity) => one.id === added.parentId || one.parentId === added.parentId
  const last = added.parentId === null ? activities.length - 1 : activities.findLastIndex(family)
  return activities.toSpliced(
    last + 1,
    0,
    emptyStretch({ ...added, id: nextId(activities, added.parentId), role: 'activity' }),
  )
}

/** The next free id: `a4` at the top, `a2.3` under a2. */
const nextId = (activities: readonly AgreedActivity[], parentId: string | null): string => {
  const beginning = parentId === null ? 'a' : `${parentId}.`
  const taken = new Set(activities.map(({ id }) => id))
  for (let number = 1; ; number++) if (!taken.has(`${beginning}${number}`)) return `${beginning}${number}`
}

/** A stretch of answers before anything is answered. */
export const emptyStretch = (
  named: Pick<AgreedActivity, 'id' | 'parentId' | 'role' | 'title' | 'focusAreas'>,
): AgreedActivity => ({
  ...named,
  sections: [],
  contacts: [],
  ages: null,
  venues: [],
  amounts: [],
  reservations: [],
  commitments: [],
  source: byHand,
})
