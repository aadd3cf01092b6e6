import type { Day } from '../../../platform/day.ts'
import {
  type AgreementDocument,
  type ReadCommitment,
  sectionText,
  type StandingClause,
} from '../../agreements/index.ts'
import { readCommitments } from '../reading/read-commitments.ts'
import {
  type CarriedLife,
  currentReading,
  currentWithin,
  isWithdrawn,
  type Life,
  type LifeCorrection,
  type LivingVersion,
} from './life.ts'
import { type PlacedClause, placeClauses, placePromises } from './place-promises.ts'
import { carryReading, isSamePromise } from './same-promise.rules.ts'

interface NextVersion {
  readonly document: AgreementDocument
  readonly clauses: readonly StandingClause[]
}

/**
 * The promises of the next version. In a clause whose words stand, each is the same promise, with what people corrected in it; in one
 * whose words changed, the reader reads again, and what it reads otherwise is changed. What stands in no clause goes on with its activity.
 */
export const carryPromises = (before: LivingVersion, after: NextVersion): CarriedLife[] => {
  const old = placeClauses(before.document, before.clauses)
  const young = placeClauses(after.document, after.clauses)
  const lives = placePromises(before.document, old, before.lives.map(toPlaceable))
  const wasRead = placePromises(before.document, old, readAgain(before.document))
  const isRead = placePromises(after.document, young, readAgain(after.document))
  const inClauses = [...young.values()].flatMap((place): Carrying[] => {
    const { clauseId } = place.clause
    const stood = old.get(clauseId)
    const here = (lives.byClause.get(clauseId) ?? []).map(({ life }) => life)
    if (stood !== undefined && stood.clause.text === place.clause.text)
      return here.map((life) => shifted(life, stood, place))
    return carryInto(before.from, {
      lives: here,
      wasRead: wasRead.byClause.get(clauseId) ?? [],
      isRead: isRead.byClause.get(clauseId) ?? [],
    })
  })
  const activities = new Set([...after.document.activities, ...after.document.otherActivities].map(({ id }) => id))
  const others = lives.unplaced
    .filter(({ readingId }) => activities.has(activityOf(readingId)))
    .map(({ life }) => (standsAsBefore(life, before.document, after.document) ? unchanged(life) : withoutPlace(life)))
  return inOrder(after.document, numbered(before.lives, [...inClauses, ...others])).map((carried) => ({
    ...carried,
    judgedFrom: carried.lineageId === null ? null : (carried.judgedFrom ?? (carried.isSame ? before.from : null)),
  }))
}

/** `isSame`: judged on from where the promise it continues was. */
interface Carrying extends CarriedLife {
  readonly isSame: boolean
}

const activityOf = (readingId: string): string => readingId.split('/')[0] ?? ''

const toPlaceable = (life: Life) => ({
  life,
  readingId: life.readingId,
  text: currentReading(life).text,
  within: currentWithin(life),
})

interface Fresh extends Pick<ReadCommitment, 'kind' | 'text' | 'owedBy' | 'owedTo' | 'notation' | 'within'> {
  readonly readingId: string
  readonly line: number
}

/** What the reader reads in a document's text today. */
const readAgain = (document: AgreementDocument): Fresh[] => {
  const { activities, otherActivities } = readCommitments({ ...document, questions: [] })
  return [...activities, ...otherActivities].flatMap(({ commitments }) =>
    commitments.map(({ id, source, ...reading }) => ({ ...reading, readingId: id, line: source.line })),
  )
}

const unchanged = (life: Life): Carrying => ({ ...life, isSame: true })

const withoutPlace = (life: Life): Carrying => ({ ...unchanged(life), readWithin: null })

const standsAsBefore = (
  { readingId, readWithin }: Life,
  before: AgreementDocument,
  after: AgreementDocument,
): boolean => {
  if (readWithin === null) return true
  const [was, is] = [before, after].map((document) => sectionText(document, activityOf(readingId), readWithin.section))
  return was === is
}

