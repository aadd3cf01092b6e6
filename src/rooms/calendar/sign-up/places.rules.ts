import type { SignUp, SignUpState } from './sign-up.ts'

/** How full one time is: `places` null = as many as like. */
export interface Places {
  readonly places: number | null
  readonly taken: number
}

const fits = ({ places, taken }: Places, children: number): boolean => places === null || taken + children <= places

/** Whether so many come in or wait. None who fit ever wait, so whoever comes and fits passes nobody who could have come in. */
export const stateFor = (filled: Places, children: number): SignUpState =>
  fits(filled, children) ? 'coming' : 'waiting'

/** Who of those that wait come in, in their order. One who needs more places than are free keeps their place in the line. */
export const whoComesIn = (
  { places, taken }: Places,
  waiting: readonly Pick<SignUp, 'signUpId' | 'children'>[],
): string[] => {
  let now = taken
  return waiting.flatMap(({ signUpId, children }) => {
    if (!fits({ places, taken: now }, children)) return []
    now += children
    return [signUpId]
  })
}

/** How many places are left; null where there is no limit. Never below none, also where places were taken away. */
export const placesLeft = ({ places, taken }: Places): number | null =>
  places === null ? null : Math.max(0, places - taken)
