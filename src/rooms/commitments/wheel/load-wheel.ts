import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf, toDay } from '../../../platform/day-number.ts'
import type { Day } from '../../../platform/day.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { commitmentKindTexts } from '../../agreements/index.ts'
import { listCommitmentsDuring } from '../commitment.queries.ts'
import type { PlacedCommitment } from '../commitment.ts'
import { listEvidenceDays } from '../evidence.queries.ts'
import { parseNotation } from '../notation.ts'
import { listStandings, planOfCommitment } from '../standings.ts'
import { loudest } from '../state/state.rules.ts'
import type { EvidenceDay, Standing } from '../state/state.ts'
import { tracePeriods } from '../state/trace.rules.ts'
import { daysOfYear, placeInYear } from './place-in-year.rules.ts'
import { shortName } from './short-name.rules.ts'
import type { WheelPromise } from './wheel.ts'

/** The promises of a year: those that have a place in it, numbered in the order of the year, and how many have none. */
export interface WheelYear {
  readonly promises: readonly WheelPromise[]
  readonly unplaced: number
  /** The agreements with promises in force in the year, by slug. */
  readonly agreements: readonly { readonly slug: string; readonly name: string }[]
}

interface Asked {
  readonly year: number
  readonly day: Day
  readonly language: Language
  /** Only this agreement's promises; null = all in sight. */
  readonly slug: string | null
}

/** Everything the annual wheel tells of a year, as it stands on the day. */
export const loadWheel = async (tx: ReadTx, asked: Asked): Promise<WheelYear> => {
  const { from, to } = daysOfYear(asked.year)
  const all = standingOn(await listCommitmentsDuring(tx, toDay(from), toDay(to)), asked.day)
  const commitments = asked.slug === null ? all : all.filter(({ slug }) => slug === asked.slug)
  const standings = await listStandings(tx, commitments, asked.day)
  const versions = [...new Set(commitments.map(({ agreementVersionId }) => agreementVersionId))]
  const evidence = await listEvidenceDays(tx, versions)
  const placed = commitments.flatMap((commitment) => {
    const standing = standings.get(commitment.commitmentId)
    if (standing === undefined) return []
    return [placeCommitment({ commitment, standing, evidence: evidence.get(commitment.commitmentId) ?? [] }, asked)]
  })
  const inYear = placed.filter(({ occurrences, rhythms }) => occurrences.length + rhythms.length > 0)
  return {
    promises: inYear.toSorted(inOrderOfYear).map((promise, at) => ({ ...promise, number: at + 1 })),
    unplaced: placed.length - inYear.length,
    agreements: [...new Map(all.map(({ slug, agreement }) => [slug, agreement]))].map(([slug, name]) => ({
      slug,
      name,
    })),
  }
}

/**
 * The promises of a year as the agreements stand on the day: a later version shows from the day it is in force, and a promise it goes
 * on with is one, not two.
 */
const standingOn = (commitments: readonly PlacedCommitment[], day: Day): PlacedCommitment[] => {
  const known = commitments.filter(
    ({ version, inForceDuring: { from } }) =>
      version === 1 || (from !== null && Temporal.PlainDate.compare(from, day) <= 0),
  )
  const lives = Map.groupBy(known, ({ lineageId }) => lineageId)
  return known.filter((one) => !(lives.get(one.lineageId) ?? []).some((later) => goesOnWith(later, one)))
}

const goesOnWith = (later: PlacedCommitment, one: PlacedCommitment): boolean => {
  const { from } = one.inForceDuring
  if (later.version <= one.version || later.judgedFrom === null || from === null) return false
  return Temporal.PlainDate.compare(later.judgedFrom, from) <= 0
}

type Unnumbered = Omit<WheelPromise, 'number'>

interface Known {
  readonly commitment: PlacedCommitment
  readonly standing: Standing
  readonly evidence: readonly EvidenceDay[]
}

const placeCommitment = ({ commitment, standing, evidence }: Known, { year, day, language }: Asked): Unnumbered => {
  // An agreement without an end is laid out over the year that is asked for, however far ahead.
  const plan = planOfCommitment(commitment, day, toDay(daysOfYear(year).to))
  const on = dayNumberOf(day)
  const { kind, notation, text } = commitment
  const traced = tracePeriods(plan, evidence, on)
  const placing = placeInYear({ kind, rules: parseNotation(notation), plan, standing, traced, day: on }, year)
  const name = shortName(text, kind, pick(commitmentKindTexts, language)[kind][0])
  const running = placing.rhythms.map(({ state }) => state)
  return { ...placing, commitment, name, state: running.length > 0 ? loudest(running) : standing.state }
}

/** By the first day it falls on, then the order of the agreements; what runs all year comes last. */
const inOrderOfYear = (one: Unnumbered, other: Unnumbered): number => {
  const first = ({ occurrences }: Unnumbered) => occurrences[0]?.from ?? Number.MAX_SAFE_INTEGER
  return first(one) - first(other)
}
