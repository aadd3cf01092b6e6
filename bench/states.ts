import { dayNumber } from '../src/platform/day-number.ts'
import { parseNotation } from '../src/rooms/commitments/notation.ts'
import { inOrderOfDays } from '../src/rooms/commitments/state/fulfil.rules.ts'
import { type Plan, planOf, standingOn } from '../src/rooms/commitments/state/state.rules.ts'
import type { EvidenceDay } from '../src/rooms/commitments/state/state.ts'

/**
 * How long a city's states take on any day: 60 agreements of 50 commitments over 4 years, about 250,000 pieces of evidence, from rows in
 * memory on one core. Plans are prepared once a change of an agreement, so they are told apart and together.
 */
const limitMs = 200
const agreements = 60
const validity = { from: dayNumber(2013, 1, 1), to: dayNumber(2016, 12, 31) }
const span = validity.to - validity.from + 1

// Fifty promises of an agreement, in the mix of real ones: most without a measure or yearly, some monthly, a few every week.
const mix: readonly (readonly [notation: string, commitments: number, pieces: number])[] = [
  ['', 12, 2],
  ['FREQ=ON_DEMAND', 5, 20],
  ['FREQ=YEARLY;COUNT_PER_PERIOD=1', 8, 4],
  ['FREQ=YEARLY;COUNT_PER_PERIOD=4', 5, 16],
  ['FREQ=QUARTERLY', 3, 16],
  ['PAYMENT=QUARTERLY;TIMING=IN_ARREARS', 2, 16],
  ['FREQ=MONTHLY;EXCEPT_BYMONTH=7', 3, 44],
  ['QUANTITY>=12/YEAR unit=children', 2, 200],
  ['FREQ=WEEKLY;COUNT_PER_PERIOD=1;BYDAY=TU', 4, 260],
  ['FREQ=WEEKLY;COUNT_PER_PERIOD=2;APPROX=true', 3, 420],
  ['QUANTITY=12/WEEK unit=hours;APPROX=true', 1, 1000],
  ['FREQ=YEARLY;SEASON=LATE_SPRING,LATE_AUTUMN', 2, 8],
]

interface Laid {
  readonly notation: string
  readonly evidence: readonly EvidenceDay[]
}

const city = (times: number): Laid[] =>
  Array.from({ length: agreements }, (_, agreement) =>
    mix.flatMap(([notation, commitments, pieces]) =>
      Array.from({ length: commitments }, (__, commitment) => ({
        notation,
        evidence: inOrderOfDays(
          Array.from({ length: pieces * times }, (___, at) => ({
            on: validity.from + ((at * 7919 + agreement * 31 + commitment * 17) % span),
            quantity: 1,
          })),
        ),
      })),
    ),
  ).flat()

const best = (work: () => void): number => {
  let least = Infinity
  for (let round = 0; round < 9; round += 1) {
    const begun = performance.now()
    work()
    least = Math.min(least, performance.now() - begun)
  }
  return least
}

const measure = (times: number) => {
  const laid = city(times)
  const plans: Plan[] = []
  const prepare = best(() => {
    plans.length = 0
    for (const { notation } of laid) plans.push(planOf(parseNotation(notation), validity))
  })
  let broken = 0
  const judge = best(() => {
    broken = 0
    for (const [at, plan] of plans.entries())
      if (standingOn(plan, laid[at]?.evidence ?? [], validity.to).state === 'broken') broken += 1
  })
  return {
    commitments: laid.length,
    rows: laid.reduce((sum, { evidence }) => sum + evidence.length, 0),
    prepare,
    judge,
    broken,
  }
}

const once = measure(1)
const twice = measure(2)
const ms = (value: number): string => `${value.toFixed(1)} ms`
console.log(
  `${once.commitments} commitments, ${once.rows} pieces of evidence, ${once.broken} of them broken on the last day`,
)
console.log(
  `states on the last day: ${ms(once.judge)}, ${(once.judge / limitMs).toFixed(3)} of the limit of ${limitMs} ms`,
)
console.log(
  `plans prepared: ${ms(once.prepare)}; together ${ms(once.prepare + once.judge)}, ${((once.prepare + once.judge) / limitMs).toFixed(3)} of the limit`,
)
console.log(
  `twice the evidence (${twice.rows}): ${ms(twice.judge)}, ${(twice.judge / once.judge).toFixed(2)} times as long`,
)
