import type { ReadTx } from '../../platform/database/index.ts'
import type { Day } from '../../platform/day.ts'
import { type AgreementVersion, getVersionOn, listPlacesNaming, type NamedPlace } from '../agreements/index.ts'
import type { PostChoice } from '../parties/index.ts'
import { listAnchoringPlans } from './anchoring.queries.ts'
import type { AnchoringPlan } from './anchoring.ts'
import { isOwedBy, type Place } from './owed-by.rules.ts'
import { listPromisesFor } from './owed-promises.ts'
import { activityOf, type OwedPromise } from './owed-promises.rules.ts'
import { listReservations } from './reservation.queries.ts'
import type { Reservation } from './reservation.ts'

/** Something of an activity, with where it stands. */
export interface InActivity {
  readonly slug: string
  readonly agreement: string
  readonly activityId: string
  readonly activity: string
}

/** What a post has to do with on a day: what it owes and is owed, where it is named, and what hangs on or follows after it. */
export interface PostWork {
  readonly places: readonly NamedPlace[]
  readonly promises: readonly OwedPromise[]
  readonly reservations: readonly (InActivity & { readonly reservation: Reservation })[]
  readonly anchoring: readonly (InActivity & { readonly plan: AnchoringPlan })[]
  readonly questions: readonly (InActivity & { readonly about: string; readonly text: string })[]
}

/** Lists it, as the actor may see it. Reservations that are settled and anchorings that are done are left out. */
export const loadPostWork = async (tx: ReadTx, post: PostChoice, day: Day): Promise<PostWork> => {
  const places = await listPlacesNaming(tx, [post.postId], day)
  const promises = (await listPromisesFor(tx, day, [post])).filter(({ share }) => share !== 'others')
  const ours = promises.filter(({ share }) => share === 'ours')
  const slugs = [...new Set([...places.map(({ slug }) => slug), ...ours.map(({ commitment }) => commitment.slug)])]
  const work: PostWork = { places, promises, reservations: [], anchoring: [], questions: [] }
  const parts = []
  for (const slug of slugs) {
    const version = await getVersionOn(tx, slug, day)
    const activities = activitiesOf(version, places, ours)
    parts.push(await loadVersionWork(tx, { version, activities, post, day, ours }))
  }
  return {
    ...work,
    reservations: parts.flatMap(({ reservations }) => reservations),
    anchoring: parts.flatMap(({ anchoring }) => anchoring),
    questions: parts.flatMap(({ questions }) => questions),
  }
}

const activitiesOf = (
  { slug, agreementVersionId }: AgreementVersion,
  places: readonly NamedPlace[],
  ours: readonly OwedPromise[],
): ReadonlySet<string> =>
  new Set([
    ...places.filter((place) => place.agreementVersionId === agreementVersionId).map(({ activityId }) => activityId),
    ...ours
      .filter(({ commitment }) => commitment.slug === slug)
      .map(({ commitment }) => activityOf(commitment.readingId)),
  ])

interface OfVersion {
  readonly version: AgreementVersion
  readonly activities: ReadonlySet<string>
  readonly post: Place
  readonly day: Day
  readonly ours: readonly OwedPromise[]
}

const loadVersionWork = async (tx: ReadTx, { version, activities, post, day, ours }: OfVersion) => {
  const { agreementVersionId, document, slug } = version
  const agreement = document.focusArea ?? document.title ?? slug
  const titles = new Map(document.activities.map(({ id, title }) => [id, title ?? id]))
  const placed = (activityId: string): InActivity => ({
    slug,
    agreement,
    activityId,
    activity: titles.get(activityId) ?? '',
  })
  // `a3` is not meant by `activities.a3.1.title`.
  const longestFirst = [...titles.keys()].toSorted((one, other) => other.length - one.length)
  const owed = new Set(ours.map(({ commitment }) => commitment.readingId))
  const reservations = await listReservations(tx, agreementVersionId, day)
  const plans = (await listAnchoringPlans(tx, [agreementVersionId], day)).get(agreementVersionId) ?? new Map()
  return {
    reservations: reservations
      .filter(({ settlement }) => settlement === null)
      .filter((one) => activities.has(one.activityId) || one.promises.some((promise) => owed.has(promise)))
      .map((reservation) => ({ ...placed(reservation.activityId), reservation })),
    anchoring: [...plans.values()]
      .filter(({ state }) => state !== 'taken_over')
      .filter((plan) => activities.has(plan.activityId) || isOwedBy([plan.takenOverBy], post, []))
      .map((plan) => ({ ...placed(plan.activityId), plan })),
    questions: document.questions.flatMap(({ about, text }) => {
      const activityId = longestFirst.find((id) => about.startsWith(`activities.${id}.`))
      return activityId !== undefined && activities.has(activityId) ? [{ ...placed(activityId), about, text }] : []
    }),
  }
}
