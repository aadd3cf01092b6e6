import type { Day } from '../../../platform/day.ts'
import { isOwedBy, type Place } from '../owed-by.rules.ts'
import { activityOf, agendaOf, type OwedPromise } from '../owed-promises.rules.ts'
import type { Contact } from './contact.ts'

/**
 * What to call each post about: what it owes in agreements its organisation or plan is party to; by post id. First what names the post
 * itself, then what stands in an activity that names it, then what its plan or organisation owes; among these the urgent first.
 */
export const promisesByPost = (
  contacts: readonly Contact[],
  promises: readonly OwedPromise[],
  versionsByParty: ReadonlyMap<string, ReadonlySet<string>>,
  day: Day,
): ReadonlyMap<string, readonly OwedPromise[]> => {
  const live = promises.filter(({ standing }) => standing.state !== 'ended')
  const byOwners = [...Map.groupBy(live, ownersOf).values()]
  return new Map(
    contacts.map((contact) => {
      const versions = versionsOf(contact, versionsByParty)
      const own = byOwners.flatMap((alike) => {
        const [first] = alike
        if (first === undefined || !versions.has(first.commitment.agreementVersionId)) return []
        return isOwedBy(first.commitment.owedBy, contact, first.contacts) ? alike : []
      })
      const { urgent, upcoming, rest } = agendaOf(own, day, null)
      const inTurn = [...urgent, ...upcoming, ...rest]
      return [contact.postId, inTurn.toSorted((a, b) => distance(contact, a) - distance(contact, b))]
    }),
  )
}

/** Promises of one activity with the same owners are owed by the same posts. */
const ownersOf = ({ commitment }: OwedPromise): string =>
  [commitment.agreementVersionId, activityOf(commitment.readingId), ...commitment.owedBy].join('|')

/** How near a promise is to the post itself: 0 it says its title, 1 its activity names the post, 2 it is its plan's or organisation's. */
const distance = ({ title, organisation, plan, unit }: Contact, { commitment, contacts }: OwedPromise): number => {
  const head = title.toLowerCase().replace(/\s(?:i|fra|ved|hos|under|på|for)\s.*$/u, '')
  if (commitment.owedBy.some((name) => name.toLowerCase().includes(head))) return 0
  const isNamed = (one: Place) =>
    one.title !== null &&
    one.title.toLowerCase() === title.toLowerCase() &&
    one.organisation === organisation &&
    one.plan === plan &&
    one.unit === unit
  return contacts.some(isNamed) ? 1 : 2
}

const versionsOf = (
  { organisationId, planId }: Contact,
  versionsByParty: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> => {
  const ofPlan = planId === null ? undefined : versionsByParty.get(planId)
  return new Set([...(versionsByParty.get(organisationId) ?? []), ...(ofPlan ?? [])])
}
