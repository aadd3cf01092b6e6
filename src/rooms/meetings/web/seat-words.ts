import type { Member } from '../group/group.ts'

/** A seat in words: "projektkoordinator, Bølgen". */
export const seatWords = ({ name, party }: Pick<Member, 'name' | 'party'>): string =>
  party === '' || name.includes(party) ? name : `${name}, ${party}`

/** Who sits there, or the seat where nobody is known: "Ida Holt". */
export const sitterWords = ({ holder, contactName, name }: Pick<Member, 'holder' | 'contactName' | 'name'>): string =>
  holder ?? (contactName === '' ? name : contactName)
