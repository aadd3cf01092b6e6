import { Hono } from 'hono'
import { leaveTrace, writeAs } from '../../../../platform/database/index.ts'
import type { Platform } from '../../../../platform/platform.ts'
import type { WebEnv } from '../../../../web/page-context.ts'
import { system } from '../../../access/index.ts'
import { ensureArea, ensureOrganisation } from '../../../parties/index.ts'
import { layNewSeries } from '../../plan-series.ts'
import type { SeriesFacts, Timing } from '../../series.ts'
import { openVenue } from '../../venue.queries.ts'
import { feedRoutes } from './feed.routes.ts'

const openAllWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 480, closesMinute: 1320 }))

type Activity = Pick<SeriesFacts, 'title' | 'kind'> & Partial<SeriesFacts> & Pick<Timing, 'startsOn'> & Partial<Timing>

const on = (day: string) => Temporal.PlainDate.from(day)

/** Something of each kind that feeds must tell rightly: rules that readers share and rules they do not, hours that clocks skip or repeat. */
const activities: readonly Activity[] = [
  {
    title: 'Streetfodbold',
    kind: 'sport',
    startsOn: on('2026-01-07'),
    rule: 'FREQ=WEEKLY;BYDAY=WE',
    leavesOutMonths: [7],
  },
  {
    title: 'Fodbold for piger',
    kind: 'sport',
    startsOn: on('2026-01-06'),
    rule: 'FREQ=WEEKLY;BYDAY=TU,TH',
    schoolDaysOnly: true,
  },
  {
    title: 'Badminton for alle',
    kind: 'sport',
    startsOn: on('2026-09-01'),
    rule: 'FREQ=DAILY;INTERVAL=3',
    priceOere: 2000n,
    pricePer: 'time',
  },
  {
    title: 'Klubaften',
    kind: 'club',
    startsOn: on('2026-01-05'),
    rule: `FREQ=YEARLY;BYWEEKNO=2,4,6,8,10,44,46,48,50,52;BYDAY=MO`,
  },
  { title: 'Natteravne', kind: 'club', startsOn: on('2026-10-03'), startsMinute: 150, rule: 'FREQ=WEEKLY;BYDAY=SA,SU' },
  {
    title: 'Natbasket',
    kind: 'club',
    startsOn: on('2026-10-03'),
    startsMinute: 1410,
    lastsMinutes: 300,
    rule: 'FREQ=WEEKLY;BYDAY=SA',
  },
  {
    title: 'Rådgivning',
    kind: 'counselling',
    startsOn: on('2026-01-05'),
    rule: 'FREQ=MONTHLY;BYDAY=1MO',
    ageFrom: 18,
    ageTo: null,
  },
  {
    title: 'Værksted',
    kind: 'creative',
    startsOn: on('2026-02-03'),
    rule: 'FREQ=MONTHLY;BYDAY=-1TU',
    languages: ['da', 'ar'],
  },
  {
    title: 'Lektiecafé',
    kind: 'homework',
    startsOn: on('2026-11-02'),
    rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH',
    schoolDaysOnly: true,
  },
  { title: 'Sang', kind: 'family', startsOn: on('2026-11-06'), rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' },
  { title: 'Gåtur', kind: 'health', startsOn: on('2026-11-07'), rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=30' },
  { title: 'Julemarked', kind: 'party', startsOn: on('2026-12-05'), startsMinute: 660, lastsMinutes: 360, rule: null },
]

/** Lays a small city's calendar where there is none yet. */
const layCity = (platform: Platform): Promise<void> =>
  writeAs(platform, system, async (tx) => {
    leaveTrace(tx, { verb: 'test.written', thing: 'test' })
    if ((await tx.selectFrom('series').select('series_id').limit(1).execute()).length > 0) return
    const [areaId, otherAreaId] = [
      await ensureArea(tx, 'Tangvej', false),
      await ensureArea(tx, 'Rebslagergården', false),
    ]
    const organisations = [
      await ensureOrganisation(tx, 'Klubben Molen', 'club', false),
      await ensureOrganisation(tx, 'Boligforeningen Fyret', 'housing_organisation', false),
      await ensureOrganisation(tx, 'Bølgen', 'association', false),
      await ensureOrganisation(tx, 'Værftet', 'other', false),
    ]
    const venueOf = (name: string, area: string) => ({
      name,
      areaId: area,
      organisationId: organisations[1] ?? null,
      planId: null,
      address: `${name} 8`,
      entrance: 'Den blå dør',
      isInformal: false,
      bookingRule: 'request' as const,
      conditions: null,
      spaces: [],
      openings: openAllWeek,
      isSample: false,
    })
    const { venueId } = await openVenue(tx, venueOf('Fyrets beboerhus', areaId))
    await openVenue(tx, { ...venueOf('Bådhuset', otherAreaId), openings: [], spaces: ['salen', 'køkkenet'] })
    for (const [number, activity] of activities.entries()) {
      const isInside = number % 3 === 0
      await layNewSeries(tx, platform, system, {
        startsMinute: 960,
        lastsMinutes: 90,
        rule: null,
        leavesOutMonths: [],
        schoolDaysOnly: false,
        summary: 'Kom, som du er; "alle" kan være med.\nAltid.',
        organisationId: organisations[number % 4] ?? '',
        planId: null,
        areaId: isInside ? areaId : otherAreaId,
        venueId: isInside ? venueId : null,
        spaceId: null,
        place: 'I gården',
        ageFrom: 8,
        ageTo: 12,
        languages: ['da'],
        priceOere: 0n,
        pricePer: null,
        goesAlong: 'En lods',
        signUp: 'none' as const,
        places: null,
        isLarge: false,
        isPublished: true,
        lineageId: null,
        ...activity,
      })
    }
  })

/** The addresses that machines read, over a small city's calendar. */
export const openCity = async (platform: Platform) => {
  await layCity(platform)
  const app = new Hono<WebEnv>().route('/', feedRoutes(platform))
  const ask = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    app.request(path, { headers })
  return { app, ask, text: async (path: string) => (await ask(path)).text() }
}
