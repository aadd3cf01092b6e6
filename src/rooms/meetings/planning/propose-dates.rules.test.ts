import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dayNumber, weekdayOf } from '../../../platform/day-number.ts'
import { type DatesAsked, proposeDates } from './propose-dates.rules.ts'

const monday = dayNumber(2026, 9, 7)
const asked: DatesAsked = {
  earliest: monday,
  latest: monday + 60,
  meetings: [],
  apart: null,
  usual: { weekday: null, startsMinute: 600, lastsMinutes: 120 },
  busy: [],
  elsewhere: new Map(),
  isFree: () => true,
  isWorkday: (day) => weekdayOf(day) <= 5,
}
const daysOf = (change: Partial<DatesAsked>) => proposeDates({ ...asked, ...change }).map(({ day }) => day)

describe('proposing days for a meeting', () => {
  it('proposes at most five working days, in order and apart', () => {
    const days = daysOf({})
    assert.equal(days.length, 5)
    for (const [at, day] of days.entries()) {
      assert.ok(weekdayOf(day) <= 5)
      if (at > 0) assert.ok(day - (days[at - 1] ?? 0) >= 2)
    }
  })

  it('keeps to days on which schools are open', () => {
    const inSecondWeek = (day: number) => day >= monday + 7 && day < monday + 12
    assert.ok(daysOf({ isFree: inSecondWeek }).every(inSecondWeek))
  })

  it('prefers the weekday the group keeps', () => {
    const thursdays = daysOf({ usual: { ...asked.usual, weekday: 4 } }).filter((day) => weekdayOf(day) === 4)
    assert.ok(thursdays.length >= 4)
  })

  it('keeps clear of what members have, and says who is busy where it cannot', () => {
    const at = (day: number) => ({ memberId: 'a', from: day * 1440 + 630, to: day * 1440 + 690 })
    const busyInFirstWeeks = Array.from({ length: 21 }, (_, on) => at(monday + on))
    assert.ok(daysOf({ busy: busyInFirstWeeks }).every((day) => day >= monday + 21))
    const everyDay = Array.from({ length: 90 }, (_, on) => at(monday + on))
    assert.deepEqual(proposeDates({ ...asked, busy: everyDay })[0]?.busy, ['a'])
    const before = [{ memberId: 'a', from: monday * 1440 + 480, to: monday * 1440 + 600 }]
    assert.ok(
      proposeDates({ ...asked, busy: before }).every(({ busy }) => busy.length === 0),
      'what ends as it begins is free',
    )
  })

  it('prefers days on which nobody has anything elsewhere, then those with the fewest, and says how many', () => {
    const twoButOnFridays = new Map(Array.from({ length: 61 }, (_, on) => [monday + on, 2]))
    for (let day = monday + 4; day <= monday + 60; day += 7) twoButOnFridays.set(day, 0)
    const usual = { ...asked.usual, weekday: 2 }
    const fridays = proposeDates({ ...asked, usual, elsewhere: twoButOnFridays })
    assert.ok(
      fridays.every(({ day, elsewhere }) => weekdayOf(day) === 5 && elsewhere === 0),
      'not even the weekday of the group goes before it',
    )
    const everyone = new Map(Array.from({ length: 61 }, (_, on) => [monday + on, weekdayOf(monday + on) === 3 ? 1 : 3]))
    const fewest = proposeDates({ ...asked, usual, elsewhere: everyone })
    assert.ok(fewest.every(({ day, elsewhere }) => weekdayOf(day) === 3 && elsewhere === 1))
  })

  it('counts who is in another meeting and who has something elsewhere alike', () => {
    const at = (day: number) => ({ memberId: 'a', from: day * 1440 + 630, to: day * 1440 + 690 })
    const busy = [1, 2, 4].map((nth) => at(monday + nth))
    const elsewhere = new Map([[monday, 2]])
    const proposed = proposeDates({ ...asked, latest: monday + 4, busy, elsewhere })
    assert.equal(proposed.find(({ busy: names, elsewhere: many }) => names.length + many === 0)?.day, monday + 3)
  })

  it('stays away from the meetings there are', () => {
    const days = daysOf({ meetings: [monday + 10], apart: 30 })
    assert.ok(
      days.every((day) => Math.abs(day - monday - 10) >= 7),
      String(days.map((day) => day - monday)),
    )
  })

  it('proposes later days, told as late, where none keeps the promise', () => {
    const after = (day: number) => day > monday + 10
    const proposed = proposeDates({ ...asked, latest: monday + 3, isFree: after, isWorkday: after })
    assert.ok(proposed.length > 0)
    assert.ok(proposed.every(({ isLate }) => isLate))
  })

  it('proposes days of the school holidays where the promise leaves no other, and says so', () => {
    const proposed = proposeDates({ ...asked, latest: monday + 9, isFree: (day) => day > monday + 10 })
    assert.ok(proposed.length > 0)
    assert.ok(proposed.every(({ isLate, isInHoliday, day }) => !isLate && isInHoliday && day <= monday + 9))
  })

  it('proposes nothing where no day will do', () => {
    assert.deepEqual(daysOf({ isFree: () => false, isWorkday: () => false }), [])
  })
})
