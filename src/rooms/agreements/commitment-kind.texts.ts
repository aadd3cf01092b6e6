import type { CommitmentKind } from './agreement-format.ts'

const da: Record<CommitmentKind, readonly [one: string, many: string]> = {
  meeting: ['møde', 'møder'],
  session: ['aktivitet', 'aktiviteter'],
  presence: ['til stede', 'til stede'],
  payment: ['betaling', 'betalinger'],
  planning: ['planlægning', 'planlægning'],
  staffing: ['bemanding', 'bemanding'],
  notice: ['varsel', 'varsler'],
  inform: ['besked', 'beskeder'],
  availability: ['til rådighed', 'til rådighed'],
  task: ['opgave', 'opgaver'],
}

const en: Record<CommitmentKind, readonly [one: string, many: string]> = {
  meeting: ['meeting', 'meetings'],
  session: ['activity', 'activities'],
  presence: ['presence', 'presence'],
  payment: ['payment', 'payments'],
  planning: ['planning', 'planning'],
  staffing: ['staffing', 'staffing'],
  notice: ['notice', 'notices'],
  inform: ['message', 'messages'],
  availability: ['available', 'available'],
  task: ['task', 'tasks'],
}

/** What a promise is, in a word: for one and for many. */
export const commitmentKindTexts = { da, en }
