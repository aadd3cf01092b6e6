/** The address of the calendar one keeps elsewhere. */
export const knownPath = '/moeder/min-kalender'
