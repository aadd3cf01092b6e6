import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { testDatabase } from '../../src/platform/database/test-database.ts'
import type { Day } from '../../src/platform/day.ts'
import { Refused } from '../../src/platform/refused.ts'
import { type Answers, answersOn } from './history-answers.ts'
import { agreementSteps } from './history-agreement-steps.ts'
import { partySteps } from './history-party-steps.ts'
import { type Doing, type Step, stepKinds } from './history-step.ts'
import { type Aspect, aspects, type Effect, onDay, openWorld, type World } from './history-world.ts'

/** Histories tried of each kind; more by `BROBYG_HISTORIES=200`, which takes minutes. */
const histories = Number(process.env['BROBYG_HISTORIES'] ?? 3)

/** What is written down late, and so changes what is known of days gone by. */
const lateKinds: readonly Step['kind'][] = ['cancel evidence', 'reopen unit', 'correct', 'merge']

const steps = (kinds: readonly Step['kind'][], shift: fc.Arbitrary<number>): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      wait: fc.constantFrom(0, 1, 3, 17, 40),
      which: fc.nat(30),
      shift,
      word: fc.string({ unit: fc.constantFrom(...'BDFGKLMNPRST'), minLength: 5, maxLength: 5 }),
    }),
    { minLength: 5, maxLength: 7 },
  )

const inTime = steps(
  stepKinds.filter((kind) => !lateKinds.includes(kind)),
  fc.constantFrom(0, 0, 1, 10, 45),
)
const late = steps(stepKinds, fc.constantFrom(-200, -60, -20, -3, -1, 0, 0, 5, 30))

const doings: Readonly<Record<Step['kind'], Doing>> = { ...partySteps, ...agreementSteps }

/** What was answered on a day of that day, and how many effects were known by then. */
interface Told {
  readonly day: Day
  readonly answers: Answers
  readonly known: number
}

interface History {
  readonly told: readonly Told[]
  readonly effects: readonly Effect[]
  readonly end: World
}

/** Lets it happen step by step on a running clock, and asks after each what holds today. */
const live = async (start: World, happenings: readonly Step[], done: Map<Step['kind'], number>): Promise<History> => {
  let world = start
  let told: Told[] = [{ day: world.day, answers: await answersOn(world, world.day), known: 0 }]
  const effects: Effect[] = []
  for (const step of happenings) {
    world = await onDay(world, world.day.add({ days: step.wait }))
    const effect = await orRefused(doings[step.kind](world, step, world.day.add({ days: step.shift })))
    if (effect === null) continue
    effects.push(effect)
    done.set(step.kind, (done.get(step.kind) ?? 0) + 1)
    const { day } = world
    told = told.filter((one) => !one.day.equals(day))
    told.push({ day, answers: await answersOn(world, day), known: effects.length })
  }
  return { told, effects, end: await onDay(world, world.day.add({ days: 30 })) }
}

const orRefused = async (work: Promise<Effect | null>): Promise<Effect | null> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}

/** Whether something that was written down after the day was told of changes what is known of it. */
const isChanged = ({ day, known }: Told, aspect: Aspect, effects: readonly Effect[]): boolean =>
  effects
    .slice(known)
    .some(
      (effect) =>
        effect.aspects.includes(aspect) && (effect.from === null || Temporal.PlainDate.compare(effect.from, day) <= 0),
    )

/** Asks of every earlier day again at the end. Answers with how many answers had to be equal, and how many were changed by what came late. */
const compare = async ({ told, effects, end }: History) => {
  const counts = { equal: 0, changed: 0 }
  for (const one of told) {
    const answers = await answersOn(end, one.day)
    for (const aspect of aspects) {
      if (isChanged(one, aspect, effects)) {
        counts.changed += 1
        continue
      }
      counts.equal += 1
      const [now, then] = [answers[aspect], one.answers[aspect]]
      const told = `${aspect} of ${one.day.toString()}`
      assert.deepEqual(
        now.filter((line) => !then.includes(line)),
        [],
        `${told}, not answered then`,
      )
      assert.deepEqual(
        then.filter((line) => !now.includes(line)),
        [],
        `${told}, not answered any more`,
      )
      assert.equal(now.length, then.length, told)
    }
  }
  return counts
}

describe('any history of a partnership, asked as of each earlier day', () => {
  const own = testDatabase()

  /** Tries histories from one start, each forgotten before the next. */
  const tryAll = async (happenings: fc.Arbitrary<Step[]>) => {
    const start = await openWorld(own.database)
    const done = new Map<Step['kind'], number>()
    const sum = { equal: 0, changed: 0, days: 0 }
    await fc.assert(
      fc.asyncProperty(happenings, (steps) =>
        own.undone(async () => {
          const history = await live(start, steps, done)
          const { equal, changed } = await compare(history)
          sum.equal += equal
          sum.changed += changed
          sum.days += history.told.length
        }),
      ),
      { numRuns: histories, endOnFailure: process.env['BROBYG_SHRINK'] !== 'yes' },
    )
    return { done, ...sum }
  }

  it('is answered as it was that day, where everything is written down in time', async (t) => {
    const { done, equal, changed, days } = await tryAll(inTime)
    t.diagnostic(
      `${days} days, ${equal} answers equal; done: ${[...done].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
    )
    assert.equal(changed, 0)
    assert.ok(equal >= histories * 3 * aspects.length)
    assert.ok(done.size >= 3, 'hardly anything happened')
  })

  it('is answered as it was for every day before the first that something written down late is true of', async (t) => {
    const { done, equal, changed, days } = await tryAll(late)
    t.diagnostic(
      `${days} days, ${equal} answers equal, ${changed} by late knowledge; done: ${[...done].map(([kind, count]) => `${kind} ${count}`).join(', ')}`,
    )
    assert.ok(changed > 0, 'nothing was written down late')
    assert.ok(equal > 0, 'everything was excused')
  })
})
