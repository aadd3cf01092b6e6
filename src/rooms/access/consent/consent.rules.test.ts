import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type ConsentFacts, consentStanding, isToBeRenewed, mayWithdraw, surelyAgedOn } from './consent.rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const always = { from: null, to: null }
const mother = { guardianId: 'mother', holdsCustody: true, during: always }
const father = { guardianId: 'father', holdsCustody: true, during: always }

const answer = (giverId: string, givenOn: string | null, withdrawnOn: string | null = null) => ({
  giverId,
  givenOn: givenOn === null ? null : day(givenOn),
  withdrawnOn: withdrawnOn === null ? null : day(withdrawnOn),
})

interface Case {
  says: string
  material?: boolean
  born?: string | null
  custody?: ConsentFacts['custody']
  givers?: ConsentFacts['givers']
  /** Day and state, with whom it waits for. */
  stands: Record<string, string>
}

const factsOf = ({ material, born = '2016-03', custody = [mother, father], givers = [] }: Case): ConsentFacts => ({
  consent: {
    dataSubjectId: 'child',
    isMaterial: material ?? false,
    during: { from: day('2026-01-10'), to: day('2026-12-31') },
  },
  givers,
  custody,
  birthMonth: born === null ? null : Temporal.PlainYearMonth.from(born),
})

const told = (facts: ConsentFacts, on: string): string => {
  const standing = consentStanding(facts, day(on))
  return standing.state === 'waiting_for'
    ? `waiting_for ${standing.givers.join(standing.isOneEnough ? ' or ' : ' and ')}`
    : standing.state
}

const until = (last: string) => ({ from: null, to: day(last) })
const since = (first: string) => ({ from: day(first), to: null })

const cases: Case[] = [
  { says: 'nobody has answered', stands: { '2026-02-01': 'waiting_for mother or father' } },
  {
    says: 'nobody holds custody, as far as is known',
    custody: [{ ...mother, holdsCustody: false }],
    givers: [answer('mother', '2026-01-01')],
    stands: { '2026-02-01': 'waiting_for ' },
  },
  {
    says: 'one guardian gave what is not material',
    givers: [answer('mother', '2026-01-05')],
    stands: {
      '2026-01-04': 'waiting_for mother or father',
      '2026-01-05': 'not_yet',
      '2026-01-09': 'not_yet',
      '2026-01-10': 'in_force',
      '2026-12-31': 'in_force',
      '2027-01-01': 'expired',
    },
  },
  {
    says: 'one of two gave what is material',
    material: true,
    givers: [answer('mother', '2026-01-05')],
    stands: { '2026-02-01': 'waiting_for father', '2027-01-01': 'expired' },
  },
  {
    says: 'both gave what is material, the second in February',
    material: true,
    givers: [answer('mother', '2026-01-05'), answer('father', '2026-02-10')],
    stands: { '2026-02-09': 'waiting_for father', '2026-02-10': 'in_force' },
  },
  {
    says: 'one of two withdraws what both gave',
    material: true,
    givers: [answer('mother', '2026-01-05', '2026-06-01'), answer('father', '2026-01-05')],
    stands: { '2026-05-31': 'in_force', '2026-06-01': 'withdrawn', '2027-02-01': 'withdrawn' },
  },
  {
    says: 'one says no to what the other gave',
    givers: [answer('mother', '2026-01-05'), answer('father', null, '2026-02-01')],
    stands: { '2026-01-31': 'in_force', '2026-02-01': 'withdrawn' },
  },
  {
    says: 'the only giver loses custody',
    custody: [{ ...mother, during: until('2026-04-30') }, father],
    givers: [answer('mother', '2026-01-05')],
    stands: { '2026-04-30': 'in_force', '2026-05-01': 'waiting_for father' },
  },
  {
    says: 'one who never answered loses custody of a child about whom something material is asked',
    material: true,
    custody: [mother, { ...father, during: until('2026-04-30') }],
    givers: [answer('mother', '2026-01-05')],
    stands: { '2026-04-30': 'waiting_for father', '2026-05-01': 'in_force' },
  },
  {
    says: 'somebody gets custody of a child about whom something material was given',
    material: true,
    custody: [mother, { guardianId: 'aunt', holdsCustody: true, during: since('2026-05-01') }],
    givers: [answer('mother', '2026-01-05')],
    stands: { '2026-04-30': 'in_force', '2026-05-01': 'waiting_for aunt' },
  },
  {
    says: 'the child answers before 15',
    givers: [answer('child', '2026-01-05')],
    stands: { '2026-02-01': 'waiting_for mother or father' },
  },
  {
    says: 'the young person is 15 already',
    born: '2010-03',
    givers: [answer('child', '2026-01-05')],
    stands: { '2026-01-10': 'in_force' },
  },
  {
    says: 'a guardian answers for one who is 15',
    born: '2010-03',
    givers: [answer('mother', '2026-01-05')],
    stands: { '2026-02-01': 'waiting_for child' },
  },
  {
    says: 'the 15th birthday falls within what a guardian gave',
    born: '2011-03',
    givers: [answer('mother', '2026-01-05')],
    stands: { '2026-03-31': 'in_force', '2026-04-01': 'in_force', '2026-12-31': 'in_force', '2027-01-01': 'expired' },
  },
  {
    says: 'a guardian who gave it before 15 loses custody after',
    born: '2011-03',
    custody: [{ ...mother, during: until('2026-06-30') }],
    givers: [answer('mother', '2026-01-05')],
    stands: { '2026-07-01': 'in_force' },
  },
  {
    says: 'the second guardian answers only after 15',
    born: '2011-03',
    material: true,
    givers: [answer('mother', '2026-01-05'), answer('father', '2026-04-02')],
    stands: { '2026-03-31': 'waiting_for father', '2026-04-02': 'waiting_for child' },
  },
  {
    says: 'the young person withdraws what a guardian gave',
    born: '2011-03',
    givers: [answer('mother', '2026-01-05'), answer('child', null, '2026-05-02')],
    stands: { '2026-05-01': 'in_force', '2026-05-02': 'withdrawn' },
  },
  {
    says: 'somebody of age gives for themselves',
    born: null,
    custody: [],
    givers: [answer('child', '2026-01-10')],
    stands: { '2026-01-09': 'waiting_for child', '2026-01-10': 'in_force' },
  },
]

