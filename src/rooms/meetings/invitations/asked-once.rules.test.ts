import { describe, it } from 'node:test'
import assert from 'node:assert/strict'
import { askedOnce } from './asked-once.rules.ts'

const seat = (name: string, over: { personId?: string; contactMail?: string; party?: string } = {}) => ({
  name,
  personId: over.personId ?? null,
  contactMail: over.contactMail ?? '',
  party: over.party ?? 'Bølgen',
})

const names = (seats: readonly { readonly name: string }[]): string[] => seats.map(({ name }) => name)

describe('who is asked to a meeting', () => {
  it('is asked once for a party, in the first of several seats', () => {
    const seats = [seat('one', { personId: 'a' }), seat('two', { personId: 'b' }), seat('three', { personId: 'a' })]
    assert.deepEqual(names(askedOnce(seats)), ['one', 'two'])
  })

  it('is asked for each party they sit for', () => {
    const seats = [seat('one', { personId: 'a' }), seat('two', { personId: 'a', party: 'Kajkanten' })]
    assert.deepEqual(names(askedOnce(seats)), ['one', 'two'])
  })

  it('is known by a mail address where there is no person, whatever its case', () => {
    const seats = [
      seat('one', { contactMail: 'ida@boelgen.example' }),
      seat('two', { contactMail: 'Ida@boelgen.example' }),
    ]
    assert.deepEqual(names(askedOnce(seats)), ['one'])
  })

  it('is each of the seats nobody is known in', () => {
    assert.deepEqual(names(askedOnce([seat('one'), seat('two')])), ['one', 'two'])
  })
})
