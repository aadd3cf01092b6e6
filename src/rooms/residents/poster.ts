import type { ReadTx } from '../../platform/database/index.ts'
import { residentLanguages, type ResidentLanguage } from '../../platform/resident-language.ts'
import { type ListedOccurrence, listOccurrences, spanOfWeek, type Week, wholeCalendar } from '../calendar/index.ts'
import { listAreas } from '../parties/index.ts'

export const paperSizes = ['a4', 'a3'] as const

/** What a poster is asked for: a week, an area or all, its paper, and the languages beside the page's own. */
export interface PosterAsked {
  readonly week: Week
  readonly areaId: string | null
  readonly size: (typeof paperSizes)[number]
  readonly also: readonly ResidentLanguage[]
}

export interface Poster extends PosterAsked {
  readonly area: string | null
  readonly areas: readonly { readonly areaId: string; readonly name: string }[]
  readonly occurrences: readonly ListedOccurrence[]
}

/** Where a poster is. */
export const posterPath = ({ week, areaId, size, also }: PosterAsked): string => {
  const asked = new URLSearchParams({ uge: week.name })
  if (areaId !== null) asked.set('omraade', areaId)
  if (size !== 'a4') asked.set('papir', size)
  if (also.length > 0) asked.set('ogsaa', also.join(' '))
  return `/plakat?${asked}`
}

/** The languages in a list in an address, each once, in the order they are always told. */
export const readLanguages = (text: string): ResidentLanguage[] => {
  const asked = text.split(/[^a-z]+/)
  return residentLanguages.filter((language) => asked.includes(language))
}

const mostOnPaper = 120

export const loadPoster = async (tx: ReadTx, asked: PosterAsked): Promise<Poster> => {
  const areas = await listAreas(tx)
  const occurrences = await listOccurrences(tx, {
    ...wholeCalendar,
    ...spanOfWeek(asked.week),
    areaId: asked.areaId,
    most: mostOnPaper,
  })
  // What began the week before is on that week's poster.
  const { from } = spanOfWeek(asked.week)
  const begun = occurrences.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, from) >= 0)
  const area = areas.find(({ areaId }) => areaId === asked.areaId)?.name ?? null
  return { ...asked, area, areas, occurrences: begun }
}
