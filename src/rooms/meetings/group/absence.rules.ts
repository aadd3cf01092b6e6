/** A meeting that was held, with the parties asked to it and whether anybody came for them. */
export interface HeldMeeting {
  readonly parties: readonly { readonly party: string; readonly isRepresented: boolean }[]
}

/** A party nobody came for, at so many meetings in a row up to the last. */
export interface Absence {
  readonly party: string
  readonly inARow: number
}

/** From so many meetings in a row without them, a party's absence is told. */
export const tellsFrom = 2

/**
 * The parties nobody came for at the last meetings, most meetings first. A meeting they were not asked to counts for neither. `meetings` in
 * the order they were held; a party is represented by anyone who came for it, a substitute included.
 */
export const absencesIn = (meetings: readonly HeldMeeting[]): Absence[] => {
  const parties = new Set(meetings.flatMap((meeting) => meeting.parties.map(({ party }) => party)))
  return [...parties]
    .filter((party) => party !== '')
    .map((party) => ({ party, inARow: inARowFor(party, meetings) }))
    .filter(({ inARow }) => inARow >= tellsFrom)
    .toSorted((one, other) => other.inARow - one.inARow || one.party.localeCompare(other.party, 'da'))
}

const inARowFor = (party: string, meetings: readonly HeldMeeting[]): number => {
  const asked = meetings.flatMap((meeting) => {
    const seats = meeting.parties.filter((seat) => seat.party === party)
    return seats.length === 0 ? [] : [seats.some(({ isRepresented }) => isRepresented)]
  })
  const last = asked.findLastIndex((isRepresented) => isRepresented)
  return asked.length - 1 - last
}
