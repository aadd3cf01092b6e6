import { leaveTrace, writeAs, type WriteTx } from '../../../platform/database/index.ts'
import { type Day, today } from '../../../platform/day.ts'
import { isMailAddress } from '../../../platform/mail/mail-address.ts'
import type { Platform } from '../../../platform/platform.ts'
import { Refused } from '../../../platform/refused.ts'
import type { Actor } from '../../access/index.ts'
import { findPlaceOfPost } from '../../calendar/index.ts'
import { getPost } from '../../parties/index.ts'
import { enterToChange, type SeenGroup } from './change-group.ts'
import { countGroupChange } from './group.queries.ts'
import type { Member } from './group.ts'
import { insertMember, updateSeat, updateSitting, updateTurns } from './member.queries.ts'

/** A seat as it is written: a post, or somebody by name with a way to reach them. */
export interface SeatToWrite {
  /** Empty = somebody without a post here. */
  readonly postId: string
  readonly name: string
  readonly contactName: string
  readonly contactMail: string
  readonly takesTurns: boolean
}

/**
 * Gives a post or somebody without one a seat from a day on; where they take turns, they come last. Throws Refused('seat_needs_name'),
 * 'mail_wrong', 'post_not_found', 'sits_already' and as `enterToChange`.
 */
export const addSeat = (
  platform: Platform,
  actor: Actor,
  seen: SeenGroup,
  seat: SeatToWrite & { readonly isGuest: boolean; readonly from: Day },
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    await enterToChange(tx, { platform, actor }, seen)
    await insertMember(tx, {
      ...(await settled(tx, seat, today(platform.clock))),
      groupId: seen.groupId,
      isGuest: seat.isGuest,
      takesTurns: seat.takesTurns && !seat.isGuest,
      origin: 'by_hand',
      sits: { from: seat.from, to: null },
      addedAt: platform.clock.now(),
      addedBy: actor.personId ?? 'system',
    })
    await countGroupChange(tx, seen)
    leaveTrace(tx, { verb: 'seat.added', thing: 'meeting_group', ref: seen.groupId })
  })

/** Writes how a seat is reached, the post it turned out to be, and whether it takes turns. Throws as `addSeat`, and Refused('member_not_found'). */
export const changeSeat = (
  platform: Platform,
  actor: Actor,
  seen: SeenGroup & { readonly memberId: string },
  seat: SeatToWrite,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { members } = await enterToChange(tx, { platform, actor }, seen)
    const member = seatIn(members, seen.memberId)
    // What is a post stays that post: who sits there follows from who holds it.
    if (member.postId === null) await updateSeat(tx, member.memberId, await settled(tx, seat, today(platform.clock)))
    if (seat.takesTurns !== member.takesTurns)
      await updateTurns(tx, member, seat.takesTurns ? today(platform.clock) : null)
    await countGroupChange(tx, seen)
    leaveTrace(tx, { verb: 'seat.changed', thing: 'meeting_group', ref: seen.groupId })
  })

/** Lets a seat end with a day. Throws Refused('member_not_found'), Refused('ends_before_it_began') and as `enterToChange`. */
export const endSeat = (
  platform: Platform,
  actor: Actor,
  seen: SeenGroup & { readonly memberId: string },
  lastDay: Day,
): Promise<void> =>
  writeAs(platform, actor, async (tx) => {
    const { members } = await enterToChange(tx, { platform, actor }, seen)
    const { memberId, sits } = seatIn(members, seen.memberId)
    if (sits.from !== null && Temporal.PlainDate.compare(lastDay, sits.from) < 0)
      throw new Refused('ends_before_it_began')
    await updateSitting(tx, memberId, { from: sits.from, to: lastDay })
    await countGroupChange(tx, seen)
    leaveTrace(tx, { verb: 'seat.ended', thing: 'meeting_group', ref: seen.groupId })
  })

const seatIn = (members: readonly Member[], memberId: string): Member => {
  const member = members.find((one) => one.memberId === memberId)
  if (member === undefined) throw new Refused('member_not_found')
  return member
}

type Settled = Pick<Member, 'name' | 'postId' | 'organisationId' | 'planId' | 'contactName' | 'contactMail'>

const settled = async (tx: WriteTx, seat: SeatToWrite, day: Day): Promise<Settled> => {
  if (seat.postId !== '') {
    const { postId, title } = await getPost(tx, seat.postId, day)
    const place = await findPlaceOfPost(tx, postId)
    if (place === null) throw new Refused('post_not_found')
    return { ...place, name: seat.name === '' ? title : seat.name, postId, contactName: '', contactMail: '' }
  }
  if (seat.name === '') throw new Refused('seat_needs_name')
  if (seat.contactMail !== '' && !isMailAddress(seat.contactMail)) throw new Refused('mail_wrong')
  const { name, contactName, contactMail } = seat
  return { name, contactName, contactMail, postId: null, organisationId: null, planId: null }
}
