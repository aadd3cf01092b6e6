import type { CommitmentState, Standing } from './state.ts'

// From the one that calls loudest for a person to the one that calls for nobody.
const gravity: readonly CommitmentState[] = [
  'broken',
  'at_risk',
  'due',
  'kept',
  'waiting',
  'on_demand',
  'unjudged',
  'ended',
]

// Of alternatives: one that may be used at need excuses the others, one that cannot be measured excuses nothing.
const preference: readonly CommitmentState[] = [
  'kept',
  'due',
  'on_demand',
  'at_risk',
  'broken',
  'waiting',
  'unjudged',
  'ended',
]

const nothing: Standing = {
  state: 'unjudged',
  reason: 'not_measurable',
  period: null,
  expected: 0,
  found: 0,
  nextOn: null,
  lacking: [],
}

const firstBy = (order: readonly CommitmentState[], standings: readonly Standing[]): Standing => {
  let [first] = standings
  for (const one of standings)
    if (first === undefined || order.indexOf(one.state) < order.indexOf(first.state)) first = one
  return first ?? nothing
}

/** Of several states, the one that calls loudest for a person. */
export const loudest = (states: readonly CommitmentState[]): CommitmentState =>
  gravity.find((state) => states.includes(state)) ?? 'unjudged'

/** Of several rules that all must be kept, the one that calls loudest, with every period any of them lacks. */
export const worstOf = (standings: readonly Standing[]): Standing => {
  const worst = firstBy(gravity, standings)
  if (standings.length < 2) return worst
  return { ...worst, lacking: [...new Set(standings.flatMap(({ lacking }) => lacking))] }
}

/** Of alternatives, any of which keeps the promise, the one that stands best. */
export const bestOf = (standings: readonly Standing[]): Standing => firstBy(preference, standings)
