import { type CalendarFilter, type SeriesKind, seriesKinds, wholeCalendar } from '../calendar/index.ts'
import { type Day, homeZone } from '../../platform/day.ts'
import { findId } from '../../platform/id.ts'

/** The ages a resident chooses among: from, and up to and with. */
export const ageBands = [
  [0, 5],
  [6, 9],
  [10, 12],
  [13, 17],
  [18, 99],
] as const

type Ages = NonNullable<CalendarFilter['ages']>

/** What a resident asks for; as it stands in an address, so that a page can be given on and kept. */
export interface ResidentFilter {
  readonly areaId: string | null
  readonly kind: SeriesKind | null
  readonly ages: Ages | null
  readonly isFree: boolean
  readonly venueId: string | null
  /** A language that is spoken there. */
  readonly spoken: string | null
  readonly when: 'days' | 'today' | 'week'
  /** How many weeks ahead, where no day is chosen. */
  readonly weeks: number
  readonly words: string
}

/** What is shown before anything is chosen. */
export const everything: ResidentFilter = {
  areaId: null,
  kind: null,
  ages: null,
  isFree: false,
  venueId: null,
  spoken: null,
  when: 'days',
  weeks: 1,
  words: '',
}

export const mostWeeks = 8

const whens: Readonly<Record<string, ResidentFilter['when']>> = { 'i-dag': 'today', uge: 'week' }

/** The filter an address asks for; what cannot be read is left out. */
export const readFilter = (asked: (name: string) => string | undefined): ResidentFilter => {
  const weeks = Math.trunc(Number(asked('uger') ?? '1'))
  return {
    areaId: findId(asked('omraade') ?? '') ?? null,
    kind: seriesKinds.find((kind) => kind === asked('slags')) ?? null,
    ages: readAges(asked('alder') ?? ''),
    isFree: asked('gratis') === 'ja',
    venueId: findId(asked('sted') ?? '') ?? null,
    spoken: /^[a-z]{2,3}$/.exec(asked('tales') ?? '')?.[0] ?? null,
    when: whens[asked('naar') ?? ''] ?? 'days',
    weeks: weeks >= 1 && weeks <= mostWeeks ? weeks : 1,
    words: (asked('q') ?? '')
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 60),
  }
}

const readAges = (text: string): Ages | null => {
  const [, from, to] = /^(\d{1,2})-(\d{1,3})$/.exec(text) ?? []
  const ages = { from: Number(from), to: Number(to) }
  return from !== undefined && ages.from <= ages.to ? ages : null
}

/** How ages stand in an address. */
export const agesInAddress = ({ from, to }: Ages): string => `${from}-${to}`

/** What a filter lets through, and nothing of when: the same in the list and in the calendar that is subscribed to. */
const lasting = (filter: ResidentFilter): [string, string][] => [
  ...(filter.areaId === null ? [] : [['omraade', filter.areaId] satisfies [string, string]]),
  ...(filter.kind === null ? [] : [['slags', filter.kind] satisfies [string, string]]),
  ...(filter.ages === null ? [] : [['alder', agesInAddress(filter.ages)] satisfies [string, string]]),
  ...(filter.isFree ? [['gratis', 'ja'] satisfies [string, string]] : []),
  ...(filter.venueId === null ? [] : [['sted', filter.venueId] satisfies [string, string]]),
  ...(filter.spoken === null ? [] : [['tales', filter.spoken] satisfies [string, string]]),
  ...(filter.words === '' ? [] : [['q', filter.words] satisfies [string, string]]),
]

const addressOf = (path: string, asked: readonly [string, string][]): string =>
  asked.length === 0 ? path : `${path}?${new URLSearchParams([...asked])}`

/** Where a filter's list is. The same filter has one address. */
export const listPath = (filter: ResidentFilter): string =>
  addressOf('/', [
    ...lasting(filter),
    ...(filter.when === 'days' ? [] : [['naar', filter.when === 'today' ? 'i-dag' : 'uge'] satisfies [string, string]]),
    ...(filter.weeks === 1 ? [] : [['uger', String(filter.weeks)] satisfies [string, string]]),
  ])

/** Where a calendar program subscribes to what the filter lets through. */
export const feedPath = (filter: ResidentFilter): string => addressOf('/kalender.ics', lasting(filter))

export const mostShown = 200

/** What the calendar is asked for, seen from a moment of a day. */
export const toCalendarFilter = (filter: ResidentFilter, at: Temporal.Instant): CalendarFilter => {
  const day = at.toZonedDateTimeISO(homeZone).toPlainDate()
  return {
    ...wholeCalendar,
    from: at,
    to: lastDayOf(filter, day).add({ days: 1 }).toZonedDateTime(homeZone).toInstant(),
    areaId: filter.areaId,
    kind: filter.kind,
    ages: filter.ages,
    isFree: filter.isFree,
    venueId: filter.venueId,
    language: filter.spoken,
    words: filter.words === '' ? null : filter.words,
    most: mostShown,
  }
}

const lastDayOf = ({ when, weeks }: ResidentFilter, day: Day): Day => {
  if (when === 'today') return day
  return when === 'week' ? day.add({ days: 7 - day.dayOfWeek }) : day.add({ days: 7 * weeks - 1 })
}

/** Whether anything of what is shown was chosen. */
export const isChosen = (filter: ResidentFilter): boolean => listPath({ ...filter, weeks: 1 }) !== '/'
