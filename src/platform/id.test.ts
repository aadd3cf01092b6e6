import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findId, newId } from './id.ts'

describe('an id', () => {
  it('sorts after the ids made before it, ten thousand in a row', () => {
    const ids = Array.from({ length: 10_000 }, () => newId<'agreement'>())
    assert.deepEqual(ids.toSorted(), ids)
    assert.equal(new Set(ids).size, ids.length)
  })

  it('is a UUID of version 7 that tells when it was made', () => {
    const id = newId<'agreement'>()
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const madeAt = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    assert.ok(Math.abs(madeAt - Date.now()) < 1000)
  })

  it('is found in an address however it is cased, and not in anything else', () => {
    const id = newId<'agreement'>()
    assert.equal(findId(id.toUpperCase()), id)
    for (const text of ['', 'ny', `${id}x`, id.replaceAll('-', '')]) assert.equal(findId(text), undefined)
  })
})
