import type { Day } from '../../../platform/day.ts'
import { isOwedBy, type Place } from '../owed-by.rules.ts'
import { activityOf, type OwedPromise } from '../owed-promises.rules.ts'
import type { CommitmentState } from '../state/state.ts'
import type { ActivityChoices } from './activity-options.tsx'

/** What the list is asked for; all of it stands in the address. */
export interface ListFilter {
  readonly words: string
  /** A party's name; '' = all. */
  readonly party: string
  readonly plan: string
  /** An agreement's address, or with a slash one of its activities: `havneby-job/a2`. */
  readonly activity: string
  readonly state: CommitmentState | null
  /** How many days ahead; null = all. */
  readonly horizon: 30 | 90 | null
  /** Our own and what is owed to us, or everyone's. */
  readonly whose: 'ours' | 'all'
  /** Whether long parts are shown whole. */
  readonly isWhole: boolean
}

const stateWords: Readonly<Record<CommitmentState, string>> = {
  broken: 'ikke-holdt',
  at_risk: 'i-fare',
  due: 'paa-vej',
  kept: 'holdt',
  waiting: 'venter',
  on_demand: 'efter-behov',
  unjudged: 'ubedoemt',
  ended: 'slut',
}

const horizonWords = { 30: '30', 90: '90', all: 'alle' } as const

/** Reads the filter from an address; what is not understood counts as not asked. */
export const readFilter = (asked: (name: string) => string | undefined, usual: ListFilter['whose']): ListFilter => {
  const text = (name: string) => (asked(name) ?? '').trim().slice(0, 200)
  const days = text('dage')
  return {
    words: text('q'),
    party: text('part'),
    plan: text('plan'),
    activity: text('aktivitet'),
    state: stateOf(text('tilstand')),
    horizon: days === horizonWords[30] ? 30 : days === horizonWords.all ? null : 90,
    whose: usual === 'all' || text('hvem') === 'alle' ? 'all' : 'ours',
    isWhole: text('vis') === 'alt',
  }
}

const stateOf = (word: string): CommitmentState | null => {
  const states: readonly CommitmentState[] = Object.keys(stateWords).filter(isState)
  return states.find((state) => stateWords[state] === word) ?? null
}

const isState = (key: string): key is CommitmentState => Object.hasOwn(stateWords, key)

/** A state's word in the address. */
export const stateInAddress = (state: CommitmentState): string => stateWords[state]

export const listPath = '/loefter'

/** The part of the address that asks for the filter, beginning with `?`; '' where nothing out of the ordinary is asked. */
export const filterQuery = (filter: ListFilter, day: Day | null): string => {
  const asked = new URLSearchParams()
  const put = (name: string, value: string) => value !== '' && asked.set(name, value)
  put('hvem', filter.whose === 'all' ? 'alle' : '')
  put('dage', filter.horizon === 90 ? '' : filter.horizon === null ? horizonWords.all : horizonWords[30])
  put('tilstand', filter.state === null ? '' : stateWords[filter.state])
  put('part', filter.party)
  put('plan', filter.plan)
  put('aktivitet', filter.activity)
  put('q', filter.words)
  put('dag', day?.toString() ?? '')
  put('vis', filter.isWhole ? 'alt' : '')
  return asked.size === 0 ? '' : `?${asked}`
}

/** Whether anything but horizon, day and whose is asked for. */
export const isNarrowed = (filter: ListFilter): boolean =>
  [filter.words, filter.party, filter.plan, filter.activity].some((asked) => asked !== '')

/** The promises the filter lets through, but for its state and horizon, which sort what is left. */
export const narrow = (promises: readonly OwedPromise[], filter: ListFilter): OwedPromise[] => {
  const words = filter.words.toLowerCase().split(/\s+/).filter(Boolean)
  const places = filter.party === '' ? null : placesOf(promises, filter.party)
  const plan = filter.plan === '' ? null : { title: null, organisation: '', plan: filter.plan, unit: null }
  return promises.filter(({ commitment, contacts }) => {
    const isOf = (place: Place) => isOwedBy(commitment.owedBy, place, contacts)
    return (
      isInActivity(commitment, filter.activity) &&
      (plan === null || isOf(plan)) &&
      (places === null || places.some(isOf)) &&
      hasWords(commitment, words)
    )
  })
}

/** A party is meant by its own name and by those of its plans and units. */
const placesOf = (promises: readonly OwedPromise[], party: string): Place[] => {
  const all = promises.flatMap(({ contacts }) => contacts).filter((contact) => partiesIn(contact).includes(party))
  const distinct = new Map(all.map((place) => [`${place.plan}/${place.unit}`, { ...place, title: null }]))
  return [{ title: null, organisation: party, plan: null, unit: null }, ...distinct.values()]
}

/** The parties of a contact; a joint one is several. */
const partiesIn = ({ organisation }: Place): string[] => organisation.split(/(?<!-)\s+og\s+(?=\p{Lu})/u).filter(Boolean)

const isInActivity = ({ slug, readingId }: OwedPromise['commitment'], asked: string): boolean => {
  if (asked === '') return true
  const [agreement, activity] = asked.split('/')
  return slug === agreement && (activity === undefined || activityOf(readingId) === activity)
}

const hasWords = (commitment: OwedPromise['commitment'], words: readonly string[]): boolean => {
  if (words.length === 0) return true
  const told = [commitment.text, commitment.activity, commitment.agreement, ...commitment.owedBy, ...commitment.owedTo]
  const text = told.join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

/** What the filter's lists offer. */
export interface FilterChoices {
  readonly parties: readonly string[]
  readonly plans: readonly string[]
  readonly agreements: ActivityChoices
}

/** What may be chosen among the promises at hand, in Danish order. */
export const choicesAmong = (promises: readonly OwedPromise[]): FilterChoices => {
  const contacts = promises.flatMap((promise) => promise.contacts)
  const plans = new Map(contacts.flatMap(({ plan }) => (plan === null ? [] : [[plan.toLowerCase(), plan] as const])))
  const bySlug = Map.groupBy(promises, ({ commitment }) => commitment.slug)
  return {
    parties: inOrder(new Set(contacts.flatMap(partiesIn))),
    plans: inOrder(plans.values()),
    agreements: [...bySlug].map(([slug, own]) => ({
      slug,
      name: own[0]?.commitment.agreement ?? slug,
      activities: [
        ...new Map(own.map(({ commitment }) => [activityOf(commitment.readingId), commitment.activity])),
      ].map(([id, name]) => ({ id, name })),
    })),
  }
}

const inOrder = (names: Iterable<string>): string[] => [...names].toSorted(new Intl.Collator('da').compare)
