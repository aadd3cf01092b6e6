import { clockAt } from '../../src/platform/clock.ts'
import { readAs } from '../../src/platform/database/index.ts'
import { dayNumberOf, toDay } from '../../src/platform/day-number.ts'
import { type Day, homeZone, today } from '../../src/platform/day.ts'
import type { Platform } from '../../src/platform/platform.ts'
import { type Actor, system } from '../../src/rooms/access/index.ts'
import { handOverConvening } from '../../src/rooms/meetings/turns/change-turn.ts'
import { findGroup } from '../../src/rooms/meetings/group/group.queries.ts'
import { type LoadedGroup, loadGroup } from '../../src/rooms/meetings/group/load-group.ts'
import { planMeeting } from '../../src/rooms/meetings/planning/plan-meeting.ts'
import { proposeMeeting } from '../../src/rooms/meetings/planning/propose-meeting.ts'
import { unevenness } from '../../src/rooms/meetings/turns/rotation.rules.ts'
import { nextLacking } from '../../src/rooms/meetings/group/year.rules.ts'

/** What came of a group over the years. */
export interface Lived {
  readonly meetings: readonly Day[]
  /** How far the turns were from each other at most. */
  readonly worst: number
  readonly handedOver: number
}

export const platformOn = (platform: Platform, day: Day): Platform => ({
  ...platform,
  clock: clockAt(day.toZonedDateTime({ timeZone: homeZone, plainTime: '09:00' }).toInstant().toString()),
})

const load = (platform: Platform, groupId: string): Promise<LoadedGroup> =>
  readAs(platform, system, async (tx) => {
    const group = await findGroup(tx, groupId)
    if (group === undefined) throw new Error('The group is gone')
    return loadGroup(tx, group, today(platform.clock))
  })

/** Lives a group's meetings from a day to a day: whenever one is lacking, the first day proposed is taken, and `hold` is done when it is over. */
export const liveThrough = async (
  platform: Platform,
  { groupId, actorOn }: { groupId: string; actorOn: (on: Platform) => Promise<Actor> },
  span: { readonly from: Day; readonly to: Day },
  hold: (on: Platform, meetingId: string, day: Day) => Promise<void>,
): Promise<Lived> => {
  const meetings: Day[] = []
  let worst = 0
  let handedOver = 0
  let day = span.from
  while (Temporal.PlainDate.compare(day, span.to) <= 0) {
    const now = platformOn(platform, day)
    const loaded = await load(now, groupId)
    if (loaded.turn.isUnclaimed && loaded.members.length > 1) {
      const next = loaded.members[handedOver % loaded.members.length]
      await handOverConvening(now, await actorOn(now), {
        groupId,
        memberId: next?.memberId ?? '',
        from: day,
        why: 'Aftalt',
      })
      handedOver += 1
      continue
    }
    const lacking = nextLacking(loaded.year, dayNumberOf(day))
    const [date] = lacking === undefined ? [] : await readAs(now, system, (tx) => proposeMeeting(tx, now, loaded))
    if (date === undefined) {
      day = day.add({ days: 20 })
      continue
    }
    const on = toDay(date.day)
    if (Temporal.PlainDate.compare(on, span.to) > 0) break
    const startsAt = on
      .toZonedDateTime({ timeZone: homeZone, plainTime: '00:00' })
      .add({ minutes: date.startsMinute })
      .toInstant()
    const plan = { groupId, startsAt, endsAt: startsAt.add({ minutes: date.lastsMinutes }) }
    const place = { venueId: null, place: '', remoteUrl: '', isExtraordinary: false, isKnown: true }
    const meetingId = await planMeeting(now, await actorOn(now), { ...plan, ...place })
    meetings.push(on)
    const after = await load(now, groupId)
    if (after.turn.rotation !== null) worst = Math.max(worst, unevenness(after.turn.rotation))
    day = on.add({ days: 1 })
    await hold(platformOn(platform, day), meetingId, on)
  }
  return { meetings, worst, handedOver }
}
