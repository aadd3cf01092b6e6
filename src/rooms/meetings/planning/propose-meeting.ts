import type { ReadTx } from '../../../platform/database/index.ts'
import { dayNumberOf, toDay, weekdayOf } from '../../../platform/day-number.ts'
import { type Day, homeZone, today } from '../../../platform/day.ts'
import type { Platform } from '../../../platform/platform.ts'
import { isSchoolDay, publicHolidays } from '../../calendar/index.ts'
import { loadElsewhere } from '../known/load-elsewhere.ts'
import { dayOfMeeting, type LoadedGroup } from '../group/load-group.ts'
import { listBusySpans } from '../meeting.queries.ts'
import { lookedThrough, proposeDates, type ProposedDate } from './propose-dates.rules.ts'
import { nextLacking } from '../group/year.rules.ts'

/** Unless a group says otherwise, a meeting is called so many days before. */
const usualNotice = 14

const usualStart = 10 * 60

/** The first day a meeting can be held that is called today. */
export const earliestFor = ({ group }: Pick<LoadedGroup, 'group'>, day: Day): Day =>
  day.add({ days: Math.max(group.noticeDays ?? usualNotice, group.agendaDays ?? 0) + 1 })

/** Days that would do for a group's next meeting. */
export const proposeMeeting = async (tx: ReadTx, platform: Platform, loaded: LoadedGroup): Promise<ProposedDate[]> => {
  const day = today(platform.clock)
  const earliest = earliestFor(loaded, day)
  const lacking = nextLacking(loaded.year, dayNumberOf(earliest))
  const posts = new Map(loaded.members.flatMap(({ postId, memberId }) => (postId === null ? [] : [[postId, memberId]])))
  const from = Math.max(dayNumberOf(earliest), lacking?.from ?? 0)
  const spans = await listBusySpans(tx, [...posts.keys()], toDay(from), toDay(from + lookedThrough))
  const usual = usualOf(loaded)
  const days = Array.from({ length: lookedThrough + 1 }, (_, on) => from + on)
  const elsewhere = await loadElsewhere(
    tx,
    platform,
    loaded,
    days.map((number) => usualTimeOn(number, usual)),
  )
  return proposeDates({
    earliest: from,
    latest: lacking?.to ?? null,
    meetings: loaded.meetings
      .filter(({ state }) => state !== 'cancelled')
      .map((meeting) => dayNumberOf(dayOfMeeting(meeting))),
    apart: lacking === undefined ? null : (lacking.to - lacking.from + 1) / lacking.least,
    usual,
    busy: spans.map(({ postId, startsAt, endsAt }) => ({
      memberId: posts.get(postId) ?? '',
      from: wallMinutes(startsAt),
      to: wallMinutes(endsAt),
    })),
    elsewhere: new Map(days.map((number, at) => [number, elsewhere[at] ?? 0])),
    isFree: (number) => isSchoolDay(yearOf(number), number),
    isWorkday: (number) => weekdayOf(number) <= 5 && !publicHolidays(yearOf(number)).has(number),
  })
}

const yearOf = (number: number): number => Temporal.PlainDate.from('1970-01-01').add({ days: number }).year

const usualTimeOn = (number: number, { startsMinute, lastsMinutes }: ReturnType<typeof usualOf>) => {
  const plainTime = new Temporal.PlainTime(Math.floor(startsMinute / 60), startsMinute % 60)
  const startsAt = toDay(number).toZonedDateTime({ timeZone: homeZone, plainTime }).toInstant()
  return { startsAt, endsAt: startsAt.add({ minutes: lastsMinutes }) }
}

const wallMinutes = (moment: Temporal.Instant): number => {
  const wall = moment.toZonedDateTimeISO(homeZone)
  return dayNumberOf(wall.toPlainDate()) * 1440 + wall.hour * 60 + wall.minute
}

/** When the group met last: it keeps its weekday and hour. */
const usualOf = ({ meetings, group }: LoadedGroup) => {
  const last = meetings.findLast(({ state }) => state !== 'cancelled')
  if (last === undefined) return { weekday: null, startsMinute: usualStart, lastsMinutes: group.usualMinutes }
  const wall = last.startsAt.toZonedDateTimeISO(homeZone)
  return {
    weekday: weekdayOf(dayNumberOf(wall.toPlainDate())),
    startsMinute: wall.hour * 60 + wall.minute,
    lastsMinutes: Math.round(last.startsAt.until(last.endsAt).total('minutes')),
  }
}
