import type { Term } from '../notation.ts'

/** The least and the most that is asked for in a period; 0 = nothing is asked, null = no limit. */
export interface Bounds {
  readonly least: number
  readonly most: number | null
}

export const isLimit = (term: Term): boolean => term.op === '<=' || term.op === '<'

/** What a value is counted by: `12/WEEK` → `WEEK`; '' where it is not. */
export const perOf = (value: string): string => /\/([A-Z]+)$/.exec(value)?.[1] ?? ''

/**
 * The least and the most that terms of one key ask for together: `2..4` and `>=2` ask for two at least, `<=6` for none but no more than
 * six. A limit for each of several (`per=area`) cannot be judged on what all of them did together: it is infinite here, so never passed.
 * `usual` is what one counts for (five in a week of days).
 */
export const boundsOf = (terms: readonly Term[], usual: number): Bounds => {
  let [least, most]: [number | null, number | null] = [null, null]
  for (const term of terms) {
    const low = Number((term.value.replace(/\/.*$/u, '').split('..')[0] ?? '').replace(/ .*$/, '')) * usual
    if (!Number.isFinite(low)) continue
    if (isLimit(term)) {
      most = term.per !== null ? Infinity : term.op === '<' ? Math.max(0, low - 1) : low
      least ??= 0
    } else least = Math.max(least ?? 0, term.op === '>' ? low + 1 : low)
  }
  return { least: least ?? usual, most }
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The plain weekdays a rule names, as ISO numbers; "first Tuesday" names none. */
export const weekdaysOf = (terms: readonly Term[]): number[] =>
  terms
    .filter((term) => term.key === 'BYDAY')
    .flatMap((term) => term.value.split(','))
    .flatMap((name) => (weekdayNames.includes(name) ? [weekdayNames.indexOf(name) + 1] : []))

/** How many days a rule names in `BYDAY`; 0 where it names none. */
export const dayCountOf = (terms: readonly Term[]): number =>
  terms.filter((term) => term.key === 'BYDAY').flatMap((term) => term.value.split(',')).length
