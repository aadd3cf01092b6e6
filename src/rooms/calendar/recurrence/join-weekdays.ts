import type { Rule as TermRule, Term } from '../../commitments/index.ts'

const valueIn = ({ terms }: Pick<TermRule, 'terms'>, key: Term['key']): string | null =>
  terms.find((term) => term.key === key)?.value ?? null

const onlyWeekdays = ({ terms }: TermRule): boolean => terms.every(({ key }) => key === 'BYDAY' || key === 'FREQ')

const isWeekdays = (value: string | null): boolean => value !== null && !value.includes('WORKDAY')

/** `alle mandage og den første tirsdag i måneden` is of every month; `… i hver anden måned` could be either. */
const isOneRhythm = (one: TermRule, next: TermRule): boolean => {
  const [before, after] = [valueIn(one, 'FREQ'), valueIn(next, 'FREQ')]
  if (before === null || before === after) return true
  return before === 'WEEKLY' && after === 'MONTHLY' && valueIn(next, 'INTERVAL') === null
}

/** Puts weekdays together that are told one after another of one rhythm: `den første tirsdag og den tredje tirsdag i måneden`. */
export const joinWeekdays = (phrase: string, rules: readonly TermRule[]): readonly TermRule[] =>
  rules.reduce<TermRule[]>((joined, next) => {
    const last = joined.at(-1)
    const days = [last === undefined ? null : valueIn(last, 'BYDAY'), valueIn(next, 'BYDAY')]
    const isJoined =
      last !== undefined &&
      onlyWeekdays(last) &&
      days.every(isWeekdays) &&
      isOneRhythm(last, next) &&
      /^[\s,]*(?:og|samt)?\s*$/i.test(phrase.slice(last.to, next.from))
    if (!isJoined) return [...joined, next]
    const terms = next.terms.map((term) => (term.key === 'BYDAY' ? { ...term, value: days.join() } : term))
    return [...joined.slice(0, -1), { ...next, from: last.from, terms }]
  }, [])
