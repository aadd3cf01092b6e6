import { isLongerName, matchPersonNames, matchUnitNames, type NameMatch, nameKey } from './match-names.rules.ts'
import type { PostToRegister } from './party.ts'
import type {
  KnownNames,
  NamedInAgreement,
  NamedPlace,
  SamenessAnswers,
  SamenessCandidate,
  SamenessKind,
  SamenessQuestion,
} from './sameness.ts'

/** A name as it is met in the agreement, or as it is known. */
interface Met {
  readonly id: string | null
  readonly names: readonly string[]
  /** Keys of the names of those who hold posts there, and of an organisation's plans. */
  readonly people: readonly string[]
}

interface Asking {
  readonly kind: SamenessKind
  /** Where the names stand; names of one kind are told apart within it. */
  readonly scope: string
  readonly known: readonly Met[]
  readonly others: KnownNames['others']
  readonly match: (one: Met, other: Met) => NameMatch
}

interface ToAsk {
  readonly name: string
  readonly place: NamedPlace | null
  readonly people: readonly string[]
}

/**
 * Asks of every name of the agreement that is nearly one that is known, or nearly one named before it: organisations, plans, units, posts
 * and people, in the order of the text. A name that differs by case, signs and spaces alone is not asked about, nor one that a person has
 * said is another.
 */
export const proposeMatches = (named: NamedInAgreement, known: KnownNames): SamenessQuestion[] => {
  const organisations = askOfOrganisations(named, known)
  const plans = ask(
    { ...askingOf('plan', known, named.places), known: known.plans.map(alone) },
    named.posts.flatMap(({ plan }) => (plan === null ? [] : [{ name: plan, place: null, people: [] }])),
  )
  const home = homeFinder(known, [...organisations, ...plans])
  const units = askOfUnits(named, known, home)
  const posts = askOfPosts(named, known, homeFinder(known, [...organisations, ...plans, ...units]))
  const people = ask(
    { ...askingOf('person', known, []), known: known.people.map(alone), match: byNames(matchPersonNames) },
    named.posts.flatMap(({ holder }) => (holder === null ? [] : [{ name: holder.name, place: null, people: [] }])),
  )
  return [...organisations, ...plans, ...units, ...posts, ...people]
}

/** The answers that agree to every proposal. */
export const asProposed = (questions: readonly SamenessQuestion[]): SamenessAnswers =>
  new Map(
    questions.flatMap(({ key, candidates: [first] }) => (first === undefined ? [] : [[key, { same: first }] as const])),
  )

const alone = (one: { readonly id: string; readonly names: readonly string[] }): Met => ({ ...one, people: [] })

const byNames =
  (match: (one: string, other: string) => NameMatch) =>
  (one: Met, other: Met): NameMatch => {
    const found = one.names.flatMap((a) => other.names.map((b) => match(a, b)))
    return found.includes('same') ? 'same' : found.includes('likely') ? 'likely' : null
  }

/** Two names are worth asking about where they are nearly one, or where one says more than the other and the same people are in both. */
const byNamesAndPeople =
  (places: readonly string[]) =>
  (one: Met, other: Met): NameMatch => {
    const found = byNames((a, b) => matchUnitNames(a, b, places))(one, other)
    if (found !== null || !one.people.some((person) => other.people.includes(person))) return found
    return one.names.some((a) => other.names.some((b) => isLongerName(a, b))) ? 'likely' : null
  }

const askingOf = (kind: SamenessKind, { others }: KnownNames, places: readonly string[]): Asking => ({
  kind,
  scope: '',
  known: [],
  others,
  match: byNamesAndPeople(places),
})

const ask = (asking: Asking, names: readonly ToAsk[]): SamenessQuestion[] => {
  const met: Met[] = [...asking.known]
  const questions: SamenessQuestion[] = []
  for (const { name, place, people } of distinct(names)) {
    const one: Met = { id: null, names: [name], people }
    const matches = met.map((other) => ({ other, match: asking.match(one, other) }))
    if (matches.some(({ match }) => match === 'same')) continue
    const key = nameKey(name)
    const isSettled = (id: string | null) => asking.others.some((other) => other.id === id && other.key === key)
    const candidates = matches.flatMap(({ other, match }): SamenessCandidate[] =>
      match === 'likely' && !isSettled(other.id) ? [{ id: other.id, name: other.names[0] ?? name }] : [],
    )
    if (candidates.length > 0)
      questions.push({ key: `${asking.kind}|${asking.scope}|${key}`, kind: asking.kind, name, place, candidates })
    met.push(one)
  }
  return questions
}

