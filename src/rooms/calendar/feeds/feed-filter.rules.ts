import { findId } from '../../../platform/id.ts'
import { seriesKinds } from '../series.ts'

/** What of the calendar a feed holds; null = all of it. */
export interface FeedFilter {
  readonly areaId: string | null
  readonly kind: (typeof seriesKinds)[number] | null
  readonly ages: { readonly from: number; readonly to: number } | null
  readonly isFree: boolean
  readonly venueId: string | null
  readonly organisationId: string | null
  readonly planId: string | null
  /** A language that is spoken there, by its ISO 639 code. */
  readonly language: string | null
  /** Words that stand in what is said of it. */
  readonly words: string | null
}

const oldest = 150

/** `8-12`, `8–12`, `9`, `60-`; undefined where it is none of these. */
export const findAges = (text: string): FeedFilter['ages'] | undefined => {
  const [, from, dash, to] = /^(\d{1,3})(?:([-–])(\d{1,3})?)?$/.exec(text.trim()) ?? []
  if (from === undefined) return undefined
  const ages = { from: Number(from), to: to === undefined ? (dash === undefined ? Number(from) : oldest) : Number(to) }
  return ages.from <= ages.to && ages.to <= oldest ? ages : undefined
}

/** What an address asks for; undefined where it asks for what there cannot be, for nobody wants all of it instead. */
export const findFeedFilter = (asked: (name: string) => string | undefined): FeedFilter | undefined => {
  const given = (name: string): string | null => asked(name)?.trim() || null
  const idOf = (name: string): string | null | undefined => {
    const text = given(name)
    return text === null ? null : findId(text)
  }
  const [areaId, venueId] = [idOf('omraade'), idOf('sted')]
  const [organisationId, planId] = [idOf('arrangoer'), idOf('plan')]
  const named = given('slags')
  const kind = named === null ? null : seriesKinds.find((known) => known === named)
  const aged = given('alder')
  const ages = aged === null ? null : findAges(aged)
  const isWhole = areaId !== undefined && venueId !== undefined && organisationId !== undefined && planId !== undefined
  const spoken = given('tales')
  const language = spoken === null ? null : /^[a-z]{2,3}$/.exec(spoken)?.[0]
  if (!isWhole || kind === undefined || ages === undefined || language === undefined) return undefined
  const isFree = given('gratis') === 'ja'
  return { areaId, kind, ages, isFree, venueId, organisationId, planId, language, words: wordsIn(given('q')) }
}

const mostLetters = 60

const wordsIn = (text: string | null): string | null =>
  text
    ?.replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, mostLetters) || null

/** The address' question for a filter, its parts in one order; '' for the whole calendar. */
export const questionOf = (filter: FeedFilter): string => {
  const { ages } = filter
  const parts: [string, string | null][] = [
    ['omraade', filter.areaId],
    ['slags', filter.kind],
    ['alder', ages && `${ages.from}-${ages.to}`],
    ['gratis', filter.isFree ? 'ja' : null],
    ['sted', filter.venueId],
    ['arrangoer', filter.organisationId],
    ['plan', filter.planId],
    ['tales', filter.language],
    ['q', filter.words],
  ]
  const said = parts.filter((part): part is [string, string] => part[1] !== null)
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`
}
