import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import { type Actor, requirePermission } from '../../access/index.ts'
import { lockSpaces } from '../booking.queries.ts'
import { calendarPolicy } from '../calendar.policy.ts'
import { listRelationsToVenue } from '../relation.queries.ts'
import { settleBookings } from './booking.queries.ts'
import type { AnswerCode } from './no-reason.ts'
import { findRequestForUpdate, listBeside, listFirstOfEach, listWholeBookings } from './request.queries.ts'
import { type Requested, settleYes } from './requests.rules.ts'
import { queueTelling } from './tell-of-booking.ts'
import { giveWay } from './waiting.queries.ts'

/** Which request, as it was when its answer was written. */
interface SeenRequest {
  readonly venueId: string
  readonly requestId: string
  readonly stamp: string
}

interface Answer {
  readonly isYes: boolean
  /** A few words along with it; whoever asked reads them. */
  readonly words: string
}

/** Whoever writes answers, and when. */
interface Answering {
  readonly at: Temporal.Instant
  readonly by: string
}

/**
 * Answers who asked for a venue, for all the times they asked for at one go. A yes gives them every time that is free; others who asked
 * for the same time get a kind no, and an activity's time that lost its place waits for it. Throws Refused('changed_meanwhile').
 */
export const answerRequest = (platform: Platform, actor: Actor, seen: SeenRequest, answer: Answer): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    requirePermission(actor, calendarPolicy.keepVenue, await listRelationsToVenue(tx, seen.venueId))
    const at = platform.clock.now()
    const request = await findRequestForUpdate(tx, { ...seen, now: at })
    if (request === undefined || request.stamp !== seen.stamp) throw new Refused('changed_meanwhile')
    const said = { at, by: actor.personId ?? 'system' }
    const answered = answer.isYes
      ? await sayYes(tx, request, { ...said, words: answer.words })
      : await sayNo(tx, request.bookings, { ...said, words: answer.words })
    leaveTrace(tx, {
      verb: answer.isYes ? 'booking.approved' : 'booking.refused',
      thing: 'booking',
      ref: seen.requestId,
      facts: { times: answered },
    })
  })

interface AskedFor {
  readonly bookings: readonly Requested[]
  readonly spaceIds: readonly string[]
}

const sayYes = async (tx: WriteTx, asked: AskedFor, said: Answering & { words: string }): Promise<number> => {
  await lockSpaces(tx, asked.spaceIds)
  const rivals = await listBeside(tx, asked, 'requested')
  const others = await listWholeBookings(
    tx,
    rivals.map(({ bookingId }) => bookingId),
  )
  const settled = settleYes(asked.bookings, await listBeside(tx, asked, 'approved'), others)
  await settleBookings(tx, idsOf(settled.yes), { ...said, state: 'approved', answer: said.words })
  await loseThePlace(
    tx,
    settled.taken.map(({ asked: one, by }) => ({ one, to: by })),
    { ...said, because: 'taken_already' },
  )
  await loseThePlace(
    tx,
    settled.giveWay.map(({ other, to }) => ({ one: other, to })),
    { ...said, because: 'gave_way' },
  )
  await tell(tx, settled.yes)
  return timesIn(settled.yes)
}

const sayNo = async (
  tx: WriteTx,
  asked: readonly Requested[],
  said: Answering & { words: string },
): Promise<number> => {
  await settleBookings(tx, idsOf(asked), { ...said, state: 'refused', answer: said.words })
  for (const occurrenceId of occurrencesOf(asked))
    await giveWay(tx, occurrenceId, { other: null, because: 'said_no', words: said.words, at: said.at })
  await tell(tx, asked)
  return timesIn(asked)
}

/** Those that another got the place before: an activity's time waits for it, anything else is refused. */
const loseThePlace = async (
  tx: WriteTx,
  lost: readonly { readonly one: Requested; readonly to: Requested }[],
  said: Answering & { because: AnswerCode },
): Promise<void> => {
  if (lost.length === 0) return
  const all = lost.map(({ one }) => one)
  const isTime = ({ occurrenceId }: Requested): boolean => occurrenceId !== null
  const told = { ...said, answerCode: said.because }
  await settleBookings(tx, idsOf(all.filter(isTime)), { ...told, state: 'cancelled' })
  await settleBookings(tx, idsOf(all.filter((one) => !isTime(one))), { ...told, state: 'refused' })
  for (const { one, to } of lost)
    if (one.occurrenceId !== null)
      await giveWay(tx, one.occurrenceId, { other: to.occurrenceId, because: said.because, words: '', at: said.at })
  await tell(tx, all)
}

const idsOf = (bookings: readonly Requested[]): string[] => bookings.map(({ bookingId }) => bookingId)

const occurrencesOf = (bookings: readonly Requested[]): ReadonlySet<string> =>
  new Set(bookings.flatMap(({ occurrenceId }) => occurrenceId ?? []))

const timesIn = (bookings: readonly Requested[]): number =>
  new Set(bookings.map(({ from, to }) => `${from}/${to}`)).size

/** One mail for each who asked: the first booking stands for all that were answered alike. */
const tell = async (tx: WriteTx, bookings: readonly Requested[]): Promise<void> => {
  for (const id of await listFirstOfEach(tx, idsOf(bookings))) await queueTelling(tx, { about: 'answered', id })
}
