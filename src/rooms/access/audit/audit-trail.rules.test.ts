import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { AuditEntry, AuditFault, LaneHead } from './audit-entry.ts'
import { linkOf } from './audit-link.rules.ts'
import { walkTrail } from './audit-trail.rules.ts'
import { testTrail } from './test-trail.ts'

const { heads, lanes } = testTrail(40)
const lane = 3
const whole = lanes[lane] ?? []

/** Looks through the trail with this lane in place of its own, and its head changed. Answers with the faults in words. */
const look = (entries: readonly AuditEntry[], change: Partial<LaneHead> = {}, noted = heads): string[] => {
  const changed = heads.map((head) => (head.lane === lane ? { ...head, ...change } : head))
  const trail = walkTrail(changed, noted)
  for (const [at, own] of lanes.entries()) for (const entry of at === lane ? entries : own) trail.take(entry)
  return trail.end().faults.map(inWords)
}

const inWords = ({ kind, lane: at, number, toNumber }: AuditFault): string =>
  `${kind} ${at}/${number}${toNumber === number ? '' : `–${toNumber}`}`

const at = (number: number): AuditEntry => {
  const found = whole[number - 1]
  if (found === undefined) throw new Error(`The lane has no entry ${number}`)
  return found
}

const renumbered = (entries: readonly AuditEntry[]): AuditEntry[] =>
  entries.map((entry, index) => ({ ...entry, number: index + 1 }))

const without = (number: number) => whole.filter((entry) => entry.number !== number)

const withAt = (number: number, entry: AuditEntry) => whole.map((own) => (own.number === number ? entry : own))

const swapped = (one: number, other: number) =>
  whole.map((entry) => {
    if (entry.number === one) return { ...at(other), number: one }
    return entry.number === other ? { ...at(one), number: other } : entry
  })

const intruder: AuditEntry = { ...at(20), ref: 'never happened' }

describe('looking through the audit trail', () => {
  it('finds nothing in a whole one, with entries and with none', () => {
    assert.deepEqual(look(whole), [])
    const empty = testTrail(0)
    assert.deepEqual(walkTrail(empty.heads, empty.heads).end().faults, [])
  })

  it('names the entry of which anything is changed', () => {
    const changes: Partial<AuditEntry>[] = [
      { micros: '1' },
      { actor: 'another' },
      { post: 'another' },
      { request: 'another' },
      { verb: 'another' },
      { thing: 'another' },
      { ref: 'another' },
      { about: 'another' },
      { facts: '{}' },
      { hash: at(1).hash },
      { actor: '', post: at(7).actor },
    ]
    for (const number of [1, 7, 40])
      for (const change of changes.filter(({ hash }) => hash === undefined || number !== 1))
        assert.deepEqual(look(withAt(number, { ...at(number), ...change })), [`changed 3/${number}`])
  })

  it('names what is missing: one, several, the first, and those cut off at the end', () => {
    assert.deepEqual(look(without(12)), ['missing 3/12'])
    assert.deepEqual(look(whole.filter(({ number }) => number < 5 || number > 9)), ['missing 3/5–9'])
    assert.deepEqual(look(without(1)), ['missing 3/1'])
    assert.deepEqual(look(whole.slice(0, -3)), ['missing 3/38–40'])
    assert.deepEqual(look([]), ['missing 3/1–40'])
    assert.deepEqual(look(without(39)), ['missing 3/39'])
  })

  it('names what is missing also where the rest was renumbered', () => {
    assert.deepEqual(look(renumbered(without(12))), ['missing 3/12'])
    assert.deepEqual(look(renumbered(without(39))), ['missing 3/39'])
    assert.deepEqual(look(renumbered(whole.filter(({ number }) => number < 5 || number > 9))), ['missing 3/5–9'])
  })

  it('names entries that stand in each other’s place, near and far, whole and in all but their hashes', () => {
    assert.deepEqual(look(swapped(5, 6)), ['reordered 3/5', 'reordered 3/6'])
    assert.deepEqual(look(swapped(5, 31)), ['reordered 3/5', 'reordered 3/31'])
    assert.deepEqual(look(swapped(1, 40)), ['reordered 3/1', 'reordered 3/40'])
    const fields = swapped(5, 31).map((entry) => ({ ...entry, hash: at(entry.number).hash }))
    assert.deepEqual(look(fields), ['reordered 3/5', 'reordered 3/31'])
  })

  it('names an entry put in, with the rest renumbered, and at the end', () => {
    const put = (before: number) => renumbered([...whole.slice(0, before - 1), intruder, ...whole.slice(before - 1)])
    assert.deepEqual(look(put(12)), ['added 3/12'])
    assert.deepEqual(look(put(40)), ['added 3/40'])
    const next = { ...intruder, number: 41 }
    assert.deepEqual(look([...whole, { ...next, hash: linkOf(at(40).hash, next, 41) }]), ['added 3/41'])
    assert.deepEqual(look([...whole, next]).includes('added 3/41'), true)
  })

  it('names a head that does not agree with its entries', () => {
    assert.deepEqual(look(whole, { hash: at(39).hash }), ['head 3/40'])
    assert.deepEqual(look(whole, { number: 41 }, []), ['head 3/41'])
    assert.deepEqual(look(whole, { number: 39 }, []), ['head 3/39'])
    assert.deepEqual(look(whole, { number: 35, hash: at(35).hash }, []), ['added 3/36–40'])
    assert.deepEqual(look(whole, { cutHash: at(1).hash }).includes('head 3/40'), true)
    const trail = walkTrail(heads.slice(1))
    for (const entry of lanes[0] ?? []) trail.take(entry)
    const faults = trail.end().faults.map(inWords)
    assert.deepEqual([faults[0], faults.includes('added 0/1')], ['head 0/0', true])
  })

  it('accepts a lane cut at its beginning where it was cut, and nowhere else', () => {
    const cut = { cutNumber: 10, cutHash: at(10).hash }
    assert.deepEqual(look(whole.slice(10), cut), [])
    assert.deepEqual(look(whole.slice(11), cut), ['missing 3/11'])
    assert.deepEqual(look(whole.slice(9), cut), ['added 3/10'])
    assert.deepEqual(look([], { cutNumber: 40, cutHash: at(40).hash }), [])
    assert.notDeepEqual(look(whole.slice(10), { cutNumber: 10, cutHash: at(9).hash }), [])
  })

  it('finds a trail written anew from some entry on by the heads noted before', () => {
    const anew = whole.slice(0, 25)
    for (const entry of whole.slice(25)) {
      const changed = { ...entry, actor: 'another' }
      anew.push({ ...changed, hash: linkOf(anew.at(-1)?.hash ?? '', changed, changed.number) })
    }
    const change = { hash: anew.at(-1)?.hash ?? '' }
    assert.deepEqual(look(anew, change, []), [])
    assert.deepEqual(look(anew, change), ['rewritten 3/40'])
    const earlier = heads.map((head) => ({
      ...head,
      number: 24,
      hash: lanes[head.lane]?.[23]?.hash.slice(0, 32) ?? '',
    }))
    assert.deepEqual(look(anew, change, earlier), [])
    assert.deepEqual(look(whole.slice(0, 20), { number: 20, hash: at(20).hash }), ['rewritten 3/40'])
  })

  it('finds lines in another order than they were written', () => {
    assert.deepEqual(look([...whole.slice(0, 4), at(6), at(5), ...whole.slice(6)]), ['reordered 3/5'])
    assert.deepEqual(look([...whole, at(9)]), ['added 3/9'])
  })
})

