import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { resolvePath, valueAt, withElementInserted, withoutElementAt, withValueAt } from './draft-path.rules.ts'

const draft = {
  title: 'Aftale',
  activities: [
    { id: 'a1', contacts: [{ post: 'leder' }] },
    { id: 'a1.1', contacts: [] },
    { id: 'a2', contacts: [{ post: 'vært' }, { post: 'guide' }] },
  ],
}

describe('a path into a draft', () => {
  it('finds a place by number', () => {
    assert.deepEqual(resolvePath(draft, 'activities.2.contacts.1'), ['activities', 2, 'contacts', 1])
  })

  it('finds a place by the element id, also one with a full stop', () => {
    assert.deepEqual(resolvePath(draft, 'activities.a1.1.contacts'), ['activities', 1, 'contacts'])
    assert.deepEqual(resolvePath(draft, 'activities.a2.contacts.0.post'), ['activities', 2, 'contacts', 0, 'post'])
  })

  it('answers null where it leads nowhere', () => {
    for (const path of [
      'nothing',
      'activities.7',
      'activities.a9',
      'title.x',
      'activities.2.contacts.5',
      '__proto__.x',
    ])
      assert.equal(resolvePath(draft, path), null, path)
  })

  it('changes a copy and leaves the draft as it was', () => {
    const changed = withValueAt(draft, ['activities', 2, 'contacts', 1, 'post'], 'tolk')
    assert.equal(valueAt(changed, ['activities', 2, 'contacts', 1, 'post']), 'tolk')
    assert.equal(valueAt(draft, ['activities', 2, 'contacts', 1, 'post']), 'guide')
  })

  it('appends when the place is the length of the list', () => {
    const changed = withValueAt(draft, ['activities', 1, 'contacts', 0], { post: 'ny' })
    assert.deepEqual(valueAt(changed, ['activities', 1, 'contacts']), [{ post: 'ny' }])
  })

  it('puts back what it takes out', () => {
    const places = ['activities', 2, 'contacts', 0]
    const without = withoutElementAt(draft, places)
    assert.deepEqual(valueAt(without, ['activities', 2, 'contacts']), [{ post: 'guide' }])
    assert.deepEqual(withElementInserted(without, places, { post: 'vært' }), draft)
  })
})