describe('a consent', () => {
  for (const one of cases)
    it(`stands by who answered: ${one.says}`, () => {
      for (const [on, expected] of Object.entries(one.stands)) assert.equal(told(factsOf(one), on), expected, on)
    })

  it('is to be renewed by the young person once they decide, until they gave it themselves', () => {
    const facts = factsOf({ says: '', born: '2011-03', givers: [answer('mother', '2026-01-05')], stands: {} })
    assert.equal(isToBeRenewed(facts, day('2026-03-31')), false)
    assert.equal(isToBeRenewed(facts, day('2026-04-01')), true)
    const renewed = { ...facts, givers: [...facts.givers, answer('child', '2026-04-05')] }
    assert.equal(isToBeRenewed(renewed, day('2026-04-05')), false)
  })

  const withdrawals: [who: string, on: string, may: boolean][] = [
    ['mother', '2026-02-01', true],
    ['father', '2026-02-01', true],
    ['child', '2026-02-01', false],
    ['stranger', '2026-02-01', false],
    ['child', '2026-04-01', true],
    ['mother', '2026-04-01', true],
    ['father', '2026-04-01', false],
    ['mother', '2026-07-01', false],
  ]
  for (const [who, on, may] of withdrawals)
    it(`${may ? 'may' : 'may not'} be withdrawn by the ${who} on ${on}`, () => {
      const custody = [{ ...mother, during: until('2026-06-30') }, father]
      const givers = [answer('mother', '2026-01-05')]
      assert.equal(mayWithdraw(factsOf({ says: '', born: '2011-03', custody, givers, stands: {} }), who, day(on)), may)
    })
})

describe('an age of which only the month is known', () => {
  it('is reached for sure on the first of the month after', () => {
    assert.equal(surelyAgedOn(Temporal.PlainYearMonth.from('2011-12'), 15)?.toString(), '2027-01-01')
    assert.equal(surelyAgedOn(null, 15), null)
  })
})
