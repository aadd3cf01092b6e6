import { anchoringStates, type AnchoringPlan } from './anchoring.ts'
import { isIsoDay } from './replay-evidence.rules.ts'
import type { Typed } from './promise.forms.ts'
import type { Settlement } from './reservation.rules.ts'

type Field = (name: string) => string

/** Reads what became of a reservation: that it goes on, or the last day it applied. */
export const readSettlement = (field: Field): Typed<Pick<Settlement, 'outcome' | 'endedOn'>> => {
  const outcome = field('blev') === 'slut' ? 'ended' : 'goes_on'
  const day = field('sidste').trim()
  if (outcome === 'goes_on') return { value: { outcome, endedOn: null }, errors: new Map() }
  return { value: { outcome, endedOn: day }, errors: isIsoDay(day) ? new Map() : new Map([['sidste', 'not_a_day']]) }
}

/** Reads a plan for who carries an activity on; what is taken over has its day, what is agreed has somebody who takes over. */
export const readAnchoring = (activityId: string, field: Field): Typed<AnchoringPlan> => {
  const errors = new Map<string, 'needed' | 'not_a_day'>()
  const state = anchoringStates.find((known) => known === field('tilstand')) ?? 'not_begun'
  const dayIn = (name: string) => {
    const day = field(name).trim()
    if (day !== '' && !isIsoDay(day)) errors.set(name, 'not_a_day')
    return day === '' ? null : day
  }
  const [byOn, on] = [dayIn('inden'), dayIn('overtaget')]
  const takenOverBy = field('hvem').trim()
  if (state !== 'not_begun' && takenOverBy === '') errors.set('hvem', 'needed')
  if (state === 'taken_over' && on === null) errors.set('overtaget', 'not_a_day')
  const takenOverOn = state === 'taken_over' ? on : null
  const number = Number(field('nummer'))
  return {
    value: { activityId, takenOverBy, byOn, proof: field('bevis').trim(), state, takenOverOn, number },
    errors,
  }
}
