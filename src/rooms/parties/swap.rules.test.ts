import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Refused } from '../../platform/refused.ts'
import { effectsOf, holdingOn, lastWritten, planSwap } from './swap.rules.ts'
import type { SwapEffectKind } from './swap.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const today = day('2026-11-21')

const holding = (holderId: string, name: string, from: string, until: string | null = null) => ({
  holderId,
  personId: `person ${name}`,
  name,
  from: day(from),
  until: until === null ? null : day(until),
})

const ida = holding('1', 'Ida', '2025-01-01')
const idaLeaves = { ...ida, until: day('2027-01-01') }
const noa = holding('2', 'Noa', '2027-01-01')

interface Tried {
  readonly holdings: readonly ReturnType<typeof holding>[]
  readonly who?: string
  readonly from: string
  readonly agreed?: readonly SwapEffectKind[]
  readonly seen?: string
}

const plan = ({ holdings, who = 'Mia', from, agreed = [], seen }: Tried): string => {
  const swap = { from: day(from), seen: seen ?? lastWritten(holdings), agreed: new Set(agreed) }
  try {
    return `until ${planSwap({ holdings, personId: `person ${who}`, today }, swap)}`
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [error.code, error.facts['who'], error.facts['day']].filter((part) => part !== undefined).join(' ')
  }
}

describe('planning a swap', () => {
  const cases: readonly [what: string, tried: Tried, answer: string][] = [
    ['a post that is held', { holdings: [ida], from: '2026-12-01' }, 'until null'],
    ['a post held today, from today', { holdings: [ida], from: '2026-11-21' }, 'until null'],
    ['a post nobody ever held', { holdings: [], from: '2026-11-21' }, 'until null'],
    ['to whoever has it', { holdings: [ida], who: 'Ida', from: '2026-12-01' }, 'swap_to_same Ida 2025-01-01'],
    [
      'to whoever has it next',
      { holdings: [idaLeaves, noa], who: 'Noa', from: '2026-12-01' },
      'swap_to_same Noa 2027-01-01',
    ],
    ['on the day the holder began', { holdings: [ida], from: '2025-01-01' }, 'swap_before_holder Ida 2025-01-01'],
    ['before the holder began', { holdings: [ida], from: '2024-06-01' }, 'swap_before_holder Ida 2025-01-01'],
    ['from a day gone by', { holdings: [ida], from: '2026-11-20' }, 'swap_asks'],
    ['from a day gone by, knowingly', { holdings: [ida], from: '2026-11-20', agreed: ['history'] }, 'until null'],
    ['before one that is to come', { holdings: [idaLeaves, noa], from: '2026-12-01' }, 'swap_asks'],
    [
      'before one that is to come, knowingly',
      { holdings: [idaLeaves, noa], from: '2026-12-01', agreed: ['until_next'] },
      'until 2027-01-01',
    ],
    ['after one that is to come', { holdings: [idaLeaves, noa], from: '2027-02-01' }, 'until null'],
    [
      'on the day another is to come',
      { holdings: [idaLeaves, noa], from: '2027-01-01' },
      'swap_before_holder Noa 2027-01-01',
    ],
    ['so that nobody has it meanwhile', { holdings: [idaLeaves], from: '2027-01-03' }, 'swap_asks'],
    [
      'so that nobody has it meanwhile, knowingly',
      { holdings: [idaLeaves], from: '2027-01-03', agreed: ['gap'] },
      'until null',
    ],
    ['on the very day the holder is gone', { holdings: [idaLeaves], from: '2027-01-01' }, 'until null'],
    [
      'to whoever had it once',
      {
        holdings: [holding('1', 'Mia', '2024-01-01', '2025-01-01'), holding('2', 'Ida', '2025-01-01')],
        from: '2026-12-01',
      },
      'until null',
    ],
    [
      'after somebody else was quicker',
      { holdings: [idaLeaves, noa], from: '2026-12-01', seen: '1' },
      'swapped_meanwhile Noa 2027-01-01',
    ],
    ['after a swap was undone', { holdings: [ida], from: '2026-12-01', seen: '2' }, 'swap_undone_meanwhile'],
  ]
  for (const [what, tried, answer] of cases)
    it(`answers for a swap ${what}: ${answer}`, () => {
      assert.equal(plan(tried), answer)
    })

  it('tells everything it does besides at once', () => {
    const told = effectsOf([holding('1', 'Ida', '2025-01-01', '2026-11-22'), noa], day('2026-12-01'), today)
    assert.deepEqual(
      told.map(({ kind, from }) => `${kind} ${from}`),
      ['gap 2026-11-22', 'until_next 2027-01-01'],
    )
  })
})

describe('any row of swaps', () => {
  const everything: readonly SwapEffectKind[] = ['history', 'gap', 'until_next']
  type Kept = ReturnType<typeof holding>
  const first = day('2026-01-01')
  const days = Array.from({ length: 120 }, (_, index) => first.add({ days: index }))
  const seenOn = (holdings: readonly Kept[]) => days.map((one) => holdingOn(holdings, one)?.name ?? '')

  /** What writing a planned swap makes of the holdings; the same where it is refused. */
  const swapped = (holdings: readonly Kept[], name: string, from: Temporal.PlainDate): Kept[] => {
    const asked = { from, seen: lastWritten(holdings), agreed: new Set(everything) }
    try {
      const until = planSwap({ holdings, personId: `person ${name}`, today: days[40] ?? first }, asked)
      const id = String(holdings.length + 1).padStart(4, '0')
      const next = { ...holding(id, name, from.toString()), until }
      const there = holdingOn(holdings, from)
      return [...holdings.map((one) => (one === there ? { ...one, until: from } : one)), next].toSorted((one, other) =>
        Temporal.PlainDate.compare(one.from, other.from),
      )
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return [...holdings]
    }
  }

  const wanted = fc.array(
    fc.record({ name: fc.constantFrom('Ida', 'Noa', 'Mia'), at: fc.integer({ min: 0, max: 119 }) }),
    {
      maxLength: 12,
    },
  )

  it('leaves one holder a day, and every day before it and after it as it was', () => {
    let written = 0
    fc.assert(
      fc.property(wanted, (swaps) => {
        let holdings: Kept[] = []
        for (const { name, at } of swaps) {
          const from = days[at] ?? first
          const before = seenOn(holdings)
          const after = swapped(holdings, name, from)
          if (after.length > holdings.length) {
            written += 1
            const until = after.find((one) => one.name === name && one.from.equals(from))?.until ?? null
            const end = until === null ? days.length : days.findIndex((one) => one.equals(until))
            const expected = before.map((who, index) => (index >= at && index < end ? name : who))
            assert.deepEqual(seenOn(after), expected)
          }
          holdings = after
          const ends = holdings.map(({ until }) => until)
          assert.ok(
            holdings.every(({ from: begins }, index) => {
              const earlier = index === 0 ? undefined : ends[index - 1]
              return earlier === undefined || (earlier !== null && Temporal.PlainDate.compare(earlier, begins) <= 0)
            }),
          )
        }
      }),
    )
    assert.ok(written > 100, `only ${written} swaps were written`)
  })
})
