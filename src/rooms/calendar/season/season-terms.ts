import type { ReadTx } from '../../../platform/database/index.ts'
import type { Day } from '../../../platform/day.ts'
import { type AgreedActivity, getVersion } from '../../agreements/index.ts'
import { listCommitmentsInForce, parseNotation, type PlacedCommitment } from '../../commitments/index.ts'
import { capOf, unitPriceOf } from './promised-terms.ts'
import type { SeasonLimits } from './season.rules.ts'
import type { Season } from './season.ts'

/** What a promise says of how many, at what price and when it is agreed, each with the sentence it stands in. */
export interface PromisedTerms {
  readonly promise: PlacedCommitment
  readonly cap: number | null
  readonly isPerArea: boolean
  readonly priceOere: bigint | null
  readonly priceSentence: string | null
  /** The sentence that says which months of the year the parties agree on a season. */
  readonly agreedWhen: string | null
  readonly ages: { readonly from: number | null; readonly to: number | null } | null
  /** All that is said of the activity: the areas it names are those of the season, unless somebody says otherwise. */
  readonly words: string
}

/** The limits in force: what the agreement says, and what somebody wrote only where it says nothing. */
export interface SeasonTerms extends SeasonLimits {
  readonly promised: PromisedTerms | null
}

/** What may be planned as seasons: promises of so many a year at most; a sentence that says the same of the same activity is left out. */
export const listSeasonPromises = async (tx: ReadTx, day: Day): Promise<PlacedCommitment[]> => {
  const capped = (await listCommitmentsInForce(tx, day)).filter(({ kind, notation }) => {
    return ['session', 'task', 'presence'].includes(kind) && capOf(notation) !== null
  })
  const sameAs = (one: PlacedCommitment) =>
    `${one.agreementVersionId} ${activityIdOf(one)} ${JSON.stringify(capOf(one.notation))}`
  return [...Map.groupBy(capped, sameAs).values()].flatMap(([first]) => first ?? [])
}

const activityIdOf = ({ readingId }: PlacedCommitment): string => readingId.split('/')[0] ?? ''

/** What the promise of a lineage says on the day; null where none goes on, or the actor may not see it. */
export const findPromisedTerms = async (tx: ReadTx, lineageId: string, day: Day): Promise<PromisedTerms | null> => {
  const promises = await listCommitmentsInForce(tx, day)
  const promise = promises.find((one) => one.lineageId === lineageId)
  if (promise === undefined) return null
  const beside = promises.filter(
    (one) => one.agreementVersionId === promise.agreementVersionId && activityIdOf(one) === activityIdOf(promise),
  )
  const { document } = await getVersion(tx, promise.agreementVersionId)
  return termsOf(promise, beside, document.activities.find(({ id }) => id === activityIdOf(promise)) ?? null)
}

const termsOf = (
  promise: PlacedCommitment,
  beside: readonly PlacedCommitment[],
  activity: AgreedActivity | null,
): PromisedTerms => {
  const capped = capOf(promise.notation)
  const price = unitPriceOf(activity?.amounts ?? [], capped?.unit ?? null)
  const planning = beside.find(({ kind, notation }) => kind === 'planning' && namesMonths(notation))
  return {
    promise,
    cap: capped?.cap ?? null,
    isPerArea: capped?.isPerArea ?? true,
    priceOere: price === null ? null : BigInt(price.amountOere),
    priceSentence: price?.text ?? null,
    agreedWhen: planning?.text ?? null,
    ages: activity?.ages ?? null,
    words: [promise.text, ...(activity?.sections ?? []).map(({ text }) => text)].join(' '),
  }
}

const namesMonths = (notation: string): boolean =>
  parseNotation(notation).some(({ terms }) => terms.some(({ key }) => key === 'BYMONTH'))

/** The limits of a season on the day. */
export const findSeasonTerms = async (tx: ReadTx, season: Season, day: Day): Promise<SeasonTerms> => {
  const promised = await findPromisedTerms(tx, season.lineageId, day)
  return {
    promised,
    cap: promised?.cap ?? season.writtenCap,
    isPerArea: promised?.isPerArea ?? true,
    priceOere: promised?.priceOere ?? season.writtenPriceOere,
  }
}
