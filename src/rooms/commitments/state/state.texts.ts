import type { CommitmentState } from './state.ts'

/** What a reason may tell; `period` and `lacking` come with their own "in" or "by". */
interface Told {
  readonly period: string
  readonly found: string
  readonly expected: string
  readonly missing: string
  readonly on: string
  readonly lacking: string
}

const statesDa: Record<CommitmentState, string> = {
  kept: 'holdt',
  due: 'på vej',
  at_risk: 'i fare',
  broken: 'ikke holdt',
  waiting: 'venter',
  on_demand: 'efter behov',
  unjudged: 'kan ikke bedømmes',
  ended: 'slut',
}

const statesEn: Record<CommitmentState, string> = {
  kept: 'kept',
  due: 'on its way',
  at_risk: 'at risk',
  broken: 'not kept',
  waiting: 'waiting',
  on_demand: 'on demand',
  unjudged: 'cannot be judged',
  ended: 'ended',
}

export const stateTexts = {
  da: {
    states: statesDa,
    statesTitle: 'Løfter efter tilstand',
    and: 'og',
    more: (count: number) => `${count} til`,
    reasons: {
      starts_later: (told: Told) => (told.on === '' ? 'Begynder senere.' : `Begynder ${told.on}.`),
      held_back: () => 'Venter på, at forbeholdet bliver afklaret.',
      over: () => 'Gælder ikke længere.',
      all_periods_kept: (told: Told) =>
        told.expected === '0'
          ? told.on === ''
            ? 'Intet mangler.'
            : `Næste frist ${told.on}.`
          : `${told.found} af ${told.expected} ${told.period}.${told.on && ` Næste frist ${told.on}.`}`,
      this_period_to_come: (told: Told) =>
        `${told.found} af ${told.expected} ${told.period}.${told.on && ` Frist ${told.on}.`}`,
      this_period_begun: (told: Told) =>
        `${told.found} af ${told.expected} ${told.period}.${told.on && ` Frist ${told.on}.`}`,
      behind_pace: (told: Told) =>
        `Kun ${told.found} af ${told.expected} ${told.period}.${told.on && ` Frist ${told.on}.`}`,
      next_not_planned: (told: Told) =>
        `${told.found} af ${told.expected} ${told.period}, og fristen er ${told.on || 'nær'}.`,
      period_lacks: (told: Told) => `Mangler ${told.missing} af ${told.expected} ${told.lacking}.`,
      limit_passed: (told: Told) => `${told.found} ${told.period}; højst ${told.expected} er aftalt.`,
      used: (told: Told) => {
        if (told.expected !== '0' && told.period !== '')
          return `Brugt ${told.found} af højst ${told.expected} ${told.period}.`
        const used = told.found === '0' ? 'Ikke brugt' : `Brugt ${told.found} ${told.found === '1' ? 'gang' : 'gange'}`
        return told.period === '' ? `${used}.` : `${used} ${told.period}.`
      },
      not_measurable: () => 'Har ingen frist at måle på.',
      no_period: () => 'Fristen ligger uden for aftalens løbetid.',
    },
  },
  en: {
    states: statesEn,
    statesTitle: 'Promises by state',
    and: 'and',
    more: (count: number) => `${count} more`,
    reasons: {
      starts_later: (told: Told) => (told.on === '' ? 'Begins later.' : `Begins ${told.on}.`),
      held_back: () => 'Waits for its reservation to be settled.',
      over: () => 'No longer applies.',
      all_periods_kept: (told: Told) =>
        told.expected === '0'
          ? told.on === ''
            ? 'Nothing is missing.'
            : `Next due ${told.on}.`
          : `${told.found} of ${told.expected} ${told.period}.${told.on && ` Next due ${told.on}.`}`,
      this_period_to_come: (told: Told) =>
        `${told.found} of ${told.expected} ${told.period}.${told.on && ` Due ${told.on}.`}`,
      this_period_begun: (told: Told) =>
        `${told.found} of ${told.expected} ${told.period}.${told.on && ` Due ${told.on}.`}`,
      behind_pace: (told: Told) =>
        `Only ${told.found} of ${told.expected} ${told.period}.${told.on && ` Due ${told.on}.`}`,
      next_not_planned: (told: Told) =>
        `${told.found} of ${told.expected} ${told.period}, and it is due ${told.on || 'soon'}.`,
      period_lacks: (told: Told) => `Lacks ${told.missing} of ${told.expected} ${told.lacking}.`,
      limit_passed: (told: Told) => `${told.found} ${told.period}; at most ${told.expected} are agreed.`,
      used: (told: Told) => {
        if (told.expected !== '0' && told.period !== '')
          return `Used ${told.found} of at most ${told.expected} ${told.period}.`
        const used = told.found === '0' ? 'Not used' : `Used ${told.found === '1' ? 'once' : `${told.found} times`}`
        return told.period === '' ? `${used}.` : `${used} ${told.period}.`
      },
      not_measurable: () => 'Has no term to measure.',
      no_period: () => 'Its term lies outside the agreement’s days.',
    },
  },
}
