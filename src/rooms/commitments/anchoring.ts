export type AnchoringState = 'not_begun' | 'agreed' | 'taken_over'

/** Who is to carry an activity on afterwards, by when, on what proof, and how far it has come. Days are ISO strings. */
export interface AnchoringPlan {
  readonly activityId: string
  /** The unit or organisation that takes over, as people call it; '' where nobody is found yet. */
  readonly takenOverBy: string
  readonly byOn: string | null
  readonly proof: string
  readonly state: AnchoringState
  readonly takenOverOn: string | null
  /** How many times it has been written; one more by someone else stops the next. */
  readonly number: number
}

export const anchoringStates: readonly AnchoringState[] = ['not_begun', 'agreed', 'taken_over']

/** An activity nobody has made a plan for. */
export const noPlan = (activityId: string): AnchoringPlan => ({
  activityId,
  takenOverBy: '',
  byOn: null,
  proof: '',
  state: 'not_begun',
  takenOverOn: null,
  number: 0,
})
