import { formatDay } from '../../../platform/dates.ts'
import { toDay } from '../../../platform/day-number.ts'
import { type Language, pick } from '../../../platform/language.ts'
import { periodInWords, withinPeriod } from './period-words.ts'
import type { CommitmentState, Standing } from './state.ts'
import { stateTexts } from './state.texts.ts'

/** A sign for each state, so that it never rests on colour alone. */
export const stateSigns: Readonly<Record<CommitmentState, string>> = {
  kept: '✓',
  due: '→',
  at_risk: '△',
  broken: '✕',
  waiting: '…',
  on_demand: '○',
  unjudged: '–',
  ended: '■',
}

export const stateInWords = (state: CommitmentState, language: Language): string =>
  pick(stateTexts, language).states[state]

/** The state's word where a line begins with it: "Ikke holdt". */
export const stateAtFront = (state: CommitmentState, language: Language): string => {
  const word = stateInWords(state, language)
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Why a promise stands as it does, in one sentence: "3 af 4 i 2026. Frist 31. december 2026." */
export const reasonInWords = (standing: Standing, language: Language): string => {
  const words = pick(stateTexts, language)
  return words.reasons[standing.reason]({
    period: standing.period === null ? '' : withinPeriod(standing.period, language),
    found: number(standing.found, language),
    expected: number(standing.expected, language),
    missing: number(standing.expected - standing.found, language),
    on: standing.nextOn === null ? '' : formatDay(toDay(standing.nextOn), language),
    lacking: lackingInWords(standing.lacking, language),
  })
}

/** The latest three periods that lack something, the newest first, and how many more. */
const lackingInWords = (lacking: readonly string[], language: Language): string => {
  const words = pick(stateTexts, language)
  const shown = lacking
    .slice(-3)

    .toReversed()
    .map((label, at) => (at === 0 ? withinPeriod(label, language) : periodInWords(label, language)))
  const rest = lacking.length - shown.length
  const all = rest > 0 ? [...shown, words.more(rest)] : shown
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${words.and} ${all.at(-1)}`
}

/** `7,5`, and from ten thousand on with its thousands apart: `400.000`. */
const number = (value: number, language: Language): string => {
  const [whole = '', part = ''] = value
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .split('.')
  const [apart, point] = language === 'da' ? ['.', ','] : [',', '.']
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, apart) : whole
  return part === '' ? grouped : `${grouped}${point}${part}`
}
