import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Contact } from '../../agreements/index.ts'
import type { Standing } from '../state/state.ts'
import { dropReason, isProposedKept } from './drop-reason.rules.ts'
import { refreshedHolders, refresher } from './refresh-holder.rules.ts'
import { nextSpan, shiftNotation, shiftTo, shiftYears } from './shift-days.rules.ts'
import { withoutSentences } from './without-sentence.rules.ts'

describe('the days of the next period', () => {
  const old = { from: '2025-01-01', to: '2028-12-31' }

  it('begin the day after, and last as long', () => {
    assert.deepEqual(nextSpan(old), { from: '2029-01-01', to: '2032-12-31' })
    assert.deepEqual(nextSpan({ from: '2026-08-01', to: '2030-07-31' }), { from: '2030-08-01', to: '2034-07-31' })
    assert.deepEqual(nextSpan({ from: '2024-02-29', to: null }), { from: '2025-02-28', to: null })
    assert.equal(nextSpan(null), null)
  })

  it('move whole years where the period begins on the same day of the year, else days', () => {
    assert.deepEqual(shiftTo(old, { from: '2029-01-01', to: null }), { years: 4, days: 0 })
    assert.deepEqual(shiftTo(old, { from: '2029-03-01', to: null }), { years: 0, days: 1520 })
  })

  it('move in a term only where they lie in the old period', () => {
    const shift = { years: 4, days: 0 }
    assert.equal(
      shiftNotation('QUANTITY=8 unit=volunteers;DEADLINE=2027-01-31', old, shift),
      'QUANTITY=8 unit=volunteers;DEADLINE=2031-01-31',
    )
    assert.equal(shiftNotation('DEADLINE=2012-01-31', old, shift), 'DEADLINE=2012-01-31')
    assert.equal(shiftNotation('FREQ=YEARLY', old, shift), 'FREQ=YEARLY')
    assert.equal(shiftNotation('DEADLINE=2028-02-29', old, { years: 1, days: 0 }), 'DEADLINE=2029-02-28')
  })

  it('move in a sentence by the year, and leave numbers that are no years', () => {
    const shift = { years: 4, days: 0 }
    assert.equal(
      shiftYears('Senest den 1. marts 2027 er 2.026 kr. betalt', old, shift),
      'Senest den 1. marts 2031 er 2.026 kr. betalt',
    )
    assert.equal(shiftYears('Politikken fra 2011, i 2028', old, shift), 'Politikken fra 2011, i 2032')
    assert.equal(shiftYears('i 2027', old, { years: 0, days: 90 }), 'i 2027')
  })
})

describe('why a promise may be left behind', () => {
  const standing = (state: Standing['state']): Standing => ({
    state,
    reason: 'no_period',
    period: null,
    expected: 0,
    found: 0,
    nextOn: null,
    lacking: [],
  })
  const cases: [
    what: string,
    notation: string,
    state: Standing['state'],
    times: number,
    lapsed: boolean,
    reason: string | null,
  ][] = [
    ['hangs on a reservation that is over', 'FREQ=WEEKLY', 'kept', 9, true, 'reservation_ended'],
    ['was for one day and is kept', 'DEADLINE=2026-01-01', 'kept', 1, false, 'over'],
    ['was for one day and is broken', 'DEADLINE=2026-01-01', 'broken', 0, false, 'broken_all_along'],
    ['was never kept', 'FREQ=YEARLY', 'broken', 0, false, 'broken_all_along'],
    ['was kept once', 'FREQ=YEARLY', 'broken', 1, false, null],
    ['was never asked for', 'FREQ=ON_DEMAND', 'on_demand', 0, false, 'never_used'],
    ['goes on', 'FREQ=YEARLY', 'kept', 4, false, null],
  ]
  for (const [what, notation, state, times, hangsOnLapsed, reason] of cases)
    it(`is ${reason ?? 'nothing'} where it ${what}`, () => {
      assert.equal(dropReason({ notation, standing: standing(state), times, hangsOnLapsed }), reason)
    })

  it('is proposed only where it cannot go on', () => {
    assert.deepEqual(
      (['reservation_ended', 'over', 'broken_all_along', 'never_used', null] as const).map(isProposedKept),
      [false, false, true, true, true],
    )
  })
})

describe('taking sentences out of a text', () => {
  it('leaves the rest as it stood, and takes an emptied bullet along', () => {
    const text = 'Vi mødes. Vi spiser.\n• Vi går.\n• Vi kommer.'
    assert.equal(
      withoutSentences(
        text,
        [
          { from: 0, to: 9 },
          { from: 23, to: 30 },
        ],
        [],
      ),
      ' Vi spiser.\n• Vi kommer.'.trimStart(),
    )
  })

  it('never takes out what something else stands in', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8 }), fc.nat(7), fc.nat(7), (text, from, length) => {
        const one = { from, to: from + length + 1 }
        assert.equal(withoutSentences(text, [one], [one]), text)
      }),
    )
  })
})

describe('the holders of the next period', () => {
  const place = { line: 0, toLine: 0, page: null }
  const contact = (holder: string | null, more: Partial<Contact> = {}): Contact => ({
    party: 'Almenbolig Strand',
    kind: 'housing_organisation',
    plan: 'Kajkanten',
    unit: null,
    post: 'Sekretariatsleder',
    holder,
    provisional: true,
    source: place,
    ...more,
  })
  const post = { title: 'sekretariatsleder', organisation: 'Almenbolig Strand', plan: 'Kajkanten' }
  const held = (...names: string[]) => names.map((name) => ({ ...post, unit: null, name }))

  it('are those of today', () => {
    assert.equal(refresher(held('Rosa Lind'), [post])(contact('Anne-Sofie Kragh')).holder, 'Rosa Lind')
    assert.equal(refresher(held('Rosa Lind'), [post])(contact(null)).holder, 'Rosa Lind')
  })

  it('stay where they hold the post among several, and are asked about where none of several is named', () => {
    assert.equal(refresher(held('Rosa Lind', 'Bo Dahl'), [post])(contact('Bo Dahl')).holder, 'Bo Dahl')
    assert.equal(refresher(held('Rosa Lind', 'Bo Dahl'), [post])(contact('Anne-Sofie Kragh')).holder, null)
  })

  it('are nobody where the post is vacant, and as the agreement says where the register does not know it', () => {
    assert.equal(refresher([], [post])(contact('Anne-Sofie Kragh')).holder, null)
    assert.equal(refresher([], [])(contact('Anne-Sofie Kragh')).holder, 'Anne-Sofie Kragh')
  })

  it('are told once each', () => {
    const refresh = refresher(held('Rosa Lind'), [post])
    const told = refreshedHolders(
      [contact('Anne-Sofie Kragh'), contact('Anne-Sofie Kragh'), contact('Rosa Lind')],
      refresh,
    )
    assert.deepEqual(told, [
      { post: 'Sekretariatsleder', party: 'Kajkanten', was: 'Anne-Sofie Kragh', now: 'Rosa Lind' },
    ])
  })
})
