import type { Member } from '../group/group.ts'

type Seat = Pick<Member, 'personId' | 'contactMail' | 'party'>

/** The seats to ask to a meeting: whoever has several for one party is asked once, in the first of them. */
export const askedOnce = <Some extends Seat>(seats: readonly Some[]): Some[] => {
  const firsts = new Map<unknown, Some>()
  for (const seat of seats) {
    const who = seat.personId ?? seat.contactMail.toLowerCase()
    const key = who === '' ? seat : `${who} ${seat.party}`
    if (!firsts.has(key)) firsts.set(key, seat)
  }
  return [...firsts.values()]
}