/** A promise whose words stand, where they stand now. */
const shifted = (life: Life, stood: PlacedClause, stands: PlacedClause): Carrying => {
  const by = stands.from - stood.from
  const move = <Span extends { readonly from: number; readonly to: number }>(span: Span): Span => ({
    ...span,
    from: span.from + by,
    to: span.to + by,
  })
  return {
    ...unchanged(life),
    readWithin: life.readWithin && { ...move(life.readWithin), section: stands.clause.section },
    corrections: life.corrections.map((one) => ({ ...one, within: one.within && move(one.within) })),
  }
}

interface ChangedClause {
  readonly lives: readonly Life[]
  readonly wasRead: readonly Fresh[]
  readonly isRead: readonly Fresh[]
}

/** The promises of a clause whose words changed: each promise read goes on with one of its kind, else with the next there is. */
const carryInto = (from: Day | null, { lives, wasRead, isRead }: ChangedClause): Carrying[] => {
  const free = [...lives]
  const take = (fits: (life: Life) => boolean): Life | undefined => {
    const at = free.findIndex(fits)
    return at < 0 ? undefined : free.splice(at, 1)[0]
  }
  const ofKind = isRead.map((fresh) => take((life) => currentReading(life).kind === fresh.kind))
  return isRead.map((fresh, at) => {
    const life = ofKind[at] ?? take((one) => !isWithdrawn(one))
    return life === undefined ? born(fresh) : goesOn(life, fresh, readOf(life, lives, wasRead))
  })
}

/** What the reader reads in the old words where this promise stood. */
const readOf = (life: Life, lives: readonly Life[], wasRead: readonly Fresh[]): Fresh | undefined =>
  wasRead.find(({ within }) => within !== null && within.from === life.readWithin?.from) ?? wasRead[lives.indexOf(life)]

const born = (fresh: Fresh): Carrying => ({
  lineageId: null,
  readingId: activityOf(fresh.readingId),
  read: readingOf(fresh),
  readWithin: fresh.within,
  corrections: [],
  sourceLine: fresh.line,
  origin: 'read',
  enteredBy: null,
  enteredAt: null,
  judgedFrom: null,
  isSame: false,
})

const readingOf = ({ kind, text, owedBy, owedTo, notation }: Fresh) => ({ kind, text, owedBy, owedTo, notation })

const goesOn = (life: Life, fresh: Fresh, wasRead: Fresh | undefined): Carrying => {
  const stands = currentReading(life)
  const reading = carryReading(stands, wasRead ?? life.read, fresh)
  const isSame = isSamePromise(stands, reading)
  const last = life.corrections.at(-1)
  const corrections: LifeCorrection[] =
    last === undefined ? [] : [{ ...last, reading, within: fresh.within, isWithdrawn: last.isWithdrawn && isSame }]
  return {
    ...life,
    read: last === undefined ? reading : readingOf(fresh),
    readWithin: fresh.within,
    corrections,
    sourceLine: fresh.line,
    judgedFrom: isSame ? life.judgedFrom : null,
    isSame,
  }
}

/** A promise that is new gets the next number of its activity that no promise there has had. */
const numbered = (lives: readonly Life[], carried: readonly Carrying[]): Carrying[] => {
  const highest = new Map<string, number>()
  for (const { readingId } of lives) {
    const activityId = activityOf(readingId)
    const number = Number(/\/k(\d+)$/.exec(readingId)?.[1] ?? 0)
    highest.set(activityId, Math.max(number, highest.get(activityId) ?? 0))
  }
  return carried.map((one) => {
    if (one.lineageId !== null) return one
    const next = (highest.get(one.readingId) ?? 0) + 1
    highest.set(one.readingId, next)
    return { ...one, readingId: `${one.readingId}/k${next}` }
  })
}

/** By activity, section and place in it; what stands in no section comes last in its activity. */
const inOrder = (document: AgreementDocument, carried: readonly Carrying[]): Carrying[] => {
  const order = [...document.activities, ...document.otherActivities].map(({ id }) => id)
  const placeOf = ({ readingId, readWithin }: Carrying): readonly number[] => [
    order.indexOf(activityOf(readingId)),
    readWithin?.section ?? Number.MAX_SAFE_INTEGER,
    readWithin?.from ?? 0,
  ]
  return carried.toSorted((one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)]
    return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || (a[2] ?? 0) - (b[2] ?? 0)
  })
}
