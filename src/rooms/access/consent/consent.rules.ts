import type { Day } from '../../../platform/day.ts'
import type { Consent, ConsentAnswer, DataSubject, Guardianship } from './consent.ts'

/** What the rules ask of a consent: its own facts, whose month of birth it is about, and who held custody when. */
export interface ConsentFacts {
  readonly consent: Pick<Consent, 'dataSubjectId' | 'isMaterial' | 'during'>
  readonly givers: readonly Pick<ConsentAnswer, 'giverId' | 'givenOn' | 'withdrawnOn'>[]
  readonly custody: readonly Pick<Guardianship, 'guardianId' | 'holdsCustody' | 'during'>[]
  readonly birthMonth: DataSubject['birthMonth']
}

export type Standing =
  | { readonly state: 'in_force' | 'expired' | 'withdrawn' | 'not_yet' }
  /** Ids of those who have not answered; one of them is enough where it is not material. */
  | { readonly state: 'waiting_for'; readonly givers: readonly string[]; readonly isOneEnough: boolean }

const ageOfConsent = 15

/**
 * The first day on which somebody born in the month is surely this old; null for those of age. Only the month is known, so it is the first
 * of the month after: a guardian is asked at most a month too long, never a day too short.
 */
export const surelyAgedOn = (birthMonth: DataSubject['birthMonth'], years: number): Day | null =>
  birthMonth?.add({ years, months: 1 }).toPlainDate({ day: 1 }) ?? null

/** Whether they decide for themselves on the day: from 15. */
export const decidesForThemselves = (birthMonth: DataSubject['birthMonth'], day: Day): boolean => {
  const fifteen = surelyAgedOn(birthMonth, ageOfConsent)
  return fifteen === null || isOnOrAfter(day, fifteen)
}

/** Ids of those who hold custody on the day. */
export const custodyHolders = (custody: ConsentFacts['custody'], day: Day): string[] => [
  ...new Set(
    custody.filter((one) => one.holdsCustody && isWithin(one.during, day)).map(({ guardianId }) => guardianId),
  ),
]

/**
 * How a consent stands on a day.
 *
 * Under 15 those who hold custody that day must have given it: all of them for what is material, one for what is not. So when custody
 * changes, a material consent waits for the new holder, and what only a former holder gave no longer counts. From 15 the young person
 * gives it. What guardians gave before keeps until its own end, judged by the custody of the last day before; but the young person may
 * withdraw it, and is asked to renew it (`isToBeRenewed`). Any one giver's withdrawal withdraws, also that of one who lost custody since.
 */
export const consentStanding = (facts: ConsentFacts, day: Day): Standing => {
  const { consent, givers } = facts
  if (givers.some(({ withdrawnOn }) => withdrawnOn !== null && isOnOrAfter(day, withdrawnOn)))
    return { state: 'withdrawn' }
  if (Temporal.PlainDate.compare(day, consent.during.to) > 0) return { state: 'expired' }
  const missing = missingGivers(facts, day)
  if (missing !== null) return { state: 'waiting_for', ...missing }
  return { state: isOnOrAfter(day, consent.during.from) ? 'in_force' : 'not_yet' }
}

/** Who may withdraw it on the day: those who hold custody until 15, the young person from then, and a giver who still may see it. */
export const mayWithdraw = (facts: ConsentFacts, giverId: string, day: Day): boolean => {
  const holders = custodyHolders(facts.custody, day)
  if (giverId === facts.consent.dataSubjectId) return decidesForThemselves(facts.birthMonth, day)
  const isGiver = facts.givers.some((giver) => giver.giverId === giverId && giver.givenOn !== null)
  return holders.includes(giverId) && (isGiver || !decidesForThemselves(facts.birthMonth, day))
}

/** Who is to give it, if it were asked for on the day. */
export const askedGivers = ({ consent, custody, birthMonth }: ConsentFacts, day: Day): string[] =>
  decidesForThemselves(birthMonth, day) ? [consent.dataSubjectId] : custodyHolders(custody, day)

/** Whether it rests on guardians alone although the young person decides by now: they are asked to renew it. */
export const isToBeRenewed = (facts: ConsentFacts, day: Day): boolean =>
  consentStanding(facts, day).state === 'in_force' &&
  decidesForThemselves(facts.birthMonth, day) &&
  !hasGiven(facts, facts.consent.dataSubjectId, day)

const missingGivers = (facts: ConsentFacts, day: Day): { givers: string[]; isOneEnough: boolean } | null => {
  const { consent, birthMonth } = facts
  const fifteen = surelyAgedOn(birthMonth, ageOfConsent)
  const decides = decidesForThemselves(birthMonth, day)
  if (decides && hasGivenForThemselves(facts, day)) return null
  if (fifteen !== null) {
    const judged = decides ? fifteen.subtract({ days: 1 }) : day
    const holders = custodyHolders(facts.custody, judged)
    const lacking = holders.filter((holder) => !hasGiven(facts, holder, judged))
    const isGiven = holders.length > 0 && (consent.isMaterial ? lacking.length === 0 : lacking.length < holders.length)
    if (isGiven) return null
    if (!decides) return { givers: lacking, isOneEnough: !consent.isMaterial }
  }
  return { givers: [consent.dataSubjectId], isOneEnough: false }
}

const hasGivenForThemselves = (facts: ConsentFacts, day: Day): boolean => {
  const fifteen = surelyAgedOn(facts.birthMonth, ageOfConsent)
  const own = facts.givers.find(({ giverId }) => giverId === facts.consent.dataSubjectId)?.givenOn ?? null
  return own !== null && isOnOrAfter(day, own) && (fifteen === null || isOnOrAfter(own, fifteen))
}

const hasGiven = ({ givers }: ConsentFacts, giverId: string, day: Day): boolean =>
  givers.some((giver) => giver.giverId === giverId && giver.givenOn !== null && isOnOrAfter(day, giver.givenOn))

const isOnOrAfter = (day: Day, other: Day): boolean => Temporal.PlainDate.compare(day, other) >= 0

const isWithin = ({ from, to }: Guardianship['during'], day: Day): boolean =>
  (from === null || isOnOrAfter(day, from)) && (to === null || isOnOrAfter(to, day))
