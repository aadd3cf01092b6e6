import { createHash } from 'node:crypto'
import type { ReadTx } from '../../../../platform/database/index.ts'
import { type Day, homeZone } from '../../../../platform/day.ts'
import { agesWords, priceWords } from '../../calendar-words.ts'
import { type ListedOccurrence, wholeCalendar } from '../../listed-occurrence.ts'
import { listOccurrences } from '../../listed-occurrence.queries.ts'
import { formatRule } from '../../recurrence/format-rule.ts'
import { parseRule } from '../../recurrence/parse-rule.ts'
import { untilOf } from '../../times.rules.ts'
import { mostTimesInFeed } from '../calendar-feed.ts'
import { placeWords } from '../event-words.ts'
import { kroner } from '../json-ld.ts'
import { listLastHeld } from './directory.queries.ts'

/** An id for a part that has none of its own: the same for the same part, shaped as the standard asks. */
const partId = (...parts: readonly string[]): string => {
  const hash = createHash('sha256').update(parts.join('/')).digest('hex')
  const tail = `a${hash.slice(17, 20)}`
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${tail}-${hash.slice(20, 32)}`
}

/** What goes on that everyone may come to, as a directory of services tells it (HSDS 3): each series with times ahead. */
export const listServices = async (tx: ReadTx, day: Day, baseUrl: string) => {
  const from = day.toZonedDateTime(homeZone).toInstant()
  const times = await listOccurrences(tx, { ...wholeCalendar, from, isPublic: true, most: mostTimesInFeed })
  const firsts = [...Map.groupBy(times, ({ seriesId }) => seriesId).values()].flatMap((ofSeries) =>
    ofSeries.slice(0, 1),
  )
  const held = await listLastHeld(
    tx,
    firsts.map(({ seriesId }) => seriesId),
  )
  return firsts
    .map((first) => serviceOf(first, held.get(first.seriesId), baseUrl))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

export type DirectoryService = Awaited<ReturnType<typeof listServices>>[number]

const serviceOf = (listed: ListedOccurrence, heldAt: Temporal.Instant | undefined, baseUrl: string) => {
  const { series } = listed
  const assured =
    heldAt !== undefined && Temporal.Instant.compare(heldAt, series.changedAt) > 0 ? heldAt : series.changedAt
  return {
    id: series.seriesId,
    name: series.title,
    description: series.summary,
    url: `${baseUrl}/kalender/${series.seriesId}`,
    status: 'active',
    application_process: series.signUp === 'open' ? 'Tilmelding' : 'Mød op',
    fees_description: priceWords(series, 'da') ?? '',
    eligibility_description: agesWords(series, 'da'),
    minimum_age: series.ageFrom,
    maximum_age: series.ageTo,
    // When somebody last changed it or said that it was held.
    assured_date: dayOf(assured),
    last_modified: series.changedAt.toString(),
    organization: organizationOf(listed),
    ...(series.priceOere === null
      ? {}
      : {
          cost_options: [
            {
              id: partId(series.seriesId, 'cost'),
              option: priceWords(series, 'da') ?? '',
              currency: 'DKK',
              amount: Number(kroner(series.priceOere)),
            },
          ],
        }),
    languages: series.languages.map((code) => ({ id: partId(series.seriesId, code), code, name: code })),
    schedules: [scheduleOf(listed)],
    service_at_locations: [serviceAtLocation(listed)],
  }
}

const dayOf = (at: Temporal.Instant): string => at.toZonedDateTimeISO(homeZone).toPlainDate().toString()

const organizationOf = ({ series, organisation }: ListedOccurrence) => ({
  id: series.organisationId,
  name: organisation,
  description: organisation,
})

/** The rule in its parts; of what they do not tell, the note says how the rule is written in full. */
const scheduleOf = ({ series, startsAt }: ListedOccurrence) => {
  const rule = series.rule === null ? null : parseRule(series.rule)
  const opens = Temporal.PlainTime.from('00:00').add({ minutes: series.startsMinute })
  const written =
    rule === null
      ? []
      : formatRule(rule)
          .split(';')
          .map((part) => part.split('='))
  const part = (name: string): string | undefined => written.find(([known]) => known === name)?.[1]
  const until = untilOf(series.rule)
  const count = rule?.count ?? null
  return {
    id: partId(series.seriesId, 'schedule'),
    dtstart: rule === null ? dayOf(startsAt) : series.startsOn.toString(),
    ...(rule === null ? {} : { freq: rule.frequency, interval: rule.interval, wkst: 'MO' }),
    ...(count === null ? {} : { count }),
    ...(until === null ? {} : { until: until.toString() }),
    ...Object.fromEntries(
      ['BYDAY', 'BYWEEKNO', 'BYMONTHDAY', 'BYYEARDAY'].flatMap((name) => {
        const value = part(name)
        return value === undefined ? [] : [[name.toLowerCase(), value]]
      }),
    ),
    opens_at: opens.toString().slice(0, 5),
    closes_at: opens.add({ minutes: series.lastsMinutes }).toString().slice(0, 5),
    timezone: startsAt.toZonedDateTimeISO(homeZone).offsetNanoseconds / 3_600_000_000_000,
    ...(series.rule === null ? {} : { notes: `RRULE:${series.rule}` }),
  }
}

const serviceAtLocation = (listed: ListedOccurrence) => {
  const { series, venue, address, area, entrance, position } = listed
  const locationId = series.venueId ?? partId(series.seriesId, 'location')
  return {
    id: partId(series.seriesId, locationId),
    service_id: series.seriesId,
    description: [entrance, series.place].filter((part) => part !== null && part !== '').join('. '),
    location: {
      id: locationId,
      location_type: 'physical',
      name: venue ?? placeWords(listed),
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
      addresses: [
        {
          id: partId(locationId, 'address'),
          address_1: address ?? placeWords(listed),
          city: area ?? '',
          state_province: '',
          postal_code: '',
          country: 'DK',
          address_type: 'physical',
        },
      ],
    },
  }
}

/** Who arranges them, each once. */
export const organizationsOf = (services: readonly DirectoryService[]): DirectoryService['organization'][] => [
  ...new Map(services.map(({ organization }) => [organization.id, organization])).values(),
]
