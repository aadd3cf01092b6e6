import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { correctablePath, findShape } from './draft-fields.ts'
import { fieldText, readFields } from './draft-fields.rules.ts'

const shapeOf = (path: string) => {
  const shape = findShape(path)
  assert.ok(shape, path)
  return shape
}
const typedFrom = (typed: Record<string, string>) => (name: string) => typed[name] ?? ''
const anyNotation = (text: string) => text

describe('the forms of a draft', () => {
  it('finds the form for each kind of thing, and none for what cannot be corrected', () => {
    assert.equal(findShape('activities.2.contacts.0')?.name, 'contact')
    assert.equal(findShape('coordination.lead')?.name, 'contact')
    assert.equal(findShape('otherActivities.0.commitments.3')?.name, 'commitment')
    assert.equal(findShape('trace'), undefined)
    assert.equal(findShape('source.sha256'), undefined)
  })

  it('leads a question about a field to the form of the thing it belongs to', () => {
    assert.equal(correctablePath(['activities', 2, 'contacts', 0, 'post']), 'activities.2.contacts.0')
    assert.equal(correctablePath(['trace', 'unmapped']), '')
  })

  it('reads days, kroner, ages and lists back as they were shown', () => {
    const frame = { plan: 'Bølgen', during: { from: '2025-01-01', to: '2028-12-31' }, amountOere: 138623550 }
    const shape = shapeOf('frames.0')
    const shown = Object.fromEntries(shape.fields.map((field) => [field.name, fieldText(field, frame)]))
    assert.equal(shown['amountOere'], '1386235,50')
    const read = readFields(shape, frame, typedFrom(shown), anyNotation)
    assert.deepEqual(read.value, frame)
    assert.equal(read.errors.size, 0)
  })

  it('keeps nothing of a span whose both ends are emptied', () => {
    const read = readFields(
      shapeOf('activities.0'),
      { title: 'A', ages: { from: 8, to: 15 } },
      typedFrom({ title: 'A' }),
      anyNotation,
    )
    assert.deepEqual(read.value, { title: 'A', ages: null, focusAreas: [] })
  })

  it('says which field cannot be understood, and why', () => {
    const typed = typedFrom({ title: ' ', signedOn: '31-02-2025', 'validDuring.from': '2025-02-30' })
    const read = readFields(shapeOf(''), {}, typed, anyNotation)
    assert.deepEqual(
      [...read.errors],
      [
        ['title', 'needed'],
        ['signedOn', 'not_a_day'],
        ['validDuring.from', 'not_a_day'],
      ],
    )
  })

  it('refuses a notation that is none', () => {
    const read = readFields(
      shapeOf('activities.0.commitments.0'),
      {},
      typedFrom({ text: 'x', kind: 'task', notation: 'HVER UGE' }),
      () => null,
    )
    assert.equal(read.errors.get('notation'), 'not_a_notation')
  })

  it('refuses kroner nobody can read, and amounts below zero', () => {
    for (const amountOere of ['tolv', '1.38.235', '-5']) {
      const read = readFields(shapeOf('frames.0'), {}, typedFrom({ plan: 'Bølgen', amountOere }), anyNotation)
      assert.equal(read.errors.get('amountOere'), 'not_kroner', amountOere)
    }
  })
})
