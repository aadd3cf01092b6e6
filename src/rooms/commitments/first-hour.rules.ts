/** The five things to do in the first hour, in their order. */
export const firstSteps = ['contract', 'calendar', 'mails', 'passkey', 'entry'] as const

export type FirstStep = (typeof firstSteps)[number]

/** What is known of somebody new. */
export interface KnownOfNewcomer {
  readonly hasLooked: boolean
  readonly hasCalendar: boolean
  readonly hasChosenMails: boolean
  readonly passkeys: number
  /** When each of their posts was last said to stand right; null = never. */
  readonly confirmations: readonly (Temporal.Instant | null)[]
}

/** Which steps are done, told from what is so: nobody ticks them. */
export const stepsDone = (known: KnownOfNewcomer): ReadonlySet<FirstStep> => {
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    contract: known.hasLooked,
    calendar: known.hasCalendar,
    mails: known.hasChosenMails,
    passkey: known.passkeys > 0,
    entry: known.confirmations.length > 0 && known.confirmations.every((at) => at !== null),
  }
  return new Set(firstSteps.filter((step) => isDone[step]))
}
