import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'

/** A span of time to look at, in seconds since 1970. */
interface Span {
  readonly from: number
  readonly to: number
}

/** A foreign program that reads calendars: the instances of one as `begin end` in seconds since 1970, with ` x` where it is called off. */
export interface CalendarReader {
  readonly name: string
  /** Why it cannot be asked here; null = it can. */
  readonly isAway: string | null
  read(calendar: string, span: Span): string[]
}

const folder = mkdtempSync(join(tmpdir(), 'brobyg-readers-'))

const run = (program: string, words: readonly string[]) => spawnSync(program, words, { encoding: 'utf8' })

const runOn = (program: readonly string[], calendar: string, { from, to }: Span): string[] => {
  const file = join(folder, 'calendar.ics')
  writeFileSync(file, calendar)
  const [command = '', ...words] = program
  const { status, stdout, stderr } = run(command, [...words, file, String(from), String(to)])
  if (status !== 0) throw new Error(`${command} could not read the calendar: ${stderr}`)
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .toSorted()
}

/** Whole days begin and end at midnight in Denmark. */
const secondsOf = (time: ICAL.Time): number =>
  time.isDate
    ? Temporal.PlainDate.from({ year: time.year, month: time.month, day: time.day }).toZonedDateTime(
        'Europe/Copenhagen',
      ).epochMilliseconds / 1000
    : time.toUnixTime()

/** Reads with ical.js, series by series, with the times that stand for one of a series. */
const readWithIcalJs = (calendar: string, { from, to }: Span): string[] => {
  const root = new ICAL.Component(ICAL.parse(calendar))
  ICAL.TimezoneService.reset()
  for (const zone of root.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const all = root.getAllSubcomponents('vevent')
  const byUid = Map.groupBy(all, (event) => String(event.getFirstPropertyValue('uid')))
  const found: string[] = []
  const tell = (item: ICAL.Event, start: ICAL.Time, end: ICAL.Time) => {
    const [begins, ends] = [secondsOf(start), secondsOf(end)]
    const isOff = item.component.getFirstPropertyValue('status') === 'CANCELLED'
    if (ends > from && begins < to) found.push(`${begins} ${ends}${isOff ? ' x' : ''}`)
  }
  for (const events of byUid.values()) {
    const [master] = events.filter((event) => !event.hasProperty('recurrence-id'))
    if (master === undefined) throw new Error('A time stands for one of no series')
    const event = new ICAL.Event(master, {
      exceptions: events.filter((other) => other !== master),
      strictExceptions: true,
    })
    if (!event.isRecurring()) {
      tell(event, event.startDate, event.endDate)
      continue
    }
    const times = event.iterator()
    for (let time = times.next(); time; time = times.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(time)
      tell(item, startDate, endDate)
    }
  }
  return found.toSorted()
}

/** The first Python that has the packages; a system's own may stand behind another. */
const python = run('which', ['-a', 'python3'])
  .stdout?.split('\n')
  .filter((program) => program !== '')
  .find((program) => run(program, ['-c', 'import icalendar, recurring_ical_events']).status === 0)

const libicalProgram = join(folder, 'read_calendar')

const libicalAway = (): string | null => {
  const flags = run('pkg-config', ['--cflags', '--libs', 'libical'])
  if (flags.status !== 0) return 'libical is not installed'
  const source = join(import.meta.dirname, 'read_calendar.c')
  const built = run('cc', ['-o', libicalProgram, source, ...flags.stdout.trim().split(/\s+/)])
  return built.status === 0 ? null : `no program for libical could be built: ${built.stderr}`
}

export const icalJs: CalendarReader = { name: 'ical.js', isAway: null, read: readWithIcalJs }

/** The readers there are here and those that are away. */
export const calendarReaders: readonly CalendarReader[] = [
  icalJs,
  {
    name: "Python's icalendar",
    isAway: python === undefined ? "Python's icalendar and recurring_ical_events are not installed" : null,
    read: (calendar, span) => runOn([python ?? '', join(import.meta.dirname, 'read_calendar.py')], calendar, span),
  },
  { name: 'libical', isAway: libicalAway(), read: (calendar, span) => runOn([libicalProgram], calendar, span) },
]