describe('any tampering', () => {
  const number = fc.integer({ min: 1, max: 40 })
  const field = fc.constantFrom('micros', 'actor', 'post', 'request', 'verb', 'thing', 'ref', 'about', 'facts', 'hash')
  const one: fc.Arbitrary<(entries: AuditEntry[]) => AuditEntry[]> = fc.oneof(
    fc.tuple(number, field).map(
      ([n, name]) =>
        (entries: AuditEntry[]) =>
          entries.map((entry) =>
            entry.number === n ? { ...entry, [name]: name === 'hash' ? at(n).hash.replace(/^./, 'x') : '77' } : entry,
          ),
    ),
    number.map((n) => (entries: AuditEntry[]) => entries.filter((entry) => entry.number !== n)),
    number.map((n) => (entries: AuditEntry[]) => renumbered(entries.filter((_, index) => index !== n - 1))),
    fc.tuple(number, number).map(
      ([n, m]) =>
        (entries: AuditEntry[]) =>
          entries.map((entry) => {
            if (entry.number === n) return { ...entry, ...entries.find((other) => other.number === m), number: n }
            return entry.number === m ? { ...entry, ...entries.find((other) => other.number === n), number: m } : entry
          }),
    ),
    number.map(
      (n) => (entries: AuditEntry[]) =>
        renumbered([
          ...entries.slice(0, n),
          { ...intruder, hash: linkOf(entries[n - 1]?.hash ?? '', intruder, n + 1) },
          ...entries.slice(n),
        ]),
    ),
    number.map((n) => (entries: AuditEntry[]) => entries.slice(0, n)),
  )

  it('is found, however many times it was done; what was put back is whole', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (tamperings) => {
        const tampered = tamperings.reduce((entries, tamper) => tamper(entries), whole)
        const isWhole = JSON.stringify(tampered) === JSON.stringify(whole)
        assert.equal(look(tampered).length === 0, isWhole)
      }),
      { numRuns: 500 },
    )
  })
})
