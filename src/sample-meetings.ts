import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { WriteTx } from './platform/database/index.ts'
import { type Day, today } from './platform/day.ts'
import type { Platform } from './platform/platform.ts'
import { groupKinds, laySampleMeetings, layUnreadGroups, listAllGroups } from './rooms/meetings/index.ts'

const meetingsFile = z.array(
  z.object({
    /** What the group's name begins with. */
    group: z.string(),
    kind: z.enum(groupKinds),
    months: z.array(z.number()),
    /** The first, second … of a weekday in its month. */
    week: z.number(),
    weekday: z.number(),
    from: z.string().regex(/^\d\d\.\d\d$/),
    minutes: z.number(),
    place: z.string(),
    said: z.string(),
    items: z.array(
      z.object({ title: z.string(), body: z.string(), said: z.string(), decided: z.string(), task: z.string() }),
    ),
  }),
)

/** Reads the groups of the sample's agreements, and lays their meetings from a year back to two months ahead. */
export const loadSampleMeetings = async (tx: WriteTx, platform: Platform, folder: string): Promise<void> => {
  const file = meetingsFile.parse(JSON.parse(await readFile(join(folder, 'meetings.json'), 'utf8')))
  await layUnreadGroups(tx, platform)
  const groups = await listAllGroups(tx)
  const day = today(platform.clock)
  for (const { group: name, kind, from, minutes, ...plan } of file) {
    const group = groups.find((one) => one.kind === kind && one.name.startsWith(name))
    if (group === undefined) throw new Error(`The sample's meetings are of a group its agreements lack: ${name}`)
    const startsMinute = Number(from.slice(0, 2)) * 60 + Number(from.slice(3))
    const days = daysOf(plan, day.subtract({ years: 1 }), day.add({ months: 2 }))
    await laySampleMeetings(tx, platform, group, { ...plan, days, startsMinute, lastsMinutes: minutes })
  }
}

interface Rhythm {
  readonly months: readonly number[]
  readonly week: number
  readonly weekday: number
}

const daysOf = ({ months, week, weekday }: Rhythm, from: Day, to: Day): Day[] => {
  const days: Day[] = []
  for (
    let month = from.with({ day: 1 });
    Temporal.PlainDate.compare(month, to) <= 0;
    month = month.add({ months: 1 })
  ) {
    const first = month.add({ days: (weekday - month.dayOfWeek + 7) % 7 })
    const day = first.add({ weeks: week - 1 })
    const isWithin = Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0
    if (isWithin && months.includes(month.month)) days.push(day)
  }
  return days
}
