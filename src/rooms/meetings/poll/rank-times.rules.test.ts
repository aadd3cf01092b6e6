import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PollAnswer } from './poll.ts'
import { rankTimes } from './rank-times.rules.ts'

const signs: Record<string, PollAnswer> = { j: 'yes', m: 'perhaps', n: 'no' }

/** `jm-n`: what each of four said of a time, `-` for nothing. */
const ranked = (times: Record<string, string>): string => {
  const most = Math.max(...Object.values(times).map(({ length }) => length), 0)
  const invitees = Array.from({ length: most }, (_, at) => ({
    answers: new Map(
      Object.entries(times).flatMap(([timeId, said]) => {
        const answer = signs[said[at] ?? '']
        return answer === undefined ? [] : [[timeId, answer] as const]
      }),
    ),
  }))
  return rankTimes(Object.keys(times), invitees)
    .map(({ timeId, place }) => `${place}${timeId}`)
    .join(' ')
}

describe('which time suits best', () => {
  const cases: readonly (readonly [says: string, times: Record<string, string>, inOrder: string])[] = [
    ['a time that suits all comes first', { a: 'jjn', b: 'jjj' }, '1b 2a'],
    ['one whom it does not suit counts more than one who is sure', { a: 'jjjn', b: 'mmmm' }, '1b 2a'],
    ['those who are sure count more than those who are not', { a: 'jmm', b: 'jjm' }, '1b 2a'],
    ['equally good times share their place and keep their order', { a: 'jn', b: 'nj', c: 'jj' }, '1c 2a 2b'],
    ['whoever is silent says nothing', { a: 'j--', b: '---' }, '1a 2b'],
    ['with no answers all are equally good', { a: '--', b: '--' }, '1a 1b'],
    ['nothing is asked of', {}, ''],
  ]
  for (const [says, times, inOrder] of cases) it(says, () => assert.equal(ranked(times), inOrder))

  it('counts each answer and each silence', () => {
    const [time] = rankTimes(
      ['a'],
      [{ answers: new Map([['a', 'yes']]) }, { answers: new Map([['a', 'perhaps']]) }, { answers: new Map() }],
    )
    assert.deepEqual(time, { timeId: 'a', yes: 1, perhaps: 1, no: 0, silent: 1, place: 1 })
  })
})
