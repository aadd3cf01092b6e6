import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sampleAgreement } from '../documents/sample-agreement.ts'
import { canonicalJson, documentHash, hashInGroups } from './canonical-json.rules.ts'

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, shuffled(inner)]),
  )
}

describe('canonical JSON', () => {
  it('is the text of RFC 8785, section 3.2.2 to 3.2.4', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'\u0042\u0022\u005c\\\\"/',
      literals: [null, true, false],
    }
    assert.equal(
      canonicalJson(value),
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\\\\\"/"}',
    )
  })

  it('orders keys by their UTF-16 units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))
    const ordered = ['\\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']
    assert.equal(text, `{${ordered.map((key) => `"${key}":0`).join(',')}}`)
  })

  it('keeps a key that objects have a meaning for', () => {
    assert.equal(canonicalJson(JSON.parse('{"b":1,"__proto__":2,"10":3,"9":4}')), '{"10":3,"9":4,"__proto__":2,"b":1}')
  })

  it('reads back as the value it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        assert.deepEqual(JSON.parse(canonicalJson(value)), plain)
      }),
    )
  })

  it('is the same text whatever order the keys were written in', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(value) === canonicalJson(shuffled(value))))
  })

  it('refuses what JSON cannot say', () => {
    for (const value of [undefined, Number.NaN, Infinity, { a: undefined }, [() => 0]])
      assert.throws(() => canonicalJson(value), /JSON cannot say/)
  })
})

describe('the hash of a document', () => {
  it('is the SHA-256 of its canonical JSON', () => {
    assert.equal(documentHash({}), '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
    assert.equal(documentHash(shuffled(sampleAgreement)), documentHash(sampleAgreement))
  })

  it('is another once a letter is another', () => {
    assert.notEqual(
      documentHash({ ...sampleAgreement, title: `${sampleAgreement.title}.` }),
      documentHash(sampleAgreement),
    )
  })

  it('is shown in groups of eight', () => {
    assert.equal(hashInGroups('0123456789abcdef0'), '01234567 89abcdef 0')
  })
})
