import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { heldIn, loadOrder, type Reference } from './load-order.rules.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f']
const referenceFrom = (from: string, to: string): Reference => ({ from, to, constraint: `${from}_${to}` })
const pairs = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)))

describe('the order tables are loaded in', () => {
  it('holds every table once, whatever points at what', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const references = list.map(([from, to]) => referenceFrom(from, to))
        assert.deepEqual(loadOrder(names, references).toSorted(), names)
      }),
    )
  })

  it('puts what is pointed at first, and holds nothing back, where tables do not point at each other in a ring', () => {
    fc.assert(
      fc.property(pairs, fc.shuffledSubarray(names, { minLength: names.length }), (list, ranks) => {
        const down = list.filter(([from, to]) => ranks.indexOf(from) >= ranks.indexOf(to))
        const references = down.map(([from, to]) => referenceFrom(from, to))
        assert.deepEqual(heldIn(loadOrder(names, references), references), [])
      }),
    )
  })

  it('holds back one foreign key of a ring, and none that points at its own table', () => {
    const ring = [referenceFrom('a', 'b'), referenceFrom('b', 'a'), referenceFrom('a', 'a')]
    const held = heldIn(loadOrder(['a', 'b'], ring), ring)
    assert.deepEqual(
      held.map(({ constraint }) => constraint),
      ['a_b'],
    )
  })
})