/** Each name once by its key, as it is first written, with everyone met under it. */
const distinct = (names: readonly ToAsk[]): ToAsk[] =>
  [...Map.groupBy(names, ({ name }) => nameKey(name)).values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ ...first, people: same.flatMap(({ people }) => people) }]
  })

const peopleOf = ({ holder }: PostToRegister): string[] => (holder === null ? [] : [nameKey(holder.name)])

/** The keys of who and what tells that two names of an organisation are of one: its people and its plans. */
const tiesOf = (post: PostToRegister): string[] => [
  ...peopleOf(post),
  ...(post.plan === null ? [] : [nameKey(post.plan)]),
]

const askOfOrganisations = ({ posts, others, places }: NamedInAgreement, known: KnownNames): SamenessQuestion[] =>
  ask({ ...askingOf('organisation', known, places), known: known.organisations }, [
    ...posts.map((post) => ({ name: post.organisation, place: null, people: tiesOf(post) })),
    ...others.map((name) => ({ name, place: null, people: [] })),
  ])

/** Where each name of an organisation, plan or unit leads when every proposal is agreed to: an id, or the key of the first name. */
interface Homes {
  readonly organisation: (post: NamedPlace) => string
  readonly plan: (post: NamedPlace) => string | null
  readonly unit: (post: NamedPlace) => string | null
}

const homeFinder = (known: KnownNames, questions: readonly SamenessQuestion[]): Homes => {
  const find = (kind: SamenessKind, scope: string, all: readonly { id: string; names: readonly string[] }[]) => {
    const lead = (name: string): string => {
      const key = nameKey(name)
      const found = all.find(({ names }) => names.some((one) => nameKey(one) === key))
      if (found !== undefined) return found.id
      const [proposed] = questions.find((question) => question.key === `${kind}|${scope}|${key}`)?.candidates ?? []
      return proposed === undefined ? key : (proposed.id ?? lead(proposed.name))
    }
    return lead
  }
  const organisation = ({ organisation: name }: NamedPlace) => find('organisation', '', known.organisations)(name)
  return {
    organisation,
    plan: ({ plan }) => (plan === null ? null : find('plan', '', known.plans)(plan)),
    unit: (post) => {
      const home = organisation(post)
      const there = known.units.filter(({ organisationId }) => organisationId === home)
      return post.unit === null ? null : find('unit', home, there)(post.unit)
    },
  }
}

const askOfUnits = ({ posts, places }: NamedInAgreement, known: KnownNames, homes: Homes): SamenessQuestion[] =>
  [...Map.groupBy(posts, homes.organisation)].flatMap(([home, own]) =>
    ask(
      {
        ...askingOf('unit', known, places),
        scope: home,
        known: known.units.filter(({ organisationId }) => organisationId === home),
      },
      own.flatMap((post) =>
        post.unit === null ? [] : [{ name: post.unit, place: placeOf(post), people: peopleOf(post) }],
      ),
    ),
  )

const askOfPosts = ({ posts }: NamedInAgreement, known: KnownNames, homes: Homes): SamenessQuestion[] =>
  [...Map.groupBy(posts, (post) => [homes.organisation(post), homes.plan(post), homes.unit(post)].join('|'))].flatMap(
    ([scope, own]) => {
      const [first] = own
      if (first === undefined) return []
      const [home, plan, unit] = [homes.organisation(first), homes.plan(first), homes.unit(first)]
      const there = known.posts.filter(
        (post) => post.organisationId === home && post.planId === plan && post.unitId === unit,
      )
      return ask(
        { ...askingOf('post', known, []), scope, known: there.map(alone), match: byTitleAndHolder },
        own.map((post) => ({ name: post.title, place: placeOf(post), people: peopleOf(post) })),
      )
    },
  )

/** Posts that the agreement gives to different people are two, however near their titles are. */
const byTitleAndHolder = (one: Met, other: Met): NameMatch => {
  const found = byNames(matchUnitNames)(one, other)
  const isHeldByOthers =
    one.people.length > 0 && other.people.length > 0 && !one.people.some((person) => other.people.includes(person))
  return found === 'likely' && isHeldByOthers ? null : found
}

const placeOf = ({ organisation, plan, unit }: PostToRegister): NamedPlace => ({ organisation, plan, unit })
