import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { formatRule } from './format-rule.ts'
import { formatWall, type Moment, secondsADay, type WallSecond, wallOf } from '../../../platform/icalendar/moment.ts'
import { frequencies, type Rule } from './rule.ts'
import { rulesOf, starts } from './test-rules.ts'
import { slowOccurrences } from './test-slow-rule.ts'
import { createWalk } from './walk.ts'

const walked = (rule: Rule, start: Moment, most: WallSecond, from?: WallSecond): WallSecond[] => {
  const walk = createWalk(rule, start, from)
  const found: WallSecond[] = []
  for (let wall = walk.next(); wall < most; wall = walk.next()) found.push(wall)
  return found
}

const daysLooked = { YEARLY: 2600, MONTHLY: 900, WEEKLY: 500, DAILY: 500, HOURLY: 6, MINUTELY: 2, SECONDLY: 1 }
const intervals = { YEARLY: 3, MONTHLY: 14, WEEKLY: 5, DAILY: 40, HOURLY: 60, MINUTELY: 3000, SECONDLY: 100_000 }

describe('walking a rule', () => {
  for (const frequency of frequencies) {
    it(`finds what the standard names, second by second: ${frequency}`, () => {
      fc.assert(
        fc.property(rulesOf(frequency, intervals[frequency]), starts, (rule, start) => {
          const days = daysLooked[frequency]
          const slow = slowOccurrences(rule, start, days)
          const fast = walked(rule, start, (start.day + days) * secondsADay)
          assert.deepEqual(fast.map(formatWall), slow.map(formatWall), formatRule(rule))
        }),
        { numRuns: 60 },
      )
    })

    it(`begins anywhere as if it had come there on foot: ${frequency}`, () => {
      fc.assert(
        fc.property(
          rulesOf(frequency, intervals[frequency]),
          starts,
          fc.double({ min: 0, max: 1, noNaN: true }),
          (rule, start, share) => {
            const days = daysLooked[frequency]
            const most = (start.day + days) * secondsADay
            const from = Math.floor(wallOf(start) + (most - wallOf(start)) * share)
            assert.deepEqual(
              walked(rule, start, most, from),
              walked(rule, start, most).filter((wall) => wall >= from),
              formatRule(rule),
            )
          },
        ),
      )
    })
  }
})
